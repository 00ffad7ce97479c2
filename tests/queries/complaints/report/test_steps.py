"""complaints/report_steps: nine steps, done or not."""

from typing import Any

from tests.conftest import Given, Row

STEPS = "complaints/report_steps"


def test_all_nine_steps_stand_in_their_order(complain: Any, asked: Any) -> None:
    complain(cause="attitude")
    rows = asked(STEPS)
    assert [row["step"] for row in rows] == [
        "listened", "restated", "apologised", "measures_explained", "thanked", "escalated",
        "report_sent", "appraised", "followed_up",
    ]  # fmt: skip
    assert [row["is_due"] for row in rows] == [True] * 7 + [False] * 2


def test_a_step_is_told_once_it_was_done(complain: Any, given: Given, asked: Any) -> None:
    complain(severity="ordinary")
    done = {"complaint_id": "k", "step": "escalated", "done_by": "Ann", "role": "director"}
    given("complaint_steps", {**done, "done_at": "2026-10-02 10:30"})

    def step(until: str) -> Row:
        return next(row for row in asked(STEPS, until) if row["step"] == "escalated")

    before, after = step("2026-10-01"), step("2026-10-02")
    told = ("done_at", "hours", "done_by", "role")
    assert [before[column] for column in told] == [None] * 4
    assert (after["hours"], after["done_by"], after["role"]) == (25.5, "Ann", "director")
    assert (before["is_due"], after["is_due"]) == (False, False)


def test_following_up_is_called_for_once_the_complaint_is_resolved(
    complain: Any, asked: Any
) -> None:
    complain(resolved_at="2026-10-20 10:00")
    assert [asked(STEPS, until)[-1]["is_due"] for until in ("2026-10-19", "2026-10-20")] == [
        False,
        True,
    ]
