"""The fields of the editor of actions: a line for a new one, and the form of the one chosen."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared import action_saving as saving
from pages.shared import action_state as state
from pages.shared import database, entering
from pages.shared.action_state import SEEN, SEEN_AT, TYPED
from pages.shared.filters.choice import EARLIEST, LATEST
from pages.shared.filters.labels import client_labels
from pages.shared.findings import actions, changes
from pages.shared.rows import Row, rows_of
from pages.shared.safe import markdown
from pages.shared.text import _, words

BOXES = {"success": st.success, "warning": st.warning, "error": st.error}


def line_to_add(client_ids: tuple[str, ...] | None) -> None:
    """One line: what, whose, who, by when. Enter saves it."""
    st.session_state[saving.USUAL] = client_ids[0] if client_ids and len(client_ids) == 1 else None
    fill({saving.new_key(field): value for field, value in saving.usual().items()})
    with st.form("action_new", border=False):
        places = st.columns([7, 7, 4, 5, 2], vertical_alignment="bottom", gap="small")
        with places[0]:
            st.text_input(
                _("New action"),
                key=saving.new_key("what"),
                max_chars=entering.LONGEST,
                placeholder=_("What is to be done? Enter saves it"),
            )
        _whose_who_when(places[1:4], saving.new_key)
        with places[4]:
            st.form_submit_button(
                _("Add"), key="action_add", on_click=saving.add, type="primary", width="stretch"
            )


def _whose_who_when(places: Any, key: Callable[[str], str]) -> None:
    with places[0]:
        _client(key("client_id"))
    with places[1]:
        st.text_input(words.column("owner"), key=key("owner"))
    with places[2]:
        _day(words.column("due_on"), key("due_on"))


def _client(key: str) -> None:
    known = database.clients()
    st.selectbox(
        words.column("client_name"),
        known.client_id.tolist(),
        index=None,
        format_func=client_labels(known),
        placeholder=_("no client"),
        key=key,
    )


def _day(label: str, key: str) -> None:
    st.date_input(label, None, EARLIEST, LATEST, key=key, format="YYYY-MM-DD")


def fill(values: Mapping[str, object]) -> None:
    """Fields show these values from the start, and then what is typed."""
    for key, value in values.items():
        if key not in st.session_state:
            st.session_state[key] = value


def form(row: Row | None) -> None:
    """The chosen action to be changed; `row`: None when it is gone, then as it was last seen."""
    if row is not None and SEEN not in st.session_state:
        st.session_state[SEEN] = _values(row)
        st.session_state[SEEN_AT] = entering.newest()
    seen = st.session_state.get(SEEN)
    if seen is None:
        return
    fill({state.key(field): seen[field] for field in TYPED})
    _news()
    with st.form(f"action_form_{state.key('')}", border=False):
        st.text_input(words.column("what"), key=state.key("what"))
        places = st.columns(4, gap="small")
        _whose_who_when(places[:3], state.key)
        with places[3]:
            _day(words.column("done_on"), state.key("done_on"))
        _buttons(is_done=row is not None and not pd.isna(row["done_on"]))


def _buttons(*, is_done: bool) -> None:
    """Save comes first: Enter in a field presses it."""
    with st.container(horizontal=True, gap="small"):
        st.form_submit_button(_("Save"), key="action_save", on_click=saving.save, type="primary")
        if is_done:
            st.form_submit_button(
                _("Reopen"), key="action_reopen", on_click=saving.save, args=("open",)
            )
        else:
            st.form_submit_button(
                _("Done today"), key="action_done", on_click=saving.save, args=("today",)
            )


def _values(row: Row) -> dict[str, object]:
    """The action as the form shows it; text is never missing in a field."""
    told: dict[str, object] = {"raised_on": _as_day(row["raised_on"])}
    for field in TYPED:
        value = row[field]
        if field.endswith("_on"):
            told[field] = _as_day(value)
        else:
            told[field] = value if isinstance(value, str) else None
    return {**told, "owner": told["owner"] or ""}


def _as_day(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def _news() -> None:
    """What others did to it since the form was opened."""
    news = changes.news(state.since_opened(), state.client_names(), state.zone())
    if news:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.info(markdown(news), icon=":material/person_edit:")
            st.button(_("Take theirs"), key="action_take_theirs", on_click=state.refill)


def what_came_of_it(*, is_form: bool) -> None:
    """The sentence about the last button, beside it; and the button that takes the change back.

    `is_form`: drawn above the form of the chosen action, not below the line for a new one.
    """
    told: state.Told | None = st.session_state.get(state.TOLD)
    if told is None or told.is_form != is_form:
        return
    mine = state.last_of_mine()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        BOXES[told.kind](markdown(told.sentence))
        if mine is not None:
            st.button(
                _("Undo my last change"),
                icon=":material/undo:",
                key="action_undo_mine",
                on_click=saving.undo,
                args=(mine,),
            )


def choices(rows: pd.DataFrame) -> dict[str, str]:
    """Each action in a few words, by its id."""
    return {str(row["action_id"]): actions.choice(row) for row in rows_of(rows)}
