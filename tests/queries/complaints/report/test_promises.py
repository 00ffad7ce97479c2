"""complaints/report_promises: what was promised and agreed."""

import json
from datetime import date
from typing import Any

from tests.conftest import Given
from tests.queries.complaints.report.rows import ids

PROMISES = "complaints/report_promises"


def test_promises_are_judged_by_their_first_date(complain: Any, given: Given, asked: Any) -> None:
    complain()
    promise = {"client_id": "a", "what": "x", "source": "meeting", "made_by": "Ann"}
    made = {**promise, "promised_on": "2026-09-01"}
    given(
        "promises",
        {**made, "promise_id": "kept", "due_on": "2026-10-01", "kept_on": "2026-10-01"},
        {**made, "promise_id": "late", "due_on": "2026-10-02", "kept_on": "2026-10-03"},
        {**made, "promise_id": "past", "due_on": "2026-12-04", "first_due_on": "2026-10-04"},
        {**made, "promise_id": "soon", "due_on": "2026-12-05"},
    )
    rows = asked(PROMISES)
    assert [(row["id"], row["state"]) for row in rows] == [
        ("kept", "kept"),
        ("late", "broken"),
        ("past", "overdue"),
        ("soon", None),
    ]
    assert (rows[2]["first_due_on"], rows[2]["owner"]) == (date(2026, 10, 4), "Ann")
    before = asked(PROMISES, "2026-10-02")
    assert [row["state"] for row in before] == ["kept", "overdue", None, None]
    assert [row["done_on"] for row in before][1:] == [None] * 3


def test_actions_stand_with_the_promises(complain: Any, given: Given, asked: Any) -> None:
    complain()
    action = {"client_id": "a", "what": "call", "raised_on": "2026-10-01", "owner": "Bo"}
    given(
        "actions",
        {**action, "action_id": "done", "done_on": "2026-10-02"},
        {**action, "action_id": "on the day", "due_on": "2026-11-10"},
        {**action, "action_id": "past", "due_on": "2026-11-09"},
        {**action, "action_id": "late", "due_on": "2026-10-05", "done_on": "2026-10-06"},
        {**action, "action_id": "theirs", "client_id": "b"},
    )
    states = {row["id"]: row["state"] for row in asked(PROMISES, "2026-11-10")}
    assert states == {"done": "kept", "on the day": "overdue", "past": "overdue", "late": "broken"}
    assert {row["record"] for row in asked(PROMISES)} == {"action"}
    assert {row["owner"] for row in asked(PROMISES)} == {"Bo"}


def test_an_action_due_today_is_not_past_before_the_day_is_over(
    complain: Any, given: Given, asked: Any
) -> None:
    complain()
    action = {"action_id": "x", "client_id": "a", "what": "call", "raised_on": "2026-10-01"}
    given("actions", {**action, "due_on": "2026-11-15"})
    assert asked(PROMISES, "2026-11-15")[0]["state"] is None


def test_promises_are_those_of_twelve_months_or_still_open(
    complain: Any, given: Given, asked: Any
) -> None:
    complain()
    action = {"client_id": "a", "what": "call"}
    given(
        "actions",
        {**action, "action_id": "first", "raised_on": "2025-11-11", "done_on": "2025-11-12"},
        {**action, "action_id": "old", "raised_on": "2025-11-10", "done_on": "2025-11-12"},
        {**action, "action_id": "open", "raised_on": "2020-01-01"},
        {**action, "action_id": "was open", "raised_on": "2020-01-01", "done_on": "2026-11-11"},
        {**action, "action_id": "last", "raised_on": "2026-11-10"},
        {**action, "action_id": "later", "raised_on": "2026-11-11"},
    )
    assert set(ids(asked(PROMISES))) == {"first", "open", "was open", "last"}


def test_an_action_that_was_moved_is_judged_by_its_first_date(
    complain: Any, given: Given, asked: Any
) -> None:
    complain()
    action = {"action_id": "x", "client_id": "a", "what": "call", "raised_on": "2026-10-01"}
    given("actions", {**action, "due_on": "2026-10-20"})
    moved = {"action_id": "x", "due_on": "2026-10-27", "first_due_on": "2026-10-20"}
    done = {"done_on": "2026-10-27", "edited": ["due_on", "done_on"], "moved_count": 1}
    (row,) = asked(PROMISES, entered_actions=json.dumps([{**moved, **done}]))
    assert (row["first_due_on"], row["due_on"]) == (date(2026, 10, 20), date(2026, 10, 27))
    assert (row["done_on"], row["state"]) == (date(2026, 10, 27), "broken")
