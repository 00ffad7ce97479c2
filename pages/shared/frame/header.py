"""The row above every page: the view in words, how fresh the data are, filters, language."""

import streamlit as st

from pages.shared import database, dialogs, filters
from pages.shared.filters import state
from pages.shared.filters.controls import popover
from pages.shared.filters.words import filters as filters_in_words
from pages.shared.frame import copy_link, language, reach, spoken
from pages.shared.panel.style import STYLE as PANEL_STYLE
from pages.shared.safe import markdown
from pages.shared.text import _, dates, numbers, words

LOOK_AGAIN = "5s"
THEME = "theme drawn"
ROW = "view_row"
# Streamlit leaves 5rem at both sides, whatever the theme says. The words of the view go on in a
# second line before a button does.
STYLE = f"""<style>
[data-testid="stMainBlockContainer"] {{ padding-left: 1.5rem; padding-right: 1.5rem; }}
.st-key-{ROW} > :first-child {{ flex: 1 1 0; min-width: 18rem; }}
</style>"""


def style() -> None:
    """Mend the margins, before anything is drawn inside them, and what is seen and read aloud."""
    st.html(STYLE + reach.STYLE)
    spoken.draw()


def begin() -> None:
    """The rules of style, and which theme the page is drawn for."""
    st.html(STYLE + reach.STYLE + PANEL_STYLE)
    st.session_state[THEME] = st.context.theme.type


def is_repainted() -> bool:
    """Has the reader changed between light and dark since?"""
    return bool(st.context.theme.type != st.session_state[THEME])


def draw(*, has_own_period: bool = False) -> None:
    """Draw the row, and under it what could not be used of the link.

    `has_own_period`: the page says itself which days it is about; only the clients stand here.
    """
    begin()
    shown = filters.bar()
    parts = filters_in_words(shown)
    told = words.capital(" · ".join(parts)) if has_own_period else shown.sentence
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=ROW):
        st.markdown(f"**{markdown(told)}**", width="stretch")
        with st.container(width="content"):
            freshness()
        popover(has_period=not has_own_period)
        copy_link.button()
        language.control()
    if said := [*state.problems(), *language.problems()]:
        st.warning("  \n".join(markdown(problem) for problem in said), icon=":material/link_off:")


@st.fragment(run_every=LOOK_AGAIN)
def freshness() -> None:
    """Say how fresh the data are; run the page again when a new build is there, also unasked."""
    newest = database.newest_build()
    is_new = newest is not None and newest.name != database.build().name
    if (is_new or is_repainted()) and not dialogs.is_open():
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
