"""Time between any two steps of handling, by hand."""

import pytest

from tests.conftest import Answer
from tests.queries.complaints.conftest import Received, Took

BETWEEN = "complaints/time_between"
NOVEMBER = ("2026-11-01", "2026-11-14")


def test_from_received_to_resolved_without_being_told(received: Received, answer: Answer) -> None:
    received("1", resolved_at="2026-11-02 12:00")
    received("2", resolved_at="2026-11-02 20:00")
    received("open")
    received("later", resolved_at="2026-11-15 12:00")
    assert answer(BETWEEN, *NOVEMBER) == [
        {
            "complaint_count": 4,
            "measured_count": 2,
            "median_hours": 6,
            "p90_hours": pytest.approx(9.2),
            "reverse_count": 0,
        }
    ]


def test_what_ends_on_the_last_day_is_measured(
    received: Received, took: Took, answer: Answer
) -> None:
    received("k", resolved_at="2026-11-02 23:59")
    took("k", "listened", "2026-11-02 11:00")
    took("k", "followed_up", "2026-11-02 23:59")
    for step in ("resolved", "listened", "followed_up"):
        (row,) = answer(BETWEEN, "2026-11-02", "2026-11-02", to_step=step)
        assert (row["complaint_count"], row["measured_count"]) == (1, 1)


def test_steps_at_one_moment_have_no_time_between(received: Received, answer: Answer) -> None:
    received("k", resolved_at="2026-11-02 10:00")
    (row,) = answer(BETWEEN, *NOVEMBER)
    assert (row["measured_count"], row["median_hours"], row["p90_hours"]) == (1, 0, 0)


def test_time_between_any_two_steps(received: Received, took: Took, answer: Answer) -> None:
    for complaint_id, thanked_at in (
        ("1", "13:00"),
        ("2", "11:00"),
        ("3", "10:30"),
        ("4", "23:00"),
    ):
        received(complaint_id)
        took(complaint_id, "listened", "2026-11-02 11:00")
        took(complaint_id, "thanked", f"2026-11-02 {thanked_at}")
    received("5")
    took("5", "listened", "2026-11-02 11:00")
    (row,) = answer(BETWEEN, *NOVEMBER, from_step="listened", to_step="thanked")
    assert (row["complaint_count"], row["measured_count"], row["reverse_count"]) == (5, 3, 1)
    assert row["median_hours"] == 2
    (row,) = answer(BETWEEN, *NOVEMBER, from_step="thanked", to_step="listened")
    assert (row["measured_count"], row["reverse_count"], row["median_hours"]) == (2, 2, 0.25)


def test_time_between_is_of_complaints_that_call_for_both(
    received: Received, took: Took, answer: Answer
) -> None:
    received("ordinary")
    received("major", severity="major")
    for complaint_id in ("ordinary", "major"):
        took(complaint_id, "escalated", "2026-11-02 12:00")
    (row,) = answer(BETWEEN, *NOVEMBER, from_step="received", to_step="escalated")
    assert (row["complaint_count"], row["measured_count"], row["median_hours"]) == (1, 1, 2)


def test_time_between_looks_at_complaints_of_the_period(received: Received, answer: Answer) -> None:
    for received_at in ("2026-10-31 23:59", "2026-11-01", "2026-11-14 23:59", "2026-11-15"):
        received(received_at, received_at=received_at)
    (row,) = answer(BETWEEN, *NOVEMBER)
    assert (row["complaint_count"], row["measured_count"]) == (2, 0)
    assert row["median_hours"] is None


def test_an_unknown_step_measures_nothing(received: Received, answer: Answer) -> None:
    received("k", resolved_at="2026-11-03")
    (row,) = answer(BETWEEN, *NOVEMBER, from_step="<b>", to_step="resolved")
    assert (row["complaint_count"], row["median_hours"]) == (0, None)


def test_time_between_is_of_clients_in_view(received: Received, answer: Answer) -> None:
    for client in "ab":
        received(client, client_id=client)
    (row,) = answer(BETWEEN, *NOVEMBER, client_ids=["b"])
    assert row["complaint_count"] == 1
