"""What stands around the slide in the frame: the week, the slide, actions, pack and full screen.

In full screen the keys do the same, and only what is wrong with the link is said.
"""

from dataclasses import replace

import streamlit as st

from pages.meeting import weeks
from pages.meeting.screen import place
from pages.meeting.screen.link import Link
from pages.meeting.screen.stage import ACTIONS
from pages.shared import access, dialogs
from pages.shared.filters import View
from pages.shared.frame import bare
from pages.shared.safe import markdown
from pages.shared.text import _

CHOSEN = "meeting_week_chosen"


def say_problems(wrong_week: str | None) -> None:
    """What could not be used of the link; gone with the next move."""
    said = [wrong_week, *place.problems()]
    if place.current().is_full:
        said += bare.problems()
    told = [markdown(problem) for problem in said if problem]
    if told:
        with st.container(key="meeting_problems"):
            st.warning("  \n".join(told), icon=":material/link_off:")


def draw(week: View, count: int) -> None:
    """One row of buttons above the slide."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _weeks(week)
        _slides(week, count)
        st.space("stretch")
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
    _step(":material/chevron_left:", _("Week before"), weeks.earlier(week), week)
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
    _step(":material/chevron_right:", _("Week after"), weeks.later(week), week)


def _step(icon: str, label: str, name: str | None, week: View) -> None:
    st.button(
        label,
        icon=icon,
        disabled=name is None,
        key=f"meeting_{label}",
        on_click=_go,
        args=(replace(place.current(), week=name), weeks.text(week)),
    )


def _slides(week: View, count: int) -> None:
    """The slide before and the one after."""
    now = place.current().slide
    for icon, label, slide in (
        (":material/arrow_back:", _("Slide before"), now - 1),
        (":material/arrow_forward:", _("Next slide"), now + 1),
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
    st.dialog(_("Actions"), width="large", on_dismiss="rerun")(_editor)(week)


def _editor(week: View) -> None:
    from pages.shared import action_panels

    action_panels.editor(week)
