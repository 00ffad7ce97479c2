"""The row above every page: the view in words, how fresh the data are, filters, language."""

import streamlit as st

from pages.shared import database, filters
from pages.shared.filters import state
from pages.shared.filters.controls import popover
from pages.shared.frame import language
from pages.shared.panel.style import STYLE as PANEL_STYLE
from pages.shared.safe import markdown
from pages.shared.text import _, dates, numbers

LOOK_AGAIN = "5s"
THEME = "theme drawn"
# Streamlit leaves 5rem at both sides, whatever the theme says.
STYLE = """<style>
[data-testid="stMainBlockContainer"] { padding-left: 1.5rem; padding-right: 1.5rem; }
</style>"""


def style() -> None:
    """Mend the margins, before anything is drawn inside them."""
    st.html(STYLE)


def draw() -> None:
    """Draw the row, and under it what could not be used of the link."""
    st.html(STYLE + PANEL_STYLE)
    st.session_state[THEME] = st.context.theme.type
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{markdown(filters.bar().sentence)}**", width="stretch")
        with st.container(width="content"):
            freshness()
        popover()
        language.control()
    if said := [*state.problems(), *language.problems()]:
        st.warning("  \n".join(markdown(problem) for problem in said), icon=":material/link_off:")


@st.fragment(run_every=LOOK_AGAIN)
def freshness() -> None:
    """Say how fresh the data are; run the page again when a new build is there, also unasked."""
    newest = database.newest_build()
    if newest is not None and newest.name != database.build().name:
        st.rerun()
    if st.context.theme.type != st.session_state[THEME]:  # charts are drawn for light or for dark
        st.rerun()
    fresh = database.freshness()
    if fresh.newest_on is None:
        st.caption(_("No records yet"), width="content")
    else:
        until = _("Data until {day}").format(day=dates.iso(fresh.newest_on))
        st.caption(until, width="content", help=_imported(fresh))


def _imported(fresh: database.Freshness) -> str:
    when = f"{fresh.imported_at:%Y-%m-%d %H:%M}" if fresh.imported_at else numbers.MISSING
    return _("Last import: {moment}").format(moment=when)
