"""complaints/report_lessons: is the trouble a repeat?"""

from typing import Any

import pytest

from tests.conftest import Given, Row
from tests.queries.complaints.report.rows import ids, ticket

LESSONS = "complaints/report_lessons"


@pytest.mark.parametrize(
    ("recorded_at", "is_repeat"),
    [
        ("2026-07-02 10:00", False),
        ("2026-07-03 10:00", True),
        ("2026-09-30 23:00", True),
        ("2026-10-01 10:00", False),
    ],
)
def test_a_complaint_within_90_days_of_a_lesson_about_its_cause_is_a_repeat(
    complain: Any, asked: Any, recorded_at: str, is_repeat: bool
) -> None:
    complain()
    complain("early", received_at="2026-06-01", lesson_recorded_at=recorded_at)
    assert ids(asked(LESSONS)) == ["early"] * is_repeat


def test_a_lesson_about_another_cause_or_client_is_not_repeated(complain: Any, asked: Any) -> None:
    complain(lesson_recorded_at="2026-09-30")
    learned = {"received_at": "2026-09-01", "lesson_recorded_at": "2026-09-20"}
    complain("cause", cause="attitude", **learned)
    complain("theirs", client_id="b", **learned)
    assert asked(LESSONS) == []


@pytest.mark.parametrize(
    ("more", "repeated"),
    [
        ({}, ["early"]),
        ({"module": "n"}, []),
        ({"kind": "delivery"}, []),
        ({"opened_at": "2026-09-11 08:00"}, ["early"]),
        ({"opened_at": "2026-09-10 08:00"}, []),
    ],
)
def test_a_complaint_about_a_fault_repeats_the_lesson_of_its_module(
    complain: Any, given: Given, asked: Any, more: Row, repeated: list[str]
) -> None:
    complain(ticket_id="t")
    learned = {"opened_at": "2026-06-01 10:00", "lesson_recorded_at": "2026-09-10 07:00"}
    given("tickets", ticket(**more), ticket("early", **learned))
    assert ids(asked(LESSONS)) == repeated


def test_a_fault_after_the_window_of_a_lesson_repeats_nothing(
    complain: Any, given: Given, asked: Any
) -> None:
    complain(ticket_id="t")
    opened = {"opened_at": "2026-06-01 10:00"}
    given(
        "tickets",
        ticket(),
        ticket("in", **opened, lesson_recorded_at="2026-06-22 12:00"),
        ticket("out", **opened, lesson_recorded_at="2026-06-21 12:00"),
    )
    assert ids(asked(LESSONS)) == ["in"]
