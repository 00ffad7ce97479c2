"""The rows of every source into the tables of an open warehouse, one source after the other."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.importing import incoming, merging, rejects, sources
from data.importing.progress import Progress
from data.importing.sources import Request, Source
from data.importing.summary import Ignored, Result
from data.importing.tables import describe
from data.rows import only_row

CLIENTS = "select count(*) from clients"
SAMPLES = "select count(*) from imports where source = 'sample'"


@dataclass(frozen=True)
class Brought:
    """What became of each source; the refused rows are in the passing table `faults`."""

    results: tuple[Result, ...]
    ignored: tuple[Ignored, ...]
    invented_clients: int
    holds_sample: bool


def bring(connection: duckdb.DuckDBPyConnection, request: Request, progress: Progress) -> Brought:
    """Bring every file into its table. Raises `DataError` for a file that cannot be read."""
    incoming.prepare(connection)
    plan = sources.plan(request, describe(connection), progress)
    client_count = _count(connection, CLIENTS)
    invents = client_count == 0 and not any(one.table.name == "clients" for one in plan)
    results = tuple(_take(connection, source, progress, invents) for source in plan)
    return Brought(
        results,
        tuple(Ignored(str(one.file), one.table.name, one.ignored) for one in plan if one.ignored),
        _count(connection, CLIENTS) - client_count if invents else 0,
        _count(connection, SAMPLES) > 0,
    )


def record(
    connection: duckdb.DuckDBPyConnection,
    import_id: str,
    results: tuple[Result, ...],
    listed: Path | None,
) -> None:
    """Write down what was imported now; `listed` is where the refused rows are."""
    for result in results:
        connection.execute(
            """
            insert into imports values (
                $import_id, now(), $file, $source, $table,
                $read, $inserted, $updated, $unchanged, $refused, $listed
            )
            """,
            {
                "import_id": import_id,
                "listed": None if listed is None else str(listed),
                **result.to_json(),
            },
        )


def _take(
    connection: duckdb.DuckDBPyConnection, source: Source, progress: Progress, invents: bool
) -> Result:
    progress.doing(f"Reading {source.file.name}")
    file, table = str(source.file), source.table
    merging.begin(connection, table)
    read = refused = 0
    for batch in source.batches(progress):
        incoming.read_batch(connection, table, source.present, batch)
        incoming.set_known_clients(connection, table, invents)
        refused += incoming.note_faults(connection, file, table, source.present)
        merging.gather(connection)
        read += batch.num_rows
    progress.doing(f"Merging {table.name}")
    merged = merging.merge(connection, file, table)
    if invents and "client_id" in table.names:
        merging.invent_clients(connection)
    spoiled = source.rows.spoiled
    rejects.note_spoiled(connection, file, table.name, spoiled)
    return Result(
        file=file,
        source=source.name,
        table=table.name,
        read=read + len(spoiled),
        inserted=merged.inserted,
        updated=merged.updated,
        unchanged=merged.unchanged,
        refused=refused + merged.refused + len(spoiled),
    )


def _count(connection: duckdb.DuckDBPyConnection, statement: str) -> int:
    (count,) = only_row(connection.execute(statement))
    return int(count)
