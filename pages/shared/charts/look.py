"""The house style: colours of the tiers, of light and of dark, type, and the chart template.

An own template, because a figure made inside Streamlit otherwise carries placeholder colours. The
figure is drawn with Streamlit's chart theme off, so text takes its colour here from the reader's
light or dark theme.
"""

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

TIER_COLOURS = {
    "lifelong": "#1d4f91",
    "loyal": "#4076b3",
    "satisfied": "#a9c8e6",
    "basic": "#f2b65a",
    "complaining": "#c0392b",
    "unheard": "#c9ced6",
    "left": "#667085",
}
ON_TIER = {
    "lifelong": "#ffffff",
    "loyal": "#ffffff",
    "satisfied": "#1b1f24",
    "basic": "#1b1f24",
    "complaining": "#ffffff",
    "unheard": "#1b1f24",
    "left": "#ffffff",
}
FONTS = "'Segoe UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans', sans-serif"
TEXT_SIZE = 13
MUTED = 0.72  # opacity of text that matters less; 4.5 : 1 in light and in dark
LINE = 17  # pixels from one line of text to the next
HATCHED = {"shape": "/", "size": 6, "solidity": 0.25, "fgcolor": "#667085"}


@dataclass(frozen=True)
class Palette:
    """Colours that depend on light or dark; the tiers' do not."""

    ink: str
    muted: str
    accent: str
    band: str
    grid: str
    ground: str


LIGHT = Palette("#1b1f24", "#667085", "#1d4f91", "rgba(29,79,145,0.12)", "#e4e7ec", "#ffffff")
DARK = Palette("#e8ebef", "#a3adba", "#7fb0e6", "rgba(127,176,230,0.22)", "#343b46", "#14181d")


def palette() -> Palette:
    """The colours of the reader's theme; light where it is not known."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _template(colours: Palette) -> go.layout.Template:
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": False,
        "title": {"font": {"size": TEXT_SIZE}},
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONTS, "size": TEXT_SIZE, "color": colours.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [colours.accent, colours.muted, colours.ink],
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "showlegend": False,
            "dragmode": False,
            "hoverlabel": {
                "bgcolor": colours.ground,
                "bordercolor": colours.muted,
                "font": {"family": FONTS, "size": TEXT_SIZE, "color": colours.ink},
                "align": "left",
            },
            "xaxis": axis,
            "yaxis": {**axis, "gridcolor": colours.grid},
        }
    )


_TEMPLATES = {LIGHT: _template(LIGHT), DARK: _template(DARK)}


def template() -> go.layout.Template:
    """The template of the reader's theme."""
    return _TEMPLATES[palette()]
