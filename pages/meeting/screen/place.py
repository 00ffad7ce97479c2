"""Where the meeting is: week, slide, look. Kept in the session, written to the URL on every run.

As with the filters, the URL wins when it carries what we did not write (a link, Back, Forward).
Only a run of the whole page reads it: a run of the stage alone may still carry the URL of the slide
before, when keys are pressed faster than the browser learns of it.
"""

from dataclasses import replace

import streamlit as st

from pages.meeting.screen import link as links
from pages.meeting.screen.link import Link
from pages.shared.frame import bare

LINK, WRITTEN, PROBLEMS = "meeting", "meeting_written", "meeting_problems"


def settle(count: int) -> Link:
    """Settle where the meeting is in this run; `count`: how many slides there are."""
    carried = _carried()
    is_news = bool(carried) and carried != st.session_state.get(WRITTEN)
    if is_news or LINK not in st.session_state:
        link, problems = links.read(carried, count)
        said = bare.problems() if link.is_full else ()  # in the frame they stand above the page
        st.session_state[LINK], st.session_state[PROBLEMS] = link, (*problems, *said)
    elif not carried:  # back from another page: in the frame, as pages are
        go(replace(current(), is_full=False))
    return current()


def current() -> Link:
    """Where the meeting is now."""
    settled: Link = st.session_state[LINK]
    return settled


def problems() -> tuple[str, ...]:
    """Sentences about what could not be used of the link, until the next move."""
    said: tuple[str, ...] = st.session_state.get(PROBLEMS, ())
    return said


def go(new: Link) -> None:
    """Go there; what was wrong with the link before is settled by that."""
    if new != current():
        st.session_state[LINK], st.session_state[PROBLEMS] = new, ()


def write(week: str) -> None:
    """Put the place into the URL; what it carries already is not sent again."""
    wanted = current().parameters(week)
    st.session_state[WRITTEN] = wanted
    if _carried() == wanted:
        return
    others = {key: st.query_params.get_all(key) for key in st.query_params}
    st.query_params.from_dict(
        {key: values for key, values in others.items() if key not in links.KEYS} | wanted
    )


def _carried() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in links.KEYS if key in st.query_params}
