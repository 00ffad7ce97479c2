"""The filters on the screen: the choice in the session, written to the URL on every run.

Three sources can differ at the start of a run, and one wins: the URL when it carries a choice that
we did not write (a link, Back, Forward); else the session, which a widget has just changed or
which a page switch carries over. Then the URL is written out in full.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from pages.shared import database
from pages.shared.filters import choice, matching, periods, saved
from pages.shared.filters.choice import Choice, Parameters
from pages.shared.filters.periods import Period
from pages.shared.filters.saved import Saved
from pages.shared.filters.view import View
from pages.shared.text import _, words

CHOICE, WRITTEN, VIEW = "choice", "choice_written", "view"
SAVED, OPENED = "saved", "choice_saved"  # in the URL, in the session: the saved view that is open
PROBLEMS, MISSING = "choice_problems", "choice_missing"


def begin(beside: Parameters | None = None) -> View:
    """Settle the choice of this run, write it to the URL with what stands beside it, view it."""
    _settle()
    _write(chosen().parameters(), {**(beside or {}), **_opened()})
    clients = database.clients()
    matched = matching.match(chosen(), clients)
    st.session_state[MISSING] = matched.missing
    st.session_state[VIEW] = matching.view(chosen(), clients, matched)
    return view()


def view() -> View:
    """The view of this run."""
    settled: View = st.session_state[VIEW]
    return settled


def chosen() -> Choice:
    """What the reader has chosen."""
    settled: Choice = st.session_state[CHOICE]
    return settled


def choose(new: Choice, problems: tuple[str, ...] = ()) -> None:
    """Take over a choice, with sentences about what could not be used."""
    st.session_state[CHOICE] = new
    st.session_state[PROBLEMS] = problems


def open_saved(view: Saved) -> None:
    """Take over what a saved view means now; its name stays in the URL as long as that holds."""
    choose(view.choice(offered()))
    st.session_state[OPENED] = view.name


def opened() -> str | None:
    """The saved view whose filters these are, if one is open."""
    name: str | None = st.session_state.get(OPENED)
    view = saved.known().get(name) if name else None
    return name if view is not None and view.choice(offered()) == chosen() else None


def offered() -> dict[str, Period]:
    """The periods on offer."""
    return periods.presets(newest_day(), oldest_day())


def _opened() -> dict[str, list[str]]:
    name = opened()
    return {SAVED: [name]} if name else {}


def problems() -> tuple[str, ...]:
    """Sentences about the link or the dates, and about values that were not found."""
    missing: tuple[str, ...] = st.session_state[MISSING]
    said: tuple[str, ...] = st.session_state[PROBLEMS]
    return (*said, matching.not_found(missing)) if missing else said


def usual() -> Period:
    """The period where nobody named one: the last twelve weeks."""
    return periods.last_weeks(newest_day(), 12)


def newest_day() -> date:
    """Day of the newest record; without any record, today in the company's time zone."""
    newest = database.freshness().newest_on
    return newest or datetime.now(ZoneInfo(database.settings().time_zone)).date()


def oldest_day() -> date:
    """Day of the oldest record; without any record, the same as the newest."""
    oldest = database.counts()["oldest_on"]
    return newest_day() if oldest is None or oldest != oldest else oldest.date()


def written() -> Parameters:
    """What we put into the URL on the last run; what differs from it came from outside."""
    known: Parameters = st.session_state.get(WRITTEN, {})
    return known


def in_url() -> dict[str, list[str]]:
    """Everything that the URL carries."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _write(parameters: Parameters, beside: Parameters) -> None:
    """Put the choice into the URL; what it carries already is not sent again."""
    ours = (*choice.KEYS, choice.NAME, SAVED)
    others = {key: values for key, values in in_url().items() if key not in ours}
    wanted = {**others, **beside, **parameters}
    if in_url() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = {**beside, **parameters}


def _settle() -> None:
    carried, known = _of_choice(in_url()), _of_choice(written())
    is_news = bool(carried) and carried != known
    if is_news or CHOICE not in st.session_state:
        choose(*choice.read(carried, usual()))
    name = in_url().get(SAVED, [""])[-1]
    if name and [name] != written().get(SAVED):
        _open_named(name, is_alone=not carried)


def _open_named(name: str, *, is_alone: bool) -> None:
    """A saved view that a link names; filters that the link carries as well go before it."""
    view = saved.known().get(name)
    if view is not None and is_alone:
        open_saved(view)
    elif view is not None:
        st.session_state[OPENED] = name
    else:
        sentence = _("There is no saved view {name} for you; the link's filters are shown.")
        choose(chosen(), (*st.session_state[PROBLEMS], sentence.format(name=words.quoted(name))))


def _of_choice(parameters: Parameters) -> Parameters:
    return {key: values for key, values in parameters.items() if key in choice.KEYS}
