"""A page before it is drawn: its answer and its panels, to be remembered and drawn many times."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from pages.shared.filters import View
from pages.shared.panel.answer import answer
from pages.shared.panel.empty import empty

Draw = Callable[[], None]


class WorkedOut(NamedTuple):
    """The answer in one paragraph with its note, and each panel as what draws it.

    `needs`: what is missing (see `empty.NEEDS`), so that there are no panels; None for nothing.
    `panels`: partials of shared functions; a function of the page would keep its whole run alive.
    """

    sentence: str
    panels: tuple[Draw, ...] = ()
    note: str | None = None
    needs: str | None = None


def row(*draws: Draw, widths: Sequence[int] | None = None) -> Draw:
    """Panels side by side, `widths` in shares (the same for all when left out)."""
    return partial(_draw_row, draws, widths or [1] * len(draws))


def _draw_row(draws: Sequence[Draw], widths: Sequence[int]) -> None:
    for column, draw in zip(st.columns(list(widths)), draws, strict=True):
        with column:
            draw()


def begin(question: str, page: WorkedOut, view: View) -> None:
    """Draw the answer; say what is missing and end the page's run where there are no panels."""
    answer(question, page.sentence, page.note)
    if page.needs is not None:
        empty(view, page.needs)
        st.stop()
