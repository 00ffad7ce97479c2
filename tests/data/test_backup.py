"""A copy is a whole warehouse, whoever saves or imports meanwhile."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from data import entered, warehouse
from data.__main__ import main
from data.settings import Settings
from data.status import status
from tests.data.entered.test_disasters import counted, said_by, saved, saving

ACTION = {"what": "Call", "raised_on": "2026-11-16"}


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """A warehouse with one action of a file, and one that somebody added."""
    place = tmp_path / "warehouse"
    with warehouse.writing(place, settings) as connection:
        connection.execute(
            "insert into actions (action_id, raised_on, what) values ('A1', '2026-11-02', 'x')"
        )
    entered.add(place, "actions", ACTION, "ann")
    return place


def back_up(folder: Path, target: Path) -> int:
    return main(["backup", str(target), "--database", str(folder)])


def test_a_copy_answers_as_the_warehouse_did(
    tmp_path: Path, folder: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copies" / "today"
    assert back_up(folder, copy) == 0
    assert capsys.readouterr().out == (
        f"The warehouse {folder} and what people entered are copied to {copy}.\n"
    )
    shutil.rmtree(folder)

    assert counted(copy, settings) == (1, 2)
    entered.add(copy, "actions", ACTION, "bob")
    warehouse.rebuild(copy, settings)
    assert counted(copy, settings) == (1, 3)


def test_a_copy_made_while_somebody_saves_is_whole(
    tmp_path: Path, folder: Path, settings: Settings
) -> None:
    with saving(folder, "ann", 200) as ann:
        for number in range(5):
            assert back_up(folder, tmp_path / str(number)) == 0
        told = said_by(ann)

    copies = [saved(tmp_path / str(number)) for number in range(5)]
    assert all(earlier <= later for earlier, later in pairwise(copies))
    assert copies[-1] <= saved(folder)
    assert len(told) == 200
    for number, keys in enumerate(copies):
        assert counted(tmp_path / str(number), settings) == (1, 1 + len(keys))


def test_nothing_is_written_over(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert back_up(folder, tmp_path / "copy") == 0
    assert back_up(folder, tmp_path / "copy") == 1
    assert capsys.readouterr().err == (
        f"{tmp_path / 'copy'} is there already; name a new folder for the copy.\n"
    )


def test_without_a_warehouse_there_is_nothing_to_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert back_up(tmp_path / "none", tmp_path / "copy") == 1
    assert "There is no warehouse at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_status_tells_what_people_entered(folder: Path, settings: Settings) -> None:
    (change,) = entered.changes(folder, "actions")
    entered.comment(folder, "actions", change.record_id, "Well?", "bob")
    told = status(folder, settings)

    (actions,) = told.entered
    assert (actions.table, actions.records, actions.changes) == ("actions", 1, 2)
    assert any(
        line.startswith("  entered by people, actions: 1 records in 2 changes, last 20")
        for line in told.lines()
    )
    assert told.to_json()["entered"] == [
        {"table": "actions", "records": 1, "changes": 2, "newest_at": actions.newest_at}
    ]
