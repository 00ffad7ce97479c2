"""One batch of text becomes typed rows, and what is wrong with each row is written down.

The statements are made from the schema's own names (never from a file's), so that each table is
read by the same few lines. `incoming` holds the batch: row_id, row_number, the cells as written,
and each column. Rows are told apart by row_id, for a mapping may make several of one raw row.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from data.importing.tables import Column, Table
from data.rows import only_row

HERE = Path(__file__).parent
EXPECTED = {
    "text": "must be text without the character NUL",
    "number": "must be a number such as 4.5",
    "count": "must be a whole number from 0 on",
    "flag": "must be true, false, yes, no, 1 or 0",
    "day": "must be a day such as 2026-11-15, between 1900-01-02 and 2199",
    "moment": (
        "must be a time such as 2026-11-15 09:30:00 or 2026-11-15T09:30:00+08:00, "
        "between 1900-01-02 and 2199"
    ),
}


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Make what the statements need: the macros that read cells, and the table of faults."""
    connection.execute("set enable_progress_bar = false")
    connection.execute((HERE / "cells.sql").read_text(encoding="utf-8"))
    connection.execute(
        """
        create or replace temp table faults (
            file varchar,
            table_name varchar,
            row_number bigint,
            column_name varchar,
            value varchar,
            reason varchar
        )
        """
    )


def read_batch(
    connection: duckdb.DuckDBPyConnection, table: Table, present: tuple[str, ...], batch: pa.Table
) -> None:
    """Fill `incoming` from a batch of row_id, row_number and the present columns.

    A column that the file lacks keeps what the warehouse holds under the key, so that the rules see
    the row as it will be.
    """
    connection.register("batch", batch)
    connection.execute(_read_statement(table, present))
    connection.unregister("batch")


def set_known_clients(
    connection: duckdb.DuckDBPyConnection, table: Table, is_any_known: bool
) -> None:
    """The clients that rows may name: those of the warehouse, or any while they are being made."""
    is_any_named = is_any_known and "client_id" in table.names
    clients = "incoming" if is_any_named else "main.clients"
    connection.execute(
        " ".join(("create or replace temp view known_clients as select client_id from", clients))
    )


def note_faults(
    connection: duckdb.DuckDBPyConnection, file: str, table: Table, present: tuple[str, ...]
) -> int:
    """Write down what is wrong with `incoming`; gives the number of rows refused."""
    connection.execute(_faults_statement(table, present))
    connection.execute(_note_statement(present), {"file": file, "table_name": table.name})
    (count,) = only_row(connection.execute("select count(distinct row_id) from found"))
    return int(count)


def listed(parts: Iterable[str]) -> str:
    """A list as SQL writes it."""
    return ", ".join(parts)


@cache
def _read_statement(table: Table, present: tuple[str, ...]) -> str:
    missing = [column for column in table.columns if column.name not in present]
    cells = listed(f"{name} := cell({name})" for name in present)
    typed = listed(_typed(column) for column in table.columns if column.name in present)
    kept = listed(f"stored.{column.name}" for column in missing)
    parts = [
        "create or replace temp table incoming as with written as (",
        *("select row_id, row_number, struct_pack(", cells, ") as cells from batch"),
        "), typed as (",
        *("select row_id, row_number, cells,", typed, "from written"),
        ") select typed.*",
    ]
    if missing:
        parts += [",", kept, "from typed left join", "main." + table.name]
        parts += ["as stored using (", listed(table.key), ")"]
    else:
        parts += ["from typed"]
    return " ".join(parts)


def _typed(column: Column) -> str:
    cell = "cells." + column.name
    if column.kind == "word":
        read = "try_cast(lower(" + cell + ") as " + column.type + ")"
    else:
        read = "as_" + column.kind + "(" + cell + ")"
    if column.default is not None:
        read = "case when " + cell + " is null then " + column.default + " else " + read + " end"
    return read + " as " + column.name


@cache
def _faults_statement(table: Table, present: tuple[str, ...]) -> str:
    faults = [
        _fault(column.name, condition, expected)
        for column in table.columns
        if column.name in present
        for condition, expected in _conditions(column)
    ]
    faults.append((HERE / "rules" / (table.name + ".sql")).read_text(encoding="utf-8"))
    return "create or replace temp table found as " + " union all ".join(faults)


def _conditions(column: Column) -> list[tuple[str, str]]:
    cell = "cells." + column.name
    unreadable = (cell + " is not null and " + column.name + " is null", _expected(column))
    if column.is_required:
        return [unreadable, (cell + " is null", "must not be empty")]
    return [unreadable]


def _expected(column: Column) -> str:
    if column.kind == "word":
        words = column.type.removeprefix("ENUM(").removesuffix(")").replace("'", "")
        return "must be one of " + words
    return EXPECTED[column.kind]


def _fault(name: str, condition: str, expected: str) -> str:
    return " ".join(
        (
            "select row_id,",
            "'" + name + "' as column_name,",
            "'" + expected + "' as expected",
            "from incoming where",
            condition,
        )
    )


@cache
def _note_statement(present: tuple[str, ...]) -> str:
    values = " ".join(f"when '{name}' then cells.{name}" for name in present)
    return " ".join(
        (
            "insert into faults",
            "select $file, $table_name, incoming.row_number, found.column_name,",
            "case found.column_name " + values + " end, found.expected",
            "from found inner join incoming using (row_id)",
        )
    )
