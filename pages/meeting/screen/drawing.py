"""A slide drawn: its finding on top, at most two panels side by side, facts below each."""

from pathlib import Path

import streamlit as st

from pages.meeting.screen.made import Body, Made
from pages.shared.charts import palette
from pages.shared.panel.evidence import CONFIG
from pages.shared.safe import html

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
        if slide.bodies:
            with st.container(key="panels", horizontal=True, height="stretch"):
                for place, body in enumerate(slide.bodies):
                    _panel(body, place)


def _panel(body: Body, place: int) -> None:
    with st.container(key=f"panel-{place}", gap=None, height="stretch"):
        st.html(body.heading)
        if isinstance(body.shown, str):
            with st.container(key=f"slide-body-{place}", height="stretch"):
                st.html(body.shown)
        elif body.shown is not None:
            st.plotly_chart(
                body.shown,
                height="stretch",
                theme=None,
                key=f"slide chart {place}",
                config=CONFIG,
                alt=body.said,
            )
        if body.facts:
            st.html(f'<p class="panel-facts">{body.facts}</p>')
