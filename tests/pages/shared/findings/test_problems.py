from typing import Any

import pandas as pd
import pytest

from pages.shared.findings import lessons, problems

SOON, FEW = 3, 5
COUNTS = pd.DataFrame(
    {
        "source": ["complaint", "fault"],
        "open_count": [1, 4],
        "past_due_count": [1, 0],
        "due_soon_count": [0, 2],
    }
)


def row(**more: Any) -> dict[Any, Any]:
    found = {
        "source": "fault",
        "client_name": "Acme",
        "segment": "regular",
        "severity": "major",
        "state": "running",
        "days_left": None,
        "handover_count": None,
        "reopened_count": None,
    }
    return {**found, **more}


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({}, "major fault"),
        ({"source": "promise", "severity": None}, "promise"),
        ({"state": "breached", "days_left": -11.0}, "major fault, 11 days past its date"),
        ({"state": "overdue", "days_left": 0}, "major fault, past its time since today"),
        ({"days_left": 0}, "major fault, due today"),
        ({"days_left": 3}, "major fault, due in 3 days"),
        ({"days_left": 4}, "major fault"),
        ({"segment": "vip", "reopened_count": 1.0}, "major fault, VIP client, reopened 1 time"),
        ({"handover_count": 2, "reopened_count": 0}, "major fault, handed over 2 times"),
        ({"state": "paused"}, "major fault, waits for the client"),
    ],
)
def test_the_reason_names_what_gave_points(more: dict[str, Any], why: str) -> None:
    assert problems.reason(row(**more), SOON) == why


def test_the_first_line_counts_and_names_the_first() -> None:
    first = pd.DataFrame([row(state="breached", days_left=-1)])
    assert problems.headline(COUNTS, first, SOON) == (
        "5 problems are open, 1 past its date, 2 more due within 3 days."
        " First: Acme (major fault, 1 day past its date)."
    )
    assert problems.headline(COUNTS.head(0), first.head(0), SOON) == "No problem is open."


def test_a_part_of_the_list_is_said_to_be_a_part() -> None:
    assert "The first 2 of 5 are shown; the files have all." in problems.listed(2, COUNTS)
    assert "shown" not in problems.listed(5, COUNTS)
    assert problems.listed(0, COUNTS.head(0)) == "No problem is open."


def test_sources_are_split_into_parts_that_add_up() -> None:
    parts = problems.split(COUNTS)
    assert list(parts.index) == ["fault", "complaint"]
    assert parts.to_numpy().tolist() == [[0, 2, 2], [1, 0, 0]]
    assert problems.by_source(COUNTS) == (
        "Most open: fault, 4 of 5. Most past their dates: complaint, 1 of 1."
    )
    assert problems.by_source(COUNTS.tail(1)).endswith("None is past its date.")


LESSONS = pd.DataFrame(
    {
        "source": ["complaint", "fault"],
        "subject": ["attitude", "attitude"],
        "lesson_count": [4, 6],
        "repeated_count": [3, 1],
        "watching_count": [0, 2],
    }
)


def test_repeats_are_told_with_their_share_and_what_is_watched() -> None:
    assert lessons.repeats(LESSONS, 4, 90, FEW) == (
        "Lessons followed by the same trouble within 90 days: 4 of 10 (40%, 17–69)."
        " 2 lessons are still being watched. Most often: service attitude (3)."
    )


def test_few_lessons_have_no_share() -> None:
    assert lessons.repeats(LESSONS.head(1), 3, 90, FEW).startswith(
        "4 lessons were recorded, 3 of them repeated: too few for a share."
    )
    assert lessons.repeats(LESSONS.head(0), 0, 90, FEW) == "No lesson was recorded in the period."


def test_a_module_named_like_a_cause_keeps_its_name() -> None:
    assert lessons.subject("fault", "attitude") == "attitude"
    assert lessons.subject("complaint", "attitude") == "service attitude"


def test_missing_reports_are_counted() -> None:
    counts = pd.DataFrame({"severity": ["major"], "fault_count": [10], "reported_count": [8]})
    assert lessons.reports(counts, 2, FEW) == (
        "2 of 10 critical or major faults lack their root cause or their lesson."
        " With a whole report: 8 of 10 (80%, 49–94)."
    )
    assert "too" not in lessons.reports(counts.assign(fault_count=2, reported_count=1), 1, FEW)
    assert lessons.reports(counts.head(0), 0, FEW) == (
        "No critical or major fault was resolved in the period."
    )


def test_what_a_report_lacks_is_named() -> None:
    rows = pd.DataFrame(
        {
            "client_id": "C1",
            "client_name": "Acme",
            "severity": "major",
            "module": None,
            "owner": None,
            "resolved_on": pd.to_datetime("2026-11-01"),
            "ticket_id": ["1", "2", "3"],
            "has_root_cause": [True, False, False],
            "has_lesson": [False, True, False],
        }
    )
    told = list(lessons.reports_table(rows).missing)
    assert told == ["lesson", "root cause", "root cause and lesson"]
