"""The reader's language: English in the code, the others from gettext catalogues.

The `.po` files are read as they are, at first use: no compiled copy is kept that could be out of
date. The language belongs to the thread that speaks (`use`), else to the session that the frame
registered (`ask_session`): Streamlit reruns dialogs and fragments without running the frame.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

from pages.shared.text import catalogues

LANGUAGES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
SOURCE = "en"

P = ParamSpec("P")
R = TypeVar("R")
_language: ContextVar[str | None] = ContextVar("language", default=None)
_session: list[Callable[[], str | None]] = []


def use(language: str) -> None:
    """Speak this language in this thread; `ValueError` for one that is not offered."""
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    _language.set(language)


@contextmanager
def in_language(spoken: str) -> Iterator[None]:
    """Speak this language in this thread until the block ends."""
    before = _language.get()
    use(spoken)
    try:
        yield
    finally:
        _language.set(before)


def ask_session(asked: Callable[[], str | None]) -> None:
    """Where to look for the language of a thread that was not told one."""
    _session[:] = [asked]


def language() -> str:
    """The language spoken now: a key of `LANGUAGES`."""
    told = _language.get()
    if told is None and _session:
        told = _session[0]()
    return told or SOURCE


def bound(function: Callable[P, R]) -> Callable[P, R]:
    """The same function in today's language, for what runs later in another thread."""
    spoken = language()

    @wraps(function)
    def speaking(*args: P.args, **kwargs: P.kwargs) -> R:
        with in_language(spoken):
            return function(*args, **kwargs)

    return speaking


def locale() -> str:
    """The same for Babel; English with the day before the month, as most of the world writes it."""
    return "en_GB" if language() == SOURCE else language().replace("-", "_")


def _(message: str) -> str:
    """The phrase in the reader's language; the English one when it has no translation."""
    spoken = language()
    return message if spoken == SOURCE else _phrases(spoken).get(message, message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form for `n`; Chinese has a single one, kept under the singular."""
    spoken = language()
    if spoken == SOURCE:
        return singular if n == 1 else plural
    return _phrases(spoken).get(singular, plural)


def match(browser: str | None, fallback: str = SOURCE) -> str:
    """The offered language nearest to a browser's, such as `zh-TW` -> `zh-Hant`."""
    parts = (browser or "").replace("_", "-").lower().split("-")
    if parts[0] == "zh":
        is_traditional = "hans" not in parts and {"tw", "hk", "mo", "hant"} & set(parts)
        return "zh-Hant" if is_traditional else "zh-Hans"
    return "en" if parts[0] == "en" else fallback


def _phrases(spoken: str) -> dict[str, str]:
    return catalogues.phrases(spoken.replace("-", "_"))
