"""An action that goes to another client leaves behind what was said about the old one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import queries
from data import entered, warehouse
from data.settings import Settings
from pages.shared import database, entering
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from tests.pages.opened import build

Reading = Callable[..., AbstractContextManager[None]]
COLUMNS = ("client_id", "raised_on", "what", "owner", "due_on", "done_on")
KNOWN = {
    **dict.fromkeys(COLUMNS),
    "client_id": "B",
    "raised_on": "2026-11-01",
    "what": "write about the fine of B",
}
CALLED, NOW = {**KNOWN, "what": "call"}, {**KNOWN, "what": "call", "client_id": "A"}
PERIOD = {"since": date(2026, 10, 1), "until": date(2026, 11, 15)}


@pytest.fixture
def reading(tmp_path: Path, settings: Settings) -> Reading:
    """`reading("A")`: a reader of these clients, of all where none is named; B has an action."""
    clients = [{"client_id": name, "client_name": f"Client {name}"} for name in "AB"]
    given = {name: value for name, value in KNOWN.items() if value is not None}
    build(tmp_path, settings, clients=clients, actions=[{"action_id": "act", **given}])
    known = warehouse.current(tmp_path)
    assert known is not None

    @contextmanager
    def as_reader(*client_ids: str) -> Iterator[None]:
        with speaking(Asker(Reader("Li", client_ids or None, may_edit=True), "en", known)):
            yield

    return as_reader


def move() -> entering.Change:
    """From client B to client A, after something was changed and said about B."""
    entering.edit("actions", "act", KNOWN, CALLED)
    entering.comment("actions", "act", "B will leave us")
    moved = entering.edit("actions", "act", CALLED, NOW)
    assert moved is not None
    return moved


def last_comment() -> object:
    asked = queries.question("meeting/actions")
    given: dict[str, Any] = {**PERIOD, **entered.bound(database.folder(), asked.binds)}
    rows = queries.run(database.connection(), asked.name, database.settings(), **given)
    (found,) = [row.last_comment for row in rows.itertuples() if row.action_id == "act"]
    return found if isinstance(found, str) else None


def kinds() -> list[str]:
    return [change.kind for change in entering.history("actions", "act")]


def test_a_reader_of_the_new_client_reads_nothing_about_the_old_one(reading: Reading) -> None:
    with reading():
        move()
    with reading("A"):
        assert entering.history("actions", "act") == ()
        assert last_comment() is None


def test_what_comes_after_the_move_is_read(reading: Reading) -> None:
    with reading():
        move()
        entering.comment("actions", "act", "A is glad")
    with reading("A"):
        (line,) = entering.history("actions")
        assert (line.comment, last_comment()) == ("A is glad", "A is glad")


@pytest.mark.parametrize("clients", [(), ("A", "B")])
def test_who_sees_both_clients_reads_everything(reading: Reading, clients: tuple[str, ...]) -> None:
    with reading():
        move()
    with reading(*clients):
        assert kinds() == ["edit", "comment", "edit"]


def test_what_was_said_at_the_other_client_is_not_read_once_the_move_is_undone(
    reading: Reading,
) -> None:
    with reading():
        moved = move()
        entering.comment("actions", "act", "A is angry")
        entering.undo(moved)
    with reading("B"):
        assert entering.history("actions", "act") == ()
        assert last_comment() == "B will leave us"


def test_other_actions_keep_their_lines(reading: Reading) -> None:
    with reading():
        made = entering.add("actions", {**NOW, "what": "visit"})
        move()
    with reading("A"):
        assert entering.history("actions") == (made,)
