"""The one door for what people enter, without a screen: who may do what, and what is refused."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data import entered, warehouse
from data.settings import Settings
from pages.shared import entering
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.entering import ChangedMeanwhileError, FaultyError, NotAllowedError
from tests.pages.opened import Rows, build

Reading = Callable[..., AbstractContextManager[None]]
ACTIONS: Rows = [
    {"action_id": "of A", "client_id": "A", "raised_on": "2026-11-01", "what": "call"},
    {"action_id": "of B", "client_id": "B", "raised_on": "2026-11-01", "what": "write"},
    {"action_id": "ours", "client_id": None, "raised_on": "2026-11-01", "what": "meet"},
]
NEW = {
    "what": "visit",
    "client_id": "A",
    "owner": None,
    "raised_on": date(2026, 11, 2),
    "due_on": date(2026, 11, 9),
    "done_on": None,
}
NOT_YOURS = "not about a client of yours"


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Clients A and B with an action each, and one of nobody."""
    clients = [{"client_id": name, "client_name": f"Client {name}"} for name in "AB"]
    events = [{"event_id": "e", "happened_on": "2026-11-01", "label": "x", "client_id": "B"}]
    build(tmp_path, settings, clients=clients, actions=ACTIONS, events=events)
    return tmp_path


@pytest.fixture
def reading(folder: Path) -> Reading:
    """`reading("A")`: a reader of these clients; of all where none is named."""

    @contextmanager
    def as_reader(*client_ids: str, may_edit: bool = True) -> Iterator[None]:
        known = warehouse.current(folder)
        assert known is not None
        who = Reader("Li", client_ids or None, may_edit)
        with speaking(Asker(who, "en", known)):
            yield

    return as_reader


def seen(action_id: str) -> dict[str, Any]:
    row = next(row for row in ACTIONS if row["action_id"] == action_id)
    return {**dict.fromkeys(NEW), **{name: row[name] for name in NEW if name in row}}


def rename(action_id: str, **wanted: object) -> entering.Change | None:
    return entering.edit("actions", action_id, seen(action_id), {**seen(action_id), **wanted})


def test_what_is_entered_is_kept_with_the_name_of_the_reader(
    reading: Reading, folder: Path
) -> None:
    with reading("A"):
        made = entering.add("actions", {**NEW, "what": "  visit "})
    assert (made.made_by, made.fields["what"]) == ("Li", (None, "visit"))
    assert entered.changes(folder, "actions") == (made,)


def test_a_reader_who_may_not_edit_changes_nothing(reading: Reading, folder: Path) -> None:
    with reading():
        made = rename("of A", what="call twice")
    assert made is not None
    with reading(may_edit=False):
        attempts: list[Callable[[], object]] = [
            lambda: entering.add("actions", NEW),
            lambda: rename("of A", what="never"),
            lambda: entering.remove("events", "e"),
            lambda: entering.comment("actions", "of A", "never"),
            lambda: entering.undo(made),
            lambda: entering.add("targets", {}),
        ]
        for attempt in attempts:
            with pytest.raises(NotAllowedError, match="not change"):
                attempt()
        assert entering.history("actions", "of A") == (made,)
        assert entering.add("views", {"segment": "vip"}, "VIP only").record_id == "VIP only"
    assert len(entered.changes(folder, "actions")) == 1


def test_a_reader_of_some_clients_changes_only_theirs_and_nobody_s(
    reading: Reading, folder: Path
) -> None:
    with reading("A"):
        assert rename("of A", what="call twice") is not None
        assert rename("ours", client_id="A") is not None
        attempts: list[Callable[[], object]] = [
            lambda: entering.add("actions", {**NEW, "client_id": "B"}),
            lambda: rename("of B", what="never"),
            lambda: rename("of A", client_id="B"),
            lambda: entering.remove("actions", "of B"),
            lambda: entering.remove("events", "e"),
            lambda: entering.comment("actions", "of B", "never"),
            lambda: entering.comment("actions", "unheard of", "never"),
        ]
        for attempt in attempts:
            with pytest.raises(NotAllowedError, match=NOT_YOURS):
                attempt()
    assert len(entered.changes(folder, "actions")) == 2


def test_an_action_that_went_to_another_s_client_is_out_of_reach(reading: Reading) -> None:
    with reading():
        moved = rename("of A", client_id="B")
    assert moved is not None
    with reading("A"):
        with pytest.raises(NotAllowedError, match=NOT_YOURS):
            entering.undo(moved)
        assert entering.history("actions", "of A") == ()
    with reading("B"), pytest.raises(NotAllowedError, match=NOT_YOURS):
        entering.undo(moved)


def test_what_was_taken_away_is_brought_back_only_by_those_who_saw_it(reading: Reading) -> None:
    with reading():
        gone = entering.remove("actions", "of B")
        added = entering.add("actions", NEW)
        entering.undo(added)
    with reading("A"):
        with pytest.raises(NotAllowedError, match=NOT_YOURS):
            entering.undo(gone)
        kinds = [(change.record_id, change.kind) for change in entering.history("actions")]
        assert kinds == [(added.record_id, "add"), (added.record_id, "undo")]
    with reading("B"):
        assert entering.undo(gone).kind == "undo"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"what": "x" * 501}, "What: at most 500 letters."),
        ({"what": " "}, "What: "),
        ({"done_on": date(2026, 11, 1)}, "Done: "),
        ({"due_on": "soon"}, "Due: "),
    ],
)
def test_what_breaks_a_rule_is_refused_in_a_sentence(
    reading: Reading, folder: Path, values: dict[str, object], sentence: str
) -> None:
    with reading(), pytest.raises(FaultyError) as refused:
        entering.add("actions", {**NEW, **values})
    assert len(refused.value.faults) == 1
    assert refused.value.faults[0].startswith(sentence)
    assert entered.newest(folder) == 0


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_a_comment_says_something_that_can_be_read(reading: Reading, text: str) -> None:
    with reading(), pytest.raises(FaultyError):
        entering.comment("actions", "of A", text)


def test_two_who_change_the_same_field_are_told_and_nothing_is_lost(reading: Reading) -> None:
    with reading():
        assert rename("of A", what="call today", owner="Ann") is not None
        with pytest.raises(ChangedMeanwhileError) as clash:
            rename("of A", what="call tomorrow")
        assert clash.value.fields == ("what",)
        assert rename("of A", due_on=date(2026, 12, 1)) is not None
        fields = [set(change.fields) for change in entering.history("actions", "of A")]
    assert fields == [{"what", "owner"}, {"due_on"}]


def test_what_others_wrote_since_it_was_seen_is_told_before_it_is_removed(
    reading: Reading,
) -> None:
    with reading():
        seen_at = entering.newest()
        made = rename("of A", what="call today")
        assert made is not None
        with pytest.raises(ChangedMeanwhileError) as clash:
            entering.remove("actions", "of A", seen_at)
        assert clash.value.changes == (made,)
        assert entering.remove("actions", "of A", made.change_id).kind == "remove"


def test_the_number_of_the_newest_change_tells_of_news(reading: Reading) -> None:
    with reading():
        before = entering.newest()
        entering.add("actions", NEW)
        assert entering.newest() > before
