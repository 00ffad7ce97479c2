"""The value sheet of one client, chosen in a select box and kept in the URL.

`sheet=ID` beside the filters: the filter `client=ID` would cut the whole page to that client. Only
clients of the view that have a worth to be told are offered; any other id is said to be unknown,
whether it is none of the reader's or nobody's.
"""

from functools import partial

import pandas as pd
import streamlit as st

from data.value import Assumptions
from pages.shared import panel, value_panels
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.filters.labels import client_labels
from pages.shared.findings import value_sheets
from pages.shared.findings.value import AT_STAKE
from pages.shared.findings.value_cases import CASES
from pages.shared.rows import Row, rows_of
from pages.shared.safe import markdown
from pages.shared.text import _, words
from pages.shared.value_panels import SHEET

KEY, WIDGET = "sheet", "sheet of client"


def draw_client(view: View, entered: Assumptions) -> None:
    """The panel: the seven lines of the client chosen, the selector inside."""
    rows, currency = value_panels.sheet(view, entered), settings().currency
    row = _chosen(rows)
    told = value_sheets.nobody_chosen() if row is None else value_sheets.client_told(row, currency)
    lines = pd.DataFrame(columns=["line", *CASES])
    if row is not None:
        lines = value_sheets.of_client(row, value_panels.cases(entered), currency)
    panel.listed(
        told,
        partial(_body, rows, lines),
        answer=lines,
        query=SHEET,
        view=view,
        n=None if row is None else 1,
        key="sheet of client",
    )


def _chosen(rows: pd.DataFrame) -> Row | None:
    """The client that the URL names, else the usual one; None for an unknown one."""
    asked = st.query_params.get(KEY)
    found = _usual(rows) if asked is None else rows[rows.client_id == asked]
    return rows_of(found)[0] if len(found) else None


def _usual(rows: pd.DataFrame) -> pd.DataFrame:
    """Where none is named: of those at stake (else of all) the one with most business a year."""
    at_stake = rows[rows.tier.isin(AT_STAKE) & rows.yearly_worth.notna()]
    some = at_stake if len(at_stake) else rows
    return some.sort_values("yearly_worth", ascending=False, kind="stable").head(1)


def _body(rows: pd.DataFrame, lines: pd.DataFrame) -> None:
    _selector(rows)
    asked = st.query_params.get(KEY)
    if asked is not None and asked not in set(rows.client_id):
        said = _("Not found among the clients valued here: {name}.")
        st.warning(markdown(said.format(name=words.quoted(asked[:80]))), icon=":material/link_off:")
    if len(lines):
        panel.draw(value_panels.in_columns(lines), key="lines")


def _selector(rows: pd.DataFrame) -> None:
    row = _chosen(rows)
    shown = None if row is None else str(row["client_id"])
    if st.session_state.get(WIDGET) != shown:
        st.session_state[WIDGET] = shown
    by_name = rows.sort_values(["client_name", "client_id"], kind="stable")
    st.selectbox(
        _("Client"),
        by_name.client_id.tolist(),
        index=None,
        format_func=client_labels(rows),
        key=WIDGET,
        placeholder=_("Choose a client"),
        on_change=_take,
    )


def _take() -> None:
    chosen = st.session_state[WIDGET]
    if chosen is None:
        st.query_params.pop(KEY, None)
    else:
        st.query_params[KEY] = chosen
