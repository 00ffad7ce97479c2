"""Steps of handling by hand: what is due, what is done, how long it took, and by whom."""

from typing import Any

import pytest

from tests.conftest import Answer
from tests.queries.complaints.conftest import Received, Took

STEPS, ROLES = "complaints/handling_steps", "complaints/steps_by_role"
NOVEMBER = ("2026-11-01", "2026-11-14")
ALWAYS = ("listened", "restated", "apologised", "measures_explained", "thanked")


def due(rows: list[dict[str, Any]]) -> dict[str, int]:
    return {row["step"]: row["due_count"] for row in rows if row["due_count"]}


def of(rows: list[dict[str, Any]], step: str) -> tuple[int, int, float | None]:
    (row,) = [row for row in rows if row["step"] == step]
    return row["due_count"], row["done_count"], row["median_hours"]


def test_all_nine_steps_are_told_also_without_a_complaint(answer: Answer) -> None:
    rows = answer(STEPS, *NOVEMBER)
    assert [row["step"] for row in rows] == [
        *ALWAYS,
        "escalated",
        "report_sent",
        "appraised",
        "followed_up",
    ]
    assert {(row["due_count"], row["done_count"], row["median_hours"]) for row in rows} == {
        (0, 0, None)
    }


def test_an_ordinary_complaint_calls_for_five_steps(received: Received, answer: Answer) -> None:
    received("k")
    assert due(answer(STEPS, *NOVEMBER)) == dict.fromkeys(ALWAYS, 1)


@pytest.mark.parametrize(
    ("cause", "is_appraised"),
    [("technical", True), ("quality", True), ("product", True), ("attitude", False)],
)
def test_a_major_complaint_calls_for_its_path(
    received: Received, answer: Answer, cause: str, is_appraised: bool
) -> None:
    received("k", severity="major", cause=cause)
    called = due(answer(STEPS, *NOVEMBER))
    assert {"escalated", "report_sent"} <= set(called)
    assert ("appraised" in called) == is_appraised


def test_a_follow_up_is_due_once_resolved(received: Received, answer: Answer) -> None:
    received("k", resolved_at="2026-11-05 12:00")
    assert "followed_up" not in due(answer(STEPS, "2026-11-01", "2026-11-04"))
    assert due(answer(STEPS, "2026-11-01", "2026-11-05"))["followed_up"] == 1


def test_a_grumble_calls_for_nothing(received: Received, answer: Answer) -> None:
    received("k", form="grumble", severity="major")
    assert due(answer(STEPS, *NOVEMBER)) == {}


def test_only_complaints_received_in_the_period_count(received: Received, answer: Answer) -> None:
    received("first", received_at="2026-11-01 00:00")
    received("last", received_at="2026-11-14 23:59")
    received("before", received_at="2026-10-31 23:59")
    received("after", received_at="2026-11-15 00:00")
    assert due(answer(STEPS, *NOVEMBER))["listened"] == 2


def test_only_clients_in_view_count(received: Received, took: Took, answer: Answer) -> None:
    for client in "ab":
        received(client, client_id=client)
        took(client, "listened", "2026-11-02 11:00")
    assert of(answer(STEPS, *NOVEMBER, client_ids=["b"]), "listened") == (1, 1, 1)
    assert len(answer(ROLES, *NOVEMBER, client_ids=["c"])) == 0


def test_time_runs_to_the_first_time_a_step_was_done(
    received: Received, took: Took, answer: Answer
) -> None:
    received("k")
    took("k", "listened", "2026-11-04 10:00", done_by="late", role="director")
    took("k", "listened", "2026-11-02 12:30", done_by=None, role=None)
    assert of(answer(STEPS, *NOVEMBER), "listened") == (1, 1, 2.5)
    assert answer(ROLES, *NOVEMBER) == [{"step": "listened", "role": None, "done_count": 1}]


def test_a_step_done_before_the_complaint_counts_with_its_time(
    received: Received, took: Took, answer: Answer
) -> None:
    received("k")
    took("k", "listened", "2026-11-02 09:00")
    assert of(answer(STEPS, *NOVEMBER), "listened") == (1, 1, -1)


def test_the_median_is_of_those_done(received: Received, took: Took, answer: Answer) -> None:
    for number, hour in enumerate((11, 13, 20, None)):
        received(str(number))
        if hour:
            took(str(number), "listened", f"2026-11-02 {hour}:00")
    assert of(answer(STEPS, *NOVEMBER), "listened") == (4, 3, 3)


def test_a_step_later_than_the_period_or_the_import_is_not_done_yet(
    received: Received, took: Took, answer: Answer
) -> None:
    received("k")
    took("k", "listened", "2026-11-05 10:00")
    took("k", "restated", "2026-11-15 20:00")
    took("k", "apologised", "2026-11-15 19:59")
    assert of(answer(STEPS, "2026-11-01", "2026-11-04"), "listened") == (1, 0, None)
    assert of(answer(STEPS, "2026-11-01", "2026-11-05"), "listened") == (1, 1, 72)
    assert answer(ROLES, "2026-11-01", "2026-11-04") == []
    later = answer(STEPS, "2026-11-01", "2026-11-30")
    assert of(later, "restated")[1] == 0
    assert of(later, "apologised")[1] == 1


def test_a_step_that_is_not_called_for_is_not_counted(
    received: Received, took: Took, answer: Answer
) -> None:
    received("k")
    took("k", "escalated", "2026-11-02 11:00")
    took("k", "followed_up", "2026-11-02 12:00")
    rows = answer(STEPS, *NOVEMBER)
    assert of(rows, "escalated") == of(rows, "followed_up") == (0, 0, None)
    assert answer(ROLES, *NOVEMBER) == []


def test_a_follow_up_before_the_resolution_counts_once_resolved(
    received: Received, took: Took, answer: Answer
) -> None:
    received("k", resolved_at="2026-11-06 10:00")
    took("k", "followed_up", "2026-11-03 10:00")
    assert of(answer(STEPS, "2026-11-01", "2026-11-05"), "followed_up") == (0, 0, None)
    assert of(answer(STEPS, "2026-11-01", "2026-11-06"), "followed_up") == (1, 1, 24)


def test_steps_are_told_by_role_in_their_order(
    received: Received, took: Took, answer: Answer
) -> None:
    for number, role in enumerate(("director", "specialist", "specialist", None)):
        received(str(number))
        took(str(number), "listened", "2026-11-02 11:00", role=role)
    took("0", "thanked", "2026-11-02 11:00", role="adviser")
    rows = answer(ROLES, *NOVEMBER)
    assert [(row["step"], row["role"], row["done_count"]) for row in rows] == [
        ("listened", "specialist", 2),
        ("listened", "director", 1),
        ("listened", None, 1),
        ("thanked", "adviser", 1),
    ]
    assert answer(ROLES, "2026-11-02", "2026-11-02") == rows
    assert len(answer(ROLES, "2026-10-01", "2026-11-01")) == 0
    assert len(answer(ROLES, "2026-11-03", "2026-11-14")) == 0
