"""Each check finds its fault, and says nothing where the fault is just avoided."""

import csv
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import checks
from data.errors import DataError
from data.settings import Settings
from tests.conftest import Given

Finds = Callable[[str], list[tuple[Any, ...]]]
Complain = Callable[[list[date]], None]
OPENED = "2026-11-02 09:00"
EARLIER = "2026-11-01 09:00"


@pytest.fixture
def finds(con: duckdb.DuckDBPyConnection, settings: Settings) -> Finds:
    return lambda name: checks.offenders(con, checks.check(name), settings).fetchall()


@pytest.mark.parametrize("name", checks.names())
def test_every_check_holds_on_an_empty_warehouse_and_says_what_it_finds(
    finds: Finds, name: str
) -> None:
    header = checks.check(name).sql.splitlines()[:4]

    assert finds(name) == []
    assert [line.partition(":")[0] for line in header[1:]] == ["-- Grain", "-- Binds", "-- Returns"]
    assert checks.check(name).title.endswith((".", ")."))


def test_the_header_of_every_check_names_its_columns(
    con: duckdb.DuckDBPyConnection, settings: Settings
) -> None:
    for name in checks.names():
        found = checks.check(name)
        declared = found.sql.splitlines()[3].removeprefix("-- Returns: ").rstrip(".").split(", ")
        assert checks.offenders(con, found, settings).columns == declared, name


def test_an_unknown_check_is_named_with_those_there_are() -> None:
    with pytest.raises(DataError, match="There is no check nothing; there are: answered_before"):
        checks.check("nothing")


def test_only_failing_checks_are_told_with_their_count(
    con: duckdb.DuckDBPyConnection, given: Given, settings: Settings
) -> None:
    ticket = {"client_id": "C1", "opened_at": OPENED, "resolved_at": EARLIER}
    given("tickets", {"ticket_id": "T1", **ticket}, {"ticket_id": "T2", **ticket})

    assert [(one.name, one.row_count) for one in checks.failed(con, settings)] == [
        ("resolved_before_opened", 2)
    ]


@pytest.mark.parametrize("level", ["minimum", "expected", "desired", "perceived"])
def test_answers_outside_the_scale_are_found(given: Given, finds: Finds, level: str) -> None:
    given("indicators", {"indicator_id": "I1", "scale_low": 1, "scale_high": 5})
    given("responses", {"response_id": "R1", "client_id": "C1"})
    given("responses", {"response_id": "R2", "client_id": "C1"})
    given("answers", {"response_id": "R1", "indicator_id": "I1", level: 5})
    given("answers", {"response_id": "R2", "indicator_id": "I1", level: 5.01})

    assert [row[0] for row in finds("answers_outside_scale")] == ["R2"]


@pytest.mark.parametrize(
    ("levels", "count"),
    [
        ({"minimum": 5, "expected": 5, "desired": 5}, 0),
        ({"minimum": 6, "expected": 5, "desired": 7}, 1),
        ({"minimum": 4, "expected": 8, "desired": 7}, 1),
        ({"minimum": 8, "desired": 7}, 1),
        ({"desired": 7}, 0),
    ],
)
def test_answers_that_contradict_themselves_are_found(
    given: Given, finds: Finds, levels: dict[str, float], count: int
) -> None:
    given("responses", {"response_id": "R1", "client_id": "C1"})
    given("answers", {"response_id": "R1", "indicator_id": "I1", **levels})

    assert len(finds("inverted_answers")) == count


def test_complaints_resolved_before_they_came_are_found(given: Given, finds: Finds) -> None:
    whole = {"client_id": "C1", "received_at": OPENED}
    given("complaints", {"complaint_id": "K1", "resolved_at": OPENED, **whole})
    given("complaints", {"complaint_id": "K2", "resolved_at": EARLIER, **whole})

    assert [row[:2] for row in finds("resolved_before_opened")] == [("complaints", "K2")]


def test_steps_before_the_complaint_are_found(given: Given, finds: Finds) -> None:
    given("complaints", {"complaint_id": "K1", "client_id": "C1", "received_at": OPENED})
    given("complaint_steps", {"complaint_id": "K1", "step": "listened", "done_at": OPENED})
    given("complaint_steps", {"complaint_id": "K1", "step": "thanked", "done_at": EARLIER})

    assert [row[1] for row in finds("step_before_received")] == ["thanked"]


def test_answers_before_their_invitation_are_found(given: Given, finds: Finds) -> None:
    whole = {"client_id": "C1", "invited_at": OPENED}
    given("responses", {"response_id": "R1", "answered_at": OPENED, **whole})
    given("responses", {"response_id": "R2", "answered_at": EARLIER, **whole})

    assert [row[0] for row in finds("answered_before_invited")] == ["R2"]


def test_promises_due_before_they_were_made_are_found_wherever_they_are(
    given: Given, finds: Finds
) -> None:
    promise = {"client_id": "C1", "what": "x", "source": "meeting", "promised_on": "2026-11-02"}
    given("promises", {"promise_id": "P1", "due_on": "2026-11-02", **promise})
    given("promises", {"promise_id": "P2", "due_on": "2026-11-01", **promise})
    given(
        "tickets",
        {"ticket_id": "T1", "client_id": "C1", "opened_at": OPENED, "promised_at": EARLIER},
    )
    given(
        "complaints",
        {"complaint_id": "K1", "client_id": "C1", "received_at": OPENED, "promised_at": EARLIER},
    )

    assert sorted(row[1] for row in finds("due_before_promised")) == ["K1", "P2", "T1"]


def test_unknown_tickets_are_found_once_there_are_tickets(given: Given, finds: Finds) -> None:
    whole = {"client_id": "C1", "received_at": OPENED}
    given("complaints", {"complaint_id": "K1", "ticket_id": "T1", **whole})
    given("complaints", {"complaint_id": "K2", "ticket_id": "T2", **whole})
    assert finds("unknown_ticket") == []

    given("tickets", {"ticket_id": "T1", "client_id": "C1", "opened_at": OPENED})
    assert finds("unknown_ticket") == [("K2", "T2")]


def test_a_calendar_that_the_settings_do_not_have_is_found(given: Given, finds: Finds) -> None:
    given("clients", {"client_id": "C1", "calendar": "always"}, {"client_id": "C2"})
    given("clients", {"client_id": "C3", "calendar": "Always"})

    assert finds("unknown_calendar") == [("C3", "Always")]


def test_one_client_under_two_keys_is_found(given: Given, finds: Finds) -> None:
    given("clients", {"client_id": "C1", "client_name": "Müller & Co."})
    given("clients", {"client_id": "C2", "client_name": "MULLER CO"})
    given("clients", {"client_id": "C3", "client_name": "客户"})

    assert [row[1] for row in finds("duplicate_clients")] == [["C1", "C2"]]


def test_one_person_under_two_spellings_is_found(given: Given, finds: Finds) -> None:
    ticket = {"client_id": "C1", "opened_at": OPENED}
    given("tickets", {"ticket_id": "T1", "owner": "Li Wei", "first_owner": "li wei", **ticket})
    given("tickets", {"ticket_id": "T2", "owner": "Li Wei", "first_owner": "Wei Li", **ticket})

    assert finds("duplicate_people") == [(None, ["Li Wei", "li wei"])]


def test_respondents_of_different_clients_are_different_people(given: Given, finds: Finds) -> None:
    given("responses", {"response_id": "R1", "client_id": "C1", "respondent": "Ann"})
    given("responses", {"response_id": "R2", "client_id": "C2", "respondent": "ann"})
    assert finds("duplicate_people") == []

    given("responses", {"response_id": "R3", "client_id": "C2", "respondent": "Ann"})
    assert [row[0] for row in finds("duplicate_people")] == ["C2"]


def swapped(day: date) -> date:
    return date(day.year, day.day, day.month) if day.day <= 12 else day


@pytest.fixture
def complain(con: duckdb.DuckDBPyConnection) -> Complain:
    """A complaint on each of these days."""

    def insert(days: list[date]) -> None:
        con.execute(
            """
            insert into complaints (complaint_id, client_id, received_at, form, severity, cause)
            select uuid()::varchar, 'C1', unnest($days), 'complaint', 'ordinary', 'other'
            """,
            {"days": [str(day) for day in days]},
        )

    return insert


def spring() -> list[date]:
    return [date(2026, 4, 1) + timedelta(days=number) for number in range(91)] * 2


def test_swapped_days_and_months_are_suspected(complain: Complain, finds: Finds) -> None:
    complain([swapped(day) for day in spring()])

    assert [row[2] for row in finds("days_and_months_swapped")] == [1, 2, 3, 7, 8, 9, 10, 11, 12]


def test_true_days_of_a_few_months_are_not_suspected(complain: Complain, finds: Finds) -> None:
    complain(spring())

    assert finds("days_and_months_swapped") == []


def test_surveys_always_sent_on_one_day_of_the_month_are_not_suspected(
    complain: Complain, finds: Finds
) -> None:
    complain([date(2026, month, 5) for month in range(1, 13)] * 10)

    assert finds("days_and_months_swapped") == []


@pytest.mark.real
@pytest.mark.parametrize(
    ("file", "column", "date_format", "months"),
    [
        ("comcast_complaints/copy_a_bom_crlf.csv", "Date", "%d-%m-%Y", 9),
        ("cfpb_complaints/cfpb_union.csv", "date_received_iso", "%Y-%m-%d", 0),
    ],
)
def test_of_two_public_files_only_the_swapped_one_is_suspected(
    complain: Complain, finds: Finds, file: str, column: str, date_format: str, months: int
) -> None:
    path = Path(os.environ.get("SHARED_DATA", "../shared")) / "data" / file
    if not path.exists():
        pytest.skip(f"{path} is not there; SHARED_DATA names the folder of the public files.")
    with path.open(encoding="utf-8-sig", newline="") as text:
        written = [row[column] for row in csv.DictReader(text)]

    complain([datetime.strptime(day, date_format).replace(tzinfo=UTC).date() for day in written])

    assert len(finds("days_and_months_swapped")) == months
