"""A record is removed as the person saw it; what others wrote since is told first."""

from pathlib import Path

import pytest

from data import entered
from data.entered import Change, ChangedMeanwhileError
from tests.data.entered.conftest import CALL, overlaid


def rename(folder: Path, added: Change, before: str, after: str) -> Change:
    made = entered.edit(
        folder, "actions", added.record_id, {"owner": before}, {"owner": after}, "bob"
    )
    assert made is not None
    return made


def test_what_others_wrote_since_is_told_before_it_is_removed(
    tmp_path: Path, added: Change
) -> None:
    changes = [rename(tmp_path, added, "Ann", "Bob"), rename(tmp_path, added, "Bob", "Cy")]
    with pytest.raises(ChangedMeanwhileError, match="bob") as told:
        entered.remove(tmp_path, "actions", added.record_id, "ann", seen_at=added.change_id)

    assert list(told.value.changes) == changes
    assert not overlaid(tmp_path)[0]["is_removed"]
    last = changes[-1].change_id
    entered.remove(tmp_path, "actions", added.record_id, "ann", seen_at=last)
    assert overlaid(tmp_path)[0]["is_removed"]


def test_an_undo_of_what_was_seen_is_told_before_it_is_removed(
    tmp_path: Path, added: Change
) -> None:
    seen = rename(tmp_path, added, "Ann", "Bob")
    undo = entered.undo(tmp_path, seen.change_id, "bob")
    with pytest.raises(ChangedMeanwhileError) as told:
        entered.remove(tmp_path, "actions", added.record_id, "ann", seen_at=seen.change_id)
    assert told.value.changes == (undo,)


def test_what_was_seen_is_removed_at_once(tmp_path: Path, added: Change) -> None:
    """A comment, another record, and what was taken back again are nothing new in its fields."""
    entered.comment(tmp_path, "actions", added.record_id, "Well?", "bob")
    entered.add(tmp_path, "actions", CALL, "bob")
    entered.undo(tmp_path, rename(tmp_path, added, "Ann", "Bob").change_id, "bob")

    removed = entered.remove(tmp_path, "actions", added.record_id, "ann", seen_at=added.change_id)
    assert removed.kind == "remove"


def test_who_compares_with_nothing_removes_at_once(tmp_path: Path, added: Change) -> None:
    rename(tmp_path, added, "Ann", "Bob")
    assert entered.remove(tmp_path, "actions", added.record_id, "ann").kind == "remove"
