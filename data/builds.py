"""The files of builds: which one is served, how the next is put in its place, who may write.

A build that another program still reads is only unlinked, so that it can read on.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import duckdb
from filelock import FileLock, Timeout

from data.errors import DataError

POINTER = "CURRENT.json"
BUILDS_KEPT = 2
DISK_TROUBLE = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EACCES, errno.EROFS}


class Build(NamedTuple):
    """One finished build: its name (a cache key) and its file."""

    name: str
    path: Path


def current(folder: Path) -> Build | None:
    """The build that is served, or None where nothing has been built yet."""
    try:
        pointer = json.loads((folder / POINTER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Build(pointer["build"], folder / pointer["build"])


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Be the only writer of builds. Raises `DataError` at once when another one is."""
    try:
        with FileLock(folder / ".lock", timeout=0):
            yield
    except Timeout as error:
        raise DataError(
            f"Another import into {folder} is under way, so nothing was changed; "
            "try again when it has finished."
        ) from error


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
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


def new_name() -> str:
    """A name that no build had yet."""
    return f"b{datetime.now(UTC):%Y%m%dT%H%M%S}{uuid4().hex[:8]}.duckdb"


def serve(folder: Path, unfinished: Path) -> None:
    """Have this build served from now on, and remove all but the last few."""
    if unfinished.with_name(unfinished.name + ".wal").exists():
        raise DataError(f"The build {unfinished} was not closed cleanly, so nothing was changed.")
    build = unfinished.with_suffix("")
    _flush(unfinished)
    unfinished.replace(build)
    point_to(folder, build.name)
    newest_last = sorted(folder.glob("b*.duckdb"), key=lambda file: file.stat().st_mtime_ns)
    for old in newest_last[:-BUILDS_KEPT]:
        remove(old)


def point_to(folder: Path, name: str) -> None:
    """Name the build that is served, in one step."""
    pointer = folder / f"{POINTER}.tmp"
    pointer.write_text(json.dumps({"build": name}), encoding="utf-8")
    _flush(pointer)
    pointer.replace(folder / POINTER)


def _flush(path: Path) -> None:
    """Have it on the disk: a pointer must not survive a power cut that its build does not."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sweep(folder: Path) -> None:
    """Remove what a killed writer left."""
    for left_over in folder.glob("b*.tmp"):
        remove(left_over)
    shutil.rmtree(folder / "spill", ignore_errors=True)


def remove(path: Path) -> None:
    """Remove a build with its journal, if it is there."""
    for file in (path, path.with_name(path.name + ".wal")):
        with suppress(FileNotFoundError):
            file.unlink()
