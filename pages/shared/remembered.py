"""What a page works out of its answers, remembered: sentences, figures, tables ready to be drawn.

Most clicks show what was shown before: to another reader, or to the same one a moment ago. What is
remembered is shared as it is, not copied, so nobody may change it; copies were rejected because to
copy a figure costs more than to make it. Keyed by all that the work can depend on, and like the
answers never by the person.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Generic, TypeVar

import streamlit as st

from pages.shared import database, text
from pages.shared.filters import View

Made = TypeVar("Made")
MOST = 40  # pages; with 5,000 clients each keeps two to four megabytes


@dataclass(frozen=True)
class _Work(Generic[Made]):
    """What to do, and `key`: everything that its result depends on."""

    key: str
    do: Callable[[], Made]


def remembered(name: str, view: View, work: Callable[[View], Made]) -> Made:
    """What `work` makes of the view; `name` tells it from the work of other pages.

    `work` must depend on nothing but the view, the answers to questions, the settings, language and
    theme; it draws nothing, and what it makes must not lead back to a page's own functions.
    """
    period = replace(view, client_ids=None)  # thousands of ids: their name stands for them
    key = (name, *database.state(view), period, text.language(), st.context.theme.type)
    return _worked_out(_Work(repr(key), partial(work, view)))


@st.cache_resource(max_entries=MOST, show_spinner=False, hash_funcs={_Work: attrgetter("key")})
def _worked_out(work: _Work[Made]) -> Made:
    return work.do()


def forget() -> None:
    """Work every page out again: for benchmarks that ask what the first reader waits."""
    _worked_out.clear()
