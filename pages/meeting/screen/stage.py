"""The stage: the slide that is shown now, and the remote control that asks for another.

A fragment: a key runs it alone, not the whole page, so that the next slide is there at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from pages.meeting import weeks
from pages.meeting.screen import link as links
from pages.meeting.screen import place
from pages.meeting.screen.drawing import draw, rows_behind, style
from pages.meeting.screen.made import Made, made
from pages.meeting.screen.remote import asked, remote
from pages.meeting.slides.model import Slide
from pages.shared import access
from pages.shared.filters import View
from pages.shared.remembered import remembered
from pages.shared.safe import markdown
from pages.shared.text import _, numbers

ACTIONS, ANEW, NUMBER = "meeting_actions", "meeting_anew", "meeting_number"
Work = Callable[[View], Slide]


@st.fragment
def stage(week: View, slides: Sequence[Work]) -> None:
    """Draw the slide of the link, and run the whole page where more than the slide is asked for."""
    _go_as_asked(len(slides))
    place.write(weeks.text(week))
    if st.session_state.pop(ANEW, False):
        st.rerun()
    now = place.current()
    number = _("{number} / {count}").format(number=now.slide, count=len(slides))
    slide = _slide(week, slides[now.slide - 1], now.slide)
    style()
    _say_problems()
    with st.container(key="stage-full" if now.is_full else "stage-framed"):
        draw(slide, number)
    if not now.is_full:
        rows_behind(slide)
    remote(_told(slide, len(slides)), _nothing)


def _say_problems() -> None:
    """What could not be used of the link; gone with the next move."""
    if told := [markdown(problem) for problem in place.problems()]:
        look = "full" if place.current().is_full else "framed"
        with st.container(key=f"meeting_problems_{look}"):
            st.warning("  \n".join(told), icon=":material/link_off:")


def _slide(week: View, work: Work, number: int) -> Made:
    """Only the slide that is shown is worked out; it is remembered for everybody."""
    return remembered(f"weekly slide {number}", week, partial(_work_out, work))


def _work_out(work: Work, week: View) -> Made:
    return made(work(week), week)


def _told(slide: Made, count: int) -> dict[str, object]:
    """What the remote control has to know."""
    now = place.current()
    told = _("Slide {number} of {count}: {finding}").format(
        number=numbers.number(now.slide), count=numbers.number(count), finding=slide.finding
    )
    return {
        "slide": now.slide,
        "count": count,
        "is_full": now.is_full,
        "advance": now.advance,
        "refresh": now.refresh,
        "may_edit": access.reader().may_edit,
        "number": st.session_state.get(NUMBER, 0),
        "told": told,
    }


def _go_as_asked(count: int) -> None:
    """What the browser asked for since the last run, in its order."""
    for what, value, number in asked():
        if number <= st.session_state.get(NUMBER, 0):
            continue
        st.session_state[NUMBER] = number
        if what == "slide" and isinstance(value, int):
            place.go(links.moved(place.current(), value, count))
        elif what == "screen":
            place.go(replace(place.current(), is_full=value == links.FULL))
            st.session_state[ANEW] = True
        elif what in ("act", "refresh"):
            st.session_state[ACTIONS] = what == "act"
            st.session_state[ANEW] = True


def _nothing() -> None:
    """A trigger needs a callback to be one; the run after it finds what was asked."""
