"""Work of a command: files written whole or not at all, alerts told once to each."""

from pathlib import Path

import pytest

from data import warehouse
from pages.shared import access, unattended
from pages.shared.asker import Asker, speaking
from pages.shared.unattended import UndoneError, attempted


def test_a_file_is_replaced_as_a_whole_and_others_may_read_it(tmp_path: Path) -> None:
    place = tmp_path / "pack.pdf"
    place.write_bytes(b"old and longer")
    unattended.write(place, b"new")
    assert place.read_bytes() == b"new"
    other = tmp_path / "other"
    other.touch()
    assert place.stat().st_mode == other.stat().st_mode


def test_nothing_is_left_of_a_file_that_cannot_take_its_place(tmp_path: Path) -> None:
    place = tmp_path / "taken.pdf"
    (place / "inside").mkdir(parents=True)
    with pytest.raises(UndoneError, match=r"taken\.pdf cannot be written"):
        unattended.write(place, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["taken.pdf"]


def test_a_failure_is_one_sentence_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise UndoneError("It cannot be done.")

    assert attempted(fails) == 1
    assert capsys.readouterr().err == "It cannot be done.\n"


def test_what_is_stopped_by_hand_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    assert attempted(stopped) == 1
    assert "nothing was written" in capsys.readouterr().err


def test_each_recipient_is_told_an_alert_once(empty: Path) -> None:
    build = warehouse.current(empty)
    assert build is not None
    with speaking(Asker(access.EVERYONE, "en", build)):
        unattended.tell("li@example.com", ["fallen/A", "due/B"])
        assert unattended.untold("li@example.com", ["fallen/A", "due/C"]) == {"due/C"}
        assert unattended.untold("ann@example.com", ["fallen/A"]) == {"fallen/A"}


def test_the_asker_sees_the_current_build_in_the_language_asked_for(empty: Path) -> None:
    asker = unattended.asker(empty, None, "zh-Hant")
    assert asker.build == warehouse.current(empty)
    assert (asker.language, asker.reader) == ("zh-Hant", access.EVERYONE)


def test_marts_of_other_settings_are_worked_out_anew(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = warehouse.current(empty)
    monkeypatch.setattr(warehouse, "fingerprint", lambda settings: "another")
    assert unattended.asker(empty, None, None).build != before
