"""Rows that the tests of the report share."""

from typing import Any

from tests.conftest import Given, Row


def ticket(ticket_id: str = "t", **more: Any) -> Row:
    usual = {"client_id": "a", "opened_at": "2026-09-20 10:00", "module": "m", "severity": "major"}
    return {"ticket_id": ticket_id, **usual, **more}


def heard(response_id: str, answered_at: str, recommend: float) -> Row:
    return {
        "response_id": response_id,
        "client_id": "a",
        "answered_at": answered_at,
        "recommend": recommend,
    }


def ids(rows: list[Row]) -> list[str]:
    return [row["id"] for row in rows]


def fill(given: Given) -> None:
    """Something that each of the questions would return."""
    given("tickets", ticket())
    given("tickets", ticket("before", lesson_recorded_at="2026-09-10", opened_at="2026-09-01"))
    promise = {"promise_id": "p", "what": "x", "promised_on": "2026-09-02", "source": "meeting"}
    given("promises", {**promise, "client_id": "a", "due_on": "2026-10-02"})
