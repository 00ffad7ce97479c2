"""complaints/times and complaints/survival by hand."""

import pytest

from tests.conftest import Answer
from tests.queries.complaints.conftest import Complain

TIMES, SURVIVAL = "complaints/times", "complaints/survival"
PERIOD = "2026-10-05", "2026-10-11"


def test_percentiles_are_of_resolved_ones_and_open_ones_are_counted(
    complain: Complain, answer: Answer
) -> None:
    for hours in (15, 20, 35, 40, 50):
        complain("2026-10-05", resolved_at=f"2026-10-{5 + hours // 24:02} {hours % 24:02}:00")
    complain("2026-10-05")
    (row,) = answer(TIMES, *PERIOD)
    assert (row["complaint_count"], row["open_count"]) == (6, 1)
    assert row["resolution_hours_p50"] == pytest.approx(35)
    assert row["resolution_hours_p90"] == pytest.approx(46)


def test_a_resolution_after_the_period_is_not_known_yet(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05", resolved_at="2026-10-12 00:00")
    complain("2026-10-05", resolved_at="2026-10-11 23:00")
    (row,) = answer(TIMES, *PERIOD)
    assert (row["open_count"], row["resolution_hours_p50"]) == (1, pytest.approx(167))
    assert row["resolution_hours_p90"] == pytest.approx(167)
    rows = answer(SURVIVAL, *PERIOD)
    assert [(r["hours"], r["closed_count"], r["open_count"]) for r in rows] == [
        (167, 1, 0),
        (168, 0, 1),
    ]


def test_only_complaints_received_in_the_period_count(complain: Complain, answer: Answer) -> None:
    complain("2026-10-04 23:59")
    complain("2026-10-05 00:00")
    complain("2026-10-11 23:59")
    complain("2026-10-12 00:00")
    complain("2026-10-07", form="grumble")
    (row,) = answer(TIMES, *PERIOD)
    assert row["complaint_count"] == 2
    assert [r["hours"] for r in answer(SURVIVAL, *PERIOD)] == [1, 168]


def test_severities_stand_apart(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05", severity="major", resolved_at="2026-10-06")
    complain("2026-10-05", resolved_at="2026-10-07")
    rows = answer(TIMES, *PERIOD)
    assert [(r["severity"], r["resolution_hours_p50"]) for r in rows] == [
        ("major", 24),
        ("ordinary", 48),
    ]
    assert [(r["severity"], r["hours"]) for r in answer(SURVIVAL, *PERIOD)] == [
        ("major", 24),
        ("ordinary", 48),
    ]


def test_reopened_ones_are_counted_among_those_where_it_is_recorded(
    complain: Complain, answer: Answer
) -> None:
    for reopened_count in (None, 0, 1, 3):
        complain("2026-10-05", reopened_count=reopened_count)
    (row,) = answer(TIMES, *PERIOD)
    assert (row["reopened_count"], row["reopening_known_count"]) == (2, 3)


def test_begun_hours_are_whole_and_equal_ones_together(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05 12:00", resolved_at="2026-10-05 13:00")
    complain("2026-10-05 12:00", resolved_at="2026-10-05 13:00:01")
    complain("2026-10-05 12:00", resolved_at="2026-10-05 14:00")
    rows = answer(SURVIVAL, *PERIOD)
    assert [(r["hours"], r["closed_count"], r["open_count"]) for r in rows] == [
        (1, 1, 0),
        (2, 2, 0),
    ]


def test_open_ones_are_watched_until_the_last_import(complain: Complain, answer: Answer) -> None:
    complain("2026-11-15 08:00")
    complain("2026-11-15 09:00", resolved_at="2026-11-15 21:00")
    rows = answer(SURVIVAL, "2026-11-15", "2026-11-30")
    assert [(r["hours"], r["open_count"]) for r in rows] == [(11, 1), (12, 1)]


def test_only_clients_in_view_count(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05", client_id="b")
    complain("2026-10-05")
    assert [r["complaint_count"] for r in answer(TIMES, *PERIOD, client_ids=["b"])] == [1]
    assert [r["open_count"] for r in answer(SURVIVAL, *PERIOD, client_ids=["b"])] == [1]
    assert answer(TIMES, *PERIOD, client_ids=[]) == []
