"""What was said about an action stays with the client that it was said about."""

from pathlib import Path

from data import entered
from data.entered import Change
from tests.data.entered.conftest import CALL, overlaid


def move(folder: Path, before: str | None, after: str | None, action_id: str = "A1") -> Change:
    made = entered.edit(
        folder, "actions", action_id, {"client_id": before}, {"client_id": after}, "ann"
    )
    assert made is not None
    return made


def say(folder: Path, text: str, action_id: str = "A1") -> None:
    entered.comment(folder, "actions", action_id, text, "bob")


def said(folder: Path) -> tuple[int, str | None]:
    (row,) = overlaid(folder)
    return row["comment_count"], row["last_comment"]


def test_comments_begin_anew_with_another_client(tmp_path: Path) -> None:
    say(tmp_path, "about 2")
    move(tmp_path, "2", "1")
    assert said(tmp_path) == (0, None)
    say(tmp_path, "about 1")
    assert said(tmp_path) == (1, "about 1")


def test_the_same_holds_for_an_action_that_was_added_here(tmp_path: Path) -> None:
    made = entered.add(tmp_path, "actions", {**CALL, "client_id": "2"}, "ann")
    say(tmp_path, "about 2", made.record_id)
    move(tmp_path, "2", "1", made.record_id)
    assert said(tmp_path) == (0, None)


def test_what_was_said_about_a_client_is_not_said_about_nobody(tmp_path: Path) -> None:
    say(tmp_path, "about 2")
    move(tmp_path, "2", None)
    assert said(tmp_path) == (0, None)


def test_what_was_said_about_nobody_s_action_stays_once_it_has_a_client(tmp_path: Path) -> None:
    say(tmp_path, "about us all")
    move(tmp_path, None, "1")
    assert said(tmp_path) == (1, "about us all")


def test_a_change_of_something_else_leaves_the_comments(tmp_path: Path) -> None:
    say(tmp_path, "about 2")
    entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Bob"}, "ann")
    assert said(tmp_path) == (1, "about 2")


def test_moved_back_by_hand_they_begin_anew_once_more(tmp_path: Path) -> None:
    say(tmp_path, "about 2")
    move(tmp_path, "2", "1")
    say(tmp_path, "about 1")
    move(tmp_path, "1", "2")
    assert said(tmp_path) == (0, None)


def test_undoing_the_move_brings_back_what_was_said_before_it_and_nothing_else(
    tmp_path: Path,
) -> None:
    say(tmp_path, "about 2")
    moved = move(tmp_path, "2", "1")
    say(tmp_path, "about 1")
    undone = entered.undo(tmp_path, moved.change_id, "ann")
    assert said(tmp_path) == (1, "about 2")
    say(tmp_path, "about 2 again")
    assert said(tmp_path) == (2, "about 2 again")
    entered.undo(tmp_path, undone.change_id, "ann")
    assert said(tmp_path) == (1, "about 1")
