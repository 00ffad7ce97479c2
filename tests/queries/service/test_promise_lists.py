"""service/broken_promises, service/promises_due and service/promises_due_by_kind by hand."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given

BROKEN, DUE = "service/broken_promises", "service/promises_due"
BY_KIND = "service/promises_due_by_kind"
PERIOD = ("2026-10-01", "2026-11-15")


@pytest.fixture
def promise(given: Given) -> Any:
    """Insert a promise to client `a`, made on 1 September by Li."""

    def insert(promise_id: str, due_on: str, **more: Any) -> None:
        row = {"client_id": "a", "what": "a report", "promised_on": "2026-09-01"}
        made = {"made_by": "Li", "source": "meeting", "due_on": due_on}
        given("promises", {"promise_id": promise_id, **row, **made, **more})

    return insert


def test_the_latest_stand_first_with_their_days(promise: Any, answer: Answer) -> None:
    promise("on time", "2026-10-10", kept_on="2026-10-10")
    promise("open", "2026-10-20")
    promise("late", "2026-10-10", kept_on="2026-10-13")
    promise("moved", "2026-11-14", first_due_on="2026-10-30", kept_on="2026-11-12")
    rows = answer(BROKEN, *PERIOD)
    assert [(row["promise_id"], row["state"], row["days_late"]) for row in rows] == [
        ("open", "overdue", 26),
        ("moved", "broken", 13),
        ("late", "broken", 3),
    ]
    assert [row["is_moved"] for row in rows] == [False, True, False]
    assert [row["done_on"] for row in rows] == [None, date(2026, 11, 12), date(2026, 10, 13)]
    assert (rows[1]["first_due_on"], rows[1]["due_on"]) == (date(2026, 10, 30), date(2026, 11, 14))


def test_ties_go_to_the_earlier_date_then_the_name(promise: Any, answer: Answer) -> None:
    promise("c", "2026-10-20", kept_on="2026-10-22")
    promise("b", "2026-10-10", kept_on="2026-10-12")
    promise("a", "2026-10-20", kept_on="2026-10-22")
    assert [row["promise_id"] for row in answer(BROKEN, *PERIOD)] == ["b", "a", "c"]
    assert [row["promise_id"] for row in answer(BROKEN, *PERIOD, most_rows=2)] == ["b", "a"]


def test_then_to_the_kind(promise: Any, given: Given, answer: Answer) -> None:
    promise("a", "2026-10-10", kept_on="2026-10-12")
    ticket = {"client_id": "a", "opened_at": "2026-10-01", "promised_at": "2026-10-10"}
    given("tickets", {**ticket, "ticket_id": "b", "resolved_at": "2026-10-12"})
    assert [row["kind"] for row in answer(BROKEN, *PERIOD)] == ["fault", "promise"]


def test_one_done_later_is_still_open(promise: Any, answer: Answer) -> None:
    promise("a", "2026-10-10", kept_on="2026-10-20")
    (row,) = answer(BROKEN, "2026-10-01", "2026-10-15")
    assert (row["state"], row["done_on"], row["days_late"]) == ("overdue", None, 5)


def test_days_late_end_with_the_import(promise: Any, answer: Answer) -> None:
    promise("a", "2026-11-10")
    (row,) = answer(BROKEN, "2026-11-01", "2026-12-31")
    assert row["days_late"] == 5


def test_only_late_promises_of_the_clients_in_view(promise: Any, answer: Answer) -> None:
    promise("a", "2026-10-10")
    promise("b", "2026-10-10", client_id="b")
    (row,) = answer(BROKEN, *PERIOD, client_ids=["b"])
    assert (row["promise_id"], row["client_name"], row["made_by"]) == ("b", "b", "Li")


def test_due_in_fourteen_days_or_past_by_the_last_date(promise: Any, answer: Answer) -> None:
    promise("past", "2026-10-10")
    promise("today", "2026-11-15")
    promise("last", "2026-11-29")
    promise("too far", "2026-11-30")
    promise("moved", "2026-11-20", first_due_on="2026-11-01")
    promise("moved away", "2026-12-20", first_due_on="2026-11-01")
    promise("done", "2026-10-10", kept_on="2026-11-15")
    rows = answer(DUE, *PERIOD)
    assert [(row["promise_id"], row["days_left"], row["is_past_due"]) for row in rows] == [
        ("today", 0, False),
        ("moved", 5, False),
        ("last", 14, False),
        ("past", -36, True),
    ]
    assert [row["is_moved"] for row in rows] == [False, True, False, False]
    assert [row["promise_id"] for row in answer(DUE, *PERIOD, most_rows=1)] == ["today"]
    assert [row["promise_id"] for row in answer(DUE, *PERIOD, days_ahead=4)] == ["today", "past"]


def test_due_counts_from_the_end_of_the_period(promise: Any, answer: Answer) -> None:
    promise("a", "2026-10-10", kept_on="2026-10-09")
    promise("b", "2026-10-08", promised_on="2026-10-09")
    (row,) = answer(DUE, "2026-09-01", "2026-10-08")
    assert (row["promise_id"], row["days_left"], row["is_past_due"]) == ("a", 2, False)
    rows = answer(DUE, "2026-09-01", "2026-10-09")
    assert [(row["promise_id"], row["is_past_due"]) for row in rows] == [("b", True)]


def test_a_time_that_was_today_is_past(given: Given, answer: Answer) -> None:
    row = {"client_id": "a", "kind": "delivery", "opened_at": "2026-11-01", "title": "Hall 3"}
    given(
        "tickets",
        {**row, "ticket_id": "1", "promised_at": "2026-11-15 12:00"},
        {**row, "ticket_id": "2", "promised_at": "2026-11-15 20:00"},
    )
    rows = answer(DUE, *PERIOD)
    assert [(row["kind"], row["what"], row["is_past_due"]) for row in rows] == [
        ("delivery", "Hall 3", False),
        ("delivery", "Hall 3", True),
    ]
    assert [row["days_left"] for row in rows] == [0, 0]


def test_how_many_are_past_and_due_by_kind(promise: Any, given: Given, answer: Answer) -> None:
    for name, due_on in (("a", "2026-11-10"), ("b", "2026-11-11"), ("c", "2026-11-20")):
        promise(name, due_on)
    promise("far", "2026-12-24")
    ticket = {"ticket_id": "1", "client_id": "a", "opened_at": "2026-11-01"}
    given("tickets", {**ticket, "promised_at": "2026-11-20"})
    assert answer(BY_KIND, *PERIOD) == [
        {"kind": "fault", "past_due_count": 0, "due_soon_count": 1},
        {"kind": "promise", "past_due_count": 2, "due_soon_count": 1},
    ]
    assert answer(BY_KIND, *PERIOD, client_ids=[]) == []
