"""Builds and the pointer to the current one: a folder, never a file written in place.

A loader writes a copy beside the build that is served, works out the marts, closes it, renames it
and then replaces the pointer in one step. So a reader always has a whole build, and a loader that
dies changes nothing. Writing in place was rejected: DuckDB lets no other process read meanwhile,
and a path that is opened again keeps answering from the old file.
"""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

import duckdb
from filelock import FileLock, Timeout

from data import work_spans
from data.errors import DataError
from data.rows import only_row
from data.settings import Settings

HERE = Path(__file__).parent
DEFAULT_FOLDER = HERE / "warehouse"
MARTS = (
    "periods.sql",
    "tiers.sql",
    "clock.sql",
    "marts.sql",
    "survey.sql",
    "experience.sql",
    "index.sql",
    "service.sql",
    "handling.sql",
    "triage.sql",
    "evidence.sql",
    "clients.sql",
    "needs.sql",
)
POINTER = "CURRENT.json"
BUILDS_KEPT = 2
WRITER_MEMORY = "2GB"
DISK_TROUBLE = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EACCES, errno.EROFS}
Config = dict[str, str | bool | int | float | list[str]]
LOCK_DOWN: Config = {
    "access_mode": "READ_ONLY",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


class Build(NamedTuple):
    """One finished build: its name (a cache key) and its file."""

    name: str
    path: Path


def default_folder() -> Path:
    """The folder named by SATISFACTION_DATABASE, else `data/warehouse`."""
    return Path(os.environ.get("SATISFACTION_DATABASE", DEFAULT_FOLDER))


def current(folder: Path) -> Build | None:
    """The build that is served, or None where nothing has been built yet."""
    try:
        pointer = json.loads((folder / POINTER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Build(pointer["build"], folder / pointer["build"])


def connect(build: Build, settings: Settings) -> duckdb.DuckDBPyConnection:
    """Open a build for reading, with no way out to files or the network. Use a cursor per query."""
    connection = duckdb.connect(build.path, config=LOCK_DOWN)
    _set_time_zone(connection, settings)
    connection.execute("set lock_configuration = true")
    return connection


def prepare(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Give an empty database the time zone and the tables."""
    _set_time_zone(connection, settings)
    connection.execute((HERE / "schema.sql").read_text(encoding="utf-8"))


def refresh_marts(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Work out the marts again from the tables, up to the moment of the last import."""
    parameters: dict[str, Any] = {**settings.parameters(), "imported_at": _last_import(connection)}
    connection.execute("drop schema if exists marts cascade")
    connection.execute("create schema marts")
    work_spans.write(connection, settings, parameters["imported_at"])
    for file in MARTS:
        for statement in duckdb.extract_statements((HERE / file).read_text(encoding="utf-8")):
            bound = {name: parameters[name] for name in statement.named_parameters}
            connection.execute(statement, bound)
    connection.execute("delete from build")
    connection.execute(
        "insert into build values (now(), $fingerprint)", {"fingerprint": fingerprint(settings)}
    )


def fingerprint(settings: Settings) -> str:
    """Digest of the settings and the definitions that marts are worked out with."""
    digest = hashlib.sha256(settings.fingerprint().encode())
    for file in ("schema.sql", "calendars.py", "working_time.py", "work_spans.py", *MARTS):
        digest.update((HERE / file).read_bytes())
    return digest.hexdigest()[:16]


def is_stale(connection: duckdb.DuckDBPyConnection, settings: Settings) -> bool:
    """Were the marts worked out with other settings or definitions than today's?"""
    rows = connection.cursor().execute("select fingerprint from build").fetchall()
    return rows != [(fingerprint(settings),)]


def rebuild(folder: Path, settings: Settings) -> None:
    """Work out the marts again with today's settings and definitions, data unchanged."""
    with writing(folder, settings):
        pass


@contextmanager
def writing(
    folder: Path, settings: Settings, *, fresh: bool = False, keep: bool = True
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a copy of the current build (`fresh`: an empty one), served once the block ends well.

    With `keep=False` everything is done but nothing is served: a rehearsal. Raises `DataError` when
    another writer is at work or the disk is full; then, and whenever the block raises, nothing has
    changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _lock(folder), _told_plainly(folder):
        _sweep(folder)
        unfinished = folder / f"{_new_name()}.tmp"
        try:
            connection = _open_copy(folder, unfinished, settings, fresh)
            try:
                yield connection
                refresh_marts(connection, settings)
                connection.execute("checkpoint")
            finally:
                connection.close()
            if keep:
                _serve(folder, unfinished)
        finally:
            _remove(unfinished)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise DataError(
            f"Another import into {folder} is under way, so nothing was changed; "
            "try again when it has finished."
        ) from error


@contextmanager
def _told_plainly(folder: Path) -> Iterator[None]:
    """Turn a full disk or a lack of memory into a sentence; DuckDB and Python name them apart."""
    failed = f"The warehouse {folder} could not be written, so nothing was changed"
    try:
        yield
    except (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException) as error:
        raise DataError(f"{failed}: {str(error).splitlines()[0]}") from error
    except OSError as error:
        if error.errno not in DISK_TROUBLE:
            raise
        raise DataError(f"{failed}: {error.strerror}.") from error


def _new_name() -> str:
    return f"b{datetime.now(UTC):%Y%m%dT%H%M%S}{uuid4().hex[:8]}.duckdb"


def _open_copy(
    folder: Path, unfinished: Path, settings: Settings, fresh: bool
) -> duckdb.DuckDBPyConnection:
    build = None if fresh else current(folder)
    if build is not None:
        shutil.copyfile(build.path, unfinished)
    spill: Config = {"memory_limit": WRITER_MEMORY, "temp_directory": str(folder / "spill")}
    connection = duckdb.connect(unfinished, config=spill)
    if build is None:
        prepare(connection, settings)
    else:
        _set_time_zone(connection, settings)
    return connection


def _serve(folder: Path, unfinished: Path) -> None:
    if unfinished.with_name(unfinished.name + ".wal").exists():
        raise DataError(f"The build {unfinished} was not closed cleanly, so nothing was changed.")
    build = unfinished.with_suffix("")
    _flush(unfinished)
    unfinished.replace(build)
    pointer = folder / f"{POINTER}.tmp"
    pointer.write_text(json.dumps({"build": build.name}), encoding="utf-8")
    _flush(pointer)
    pointer.replace(folder / POINTER)
    newest_last = sorted(folder.glob("b*.duckdb"), key=lambda file: file.stat().st_mtime_ns)
    for old in newest_last[:-BUILDS_KEPT]:
        _remove(old)


def _flush(path: Path) -> None:
    """Have it on the disk: a pointer must not survive a power cut that its build does not."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sweep(folder: Path) -> None:
    """Remove what a killed writer left."""
    for left_over in folder.glob("b*.tmp"):
        _remove(left_over)
    shutil.rmtree(folder / "spill", ignore_errors=True)


def _remove(path: Path) -> None:
    for file in (path, path.with_name(path.name + ".wal")):
        with suppress(FileNotFoundError):
            file.unlink()


def _last_import(connection: duckdb.DuckDBPyConnection) -> datetime:
    moment: datetime
    (moment,) = only_row(
        connection.execute("select coalesce(max(imported_at), now()) from imports")
    )
    return moment


def _set_time_zone(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    # SET takes no parameter, so the name was checked before. Global, so that cursors have it too.
    connection.execute(f"set global timezone = '{settings.time_zone}'")
