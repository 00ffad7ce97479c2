"""Nobody is told the same twice, and everybody is told once."""

from pathlib import Path

from data import entered
from data.entered.told import tell, told


def test_each_recipient_is_told_for_themselves(tmp_path: Path) -> None:
    assert told(tmp_path, "ann@example.com") == frozenset()
    tell(tmp_path, "ann@example.com", ["fallen/K1/2026-W46", "due/P1"])
    tell(tmp_path, "ann@example.com", ["due/P1", "due/电话"])
    tell(tmp_path, "bob@example.com", [])

    assert told(tmp_path, "ann@example.com") == {"fallen/K1/2026-W46", "due/P1", "due/电话"}
    assert told(tmp_path, "bob@example.com") == frozenset()


def test_what_was_told_is_no_change_of_any_record(tmp_path: Path) -> None:
    tell(tmp_path, "ann@example.com", ["due/P1"])
    assert entered.newest(tmp_path) == 0
    assert entered.changes(tmp_path, "actions") == ()
