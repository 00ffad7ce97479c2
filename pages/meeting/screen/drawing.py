"""A slide drawn: its finding on top, at most two panels side by side, facts below each."""

from pathlib import Path

import streamlit as st

from pages.meeting.screen.made import Body, Made
from pages.meeting.slides.model import Panel
from pages.shared import panel
from pages.shared.charts import palette
from pages.shared.panel.evidence import CONFIG
from pages.shared.safe import html

MOST = 2  # panels on a slide
STYLE = Path(__file__).with_name("slide.css").read_text(encoding="utf-8")


def style() -> None:
    """The rules of the slide and the colours of the reader's theme."""
    now = palette()
    colours = {"ground": now.ground, "ink": now.ink, "accent": now.accent, "line": now.grid}
    told = "".join(f"--slide-{name}: {colour}; " for name, colour in colours.items())
    st.html(f"<style>:root {{ {told} }}\n{STYLE}</style>")


def draw(slide: Made, number: str) -> None:
    """Draw it; `number` says which of how many it is."""
    with st.container(key="slide", gap=None):
        st.html(
            f'<p class="slide-strip"><span>{slide.strip}</span>'
            f'<span class="slide-number">{html(number)}</span></p>'
            f'<h1 class="slide-finding">{html(slide.finding)}</h1>'
        )
        with st.container(key="panels", horizontal=True, height="stretch"):
            for place in range(MOST):
                body = slide.bodies[place] if place < len(slide.bodies) else None
                _panel(body, place)


def rows_behind(slide: Made) -> None:
    """Under the slide, in the frame only: rows, definition and files of each panel."""
    for place, column in enumerate(st.columns(MOST)):
        with column:
            if place < len(slide.panels):
                _rows_behind(slide.panels[place], place)


def _rows_behind(one: Panel, place: int) -> None:
    panel.behind(
        one.finding,
        answer=one.answer,
        query=one.query,
        view=one.view,
        n=one.n,
        interval=one.interval,
        key=f"slide {place}",
    )


def _panel(body: Body | None, place: int) -> None:
    """Always the same three elements, also where there is no panel (then out of sight).

    Streamlit takes elements away only after a run; what a slide has less than the one before would
    stand beside it until then, and for good when a timer's run follows at that moment.
    """
    with st.container(key=f"{'no-' * (body is None)}panel-{place}", gap=None, height="stretch"):
        _words(None if body is None else body.heading)
        _shown(body, place)
        _words(body.facts if body and body.facts else None)


def _words(told: str | None) -> None:
    if told is None:
        st.empty()
    else:
        st.html(told)


def _shown(body: Body | None, place: int) -> None:
    if body is None or body.shown is None:
        st.empty()
    elif isinstance(body.shown, str):
        st.html(body.shown)
    else:
        st.plotly_chart(
            body.shown,
            height="stretch",
            theme=None,
            key=f"slide chart {place}",
            config=CONFIG,
            alt=body.said,
        )
