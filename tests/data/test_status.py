import json
from pathlib import Path

import pytest

from data import importing
from data.errors import DataError
from data.settings import Settings
from data.status import status


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Path:
    """A warehouse of one import: two tickets, of which one is refused."""
    tmp_path = tmp_path_factory.mktemp("status")
    tickets = tmp_path / "tickets.csv"
    tickets.write_text(
        "ticket_id,client_id,kind,severity,opened_at,promised_at\n"
        "T1,C1,fault,major,2026-11-05 23:30,2026-11-01\n"
        "T2,C1,bug,major,2026-11-05,\n"
    )
    importing.load([tickets], tmp_path / "warehouse", settings, progress=False)
    return tmp_path / "warehouse"


def test_tables_rows_and_newest_record_are_told(folder: Path, settings: Settings) -> None:
    told = status(folder, settings)
    tables = {table.table: table for table in told.tables}

    assert (tables["tickets"].rows, str(tables["tickets"].newest_on)) == (1, "2026-11-05")
    assert (tables["clients"].rows, tables["clients"].newest_on) == (1, None)
    assert str(told.newest_on) == "2026-11-05"


def test_the_last_imports_and_what_was_refused_are_told(folder: Path, settings: Settings) -> None:
    (last,) = status(folder, settings).imports

    assert (last.table, last.read, last.inserted, last.refused) == ("tickets", 2, 1, 1)
    assert last.rejects is not None
    assert Path(last.rejects).exists()


def test_failed_checks_are_told(folder: Path, settings: Settings) -> None:
    told = status(folder, settings)

    assert [failure.name for failure in told.failures] == ["due_before_promised"]


def test_for_programs_everything_is_in_one_object(folder: Path, settings: Settings) -> None:
    told = json.loads(json.dumps(status(folder, settings).to_json(), default=str))

    assert list(told) == [
        *("database", "build", "newest_on", "tables", "imports", "failed_checks", "entered"),
    ]
    assert told["newest_on"] == "2026-11-05"


def test_for_people_it_is_a_few_lines(folder: Path, settings: Settings) -> None:
    text = "\n".join(status(folder, settings).lines())

    assert "tickets: 1 rows, newest 2026-11-05" in text
    assert "tickets.csv → tickets: 2 read, 1 new, 0 changed, 1 refused (" in text
    assert "due_before_promised: Promises were due" in text


def test_without_a_warehouse_it_says_how_to_make_one(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(DataError, match=r"There is no warehouse at .*python -m data import"):
        status(tmp_path / "nothing", settings)
