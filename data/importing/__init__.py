"""Importing: read, recognise, map, check, write. All or nothing.

Every format becomes batches of text with row numbers; each batch is typed and checked in DuckDB by
set-based statements, so that memory does not grow with the file; good rows are merged into a copy
of the warehouse, which is served only when everything went well.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from data import checks, warehouse
from data.errors import DataError
from data.importing import bringing, formats, rejects
from data.importing.progress import Progress, shown
from data.importing.sources import Request
from data.importing.summary import Result, Summary
from data.importing.tables import ORDER
from data.settings import Settings

__all__ = ["ORDER", "Result", "Summary", "load"]


def load(
    paths: Sequence[Path],
    folder: Path,
    settings: Settings,
    *,
    as_: str | None = None,
    mapping: Path | None = None,
    dry_run: bool = False,
    progress: bool = True,
) -> Summary:
    """Import files into the warehouse at `folder`, all or nothing.

    `as_` names the table of every file, `mapping` a file of SELECTs (see `data.importing.mapping`).
    With `dry_run` everything is done and nothing kept. Raises `DataError` in one plain sentence.
    """
    files = formats.find(paths)
    import_id = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.urandom(2).hex()}"
    listed = rejects.path_of(folder, import_id)
    try:
        with (
            warehouse.writing(folder, settings, keep=not dry_run) as connection,
            _scratch(folder) as scratch,
            shown(sum(file.stat().st_size for file in files), progress) as bar,
        ):
            rejects.settle(connection, folder)
            request = Request(files, as_, mapping, settings, scratch)
            summary = _brought(connection, request, bar, import_id, None if dry_run else listed)
        if summary.rejects is not None:
            rejects.publish(listed)
    except (duckdb.Error, pa.ArrowException) as error:
        reason = str(error).splitlines()[0]
        raise DataError(f"The import failed, so nothing was changed: {reason}") from error
    finally:
        rejects.discard(listed)
    return summary


def _brought(
    connection: duckdb.DuckDBPyConnection,
    request: Request,
    bar: Progress,
    import_id: str,
    listed: Path | None,
) -> Summary:
    """Everything from the open copy to its marts; `listed` is None in a rehearsal."""
    brought = bringing.bring(connection, request, bar)
    is_any_refused = any(result.refused for result in brought.results)
    kept = listed if is_any_refused else None
    if kept is not None:
        rejects.write(connection, kept)
    bringing.record(connection, import_id, brought.results, kept)
    bar.doing("Checking")
    failures = tuple(checks.failed(connection, request.settings))
    bar.doing("Working out the marts")
    return Summary(
        import_id,
        brought.results,
        kept,
        brought.ignored,
        brought.invented_clients,
        brought.holds_sample,
        failures,
        is_rehearsal=listed is None,
    )


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for passing files; what a killed import left in it goes first."""
    scratch = folder / "scratch"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
