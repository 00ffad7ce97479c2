"""What the buttons of the editor of actions do: write through `entering`, tell what came of it.

All of it runs before anything is drawn, so that what was saved is on the screen at once. What was
typed stays in its fields until it was saved: a refusal and a conflict lose nothing.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import streamlit as st

from pages.shared import action_state as state
from pages.shared import entering
from pages.shared.action_state import SEEN, TABLE, TYPED
from pages.shared.entering import Change, ChangedMeanwhileError
from pages.shared.findings import actions, changes
from pages.shared.findings.wording import paragraph
from pages.shared.text import _

USUAL = "action_usual_client"
FRIDAY = 4  # as `date.weekday` counts
Done = Literal["as typed", "today", "open"]


def new_key(field: str) -> str:
    """Of a field of the line for a new action."""
    return f"action_new_{field}"


def usual() -> dict[str, object]:
    """What the line for a new action begins with: due where the next meeting judges it."""
    due_on = next_friday(entering.today())
    return {"what": "", "client_id": st.session_state.get(USUAL), "owner": "", "due_on": due_on}


def next_friday(today: date) -> date:
    """The next Friday after today: in the week that the coming meeting looks back on."""
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)


def add() -> None:
    """Save the line as a new action and empty it for the next."""
    typed = {field: st.session_state[new_key(field)] for field in usual()}
    with state.refusals_told(is_form=False):
        state.must_say_what(typed["what"])
        known = {"raised_on": entering.today(), "done_on": None}
        state.remember(entering.add(TABLE, {**typed, **known}))
        said = _("Added: {action}.").format(action=actions.short(typed["what"]))
        state.tell("success", said, is_form=False)
        for field, value in usual().items():
            st.session_state[new_key(field)] = value


def save(done: Done = "as typed") -> None:
    """Save what the form shows; `done`: with today as the day it was done, or with none."""
    seen: dict[str, object] = st.session_state[SEEN]
    wanted = {**seen, **{field: st.session_state[state.key(field)] for field in TYPED}}
    if done != "as typed":
        wanted["done_on"] = entering.today() if done == "today" else None
    with state.refusals_told():
        state.must_say_what(wanted["what"])
        try:
            _saved(entering.edit(TABLE, str(state.chosen()), seen, wanted), wanted["what"])
        except ChangedMeanwhileError as clash:
            _keep_both(clash)


def _saved(change: Change | None, what: object) -> None:
    if change is None:
        state.tell("success", _("Nothing was changed."))
    else:
        state.remember(change)
        said = _("Saved: {action}.").format(action=actions.short(what))
        state.tell("success", paragraph(said, changes.kept(*_others())))
    state.refill()


def _others() -> tuple[Sequence[Change], dict[str, str], str]:
    return state.since_opened(), state.client_names(), state.zone()


def _keep_both(clash: ChangedMeanwhileError) -> None:
    """Tell what others did. What was typed stays; to save again then replaces theirs knowingly."""
    theirs = {name: _last(clash.changes, name) for name in clash.fields}
    st.session_state[SEEN] = {**st.session_state[SEEN], **theirs}
    told = changes.conflict if clash.fields else changes.refused
    state.tell("warning", told(clash.changes, state.client_names(), state.zone()))


def _last(made: Sequence[Change], name: str) -> str | None:
    return [change.fields[name][1] for change in made if name in change.fields][-1]


def comment(field: str) -> None:
    """Save the comment and empty its field."""
    with state.refusals_told():
        said = st.session_state[field]
        state.remember(entering.comment(TABLE, str(state.chosen()), said))
        state.tell("success", _("The comment was saved."))
        st.session_state[field] = ""


def undo(change: Change) -> None:
    """Take a change back."""
    with state.refusals_told():
        state.forget(change)
        entering.undo(change)
        is_form = change.record_id == state.chosen()
        state.tell("success", _("The change was taken back."), is_form=is_form)
        if is_form:
            state.refill()
