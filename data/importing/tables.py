"""The canonical tables as the importer sees them, read from the schema itself.

The catalogue of the open warehouse is asked, so that a column added to `schema.sql` can be imported
at once; a second description of the tables in Python was rejected because the two would drift
apart.
"""

from dataclasses import dataclass
from typing import Literal

import duckdb

# In this order the rows of one import see those they refer to.
ORDER = (
    "clients",
    "indicators",
    "responses",
    "answers",
    "invitations",
    "tickets",
    "pauses",
    "complaints",
    "complaint_steps",
    "promises",
    "actions",
    "competitor_scores",
    "events",
    "revenue",
    "targets",
)

Kind = Literal["text", "number", "count", "flag", "day", "moment", "word"]
KINDS: dict[str, Kind] = {
    "VARCHAR": "text",
    "DOUBLE": "number",
    "BIGINT": "count",
    "BOOLEAN": "flag",
    "DATE": "day",
    "TIMESTAMP WITH TIME ZONE": "moment",
}


@dataclass(frozen=True)
class Column:
    """One column: `type` and `default` as SQL; a `word` takes one of the words of its enum."""

    name: str
    type: str
    is_required: bool
    default: str | None

    @property
    def kind(self) -> Kind:
        """How its cells are read."""
        return KINDS.get(self.type, "word")


@dataclass(frozen=True)
class Table:
    """One canonical table with the names of its key."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in the order of the schema."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(column.name for column in self.columns if column.is_required)


def describe(connection: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """Every canonical table of the open warehouse, in the order of import."""
    columns = _columns(connection)
    keys = _keys(connection)
    return {name: Table(name, tuple(columns[name]), keys[name]) for name in ORDER}


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Column]]:
    rows = connection.execute(
        """
        select
            table_name,
            column_name,
            data_type,
            not is_nullable and column_default is null,
            column_default
        from duckdb_columns()
        where database_name = current_database() and schema_name = 'main'
        order by table_name, column_index
        """
    ).fetchall()
    columns: dict[str, list[Column]] = {}
    for table, *described in rows:
        columns.setdefault(table, []).append(Column(*described))
    return columns


def _keys(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        """
        select
            table_name,
            constraint_column_names
        from duckdb_constraints()
        where
            database_name = current_database()
            and schema_name = 'main'
            and constraint_type = 'PRIMARY KEY'
        """
    ).fetchall()
    return {table: tuple(names) for table, names in rows}
