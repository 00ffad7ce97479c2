"""A copy of the warehouse that is one itself: the build that is served and what people entered.

It may be made while somebody imports or saves: a build is never written to once it is served, and
SQLite copies its file as of one moment. The log is copied last, so that it holds everything that
the build does.
"""

import shutil
from pathlib import Path

from data import builds, entered
from data.errors import DataError


def back_up(folder: Path, target: Path) -> None:
    """Copy the warehouse in `folder` to the new folder `target`.

    Raises `DataError` when there is nothing to copy, `target` holds something, or the disk is full.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise DataError(f"{target} is there already; name a new folder for the copy.")
    unfinished = target.with_name(f"{target.name}.tmp")
    with builds.told_plainly(target):
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        try:
            _copy(folder, unfinished)
            if target.exists():
                target.rmdir()
            unfinished.replace(target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def _copy(folder: Path, target: Path) -> None:
    build = builds.current(folder)
    if build is None and not (folder / entered.FILE).exists():
        raise DataError(f"There is no warehouse at {folder}, so there is nothing to copy.")
    if build is not None:
        shutil.copyfile(build.path, target / build.name)
        builds.point_to(target, build.name)
    entered.copy(folder, target)
