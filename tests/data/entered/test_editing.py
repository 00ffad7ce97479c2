"""Each line of the log by hand: nobody's words are lost, and whoever is late is told."""

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from data import entered
from data.entered import Change, ChangedMeanwhileError
from tests.data.entered.conftest import CALL, overlaid


def test_before_anything_is_entered_there_is_nothing_and_no_file(tmp_path: Path) -> None:
    assert entered.newest(tmp_path) == 0
    assert entered.changes(tmp_path, "actions") == ()
    assert entered.overlay(tmp_path, "actions") == "[]"
    assert list(tmp_path.iterdir()) == []


def test_what_is_added_is_told_with_who_and_when(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    added = entered.add(tmp_path, "actions", CALL, "ann")

    assert entered.changes(tmp_path, "actions", added.record_id) == (added,)
    assert (added.kind, added.made_by) == ("add", "ann")
    assert before <= added.made_at <= datetime.now(UTC)
    assert added.fields == {name: (None, value) for name, value in CALL.items()}
    (row,) = overlaid(tmp_path)
    assert row == {
        "action_id": added.record_id,
        "client_id": None,
        "done_on": None,
        **CALL,
        "edited": ["client_id", "raised_on", "what", "owner", "due_on", "done_on"],
        "is_added": True,
        "is_removed": False,
        "first_due_on": "2026-11-20",
        "moved_count": 0,
        "comment_count": 0,
        "last_comment": None,
    }


def test_two_people_change_different_fields_and_both_stay(tmp_path: Path, added: Change) -> None:
    entered.edit(tmp_path, "actions", added.record_id, CALL, {**CALL, "owner": "Bob"}, "bob")
    entered.edit(tmp_path, "actions", added.record_id, CALL, {**CALL, "due_on": "2026-11-27"}, "cy")

    (row,) = overlaid(tmp_path)
    assert (row["owner"], row["due_on"]) == ("Bob", "2026-11-27")


def test_two_people_change_the_same_field_and_the_later_is_told(
    tmp_path: Path, added: Change
) -> None:
    bobs = entered.edit(tmp_path, "actions", added.record_id, CALL, {"owner": "Bob"}, "bob")
    with pytest.raises(ChangedMeanwhileError, match="bob changed owner") as raised:
        entered.edit(
            tmp_path, "actions", added.record_id, CALL, {"owner": "Cy", "what": "Visit"}, "cy"
        )

    assert raised.value.changes == (bobs,)
    assert raised.value.fields == ("owner",)
    (row,) = overlaid(tmp_path)
    assert (row["owner"], row["what"]) == ("Bob", "Call")


def test_two_people_who_want_the_same_do_not_collide(tmp_path: Path, added: Change) -> None:
    wanted = {"owner": "Bob"}
    assert entered.edit(tmp_path, "actions", added.record_id, CALL, wanted, "bob") is not None
    assert entered.edit(tmp_path, "actions", added.record_id, CALL, wanted, "cy") is None
    assert len(entered.changes(tmp_path, "actions")) == 2


def test_an_undo_follows_the_files_again_and_can_be_undone(tmp_path: Path) -> None:
    edited = entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Bob"}, "bob")
    assert edited is not None
    undo = entered.undo(tmp_path, edited.change_id, "cy")

    assert undo.fields == {"owner": ("Bob", "Ann")}
    assert overlaid(tmp_path) == []
    first, second = entered.changes(tmp_path, "actions", "A1")
    assert (first.undone_by, second.undone_by) == (undo.change_id, None)

    again = entered.undo(tmp_path, undo.change_id, "bob")
    assert again.fields == {"owner": ("Ann", "Bob")}
    (row,) = overlaid(tmp_path)
    assert (row["owner"], row["edited"]) == ("Bob", ["owner"])
    assert [line.undone_by for line in entered.changes(tmp_path, "actions")] == [
        *(None, again.change_id, None),
    ]


def test_what_was_changed_again_is_not_undone(tmp_path: Path, added: Change) -> None:
    edited = entered.edit(tmp_path, "actions", added.record_id, CALL, {"owner": "Bob"}, "bob")
    assert edited is not None
    for change in (added, edited):
        later = entered.edit(
            tmp_path, "actions", added.record_id, {"owner": "Bob"}, {"owner": "Cy"}, "cy"
        )
        with pytest.raises(ChangedMeanwhileError, match="cy"):
            entered.undo(tmp_path, change.change_id, "ann")
        assert later is not None
        entered.undo(tmp_path, later.change_id, "cy")
    entered.undo(tmp_path, edited.change_id, "ann")
    with pytest.raises(ChangedMeanwhileError, match="ann"):
        entered.undo(tmp_path, edited.change_id, "ann")


def test_who_saw_what_was_undone_meanwhile_is_told(tmp_path: Path) -> None:
    edited = entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Bob"}, "bob")
    assert edited is not None
    entered.undo(tmp_path, edited.change_id, "cy")

    with pytest.raises(ChangedMeanwhileError, match="cy changed owner"):
        entered.edit(tmp_path, "actions", "A1", {"owner": "Bob"}, {"owner": "Dee"}, "dee")
    # Told once: what was written in its place is then replaced knowingly.
    assert entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Dee"}, "dee")


Late = Callable[[Path, str], object]
LATE: list[Late] = [
    lambda folder, key: entered.edit(folder, "actions", key, CALL, {"owner": "Cy"}, "cy"),
    lambda folder, key: entered.comment(folder, "actions", key, "Well?", "cy"),
    lambda folder, key: entered.remove(folder, "actions", key, "cy"),
]


@pytest.mark.parametrize("late", LATE, ids=["edit", "comment", "remove"])
def test_what_somebody_removed_is_not_changed(tmp_path: Path, added: Change, late: Late) -> None:
    removed = entered.remove(tmp_path, "actions", added.record_id, "bob")
    with pytest.raises(ChangedMeanwhileError, match="bob changed the record") as raised:
        late(tmp_path, added.record_id)

    assert raised.value.changes == (removed,)
    assert overlaid(tmp_path)[0]["is_removed"]
    entered.undo(tmp_path, removed.change_id, "bob")
    late(tmp_path, added.record_id)


@pytest.mark.parametrize("late", LATE, ids=["edit", "comment", "remove"])
def test_an_addition_that_was_undone_is_gone(tmp_path: Path, added: Change, late: Late) -> None:
    undo = entered.undo(tmp_path, added.change_id, "bob")

    assert overlaid(tmp_path) == []
    with pytest.raises(ChangedMeanwhileError) as raised:
        late(tmp_path, added.record_id)
    assert raised.value.changes == (undo,)


def test_a_name_is_taken_until_it_is_removed(tmp_path: Path) -> None:
    first = entered.add(tmp_path, "views", {"manager": "Ann", "since": "2026-01-01"}, "ann", "VIP")
    with pytest.raises(ChangedMeanwhileError, match="ann"):
        entered.add(tmp_path, "views", {"manager": "Bob"}, "bob", "VIP")
    removed = entered.remove(tmp_path, "views", "VIP", "ann")
    entered.add(tmp_path, "views", {"manager": "Bob"}, "bob", "VIP")

    (row,) = overlaid(tmp_path, "views")
    assert (row["name"], row["manager"], row["edited"]) == ("VIP", "Bob", ["manager"])
    for change in (first, removed):
        with pytest.raises(ChangedMeanwhileError, match="bob"):
            entered.undo(tmp_path, change.change_id, "ann")


def test_a_date_remembers_where_it_began_and_how_often_it_moved(
    tmp_path: Path, added: Change
) -> None:
    days = ["2026-11-20", "2026-11-27", None, "2026-12-04"]
    for before, after in itertools.pairwise(days):
        entered.edit(
            tmp_path, "actions", added.record_id, {"due_on": before}, {"due_on": after}, "ann"
        )
    (row,) = overlaid(tmp_path)
    assert (row["first_due_on"], row["due_on"], row["moved_count"]) == (
        *("2026-11-20", "2026-12-04", 2),
    )
    entered.undo(tmp_path, entered.newest(tmp_path), "ann")
    (row,) = overlaid(tmp_path)
    assert (row["first_due_on"], row["due_on"], row["moved_count"]) == ("2026-11-20", None, 1)


def test_comments_are_counted_and_an_undone_one_is_not(tmp_path: Path, added: Change) -> None:
    for text in ("Called twice", "打不通"):
        entered.comment(tmp_path, "actions", added.record_id, text, "bob")
    (row,) = overlaid(tmp_path)
    assert (row["comment_count"], row["last_comment"]) == (2, "打不通")
    entered.undo(tmp_path, entered.newest(tmp_path), "bob")
    (row,) = overlaid(tmp_path)
    assert (row["comment_count"], row["last_comment"]) == (1, "Called twice")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 20), "2026-11-20"),
        (pd.Timestamp("2026-11-20"), "2026-11-20"),
        (pd.NaT, None),
        (float("nan"), None),
        ("", None),
        ("a\x00b", "ab"),
        ("half \ud83d of a character", "half ? of a character"),
        ("'; drop table changes; --", "'; drop table changes; --"),
        ('"}], <b>', '"}], <b>'),
        (np.int64(3), "3"),
    ],
)
def test_values_are_kept_as_text(tmp_path: Path, value: Any, written: str | None) -> None:
    entered.add(tmp_path, "actions", {"what": value}, "ann")
    assert overlaid(tmp_path)[0]["what"] == written


def test_one_number_is_written_in_one_way(tmp_path: Path) -> None:
    target = entered.add(tmp_path, "targets", {"value": "0.80"}, "ann")
    before, after = {"value": 0.8}, {"value": "0.800"}
    assert entered.edit(tmp_path, "targets", target.record_id, before, after, "ann") is None


def test_what_there_is_not_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="actions has no column colour"):
        entered.add(tmp_path, "actions", {"colour": "red"}, "ann")
    with pytest.raises(ValueError, match="Nobody enters 'tickets'"):
        entered.changes(tmp_path, "tickets")
    with pytest.raises(ValueError, match="There is no change 7"):
        entered.undo(tmp_path, 7, "ann")


@pytest.mark.parametrize("attack", ["delete from changes", "update changes set made_by = 'bob'"])
def test_the_log_lets_nobody_rewrite_it(tmp_path: Path, added: Change, attack: str) -> None:
    with (
        closing(sqlite3.connect(tmp_path / entered.FILE)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="is never"),
    ):
        connection.execute(attack)
