"""The editor of events or of targets: one form for a new record and for the one that is open."""

from functools import partial

import pandas as pd
import streamlit as st

from pages.shared import access, entering, entry_kinds
from pages.shared import entry_state as state
from pages.shared.entering import Change
from pages.shared.entry_kinds import Kind
from pages.shared.findings import changes
from pages.shared.rows import Row, rows_of
from pages.shared.safe import html, markdown
from pages.shared.text import _

NEW = ""  # as a choice: nothing that is there yet
NEWEST = 12  # changes of the history that are shown


def draw(kind: Kind, rows: pd.DataFrame) -> None:
    """What to open, its form, what came of the last button; nothing for those who may not edit.

    `rows`: all records that there are, the newest first.
    """
    if not access.reader().may_edit:
        return
    records = {str(row[kind.key]): row for row in rows_of(rows)}
    _choice(kind, records)
    record_id = state.chosen(kind)
    if record_id is not None and record_id not in records:
        st.caption(_("It is not there any more."))
        return
    row = None if record_id is None else records[record_id]
    _form(kind, row)
    _what_came_of_it(kind)
    _history(kind)


def _choice(kind: Kind, records: dict[str, Row]) -> None:
    """A new one, or one of those there are; one that is gone is still named until it is left."""
    names = {record_id: kind.name(row) for record_id, row in records.items()}
    options = [NEW, *names]
    chosen, picked = state.chosen(kind) or NEW, state.state(kind, "picked")
    if chosen not in options:
        options.append(chosen)
    if st.session_state.get(picked) != chosen or picked not in st.session_state:
        st.session_state[picked] = chosen
    st.selectbox(
        _("What to enter or change"),
        options,
        format_func=lambda one: names.get(one, one) if one else _("a new one"),
        key=picked,
        on_change=state.choose,
        args=(kind,),
    )


def _form(kind: Kind, row: Row | None) -> None:
    state.fill(kind, kind.usual() if row is None else entry_kinds.of_row(kind, row))
    with st.form(f"{kind.table}_form", border=False):
        kind.draw(state.keys(kind))
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button(
                _("Add") if row is None else _("Save"),
                key=f"{kind.table}_save",
                on_click=state.save,
                args=(kind,),
                type="primary",
            )
            if row is not None:
                st.form_submit_button(
                    _("Remove"), key=f"{kind.table}_remove", on_click=state.remove, args=(kind,)
                )


def _what_came_of_it(kind: Kind) -> None:
    """The sentence about the last button, and the button that takes the last change back."""
    told, mine = state.told(kind), state.mine(kind)
    if told is None and mine is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if told is not None:
            {"success": st.success, "warning": st.warning, "error": st.error}[told.mood](
                markdown(told.sentence)
            )
        if state.is_clash(kind):
            take = partial(state.take_theirs, kind)
            st.button(_("Take theirs"), key=f"{kind.table}_take_theirs", on_click=take)
        if mine is not None:
            _undo(kind, mine, _("Undo my last change"), f"{kind.table}_undo_mine")


def _undo(kind: Kind, change: Change, label: str, key: str) -> None:
    st.button(label, icon=":material/undo:", key=key, on_click=state.undo, args=(kind, change))


def _history(kind: Kind) -> None:
    """Who changed what and when, the newest first; each can be taken back."""
    made = entering.history(kind.table)[::-1][:NEWEST]
    if not made:
        return
    names, zone = state.names(), state.zone()
    with st.expander(_("Changes")):
        for change in made:
            told = changes.line(change, names, zone)
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                is_undone = change.undone_by is not None
                style = ' style="text-decoration:line-through"' if is_undone else ""
                st.html(f"<span{style}>{html(told)}</span>", width="stretch")
                if not is_undone:
                    _undo(kind, change, _("Undo"), f"{kind.table}_undo_{change.change_id}")
