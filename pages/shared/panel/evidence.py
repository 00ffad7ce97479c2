"""A panel: the finding in words, its figure or table, and one row with the facts and the actions.

The finding is drawn as escaped HTML, not as Markdown: it holds names from data, and a heading
without an anchor costs the browser less.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict, Unpack

import pandas as pd
import streamlit as st

from pages.shared import access, database
from pages.shared.filters import View
from pages.shared.filters.words import filters as filters_in_words
from pages.shared.panel.actions import actions
from pages.shared.panel.rows import LaidOut, draw, laid_out
from pages.shared.safe import html
from pages.shared.text import _, dates, language, numbers

# The rows behind a finding, numbers of few answers hidden already (see `suppression`), or what
# works them out once a button is pressed.
Answer = pd.DataFrame | Callable[[], pd.DataFrame]
TITLE = "font-size:1.0625rem;line-height:1.35;margin:0;padding:0"
CONFIG = {"displayModeBar": False, "showSendToCloud": False, "scrollZoom": False}


class Basis(TypedDict):
    """What a panel rests on.

    `query`: the question that its rows answer; `view`: the period and clients it was asked for;
    `n`: answers or clients the finding rests on; `interval`: its 95% interval in words; `key`:
    needed where one page shows a question twice.
    """

    query: str
    view: View
    n: NotRequired[int | None]
    interval: NotRequired[str | None]
    key: NotRequired[str | None]


@dataclass(frozen=True, eq=False)
class Evidence:
    """A finding and what it rests on; all that a dialog or a file needs, cut to its reader."""

    finding: str
    answer: Answer
    query: str
    view: View
    key: str
    facts: str
    language: str
    reader: str

    @property
    def rows(self) -> pd.DataFrame:
        """The answer; one that was left to be worked out is worked out now."""
        return self.answer if isinstance(self.answer, pd.DataFrame) else self.answer()


def show(finding: str, figure: Any, *, answer: Answer, **basis: Unpack[Basis]) -> None:
    """A panel around a figure."""
    with st.container(border=True, gap="xsmall"):
        evidence = _heading(finding, answer, **basis)
        st.plotly_chart(
            figure, theme=None, key=f"figure {evidence.key}", config=CONFIG, alt=finding
        )
        actions(evidence)


def table(
    finding: str,
    frame: pd.DataFrame | LaidOut,
    *,
    answer: Answer | None = None,
    height: int | None = None,
    **basis: Unpack[Basis],
) -> None:
    """A panel around a table: `frame` is shown, `answer` (the same when left out) goes to files."""
    shown = laid_out(frame) if isinstance(frame, pd.DataFrame) else frame
    with st.container(border=True, gap="xsmall"):
        evidence = _heading(finding, shown.frame if answer is None else answer, **basis)
        draw(shown, height=height, key=f"table {evidence.key}", told=finding)
        actions(evidence)


def listed(
    finding: str, draw_body: Callable[[], None], *, answer: Answer, **basis: Unpack[Basis]
) -> None:
    """A panel around whatever `draw_body` draws, such as rows with buttons or widgets."""
    with st.container(border=True, gap="xsmall"):
        evidence = _heading(finding, answer, **basis)
        draw_body()
        actions(evidence)


def behind(finding: str, *, answer: Answer, **basis: Unpack[Basis]) -> None:
    """The foot line and the actions alone, where the finding and what shows it stand elsewhere."""
    actions(_evidence(finding, answer, **basis))


def _heading(finding: str, answer: Answer, **basis: Unpack[Basis]) -> Evidence:
    st.html(f'<h2 style="{TITLE}">{html(finding)}</h2>')
    return _evidence(finding, answer, **basis)


def _evidence(finding: str, answer: Answer, **basis: Unpack[Basis]) -> Evidence:
    query, view = basis["query"], basis["view"]
    return Evidence(
        finding=finding,
        answer=answer,
        query=query,
        view=view,
        key=basis.get("key") or query,
        facts=facts(view, basis.get("n"), basis.get("interval")),
        language=language(),
        reader=access.reader().name,
    )


def facts(view: View, n: int | None = None, interval: str | None = None) -> str:
    """The foot line: n, interval, period, filters, and how new the data are."""
    parts = [
        *counted(n, interval),
        dates.span(view.since, view.until),
        *filters_in_words(view),
        _("data of {day}").format(day=dates.iso(database.freshness().imported_at)),
    ]
    return " · ".join(part for part in parts if part)


def counted(n: int | None, interval: str | None) -> list[str]:
    """How many the finding rests on and its interval; nothing for what is not known."""
    told = [] if n is None else [_("n = {n}").format(n=numbers.number(n))]
    if interval is not None:
        told.append(_("95% interval {interval}").format(interval=interval))
    return told
