"""complaints/year_on_year and complaints/recorded by hand."""

from datetime import date
from typing import Any

from tests.conftest import Answer, Given
from tests.queries.complaints.conftest import Complain

YEAR_ON_YEAR, RECORDED = "complaints/year_on_year", "complaints/recorded"


def counts(rows: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(row["complaint_count"], row["previous_complaint_count"]) for row in rows]


def months(rows: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    return [
        (f"{row['from_month']:%Y-%m}", f"{row['to_month']:%Y-%m}", row["is_partial"])
        for row in rows
    ]


def test_january_and_february_are_one_row(complain: Complain, answer: Answer) -> None:
    for day in ("2026-01-05", "2026-02-05", "2026-02-28 23:59", "2025-01-01", "2026-03-01"):
        complain(day)
    rows = answer(YEAR_ON_YEAR, "2026-01-01", "2026-03-31")
    assert months(rows) == [("2026-01", "2026-02", False), ("2026-03", "2026-03", False)]
    assert counts(rows) == [(3, 1), (1, 0)]


def test_a_part_of_january_and_february_is_marked(answer: Answer) -> None:
    for since, until in (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-28")):
        assert months(answer(YEAR_ON_YEAR, since, until)) == [("2026-01", "2026-02", True)]


def test_a_cut_month_is_compared_with_the_same_days(complain: Complain, answer: Answer) -> None:
    for year in (2025, 2026):
        for day in ("09-09", "09-10", "10-15", "10-16"):
            complain(f"{year}-{day}")
    complain("2025-10-15 23:59")
    rows = answer(YEAR_ON_YEAR, "2026-09-10", "2026-10-15")
    assert months(rows) == [("2026-09", "2026-09", True), ("2026-10", "2026-10", True)]
    assert counts(rows) == [(1, 1), (1, 2)]


def test_a_whole_month_is_compared_with_a_whole_month_in_leap_years(
    complain: Complain, answer: Answer
) -> None:
    complain("2024-02-29 23:59")
    assert counts(answer(YEAR_ON_YEAR, "2025-01-01", "2025-02-28")) == [(0, 1)]
    assert counts(answer(YEAR_ON_YEAR, "2024-01-01", "2024-02-29")) == [(1, 0)]
    assert counts(answer(YEAR_ON_YEAR, "2025-02-01", "2025-02-27")) == [(0, 0)]
    assert counts(answer(YEAR_ON_YEAR, "2024-02-29", "2024-02-29")) == [(1, 0)]


def test_a_year_before_the_period_itself_counts_once(complain: Complain, answer: Answer) -> None:
    complain("2025-06-10")
    complain("2026-06-10")
    rows = answer(YEAR_ON_YEAR, "2025-06-01", "2026-06-30")
    assert counts([rows[0], rows[-1]]) == [(1, 0), (1, 1)]
    assert sum(row["complaint_count"] for row in rows) == 2


def test_active_clients_are_those_at_the_end_of_the_days(given: Given, answer: Answer) -> None:
    given(
        "clients",
        {"client_id": "old"},
        {"client_id": "new", "client_since": "2026-09-15"},
        {"client_id": "gone", "left_on": "2026-09-15"},
        {"client_id": "later", "client_since": "2026-09-16"},
        {"client_id": "left last year", "left_on": "2025-09-16"},
    )
    (row,) = answer(YEAR_ON_YEAR, "2026-09-01", "2026-09-15")
    assert (row["active_clients"], row["previous_active_clients"]) == (2, 3)
    (row,) = answer(YEAR_ON_YEAR, "2026-09-01", "2026-09-15", client_ids=["old"])
    assert (row["active_clients"], row["previous_active_clients"]) == (1, 1)
    (row,) = answer(YEAR_ON_YEAR, "2026-09-01", "2026-09-15", client_ids=[])
    assert (row["active_clients"], row["previous_active_clients"]) == (0, 0)


def test_days_after_the_last_import_are_compared_with_nothing(
    complain: Complain, answer: Answer
) -> None:
    complain("2025-11-15")
    complain("2025-11-16")
    complain("2025-12-01")
    rows = answer(YEAR_ON_YEAR, "2026-11-01", "2026-12-31")
    assert months(rows) == [("2026-11", "2026-11", True)]
    assert counts(rows) == [(0, 1)]
    assert answer(YEAR_ON_YEAR, "2026-11-16", "2026-11-30") == []


def test_what_was_not_recorded_a_year_ago_is_marked(complain: Complain, answer: Answer) -> None:
    complain("2025-09-02", form="grumble")
    complain("2026-09-02")
    rows = answer(YEAR_ON_YEAR, "2026-09-01", "2026-10-31")
    assert [row["is_recorded"] for row in rows] == [False, True]
    assert [row["is_recorded"] for row in answer(YEAR_ON_YEAR, "2026-09-02", "2026-09-30")] == [
        True
    ]
    assert counts(rows) == [(1, 0), (0, 0)]


def test_without_any_complaint_nothing_is_recorded(answer: Answer) -> None:
    rows = answer(YEAR_ON_YEAR, "2026-09-01", "2026-09-30")
    assert [row["is_recorded"] for row in rows] == [False]
    assert answer(RECORDED, "2026-09-01", "2026-09-30") == [
        {"recorded_from": None, "known_until": date(2026, 9, 30)}
    ]


def test_only_clients_in_view_count(complain: Complain, answer: Answer) -> None:
    complain("2026-09-05", client_id="b")
    complain("2026-09-05")
    complain("2025-09-05")
    assert counts(answer(YEAR_ON_YEAR, "2026-09-01", "2026-09-30", client_ids=["b"])) == [(1, 0)]


def test_records_begin_with_the_first_complaint_or_grumble_of_anybody(
    complain: Complain, answer: Answer
) -> None:
    complain("2026-05-05", form="grumble", client_id="b")
    complain("2026-06-05")
    assert answer(RECORDED, "2026-09-01", "2026-12-31") == [
        {"recorded_from": date(2026, 5, 5), "known_until": date(2026, 11, 15)}
    ]


def test_everything_of_a_day_and_of_a_year_ago_is_added_up(
    complain: Complain, answer: Answer
) -> None:
    for day in ("2026-09-05", "2026-09-05", "2025-09-05", "2025-09-05", "2025-09-06"):
        complain(day)
        complain(day, client_id="b")
    assert counts(answer(YEAR_ON_YEAR, "2026-09-01", "2026-09-30")) == [(4, 6)]
