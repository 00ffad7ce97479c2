"""complaints/ageing by hand."""

from typing import Any

import pytest

from tests.conftest import Answer
from tests.queries.complaints.conftest import Complain

AGEING = "complaints/ageing"
UNTIL = "2026-10-11"  # its end is 2026-10-12 00:00


def occupied(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (row["severity"], row["from_days"], row["open_count"], row["overdue_count"])
        for row in rows
        if row["open_count"]
    ]


def test_every_span_of_both_severities_is_there_when_nothing_is_open(answer: Answer) -> None:
    rows = answer(AGEING, UNTIL, UNTIL)
    spans = [(0, 1), (1, 3), (3, 7), (7, 14), (14, 30), (30, 90), (90, None)]
    assert [(row["from_days"], row["to_days"]) for row in rows] == spans * 2
    assert [row["severity"] for row in rows] == ["major"] * 7 + ["ordinary"] * 7
    assert {(row["open_count"], row["overdue_count"]) for row in rows} == {(0, 0)}


@pytest.mark.parametrize(
    ("received_at", "from_days"),
    [
        ("2026-10-11 23:59", 0),
        ("2026-10-11 00:01", 0),
        ("2026-10-11 00:00", 1),
        ("2026-10-09 00:01", 1),
        ("2026-10-09 00:00", 3),
        ("2026-10-05 00:00", 7),
        ("2026-09-28 00:00", 14),
        ("2026-09-12 00:00", 30),
        ("2026-07-14 00:01", 30),
        ("2026-07-14 00:00", 90),
        ("2024-01-01 00:00", 90),
    ],
)
def test_a_span_begins_with_its_first_day_to_the_minute(
    complain: Complain, answer: Answer, received_at: str, from_days: int
) -> None:
    complain(received_at)
    assert occupied(answer(AGEING, UNTIL, UNTIL)) == [("ordinary", from_days, 1, 0)]


def test_what_is_resolved_by_the_end_of_the_period_is_not_open(
    complain: Complain, answer: Answer
) -> None:
    complain("2026-10-11", resolved_at="2026-10-11 23:59")
    complain("2026-10-11", resolved_at="2026-10-12 00:00")
    complain("2026-10-12 00:00")
    complain("2026-10-11", form="grumble")
    assert occupied(answer(AGEING, UNTIL, UNTIL)) == [("ordinary", 1, 1, 0)]


def test_overdue_is_past_the_promised_date_by_the_end_of_the_period(
    complain: Complain, answer: Answer
) -> None:
    complain("2026-10-06", severity="major", promised_at="2026-10-11 23:59")
    complain("2026-10-06", severity="major", promised_at="2026-10-12 00:00")
    complain("2026-10-06", promised_at="2026-10-10", resolved_at="2026-10-20")
    complain("2026-10-06")
    assert occupied(answer(AGEING, UNTIL, UNTIL)) == [("major", 3, 2, 1), ("ordinary", 3, 2, 1)]


def test_age_runs_to_the_last_import_and_no_further(complain: Complain, answer: Answer) -> None:
    complain("2026-11-14 20:00")
    complain("2026-11-14 20:01")
    assert occupied(answer(AGEING, "2026-11-01", "2026-12-31")) == [
        ("ordinary", 0, 1, 0),
        ("ordinary", 1, 1, 0),
    ]


def test_only_clients_in_view_count(complain: Complain, answer: Answer) -> None:
    complain("2026-10-11", client_id="b")
    complain("2026-10-11")
    assert occupied(answer(AGEING, UNTIL, UNTIL, client_ids=["b"])) == [("ordinary", 1, 1, 0)]
