"""Sums over a period take each day once, however the period cuts its months."""

from datetime import date, timedelta

import duckdb
import pytest

from tests.conftest import Answer, Given

FIRST, LAST = date(2024, 1, 28), date(2024, 4, 3)


@pytest.fixture(autouse=True)
def an_answer_a_day(con: duckdb.DuckDBPyConnection, given: Given) -> None:
    """One client answers one question and recommends us, every day over a leap February."""
    given("clients", {"client_id": "a"})
    given("indicators", {"indicator_id": "i", "dimension": "empathy"})
    con.execute(
        """
        insert into responses (response_id, client_id, answered_at, method, recommend)
        select on_day::date, 'a', on_day + interval 12 hour, 'questionnaire', 9
        from range($first, $after, interval 1 day) as days (on_day)
        """,
        {"first": FIRST, "after": LAST + timedelta(days=1)},
    )
    con.execute(
        """
        insert into answers (response_id, indicator_id, expected, perceived)
        select response_id, 'i', 5, 6 from responses
        """
    )


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2024-02-01", "2024-02-29"),
        ("2024-02-01", "2024-02-28"),
        ("2024-02-02", "2024-02-29"),
        ("2024-01-31", "2024-02-29"),
        ("2024-01-31", "2024-03-01"),
        ("2024-02-02", "2024-03-30"),
        ("2024-02-02", "2024-03-31"),
        ("2024-02-29", "2024-02-29"),
        ("2024-02-29", "2024-03-01"),
        ("2024-03-01", "2024-03-01"),
        ("2024-01-28", "2024-04-03"),
    ],
)
def test_each_day_of_the_period_counts_once(answer: Answer, since: str, until: str) -> None:
    days = (date.fromisoformat(until) - date.fromisoformat(since)).days + 1
    (recommended,) = answer("satisfaction/recommend", since, until)
    (empathy,) = answer("satisfaction/gaps_by_dimension", since, until)
    months = answer("satisfaction/gaps_by_month", since, until)
    assert recommended["response_count"] == days
    assert empathy["answer_count"] == days
    assert sum(row["answer_count"] for row in months) == days


@pytest.mark.parametrize(("until", "count"), [("2024-03-31", 64), ("2024-02-29", 33)])
def test_a_window_of_answers_counts_each_day_once(answer: Answer, until: str, count: int) -> None:
    (row,) = answer("satisfaction/client_tiers", until, until)
    assert (row["answer_count"], row["last_answered_on"]) == (count, date.fromisoformat(until))
