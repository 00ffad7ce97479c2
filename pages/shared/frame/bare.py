"""A page that fills the whole screen: no menu, no row above it, for a room that looks at it."""

import streamlit as st

from pages.shared import dialogs
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
    """What a page needs even so: the rules of style, and light or dark followed."""
    header.begin()
    st.html(STYLE)
    _follow()


def problems() -> tuple[str, ...]:
    """What could not be used of the link: the page says it, as there is no row to do so."""
    return (*state.problems(), *language.problems())


@st.fragment(run_every=header.LOOK_AGAIN)
def _follow() -> None:
    """Charts are drawn for light or for dark: drawn again when the reader changes it."""
    if header.is_repainted() and not dialogs.is_open():
        st.rerun()
