"""service/promises_by_month and service/promises_by_person by hand."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given

BY_MONTH, BY_PERSON = "service/promises_by_month", "service/promises_by_person"
PERIOD = ("2026-10-01", "2026-11-15")


@pytest.fixture
def promise(given: Given) -> Any:
    """Insert a promise to client `a`, made on 1 September by Li."""
    numbers = iter(range(100))

    def insert(due_on: str, kept_on: str | None = None, **more: Any) -> None:
        row = {
            "promise_id": str(next(numbers)),
            "client_id": "a",
            "what": "a report",
            "promised_on": "2026-09-01",
            "due_on": due_on,
            "kept_on": kept_on,
            "made_by": "Li",
            "source": "meeting",
        }
        given("promises", {**row, **more})

    return insert


@pytest.fixture
def ticket(given: Given) -> Any:
    """Insert a requirement of client `a`, opened on 1 September."""
    numbers = iter(range(100))

    def insert(**more: Any) -> None:
        row = {"client_id": "a", "kind": "requirement", "opened_at": "2026-09-01 09:00"}
        given("tickets", {"ticket_id": str(next(numbers)), **row, **more})

    return insert


def counted(rows: list[dict[str, Any]]) -> list[tuple[int, ...]]:
    return [(row["kept"], row["broken"], row["overdue"], row["moved"]) for row in rows]


def test_kept_broken_and_overdue_in_the_month_they_were_due(promise: Any, answer: Answer) -> None:
    promise("2026-10-10", "2026-10-10")
    promise("2026-10-10", "2026-10-11")
    promise("2026-10-10")
    promise("2026-11-02", "2026-10-31")
    rows = answer(BY_MONTH, *PERIOD)
    assert [(row["month"], row["kind"]) for row in rows] == [
        (date(2026, 10, 1), "promise"),
        (date(2026, 11, 1), "promise"),
    ]
    assert counted(rows) == [(1, 1, 1, 0), (1, 0, 0, 0)]
    assert rows[0]["kept_share"] == pytest.approx(1 / 3)


def test_a_promise_neither_due_nor_done_is_in_no_count(promise: Any, answer: Answer) -> None:
    promise("2026-11-20", first_due_on="2026-11-15")
    (row,) = answer(BY_MONTH, *PERIOD)
    assert counted([row]) == [(0, 0, 0, 0)]
    assert row["kept_share"] is None


def test_a_day_is_past_only_when_it_is_over(promise: Any, answer: Answer) -> None:
    promise("2026-11-13")
    promise("2026-11-14")
    promise("2026-11-15")
    assert counted(answer(BY_MONTH, "2026-11-14", "2026-11-15")) == [(0, 0, 1, 0)]
    assert counted(answer(BY_MONTH, "2026-11-13", "2026-11-13")) == [(0, 0, 1, 0)]


def test_a_moved_promise_is_judged_by_its_first_date(promise: Any, answer: Answer) -> None:
    promise("2026-11-10", "2026-11-09", first_due_on="2026-10-10")
    promise("2026-11-10", "2026-10-09", first_due_on="2026-10-10")
    promise("2026-10-08", "2026-10-09", first_due_on="2026-10-10")
    assert counted(answer(BY_MONTH, *PERIOD)) == [(2, 1, 0, 2)]


def test_what_happened_later_is_not_known_yet(promise: Any, answer: Answer) -> None:
    promise("2026-10-10", "2026-10-20")
    promise("2026-10-10", "2026-10-10", promised_on="2026-10-16")
    promise("2026-10-12", "2026-10-15")
    assert counted(answer(BY_MONTH, "2026-10-01", "2026-10-15")) == [(0, 1, 1, 0)]


def test_what_lies_after_the_last_import_is_not_known_either(promise: Any, answer: Answer) -> None:
    promise("2026-11-10", "2026-11-15")
    promise("2026-11-10", "2026-11-16")
    promise("2026-11-10", promised_on="2026-11-16")
    promise("2026-11-10", promised_on="2026-11-15")
    assert counted(answer(BY_MONTH, "2026-10-01", "2026-12-31")) == [(0, 1, 2, 0)]


def test_a_ticket_is_kept_to_the_very_instant(ticket: Any, answer: Answer) -> None:
    at = "2026-11-10 17:00:00"
    ticket(promised_at=at, resolved_at=at)
    ticket(promised_at=at, resolved_at="2026-11-10 17:00:01")
    ticket(promised_at="2026-11-15 20:00:00")
    ticket(promised_at="2026-11-15 19:59:59")
    ticket(promised_at=at, first_promised_at="2026-11-09 17:00", resolved_at=at)
    ticket()
    assert counted(answer(BY_MONTH, *PERIOD)) == [(1, 2, 1, 1)]


def test_a_ticket_resolved_at_the_import_or_opened_then_is_not_known(
    ticket: Any, answer: Answer
) -> None:
    at = "2026-11-15 20:00:00"
    ticket(promised_at="2026-11-10", resolved_at=at)
    ticket(promised_at="2026-11-10", opened_at=at)
    ticket(promised_at="2026-11-10", resolved_at="2026-11-15 19:59:59")
    assert counted(answer(BY_MONTH, *PERIOD)) == [(0, 1, 1, 0)]


def test_a_complaint_is_a_promise_and_a_grumble_is_none(given: Given, answer: Answer) -> None:
    row = {"client_id": "a", "received_at": "2026-10-01", "promised_at": "2026-10-10"}
    given(
        "complaints", {**row, "complaint_id": "1"}, {**row, "complaint_id": "2", "form": "grumble"}
    )
    given(
        "complaints",
        {**row, "complaint_id": "3", "received_at": "2026-11-15 20:00"},
        {**row, "complaint_id": "4", "promised_at": None, "first_promised_at": "2026-10-11"},
        {**row, "complaint_id": "5", "resolved_at": "2026-10-09"},
        {**row, "complaint_id": "6", "resolved_at": "2026-11-15 20:00"},
    )
    rows = answer(BY_MONTH, *PERIOD)
    assert [row["kind"] for row in rows] == ["complaint"]
    assert counted(rows) == [(1, 0, 3, 0)]
    (person,) = answer(BY_PERSON, *PERIOD)
    assert person["made_by"] is None
    assert person["promise_count"] == 4


def test_a_date_on_the_leap_day_is_kept_on_it(promise: Any, answer: Answer) -> None:
    for kept_on in ("2024-02-28", "2024-02-29", "2024-03-01"):
        promise("2024-02-29", kept_on, promised_on="2024-02-01")
    rows = answer(BY_MONTH, "2024-02-01", "2024-02-29")
    assert counted(rows) == [(2, 0, 1, 0)]
    assert counted(answer(BY_MONTH, "2024-02-29", "2024-03-01")) == [(2, 1, 0, 0)]


def test_only_the_clients_in_view_count(promise: Any, answer: Answer) -> None:
    promise("2026-10-10", client_id="a")
    promise("2026-10-10", client_id="b")
    assert counted(answer(BY_MONTH, *PERIOD, client_ids=["b"])) == [(0, 0, 1, 0)]
    assert answer(BY_MONTH, *PERIOD, client_ids=[]) == []


def test_a_person_s_promises_with_days_given_and_days_left(promise: Any, answer: Answer) -> None:
    promise("2026-10-11", "2026-10-09", promised_on="2026-10-01")
    promise("2026-10-21", "2026-10-24", promised_on="2026-10-01")
    promise("2026-10-31", promised_on="2026-10-01")
    promise("2026-11-15", promised_on="2026-10-01")
    (row,) = answer(BY_PERSON, *PERIOD)
    assert (row["made_by"], row["promise_count"], row["done_count"]) == ("Li", 3, 2)
    assert (row["kept"], row["broken"], row["overdue"]) == (1, 1, 1)
    assert (row["days_promised_p50"], row["slack_days_p50"]) == (20, -0.5)
    assert row["kept_share"] == pytest.approx(1 / 3)


def test_slack_leaves_out_what_was_done_only_later(promise: Any, answer: Answer) -> None:
    promise("2026-10-10", "2026-11-10")
    (row,) = answer(BY_PERSON, "2026-10-01", "2026-10-31")
    assert (row["overdue"], row["slack_days_p50"], row["done_count"]) == (1, None, 0)


def test_the_first_owner_promised_else_the_owner(ticket: Any, answer: Answer) -> None:
    ticket(promised_at="2026-10-10", first_owner="Li", owner="Bo")
    ticket(promised_at="2026-10-10", first_owner="Li")
    ticket(promised_at="2026-10-10", owner="Bo")
    ticket(promised_at="2026-10-10", owner="An")
    assert [(row["made_by"], row["promise_count"]) for row in answer(BY_PERSON, *PERIOD)] == [
        ("Li", 2),
        ("An", 1),
        ("Bo", 1),
    ]
