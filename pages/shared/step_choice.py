"""Between which two steps time is measured: two selectors, kept in the URL.

The URL alone is the truth, written by ourselves like the filters': a link keeps its meaning, and a
step that it names wrongly is said and replaced by the usual one.
"""

from functools import partial

import streamlit as st

from pages.shared import panel
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import handling_between
from pages.shared.text import _, words
from pages.shared.text.vocabulary import STEPS
from queries import DEFAULTS

KEYS = {"from_step": "from", "to_step": "to"}  # what is bound, and its name in the URL


def draw_between(view: View) -> None:
    """The panel: the time between the two steps chosen, the selectors inside."""
    steps, few = tuple(map(_chosen, KEYS)), settings().few
    first, second = steps
    row = ask("complaints/time_between", view, from_step=first, to_step=second)
    told = handling_between.shown(row, few.minimum_n_median, few.minimum_n_p90)
    panel.listed(
        handling_between.told(row, (first, second), few.minimum_n_median, few.minimum_n_p90),
        partial(_body, panel.laid_out(told)),
        answer=told,
        query="complaints/time_between",
        view=view,
        n=int(row.measured_count.iloc[0]),
    )


def _chosen(parameter: str) -> str:
    """The step that the URL names; the usual one where it names none that there is."""
    usual = str(DEFAULTS[parameter])
    asked: str = st.query_params.get(KEYS[parameter], usual)
    return asked if asked in STEPS else usual


def _body(table: panel.LaidOut) -> None:
    left, right = st.columns(2)
    with left:
        _selector(_("From"), "from_step")
    with right:
        _selector(_("To"), "to_step")
    if any(st.query_params.get(key, "received") not in STEPS for key in KEYS.values()):
        st.warning(_("The link names a step that does not exist; the usual one is used."))
    panel.draw(table, key="between")


def _selector(label: str, parameter: str) -> None:
    key = f"step {parameter}"
    if st.session_state.get(key) != _chosen(parameter):
        st.session_state[key] = _chosen(parameter)
    st.selectbox(
        label,
        list(STEPS),
        format_func=lambda step: words.capital(words.step(step)),
        key=key,
        on_change=partial(_take, parameter),
    )


def _take(parameter: str) -> None:
    st.query_params[KEYS[parameter]] = st.session_state[f"step {parameter}"]
