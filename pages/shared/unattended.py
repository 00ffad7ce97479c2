"""Work that a command does without a page: for whom, in which language, on which build.

A command may run for a reader of the settings from a timer, with nobody in front of a screen: it is
told what is wrong in one sentence, and sees what that reader sees.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from data import warehouse
from data.entered import told
from data.errors import DataError
from data.warehouse import Build
from pages.shared import access, database
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.text import SOURCE, _

DONE, FAILED = 0, 1


class UndoneError(DataError):
    """What was asked for cannot be done, and nothing was written."""


def attempted(work: Callable[[], None]) -> int:
    """Do the work; gives the exit status, after one plain sentence where it failed."""
    try:
        work()
    except DataError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("Stopped, so nothing was written.", file=sys.stderr)
        return FAILED
    return DONE


def asker(folder: Path | None, email: str | None, language: str | None) -> Asker:
    """Who asks: a reader of the settings, or everyone on this machine where no e-mail is given.

    The language is the one given, else the reader's, else the company's. Raises `DataError` for an
    unknown reader and where there is no warehouse.
    """
    build = _opened(folder or warehouse.default_folder())
    settings = database.settings()
    if email is None:
        return Asker(access.EVERYONE, language or settings.language, build)
    with speaking(Asker(access.EVERYONE, SOURCE, build)):
        reader: Reader = access.named(email, settings, database.clients())
    spoken = language or settings.readers[email].language or settings.language
    return Asker(reader, spoken, build)


def _opened(folder: Path) -> Build:
    """The current build, worked out anew where settings or definitions have changed since."""
    build = warehouse.current(folder)
    if build is not None and warehouse.is_stale(database.connection_to(build), database.settings()):
        warehouse.rebuild(folder, database.settings())
        build = warehouse.current(folder)
    if build is None:
        message = _("There is no warehouse at {folder}; {command} makes one.")
        raise UndoneError(message.format(folder=folder, command="python -m data import"))
    return build


def untold(recipient: str, keys: Iterable[str]) -> frozenset[str]:
    """Those of the alerts that this recipient was not told yet."""
    return frozenset(keys) - told.told(database.folder(), recipient)


def tell(recipient: str, keys: Iterable[str]) -> None:
    """Note that this recipient was told these alerts now."""
    told.tell(database.folder(), recipient, sorted(keys))


def write(path: Path, content: bytes) -> None:
    """The whole file or none: a reader never meets half of one. Raises `UndoneError`."""
    unfinished = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            unfinished = Path(file.name)
            file.write(content)
        unfinished.chmod(0o666 & ~_mask())
        unfinished.replace(path)
    except OSError as error:
        message = _("The file {path} cannot be written: {reason}.")
        raise UndoneError(message.format(path=path, reason=error.strerror)) from error
    finally:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)


def _mask() -> int:
    """The usual rights of new files here; asked for by setting them, as there is no other way."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
