"""What a page works out of its answers, remembered: sentences, figures, tables ready to be drawn.

Most clicks show what was shown before: to another reader, or to the same one a moment ago. What is
remembered is shared as it is, not copied, so nobody may change it; copies were rejected because to
copy a figure costs more than to make it. Keyed by all that the work can depend on, and like the
answers never by the person.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from pages.shared import database, text
from pages.shared.filters import View
from pages.shared.kept import Kept

Made = TypeVar("Made")
MOST = 40  # pages; with 5,000 clients each keeps two to four megabytes
_WORK: Kept[Any] = Kept(MOST)


def remembered(name: str, view: View, work: Callable[[View], Made]) -> Made:
    """What `work` makes of the view; `name` tells it from the work of other pages.

    `work` must depend on nothing but the view, the answers to questions, the settings, language and
    theme; it draws nothing, and what it makes must not lead back to a page's own functions.
    """
    made: Made = _WORK.get(_key(name, view), partial(work, view))
    return made


def is_remembered(name: str, view: View) -> bool:
    """Whether the work of this name is done for the view, so that nothing will be asked."""
    return _key(name, view) in _WORK


def _key(name: str, view: View) -> Hashable:
    period = replace(view, client_ids=None)  # thousands of ids: their name stands for them
    return name, *database.state(view), period, text.language(), st.context.theme.type


def forget() -> None:
    """Work every page out again: for benchmarks that ask what the first reader waits."""
    _WORK.forget()
