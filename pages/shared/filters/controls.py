"""The popover that changes what the reader looks at.

Its widgets show the choice of the session and change it in their callbacks; the choice is the
truth, not they. They are built on every run. Building them only while the popover is open was
rejected: closing it would then run the page, and a click on the menu closes it as well, so that two
runs compete and the reader ends on the page just left, or on an empty one.
"""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.shared import database
from pages.shared.filters import periods, saved_controls, state
from pages.shared.filters.choice import EARLIEST, LATEST, MOST, Choice
from pages.shared.filters.labels import (
    COMPARISONS,
    FIELDS,
    OWN,
    PRESETS,
    label_of,
    options,
)
from pages.shared.filters.periods import Period
from pages.shared.text import _

PRESET, SINCE, UNTIL, COMPARISON = "filter_preset", "filter_since", "filter_until", "filter_compare"


def popover(*, has_period: bool = True) -> None:
    """The button and what it holds; a page with days of its own leaves the period out."""
    opened = st.popover(_("Filters"), icon=":material/tune:", key="filters")
    with opened, st.container(gap="xsmall"):
        if has_period:
            _period()
        _clients()
        st.button(_("Clear filters"), on_click=_clear, icon=":material/filter_alt_off:")
        saved_controls.draw()


def _period() -> None:
    offered = state.offered()
    _show(
        {
            PRESET: _preset_of(state.chosen().period, offered),
            SINCE: state.chosen().since,
            UNTIL: state.chosen().until,
            COMPARISON: state.chosen().comparison,
        }
    )
    st.selectbox(
        _("Period"),
        [*offered, OWN],
        format_func={key: _(name) for key, name in PRESETS.items()}.__getitem__,
        key=PRESET,
        on_change=_take_preset,
    )
    first, last = st.columns(2)
    with first:
        _day(_("From"), SINCE)
    with last:
        _day(_("Until"), UNTIL)
    st.radio(
        _("Compare with"),
        periods.COMPARISONS,
        format_func={key: _(name) for key, name in COMPARISONS.items()}.__getitem__,
        key=COMPARISON,
        on_change=_take,
        horizontal=True,
    )


def _day(label: str, key: str) -> None:
    st.date_input(label, None, EARLIEST, LATEST, key=key, on_change=_take, format="YYYY-MM-DD")


def _clients() -> None:
    """Two short filters side by side, the clients' own below them over the whole width."""
    clients = database.clients()
    left, right = st.columns(2)
    for field, place in zip(FIELDS, (left, right, left, right, st.container()), strict=True):
        with place:
            _multiselect(field, clients)


def _multiselect(field: str, clients: pd.DataFrame) -> None:
    chosen = getattr(state.chosen(), field)
    _show({_key(field): list(chosen)})
    st.multiselect(
        _(FIELDS[field]),
        options(clients, field, chosen),
        format_func=label_of(field, clients),
        key=_key(field),
        on_change=_take,
        placeholder=_("All"),
        max_selections=MOST,
        select_all=False,
    )


def _show(values: Mapping[str, object]) -> None:
    """Let widgets show these values; one that shows its value already is left alone."""
    for key, value in values.items():
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value


def _take() -> None:
    """Take what the widgets show as the choice; a period that ends before it begins is refused."""
    period, problems = _period_shown()
    lists = [tuple(st.session_state[_key(field)]) for field in FIELDS]
    comparison = st.session_state.get(COMPARISON) or state.chosen().comparison
    state.choose(Choice(*period, comparison, *lists), problems)


def _period_shown() -> tuple[Period, tuple[str, ...]]:
    """The period in the two fields; the one before where a field is empty or they contradict."""
    since, until = st.session_state.get(SINCE), st.session_state.get(UNTIL)
    if since is None or until is None:
        return state.chosen().period, ()
    if since > until:
        return state.chosen().period, (_("The first day is after the last: nothing was changed."),)
    return Period(since, until), ()


def _take_preset() -> None:
    period = state.offered().get(st.session_state[PRESET])
    if period is not None:
        state.choose(replace(state.chosen(), since=period.since, until=period.until))


def _clear() -> None:
    """Back to all clients; the period stays."""
    period, comparison = state.chosen().period, state.chosen().comparison
    state.choose(Choice(*period, comparison))


def _preset_of(period: Period, offered: Mapping[str, Period]) -> str:
    return next((key for key, value in offered.items() if value == period), OWN)


def _key(field: str) -> str:
    return f"filter_{field}"
