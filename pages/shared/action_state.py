"""What the editor of actions remembers between two clicks: the action chosen, what was seen of it,
what came of the last button, and which changes were made on this screen.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, NamedTuple

import streamlit as st

from data.errors import DataError
from pages.shared import database, entering
from pages.shared.entering import Change, ChangedMeanwhileError
from pages.shared.findings import changes
from pages.shared.text import _

TABLE = "actions"
TYPED = ("what", "client_id", "owner", "due_on", "done_on")  # the fields of the form
CHOSEN, FILL, TURN = "action_chosen", "action_fill", "action_turn"
SEEN, SEEN_AT, TOLD, MINE = "action_seen", "action_seen_at", "action_told", "action_mine"
Kind = Literal["success", "warning", "error"]


class Told(NamedTuple):
    """What came of the last button, and whether it was one of the form."""

    kind: Kind
    sentence: str
    is_form: bool


def key(field: str) -> str:
    """Of a field of the form; another one for each filling, so that it shows what it is given."""
    return f"action_{field}_{st.session_state.get(FILL, 0)}"


def chosen() -> str | None:
    """The action in the form."""
    action_id: str | None = st.session_state.get(CHOSEN)
    return action_id


def choose(action_id: str | None) -> None:
    """Open an action in the form."""
    if chosen() != action_id:
        st.session_state[CHOSEN] = action_id
        st.session_state.pop(TOLD, None)
        refill()


def choose_listed(field: str) -> None:
    """The same from the list of choices; the table then marks the row anew."""
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    choose(st.session_state[field])


def choose_row(table: str, action_ids: Sequence[str]) -> None:
    """The same from the table, by the rows as they stood when it was drawn.

    No row at all is not heard: the browser also says so whenever the table has new values.
    """
    for row in st.session_state[table].selection.rows:
        choose(action_ids[row])


def refill() -> None:
    """Let the form show the action as it is now."""
    st.session_state[FILL] = st.session_state.get(FILL, 0) + 1
    st.session_state.pop(SEEN, None)


def remember(change: Change) -> None:
    """It was made on this screen."""
    st.session_state[MINE] = (*_mine(), change.change_id)


def forget(change: Change) -> None:
    """It is none to take back any more."""
    st.session_state[MINE] = tuple(one for one in _mine() if one != change.change_id)


def last_of_mine() -> Change | None:
    """The last change made on this screen that still holds."""
    if not _mine():
        return None
    made = {change.change_id: change for change in entering.history(TABLE)}
    holding = [made[one] for one in _mine() if one in made and made[one].undone_by is None]
    return holding[-1] if holding else None


def since_opened() -> list[Change]:
    """What others did to the chosen action since the form was filled."""
    found = entering.history(TABLE, chosen())
    since = st.session_state[SEEN_AT]
    return [one for one in found if one.change_id > since and one.change_id not in _mine()]


def client_names() -> dict[str, str]:
    """The names of the reader's clients by id."""
    known = database.clients()
    return dict(zip(known.client_id.tolist(), known.client_name.tolist(), strict=True))


def zone() -> str:
    """The time zone of the company."""
    return database.settings().time_zone


def tell(kind: Kind, sentence: str, *, is_form: bool = True) -> None:
    """What came of a button, for the next drawing."""
    st.session_state[TOLD] = Told(kind, sentence, is_form)


@contextmanager
def refusals_told(*, is_form: bool = True) -> Iterator[None]:
    """Whatever is refused is told in its sentence."""
    try:
        yield
    except ChangedMeanwhileError as clash:
        told = changes.refused(clash.changes, client_names(), zone())
        tell("warning", told, is_form=is_form)
    except DataError as error:
        tell("error", str(error), is_form=is_form)


def must_say_what(what: object) -> None:
    """Raises `FaultyError` for an action without a text."""
    if not str(what or "").strip():
        raise entering.FaultyError([_("Say what is to be done.")])


def _mine() -> tuple[int, ...]:
    made: tuple[int, ...] = st.session_state.get(MINE, ())
    return made
