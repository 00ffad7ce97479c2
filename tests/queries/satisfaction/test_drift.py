"""Change of the gap, split into change of service and drift of expectations."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given

PERIODS: dict[str, Any] = {
    "since": "2026-10-01",
    "until": "2026-11-10",
    "previous_since": date(2026, 8, 1),
    "previous_until": date(2026, 9, 30),
}


def heard(given: Given, client: str, on: str, expected: float, perceived: float) -> None:
    response = f"{client} {on}"
    given("responses", {"response_id": response, "client_id": client, "answered_at": on})
    levels = {"expected": expected, "perceived": perceived}
    given("answers", {"response_id": response, "indicator_id": "i", **levels})


@pytest.fixture(autouse=True)
def indicator(given: Given) -> None:
    given("indicators", {"indicator_id": "i", "dimension": "empathy"})


def test_the_gap_changes_by_service_less_expectation(given: Given, answer: Answer) -> None:
    heard(given, "a", "2026-08-05", 4.0, 4.2)
    heard(given, "a", "2026-11-05", 4.4, 4.3)
    empathy, overall = answer("satisfaction/drift", **PERIODS)
    for row, dimension in ((empathy, "empathy"), (overall, "overall")):
        assert (row["dimension"], row["client_count"]) == (dimension, 1)
        assert row["perceived_change"] == pytest.approx(0.1)
        assert row["expected_change"] == pytest.approx(0.4)
        assert row["gap_change"] == pytest.approx(-0.3)
        assert row["gap_change_spread"] is None


def test_only_clients_heard_in_both_periods_count_and_each_once(
    given: Given, answer: Answer
) -> None:
    heard(given, "a", "2026-08-05", 4, 4)
    heard(given, "a", "2026-10-05", 5, 4)
    heard(given, "a", "2026-10-25", 7, 4)
    heard(given, "b", "2026-09-30", 4, 4)
    heard(given, "b", "2026-10-01", 4, 6)
    heard(given, "new", "2026-10-05", 0, 9)
    heard(given, "gone", "2026-08-05", 0, 9)
    _, overall = answer("satisfaction/drift", **PERIODS)
    assert overall["client_count"] == 2
    assert overall["expected_change"] == pytest.approx((2 + 0) / 2)
    assert overall["perceived_change"] == pytest.approx((0 + 2) / 2)
    assert overall["gap_change_spread"] == pytest.approx(8**0.5)


def test_nobody_heard_twice_is_no_row(given: Given, answer: Answer) -> None:
    heard(given, "a", "2026-10-05", 4, 4)
    assert answer("satisfaction/drift", **PERIODS) == []
