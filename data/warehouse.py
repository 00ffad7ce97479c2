"""Builds and the pointer to the current one: a folder, never a file written in place.

A loader writes a copy beside the build that is served, works out the marts, closes it, renames it
and then replaces the pointer in one step. So a reader always has a whole build, and a loader that
dies changes nothing. Writing in place was rejected: DuckDB lets no other process read meanwhile,
and a path that is opened again keeps answering from the old file.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from data import entered, work_spans
from data.builds import (
    BUILDS_KEPT,
    Build,
    current,
    lock,
    new_name,
    remove,
    serve,
    sweep,
    told_plainly,
)
from data.rows import only_row
from data.settings import Settings

__all__ = [
    "BUILDS_KEPT",
    "Build",
    "connect",
    "current",
    "default_folder",
    "fingerprint",
    "is_stale",
    "prepare",
    "rebuild",
    "refresh_marts",
    "writing",
]

HERE = Path(__file__).parent
DEFAULT_FOLDER = HERE / "warehouse"
MARTS = (
    "entered.sql",
    "entered/lifting.sql",
    "entered/laying.sql",
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
WRITER_MEMORY = "2GB"
NOTHING_ENTERED = dict.fromkeys(entered.OVERLAYS, "[]")
Config = dict[str, str | bool | int | float | list[str]]
LOCK_DOWN: Config = {
    "access_mode": "READ_ONLY",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


def default_folder() -> Path:
    """The folder named by SATISFACTION_DATABASE, else `data/warehouse`."""
    return Path(os.environ.get("SATISFACTION_DATABASE", DEFAULT_FOLDER))


def connect(build: Build, settings: Settings) -> duckdb.DuckDBPyConnection:
    """Open a build for reading, with no way out to files or the network. Use a cursor per query."""
    connection = duckdb.connect(build.path, config=LOCK_DOWN)
    _set_time_zone(connection, settings)
    connection.execute("set allowed_configs = ['search_path']")  # of a question for every client
    connection.execute("set lock_configuration = true")
    return connection


def prepare(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    """Give an empty database the time zone and the tables."""
    _set_time_zone(connection, settings)
    connection.execute((HERE / "schema.sql").read_text(encoding="utf-8"))


def refresh_marts(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    overlays: Mapping[str, str] = NOTHING_ENTERED,
) -> None:
    """Work out the marts again from the tables, up to the moment of the last import.

    `overlays`: what people entered (`data.entered.bound`), laid over the tables first.
    """
    parameters: dict[str, Any] = {
        **settings.parameters(),
        **overlays,
        "imported_at": _last_import(connection),
    }
    connection.execute("drop schema if exists marts cascade")
    connection.execute("create schema marts")
    work_spans.write(connection, settings, parameters["imported_at"])
    for file in MARTS:
        for statement in _statements(file):
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
    with lock(folder), told_plainly(folder):
        sweep(folder)
        unfinished = folder / f"{new_name()}.tmp"
        try:
            connection = _open_copy(folder, unfinished, settings, fresh)
            try:
                yield connection
                refresh_marts(connection, settings, entered.bound(folder, entered.OVERLAYS))
                connection.execute("checkpoint")
            finally:
                connection.close()
            if keep:
                serve(folder, unfinished)
        finally:
            remove(unfinished)


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
        _add_tables(connection)
        for statement in _statements("entered/lifting.sql"):
            connection.execute(statement)
    return connection


def _add_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Tables that the schema has by now, and a build made with an earlier version lacks."""
    for statement in _statements("schema.sql"):
        try:
            connection.execute(statement)
        except duckdb.CatalogException as error:
            if "already exists" not in str(error):
                raise


def _statements(file: str) -> list[duckdb.Statement]:
    return duckdb.extract_statements((HERE / file).read_text(encoding="utf-8"))


def _last_import(connection: duckdb.DuckDBPyConnection) -> datetime:
    moment: datetime
    (moment,) = only_row(
        connection.execute("select coalesce(max(imported_at), now()) from imports")
    )
    return moment


def _set_time_zone(connection: duckdb.DuckDBPyConnection, settings: Settings) -> None:
    # SET takes no parameter, so the name was checked before. Global, so that cursors have it too.
    connection.execute(f"set global timezone = '{settings.time_zone}'")
