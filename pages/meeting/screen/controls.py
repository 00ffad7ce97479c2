"""What stands around the slide in the frame: the week, the slide, actions, pack and full screen.

In full screen the keys do the same.
"""

from dataclasses import replace

import streamlit as st

from pages.meeting import weeks
from pages.meeting.pack import offer
from pages.meeting.screen import place
from pages.meeting.screen.link import Link
from pages.meeting.screen.stage import ACTIONS
from pages.shared import access, action_panels, dialogs
from pages.shared.filters import View
from pages.shared.text import _

CHOSEN = "meeting_week_chosen"


def draw(week: View, count: int) -> None:
    """One row of buttons above the slide."""
    with st.container(
        key="meeting_row", horizontal=True, vertical_alignment="center", gap="xsmall"
    ):
        _weeks(week)
        _slides(week, count)
        st.space("stretch")
        offer.buttons(week)
        if access.reader().may_edit:
            st.button(
                _("Actions"),
                icon=":material/checklist:",
                help=_("Key A"),
                key="meeting_open_actions",
                on_click=_ask_for_actions,
            )
        st.button(
            _("Full screen"),
            icon=":material/fullscreen:",
            help=_("Key F; Esc leads back"),
            key="meeting_full_screen",
            on_click=_go,
            args=(replace(place.current(), is_full=True), weeks.text(week)),
        )


def _weeks(week: View) -> None:
    """The week before, a list of weeks, the week after."""
    shown = weeks.text(week)
    _step("before", ":material/chevron_left:", _("Week before"), weeks.earlier(week), week)
    if st.session_state.get(CHOSEN) != shown:
        st.session_state[CHOSEN] = shown
    offered = weeks.offered()
    st.selectbox(
        _("Week"),
        offered if shown in offered else [shown, *offered],
        key=CHOSEN,
        on_change=_take_week,
        label_visibility="collapsed",
        width=150,
    )
    _step("after", ":material/chevron_right:", _("Week after"), weeks.later(week), week)


def _step(key: str, icon: str, label: str, name: str | None, week: View) -> None:
    st.button(
        label,
        icon=icon,
        disabled=name is None,
        key=f"meeting_week_{key}",
        on_click=_go,
        args=(replace(place.current(), week=name), weeks.text(week)),
    )


def _slides(week: View, count: int) -> None:
    """The slide before and the one after."""
    now = place.current().slide
    for icon, label, slide in (
        (":material/arrow_back:", _("Back"), now - 1),
        (":material/arrow_forward:", _("Next"), now + 1),
    ):
        st.button(
            label,
            icon=icon,
            disabled=not 1 <= slide <= count,
            key=f"meeting_slide_{slide - now}",
            on_click=_go,
            args=(replace(place.current(), slide=slide), weeks.text(week)),
        )


def _take_week() -> None:
    place.go(replace(place.current(), week=st.session_state[CHOSEN]))


def _go(where: Link, shown: str) -> None:
    """The URL is written at once: the frame reads it before the page runs."""
    place.go(where)
    place.write(where.week or shown)


def _ask_for_actions() -> None:
    st.session_state[ACTIONS] = True


def open_actions_if_asked(week: View) -> None:
    """The editor of actions over the slide, until it is closed."""
    if not st.session_state.pop(ACTIONS, False):
        return
    dialogs.opened()
    st.dialog(_("Actions"), width="large", on_dismiss="rerun")(action_panels.editor)(week)
