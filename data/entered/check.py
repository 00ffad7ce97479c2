"""Are the values that somebody typed such as an import would take?

The importer itself says so, of a batch of one row in a small database of its own.
"""

from collections.abc import Collection, Mapping
from functools import cache
from threading import Lock

import duckdb
import pyarrow as pa

from data import settings as company
from data import warehouse
from data.entered.tables import COLUMNS, KEYS, as_written
from data.importing import incoming
from data.importing.tables import describe

ONE_AT_A_TIME = Lock()  # the batch lies in passing tables, of which there is one each
FAULTS = "select column_name, reason from faults order by rowid"


def faults(
    table: str, values: Mapping[str, object], client_ids: Collection[str]
) -> list[tuple[str, str]]:
    """What is wrong with a whole row: each column with what was expected, such as `must be …`.

    `values` are those of every column, the key left out, as typed; `client_ids` the clients that
    the row may name. Nothing is wrong with a view, which the importer does not know.
    """
    written = as_written(table, values)
    if not COLUMNS[table]:
        return []
    row = {KEYS[table]: "new", **{name: written.get(name) for name in COLUMNS[table]}}
    batch = pa.table(
        {
            "row_id": pa.array([1], pa.int64()),
            "row_number": pa.array([1], pa.int64()),
            **{name: pa.array([text], pa.string()) for name, text in row.items()},
        }
    )
    with ONE_AT_A_TIME:
        return _faults(table, tuple(row), batch, client_ids)


def _faults(
    table: str, present: tuple[str, ...], batch: pa.Table, client_ids: Collection[str]
) -> list[tuple[str, str]]:
    connection = _database()
    described = describe(connection)[table]
    connection.execute("delete from faults")
    connection.execute(
        "create or replace temp table known_clients as select unnest($ids::varchar[]) as client_id",
        {"ids": list(client_ids)},
    )
    incoming.read_batch(connection, described, present, batch)
    incoming.note_faults(connection, "typed", described, present)
    found: list[tuple[str, str]] = connection.execute(FAULTS).fetchall()
    return list(dict.fromkeys(found))


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """Empty tables, and what the importer's statements need."""
    connection = duckdb.connect()
    warehouse.prepare(connection, company.load())
    incoming.prepare(connection)
    return connection
