"""The actions of the weekly meeting: the list, and the editor that the meeting writes in.

The editor is about now: a period in the past shows the actions as they are known today, because
they are changed today. The view gives the clients, and since when done ones are listed.
"""

import zlib
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from pages.shared import (
    access,
    action_forms,
    action_history,
    action_state,
    dialogs,
    entering,
    panel,
)
from pages.shared.action_state import TURN
from pages.shared.database import ask
from pages.shared.filters import View
from pages.shared.findings import actions
from pages.shared.panel import LaidOut
from pages.shared.rows import Row, rows_of
from pages.shared.text import _
from pages.shared.text.numbers import MISSING

QUESTION = "meeting/actions"
LOOK_AGAIN = "2s"
DRAWN = "actions_drawn"
PICKED = "action_picked"


def present(view: View) -> View:
    """The same clients up to today."""
    return replace(view, until=max(view.until, entering.today()))


def sentence(view: View) -> str:
    """How many are open, late and done."""
    return actions.headline(ask(QUESTION, view), view.since)


def each(view: View) -> None:
    """The panel with the editor; `view`: a present one."""
    rows = ask(QUESTION, view)
    panel.listed(
        actions.ordered(),
        partial(_editor, view),
        answer=rows,
        query=QUESTION,
        view=view,
        n=len(rows),
    )
    st.session_state[DRAWN] = entering.newest()
    _follow()


def editor(view: View) -> None:
    """The editor alone, for a dialog: it draws itself again and leaves the page behind it alone."""
    draw = st.fragment(_editor, run_every=LOOK_AGAIN) if dialogs.is_open() else _editor
    draw(present(view))


@st.fragment(run_every=LOOK_AGAIN)
def _follow() -> None:
    """Run the page again when somebody else has changed something."""
    if entering.newest() != st.session_state[DRAWN] and not dialogs.is_open():
        st.rerun()


def _editor(view: View) -> None:
    rows, may_edit = ask(QUESTION, view), access.reader().may_edit
    if may_edit:
        action_forms.line_to_add(view.client_ids)
        action_forms.what_came_of_it(is_form=False)
    _table(rows)
    _choice(rows)
    if action_state.chosen() is not None:
        _chosen(rows, may_edit=may_edit)


def _chosen(rows: pd.DataFrame, *, may_edit: bool) -> None:
    with st.container(border=True, gap="small"):
        if may_edit:
            action_forms.what_came_of_it(is_form=True)
            action_forms.form(_row(rows))
        action_history.draw(may_edit=may_edit)


def _row(rows: pd.DataFrame) -> Row | None:
    found = rows_of(rows[rows.action_id == action_state.chosen()])
    return found[0] if found else None


def _table(rows: pd.DataFrame) -> None:
    """The list; a click on a row opens it below."""
    if rows.empty:
        st.caption(_("No action yet: the line above adds the first, a file `actions.csv` others."))
        return
    ids = rows.action_id.tolist()
    _draw(panel.laid_out(actions.table(rows)), ids, _key_of(ids))


def _key_of(ids: list[str]) -> str:
    """Another table for other rows, so that a mark never stays at a place that has moved."""
    turn = st.session_state.get(TURN, 0)
    return f"action_table_{_digest(ids)}_{turn}"


def _digest(texts: list[str]) -> int:
    return zlib.crc32(chr(0).join(texts).encode())


def _draw(table: LaidOut, ids: list[str], key: str) -> None:
    chosen = action_state.chosen()
    marked = [ids.index(chosen)] if chosen in ids else []
    st.dataframe(
        table.told,
        hide_index=True,
        column_config=table.columns,
        placeholder=MISSING,
        key=key,
        on_select=partial(action_state.choose_row, key, ids),
        selection_mode="single-row",
        selection_default={"selection": {"rows": marked, "columns": [], "cells": []}},
        alt=actions.ordered(),
    )


def _choice(rows: pd.DataFrame) -> None:
    """The same by typing a few letters. Other labels need another widget: it keeps the label."""
    labels, chosen = action_forms.choices(rows), action_state.chosen()
    if chosen is not None and chosen not in labels:
        labels[chosen] = _("The action is not in the list any more.")
    if not labels:
        return
    key = f"{PICKED}_{_digest([*labels, *labels.values()])}"
    if key not in st.session_state or st.session_state[key] != chosen:
        st.session_state[key] = chosen
    st.selectbox(
        _("Action to open"),
        list(labels),
        index=None,
        format_func=lambda one: labels[one],
        placeholder=_("Choose a row above, or type a few letters here"),
        key=key,
        on_change=action_state.choose_listed,
        args=(key,),
    )
