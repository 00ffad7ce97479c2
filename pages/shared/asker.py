"""Who asks, in which language and of which build: for work done outside a page's run.

A file is made after its click in a thread without a session, and a pack by a command without any
page. What such work cannot ask the session for is noted before, and holds while `speaking` is open.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.warehouse import Build
from pages.shared import text

if TYPE_CHECKING:
    from pages.shared.access import Reader


@dataclass(frozen=True, slots=True)
class Asker:
    """A reader, a language and a build."""

    reader: "Reader"
    language: str
    build: Build


_now: ContextVar[Asker | None] = ContextVar("asker", default=None)


def current() -> Asker | None:
    """The one for whom work is done in this thread; None on a page."""
    return _now.get()


@contextmanager
def speaking(asker: Asker) -> Iterator[None]:
    """Questions are answered for this reader, from this build, in this language."""
    before = _now.set(asker)
    try:
        with text.in_language(asker.language):
            yield
    finally:
        _now.reset(before)
