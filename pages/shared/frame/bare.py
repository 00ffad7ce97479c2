"""A page that fills the whole screen: no menu, no row above it, for a room that looks at it."""

import streamlit as st

from pages.shared.filters import state
from pages.shared.frame import header, language

SCREEN, FULL = "screen", "full"
# The menu is Streamlit's own: it can only be left out of sight, and is then out of the keys' reach.
STYLE = """<style>
[data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stStatusWidget"] {
  display: none;
}
</style>"""


def is_asked() -> bool:
    """Does the link ask for the page alone?"""
    return st.query_params.get(SCREEN) == FULL


def draw() -> None:
    """What a page needs even so: the rules of style. It follows light and dark by itself."""
    header.begin()
    st.html(STYLE)


def problems() -> tuple[str, ...]:
    """What could not be used of the link: the page says it, as there is no row to do so."""
    return (*state.problems(), *language.problems())
