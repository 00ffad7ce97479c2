"""Good rows go into their table: new ones inserted, differing ones updated, equal ones left alone.

Everything is set-based. `good` gathers the rows of one file; a key that stands in it twice counts
by its first row. The first promised date is kept whatever later imports say (measures.md, section
6).
"""

from functools import cache
from typing import NamedTuple

import duckdb

from data.importing.incoming import listed
from data.importing.tables import Column, Table
from data.rows import only_row

FIRST_DATES = {"first_promised_at": "promised_at", "first_due_on": "due_on"}


class Merged(NamedTuple):
    """What became of the good rows; `refused` differ from an earlier row with the same key."""

    inserted: int
    updated: int
    unchanged: int
    refused: int


def begin(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """An empty `good` for the rows of one file."""
    names = listed(table.names)
    connection.execute(
        " ".join(
            (
                "create or replace temp table good as",
                "select 0::bigint as row_id, 0::bigint as row_number,",
                names,
                "from main." + table.name,
                "limit 0",
            )
        )
    )


def gather(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the rows of `incoming` that nothing was found wrong with."""
    connection.execute(
        """
        insert into good by name
        select * exclude (cells)
        from incoming
        anti join found using (row_id)
        """
    )


def invent_clients(connection: duckdb.DuckDBPyConnection) -> int:
    """Make a client of each id that `good` names and the warehouse lacks; gives their number."""
    made = connection.execute(
        """
        insert into clients (client_id, client_name, segment, side)
        select distinct client_id, client_id, 'regular', 'external'
        from good
        anti join clients using (client_id)
        where client_id is not null
        """
    )
    (count,) = only_row(made)
    return int(count)


def merge(connection: duckdb.DuckDBPyConnection, file: str, table: Table) -> Merged:
    """Bring `good` into its table."""
    repeated, refused = _set_repeated_aside(connection, file, table)
    connection.execute(_compare_statement(table))
    inserted, updated, unchanged = _one(
        connection,
        """
        select
            count(*) filter (where not is_known),
            count(*) filter (where is_known and is_changed),
            count(*) filter (where is_known and not is_changed)
        from compared
        """,
    )
    if updated:
        connection.execute(_update_statement(table))
    if inserted:
        connection.execute(_insert_statement(table))
    return Merged(inserted, updated, unchanged + repeated - refused, refused)


def _set_repeated_aside(
    connection: duckdb.DuckDBPyConnection, file: str, table: Table
) -> tuple[int, int]:
    """Take later rows with an earlier key out of `good`: how many, and how many of them differ."""
    connection.execute(_suspects_statement(table))
    if _one(connection, "select count(*) from suspects") == (0,):
        return 0, 0
    connection.execute(_repeated_statement(table))
    connection.execute("delete from good where row_id in (select row_id from repeated)")
    connection.execute(
        """
        insert into faults
        select
            $file, $table_name, row_number, $key, key_text,
            concat('must not differ from row ', first_row, ', which has the same key')
        from repeated
        where not is_equal
        """,
        {"file": file, "table_name": table.name, "key": listed(table.key)},
    )
    repeated, refused = _one(
        connection, "select count(*), count(*) filter (where not is_equal) from repeated"
    )
    return repeated, refused


def _one(connection: duckdb.DuckDBPyConnection, statement: str) -> tuple[int, ...]:
    return only_row(connection.execute(statement))


@cache
def _suspects_statement(table: Table) -> str:
    """Hashes of keys that may stand twice: far smaller than the keys, and nearly always none."""
    key = "hash(" + listed(table.key) + ")"
    return " ".join(
        (
            "create or replace temp table suspects as select",
            key,
            "as digest from good group by digest having count(*) > 1",
        )
    )


@cache
def _repeated_statement(table: Table) -> str:
    key = listed(table.key)
    names = listed(table.names)
    return " ".join(
        (
            "create or replace temp table repeated as select row_id, row_number,",
            "concat_ws(', ', " + key + ") as key_text,",
            "first_value(row_number) over same_key as first_row,",
            "row(" + names + ") is not distinct from",
            "first_value(row(" + names + ")) over same_key as is_equal",
            "from good semi join suspects on hash(" + key + ") = suspects.digest",
            "window same_key as (partition by " + key + " order by row_id)",
            "qualify row_number() over same_key > 1",
        )
    )


@cache
def _compare_statement(table: Table) -> str:
    others = [column for column in table.columns if column.name not in table.key]
    new = listed(_new(column) + " as " + column.name for column in others)
    stored = listed("stored." + column.name for column in others)
    return " ".join(
        (
            "create or replace temp table compared as",
            "select",
            listed("good." + name for name in table.key) + ",",
            new + ",",
            "stored." + table.key[0] + " is not null as is_known,",
            "row(" + listed(_new(column) for column in others) + ")",
            "is distinct from row(" + stored + ") as is_changed",
            "from good left join main." + table.name,
            "as stored using (" + listed(table.key) + ")",
        )
    )


def _new(column: Column) -> str:
    good = "good." + column.name
    if column.name in FIRST_DATES:
        date = FIRST_DATES[column.name]
        return f"coalesce({good}, stored.{column.name}, stored.{date}, good.{date})"
    return good if column.default is None else "coalesce(" + good + ", " + column.default + ")"


@cache
def _insert_statement(table: Table) -> str:
    return " ".join(
        (
            "insert into main." + table.name,
            "by name select",
            listed(table.names),
            "from compared where not is_known",
        )
    )


@cache
def _update_statement(table: Table) -> str:
    others = [name for name in table.names if name not in table.key]
    return " ".join(
        (
            "update main." + table.name,
            "as stored set",
            listed(f"{name} = compared.{name}" for name in others),
            "from compared where compared.is_changed and compared.is_known and",
            " and ".join(f"stored.{name} = compared.{name}" for name in table.key),
        )
    )
