"""The fields of the editor of actions: a line for a new one, the form of the one chosen, what was
said and done about it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages.shared import action_saving as saving
from pages.shared import action_state as state
from pages.shared import database, entering
from pages.shared.action_state import SEEN, SEEN_AT, TABLE, TYPED
from pages.shared.entering import Change
from pages.shared.filters.choice import EARLIEST, LATEST
from pages.shared.filters.labels import client_labels
from pages.shared.findings import actions, changes
from pages.shared.findings.wording import Row
from pages.shared.safe import html, markdown
from pages.shared.text import _, words

NEWEST = 12  # lines of the history that are shown at once


def line_to_add(client_ids: tuple[str, ...] | None) -> None:
    """One line: what, whose, who, by when. Enter saves it."""
    st.session_state[saving.USUAL] = client_ids[0] if client_ids and len(client_ids) == 1 else None
    _fill({saving.new_key(field): value for field, value in saving.usual().items()})
    with st.form("action_new", border=False):
        places = st.columns([9, 6, 5, 4, 2], vertical_alignment="bottom", gap="small")
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
        st.text_input(words.column("owner"), key=key("owner"), max_chars=entering.LONGEST)
    with places[2]:
        _day(words.column("due_on"), key("due_on"))


def _client(key: str) -> None:
    known = database.clients()
    ids = known.client_id.tolist()
    label = client_labels(known)
    st.selectbox(
        words.column("client_name"),
        [None, *ids],
        format_func=lambda one: _("no client") if one is None else label(one),
        key=key,
    )


def _day(label: str, key: str) -> None:
    st.date_input(label, None, EARLIEST, LATEST, key=key, format="YYYY-MM-DD")


def _fill(values: dict[str, object]) -> None:
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
    _fill({state.key(field): seen[field] for field in TYPED})
    _news()
    with st.form(f"action_form_{state.key('')}", border=False):
        st.text_input(words.column("what"), key=state.key("what"), max_chars=entering.LONGEST)
        places = st.columns(4, gap="small")
        _whose_who_when(places[:3], state.key)
        with places[3]:
            _day(words.column("done_on"), state.key("done_on"))
        _buttons(is_done=row is not None and not pd.isna(row["done_on"]))


def _buttons(*, is_done: bool) -> None:
    """Save comes first: Enter in a field presses it."""
    with st.container(horizontal=True, gap="small"):
        st.form_submit_button(
            _("Save"), key="action_save", on_click=saving.save, type="primary"
        )
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


def history(*, may_edit: bool) -> None:
    """What was said and done about the chosen action, the newest first."""
    action_id = state.chosen()
    made = entering.history(TABLE, action_id)[::-1]
    st.html(f'<h4 style="font-size:1rem;margin:0">{html(_("Comments and changes"))}</h4>')
    if may_edit:
        _comment(f"action_comment_{action_id}")
    if not made:
        st.caption(_("Nothing was said or changed here yet."))
    for change in made[:NEWEST]:
        _line(change, may_edit=may_edit)
    if len(made) > NEWEST:
        with st.expander(_("Earlier ones")):
            for change in made[NEWEST:]:
                _line(change, may_edit=may_edit)


def _comment(field: str) -> None:
    _fill({field: ""})
    with st.form(f"form_{field}", border=False):
        where, button = st.columns([7, 1], vertical_alignment="bottom", gap="small")
        with where:
            st.text_input(_("Comment"), key=field, max_chars=entering.LONGEST_COMMENT)
        with button:
            st.form_submit_button(
                _("Comment"),
                key="action_comment",
                on_click=saving.comment,
                args=(field,),
                width="stretch",
            )


def _line(change: Change, *, may_edit: bool) -> None:
    told = changes.line(change, state.client_names(), state.zone())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        is_undone = change.undone_by is not None
        style = ' style="text-decoration:line-through"' if is_undone else ""
        st.html(f"<span{style}>{html(told)}</span>", width="stretch")
        if may_edit and not is_undone:
            st.button(
                f":small[{_('Undo')}]",
                key=f"action_undo_{change.change_id}",
                on_click=saving.undo,
                args=(change,),
                type="tertiary",
                help=markdown(told),
            )


def what_came_of_it() -> None:
    """The sentence about the last button, and the button that takes the last change back."""
    told, mine = st.session_state.get(state.TOLD), state.last_of_mine()
    if told is None and mine is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if told is not None:
            {"success": st.success, "warning": st.warning, "error": st.error}[told.kind](
                markdown(told.sentence)
            )
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
    return {str(row["action_id"]): actions.choice(row) for row in rows.to_dict("records")}
