"""What the editor of events or of targets remembers between two clicks, and what its buttons do.

Buttons run before anything is drawn, so that what was saved is on the screen at once. What was
typed stays in its fields until it was saved: a refusal and a conflict lose nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Literal, NamedTuple

import streamlit as st

from data.errors import DataError
from pages.shared import database, entering, entry_kinds
from pages.shared.entering import Change, ChangedMeanwhileError
from pages.shared.entry_kinds import Key, Kind, Values
from pages.shared.findings import changes
from pages.shared.text import _

Mood = Literal["success", "warning", "error"]


class Told(NamedTuple):
    """What came of the last button."""

    mood: Mood
    sentence: str


def state(kind: Kind, name: str) -> str:
    """Where something about this table is remembered."""
    return f"{kind.table}_{name}"


def chosen(kind: Kind) -> str | None:
    """The record in the form; None for a new one."""
    record_id: str | None = st.session_state.get(state(kind, "chosen"))
    return record_id


def keys(kind: Kind) -> Key:
    """Of the fields: others for each filling, so that they show what they are given."""
    turn = st.session_state.get(state(kind, "turn"), 0)
    return partial("{}_{}_{}_{}".format, kind.table, chosen(kind) or "new", turn)


def fill(kind: Kind, values: Values) -> None:
    """Fields show these values, as they are kept, from the start, and then what is typed."""
    if state(kind, "seen") not in st.session_state:
        st.session_state[state(kind, "seen")] = values
        st.session_state[state(kind, "seen_at")] = entering.newest()
    key = keys(kind)
    for field, value in entry_kinds.typed(values).items():
        if key(field) not in st.session_state:
            st.session_state[key(field)] = value


def refill(kind: Kind) -> None:
    """Let the form show the record as it is now."""
    st.session_state[state(kind, "turn")] = st.session_state.get(state(kind, "turn"), 0) + 1
    for name in ("seen", "clash"):
        st.session_state.pop(state(kind, name), None)


def choose(kind: Kind) -> None:
    """Open what was picked."""
    st.session_state[state(kind, "chosen")] = st.session_state[state(kind, "picked")] or None
    st.session_state.pop(state(kind, "told"), None)
    refill(kind)


def open_new(kind: Kind) -> None:
    """Back to an empty form."""
    st.session_state[state(kind, "chosen")] = None
    refill(kind)


def save(kind: Kind) -> None:
    """Add what was typed, or change the record that is open."""
    key = keys(kind)
    typed = {field: st.session_state[key(field)] for field in kind.usual()}
    with _refusals_told(kind):
        faults = entry_kinds.faults(kind, typed)
        if faults:
            raise entering.FaultyError(faults)
        _write(kind, entry_kinds.kept(typed))


def _write(kind: Kind, wanted: Values) -> None:
    record_id = chosen(kind)
    if record_id is None:
        _done(kind, entering.add(kind.table, wanted), _("Added."))
        return
    seen = st.session_state[state(kind, "seen")]
    wanted = entry_kinds.untouched(seen, wanted)
    try:
        _done(kind, entering.edit(kind.table, record_id, seen, wanted), _("Saved."))
    except ChangedMeanwhileError as clash:
        if not clash.fields:
            raise
        tell(kind, "warning", changes.conflict(clash.changes, names(), zone()))
        _keep_both(kind, clash)


def _keep_both(kind: Kind, clash: ChangedMeanwhileError) -> None:
    """What was typed stays; to save again then replaces theirs knowingly."""
    theirs = {
        name: change.fields[name][1]
        for change in clash.changes
        for name in clash.fields
        if name in change.fields
    }
    st.session_state[state(kind, "seen")] |= theirs
    st.session_state[state(kind, "clash")] = True


def is_clash(kind: Kind) -> bool:
    """Did somebody else change the same, and is it not settled yet?"""
    return bool(st.session_state.get(state(kind, "clash")))


def take_theirs(kind: Kind) -> None:
    """Show what others wrote in place of what was typed."""
    st.session_state.pop(state(kind, "told"), None)
    refill(kind)


def remove(kind: Kind) -> None:
    """Take the record that is open away; what others wrote since is told first."""
    with _refusals_told(kind):
        _done(kind, _removed(kind, str(chosen(kind))), _("Removed."))


def _removed(kind: Kind, record_id: str) -> Change:
    """What was told is known: to press again then removes knowingly."""
    try:
        return entering.remove(kind.table, record_id, st.session_state[state(kind, "seen_at")])
    except ChangedMeanwhileError as clash:
        st.session_state[state(kind, "seen_at")] = max(one.change_id for one in clash.changes)
        raise


def undo(kind: Kind, change: Change) -> None:
    """Take a change back."""
    with _refusals_told(kind):
        entering.undo(change)
        mine = st.session_state.get(state(kind, "mine"), ())
        st.session_state[state(kind, "mine")] = tuple(
            one for one in mine if one != change.change_id
        )
        tell(kind, "success", _("The change was taken back."))
        open_new(kind)


def _done(kind: Kind, change: Change | None, said: str) -> None:
    if change is None:
        tell(kind, "success", _("Nothing was changed."))
    else:
        mine = st.session_state.get(state(kind, "mine"), ())
        st.session_state[state(kind, "mine")] = (*mine, change.change_id)
        tell(kind, "success", said)
    open_new(kind)


def mine(kind: Kind) -> Change | None:
    """The last change made on this screen that still holds."""
    made = st.session_state.get(state(kind, "mine"), ())
    if not made:
        return None
    known = {change.change_id: change for change in entering.history(kind.table)}
    holding = [known[one] for one in made if one in known and known[one].undone_by is None]
    return holding[-1] if holding else None


def tell(kind: Kind, mood: Mood, sentence: str) -> None:
    """What came of a button, for the next drawing."""
    st.session_state[state(kind, "told")] = Told(mood, sentence)


def told(kind: Kind) -> Told | None:
    """What came of the last button."""
    said: Told | None = st.session_state.get(state(kind, "told"))
    return said


def names() -> dict[str, str]:
    """The names of the reader's clients by id."""
    known = database.clients()
    return dict(zip(known.client_id.tolist(), known.client_name.tolist(), strict=True))


def zone() -> str:
    """The time zone of the company."""
    return database.settings().time_zone


@contextmanager
def _refusals_told(kind: Kind) -> Iterator[None]:
    """Whatever is refused is told in its sentence."""
    try:
        yield
    except ChangedMeanwhileError as clash:
        tell(kind, "warning", changes.refused(clash.changes, names(), zone()))
    except DataError as error:
        tell(kind, "error", str(error))
