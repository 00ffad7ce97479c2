"""Clients won back or lost after their complaints, by hand."""

from functools import partial
from typing import Any

import pytest

from tests.conftest import Answer, Given
from tests.queries.complaints.conftest import Received

RECOVERY, LOST = "complaints/recovery", "complaints/lost_clients"


@pytest.fixture
def complain(received: Received) -> Received:
    """Insert a major complaint of client `a`, received on 2 November at 10:00 unless given."""
    return partial(received, severity="major")


@pytest.fixture
def felt(given: Given) -> Any:
    """Client `a` says on a day how satisfied it is, 0 to 10; it holds for 180 days."""
    numbers = iter(range(100))

    def insert(day: str, recommend: float) -> None:
        row = {"response_id": str(next(numbers)), "client_id": "a", "answered_at": day}
        given("responses", {**row, "recommend": recommend})

    return insert


def outcome(rows: list[dict[str, Any]]) -> tuple[str | None, str, bool]:
    (row,) = rows
    assert row["complaint_count"] == 1
    return row["tier_before"], row["outcome"], row["is_over"]


def test_a_client_that_answers_well_in_time_is_recovered(
    felt: Any, complain: Received, answer: Answer
) -> None:
    felt("2026-01-01", 9)
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20")
    felt("2026-01-20", 0)
    felt("2026-06-01", 10)
    felt("2026-06-01", 10)
    felt("2026-06-01", 10)
    assert outcome(answer(RECOVERY, "2026-01-20", "2026-05-31")) == ("loyal", "watching", False)
    assert outcome(answer(RECOVERY, "2026-01-20", "2026-06-01")) == ("loyal", "recovered", False)
    assert answer(RECOVERY, "2026-01-21", "2026-06-01") == []
    assert answer(RECOVERY, "2026-01-01", "2026-01-19") == []
    assert answer(RECOVERY, "2026-01-20", "2026-06-01", client_ids=["b"]) == []
    assert answer(LOST, "2026-01-20", "2026-06-01") == []


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-07-19", "recovered"), ("2026-07-20", "not_recovered")],
)
def test_the_last_of_180_days_still_counts(
    felt: Any, complain: Received, answer: Answer, day: str, told: str
) -> None:
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20")
    felt(day, 10)
    assert outcome(answer(RECOVERY, "2026-01-01", "2026-08-01")) == (None, told, True)
    assert len(answer(LOST, "2026-01-01", "2026-08-01")) == (told != "recovered")


def test_a_client_is_watched_until_the_last_day_is_over(complain: Received, answer: Answer) -> None:
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20")
    assert outcome(answer(RECOVERY, "2026-01-01", "2026-07-18"))[1:] == ("watching", False)
    assert outcome(answer(RECOVERY, "2026-01-01", "2026-07-19"))[1:] == ("not_recovered", True)


def test_the_last_day_is_not_over_on_the_day_of_the_import(
    complain: Received, answer: Answer
) -> None:
    complain("yesterday", received_at="2026-05-01", resolved_at="2026-05-18")
    complain("today", received_at="2026-05-01", resolved_at="2026-05-19")
    rows = answer(RECOVERY, "2026-05-01", "2026-12-31")
    assert [(row["outcome"], row["is_over"]) for row in rows] == [
        ("not_recovered", True),
        ("watching", False),
    ]


def test_an_answer_after_the_import_wins_nobody_back(
    felt: Any, complain: Received, answer: Answer
) -> None:
    complain("k", received_at="2026-10-01", resolved_at="2026-10-10")
    felt("2026-11-16", 10)
    assert outcome(answer(RECOVERY, "2026-10-01", "2026-12-31")) == (None, "watching", False)


def test_a_client_satisfied_by_older_answers_is_back_at_once(
    felt: Any, complain: Received, answer: Answer
) -> None:
    felt("2026-09-01", 7)
    complain("k", received_at="2026-10-01 09:00", resolved_at="2026-10-10")
    assert outcome(answer(RECOVERY, "2026-10-10", "2026-10-10")) == (
        "satisfied",
        "recovered",
        False,
    )


@pytest.mark.parametrize(
    ("left_on", "until", "told"),
    [
        ("2026-03-01", "2026-02-28", "watching"),
        ("2026-03-01", "2026-03-01", "left"),
        ("2026-01-15", "2026-01-20", "left"),
        ("2026-07-19", "2026-08-01", "left"),
        ("2026-07-20", "2026-08-01", "not_recovered"),
    ],
)
def test_a_client_may_leave_instead(
    given: Given, complain: Received, answer: Answer, left_on: str, until: str, told: str
) -> None:
    given("clients", {"client_id": "a", "left_on": left_on})
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20")
    assert outcome(answer(RECOVERY, "2026-01-01", until))[1] == told
    lost = answer(LOST, "2026-01-01", until)
    assert [(row["outcome"], row["tier_after"]) for row in lost] == {
        "left": [("left", "left")],
        "not_recovered": [("not_recovered", None)],
        "watching": [],
    }[told]


def test_the_tiers_before_and_after_are_those_of_the_two_ends(
    felt: Any, complain: Received, answer: Answer
) -> None:
    felt("2025-12-01", 9)
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20")
    for day in ("2026-01-10", "2026-01-11", "2026-01-12"):
        felt(day, 0)
    felt("2026-07-18", 5)
    felt("2026-07-20", 10)
    (row,) = answer(LOST, "2026-01-01", "2026-11-01")
    assert (row["tier_before"], row["tier_after"]) == ("loyal", "basic")
    assert (row["client_name"], row["severity"]) == ("a", "major")


def test_tiers_that_begin_on_the_very_days_count(
    felt: Any, complain: Received, answer: Answer
) -> None:
    felt("2026-01-09", 5)
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20")
    felt("2026-07-19", 0)
    (row,) = answer(LOST, "2026-01-01", "2026-11-01")
    assert (row["tier_before"], row["tier_after"]) == ("basic", "complaining")


def test_tiers_that_end_on_the_very_days_do_not_count(
    felt: Any, complain: Received, answer: Answer
) -> None:
    felt("2025-07-24", 9)
    complain("k", received_at="2026-01-10", resolved_at="2026-01-20", severity="ordinary")
    felt("2026-01-20", 0)
    (row,) = answer(LOST, "2026-01-01", "2026-11-01")
    assert (row["outcome"], row["tier_after"]) == ("not_recovered", None)


def test_a_tier_that_ended_before_the_complaint_is_none_before(
    felt: Any, complain: Received, answer: Answer
) -> None:
    felt("2025-07-14", 9)
    complain("k", received_at="2026-01-11", resolved_at="2026-01-20")
    assert outcome(answer(RECOVERY, "2026-01-01", "2026-02-01"))[0] is None


def test_lost_clients_come_latest_first(complain: Received, answer: Answer) -> None:
    for complaint_id, resolved_at in (
        ("1", "2026-01-05"),
        ("3", "2026-01-09"),
        ("2", "2026-01-09"),
    ):
        complain(complaint_id, received_at="2026-01-01", resolved_at=resolved_at)
    rows = answer(LOST, "2026-01-01", "2026-11-01")
    assert [row["complaint_id"] for row in rows] == ["2", "3", "1"]
    assert answer(LOST, "2026-01-01", "2026-11-01", client_ids=["b"]) == []
