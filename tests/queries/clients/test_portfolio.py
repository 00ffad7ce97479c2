"""clients/portfolio by hand: points for what presses, as known at the end of the period."""

from datetime import date
from typing import Any

import pytest

from data.needs import Needs
from data.settings import Settings
from tests.conftest import Answer, Given

PORTFOLIO = "clients/portfolio"
PERIOD = ("2026-10-01", "2026-11-15")
PARTS = ("complaint", "tier", "promise", "ticket", "silence", "vip")


def parts(row: dict[str, Any]) -> dict[str, float]:
    """The points of a row that are not 0."""
    told = {name: row[f"{name}_points"] for name in PARTS}
    assert row["points"] == sum(told.values())
    return {name: points for name, points in told.items() if points}


def complaint(number: str, **more: Any) -> dict[str, Any]:
    row = {"complaint_id": number, "client_id": "a", "received_at": "2026-11-01 09:00"}
    return {**row, **more}


def promise(number: str, due_on: str, **more: Any) -> dict[str, Any]:
    made = {"client_id": "a", "what": "a report", "promised_on": "2026-10-01", "source": "meeting"}
    return {"promise_id": number, "due_on": due_on, **made, **more}


def ticket(number: str, promised_at: str, **more: Any) -> dict[str, Any]:
    row = {"ticket_id": number, "client_id": "a", "opened_at": "2026-10-01 09:00"}
    return {"promised_at": promised_at, **row, **more}


@pytest.fixture
def answered(given: Given) -> Any:
    """Insert an answer of a client: minimum 5, expected 6, desired 8, and what it experienced."""
    given("indicators", {"indicator_id": "i"})

    def insert(number: str, perceived: float, answered_at: str, client_id: str = "a") -> None:
        given(
            "responses",
            {"response_id": number, "client_id": client_id, "answered_at": answered_at},
        )
        levels = {"minimum": 5, "expected": 6, "desired": 8, "perceived": perceived}
        given("answers", {"response_id": number, "indicator_id": "i", **levels})

    return insert


def test_complaints_count_more_when_major_or_overdue(given: Given, answer: Answer) -> None:
    given("complaints", complaint("1", promised_at="2026-12-01"))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert (parts(row), row["complaint_days_late"]) == ({"complaint": 5}, None)
    given("complaints", complaint("2", severity="major", promised_at="2026-11-04 09:00"))
    given("complaints", complaint("3", promised_at="2026-11-05 09:00"))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert parts(row) == {"complaint": 5 + 5 + 5 + 3 + 3 + 3}
    assert (row["complaint_count"], row["major_count"], row["overdue_count"]) == (3, 1, 2)
    assert row["complaint_days_late"] == 11


def test_grumbles_and_settled_complaints_need_nothing(given: Given, answer: Answer) -> None:
    given("complaints", complaint("1", form="grumble"))
    given("complaints", complaint("2", resolved_at="2026-11-15 10:00"))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert parts(row) == {}
    (row,) = answer(PORTFOLIO, "2026-10-01", "2026-11-14")
    assert parts(row) == {"complaint": 5}


def test_of_one_kind_at_most_so_many_count(given: Given, answer: Answer) -> None:
    given("tickets", *(ticket(str(day), f"2026-11-0{day} 09:00") for day in range(1, 6)))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert (parts(row), row["ticket_past_count"], row["ticket_days_late"]) == ({"ticket": 9}, 5, 14)


def test_promises_past_their_date_and_due_soon(given: Given, answer: Answer) -> None:
    days = ("2026-11-04", "2026-11-14", "2026-11-15", "2026-11-22", "2026-11-23")
    given("promises", *(promise(day, day) for day in days))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert (row["promise_past_count"], row["promise_soon_count"]) == (2, 2)
    assert (row["promise_days_late"], row["promise_days_left"]) == (11, 0)
    assert parts(row) == {"promise": 4 + 4 + 2 + 2}


def test_a_kept_promise_and_one_of_a_ticket_are_not_counted_as_promises(
    given: Given, answer: Answer
) -> None:
    given("promises", promise("1", "2026-11-01", kept_on="2026-11-02"))
    given("tickets", ticket("1", "2026-11-20 09:00"), ticket("2", "2026-11-14 09:00"))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert parts(row) == {"ticket": 3}


def test_a_fall_counts_each_tier_and_a_rise_nothing(
    answered: Any, given: Given, answer: Answer
) -> None:
    answered("1", 8, "2026-09-30 12:00")
    answered("2", 4, "2026-10-01 12:00")
    answered("3", 6, "2026-09-30 12:00", "b")
    answered("4", 14, "2026-11-01 12:00", "b")
    rows = {row["client_id"]: row for row in answer(PORTFOLIO, *PERIOD)}
    fell, rose = rows["a"], rows["b"]
    assert (fell["previous_tier"], fell["tier"], fell["tiers_fallen"]) == ("loyal", "satisfied", 1)
    assert (fell["tier_since"], parts(fell)) == (date(2026, 10, 1), {"tier": 4})
    assert (rose["tier"], rose["tiers_fallen"], parts(rose)) == ("lifelong", None, {})


def test_complaining_by_its_answers_counts_and_by_a_complaint_not_twice(
    answered: Any, given: Given, answer: Answer
) -> None:
    answered("1", 2, "2026-11-01 12:00")
    answered("2", 6, "2026-11-01 12:00", "b")
    given("complaints", complaint("1", client_id="b", severity="major"))
    rows = {row["client_id"]: row for row in answer(PORTFOLIO, *PERIOD)}
    assert parts(rows["a"]) == {"tier": 4}
    assert (rows["b"]["tier"], parts(rows["b"])) == ("complaining", {"complaint": 8})


@pytest.mark.parametrize(("day", "points"), [("2026-08-17", {"silence": 3}), ("2026-08-18", {})])
def test_silence_counts_from_90_days_on(
    given: Given, answer: Answer, day: str, points: dict[str, float]
) -> None:
    given("responses", {"response_id": "1", "client_id": "a", "answered_at": f"{day} 12:00"})
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert parts(row) == points
    assert (row["heard_on"], row["silent_from"]) == (date.fromisoformat(day), "answer")
    assert row["is_silent"] == bool(points)


def test_a_client_never_heard_is_silent_from_its_first_day_or_the_first_record(
    given: Given, answer: Answer
) -> None:
    given("clients", {"client_id": "old", "client_since": "2020-01-01"})
    given("clients", {"client_id": "new", "client_since": "2026-07-01"}, {"client_id": "any"})
    given("tickets", ticket("1", "2026-12-01", opened_at="2026-01-15 09:00"))
    given("responses", {"response_id": "1", "client_id": "a"})
    rows = {row["client_id"]: row for row in answer(PORTFOLIO, *PERIOD)}
    told = {name: (row["silent_since"], row["silent_from"]) for name, row in rows.items()}
    assert told["old"] == told["any"] == (date(2026, 1, 15), "first_record")
    assert told["new"] == (date(2026, 7, 1), "client_since")
    assert rows["new"]["days_silent"] == 137
    assert rows["any"]["heard_on"] is None


def test_nobody_is_silent_who_complains_or_where_nobody_is_asked(
    given: Given, answer: Answer
) -> None:
    given("tickets", ticket("1", "2026-12-01", opened_at="2026-01-15 09:00"))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert (row["days_silent"], row["is_silent"]) == (304, False)
    given("complaints", complaint("1", received_at="2026-02-01 09:00"))
    (row,) = answer(PORTFOLIO, *PERIOD)
    assert (row["silent_from"], row["days_silent"], row["is_silent"]) == ("complaint", 287, False)


def test_the_last_day_counts_and_the_day_after_does_not(given: Given, answer: Answer) -> None:
    for day in ("2026-11-10", "2026-11-11"):
        at = {"received_at": f"{day} 09:00", "promised_at": f"{day} 18:00"}
        given("complaints", complaint(day, **at))
        given("tickets", ticket(day, f"{day} 18:00", opened_at=f"{day} 09:00"))
        given("responses", {"response_id": day, "client_id": "b", "answered_at": f"{day} 12:00"})
    rows = {row["client_id"]: row for row in answer(PORTFOLIO, "2026-10-01", "2026-11-10")}
    counts = ("complaint_count", "overdue_count", "ticket_past_count", "days_silent")
    assert [rows["a"][name] for name in counts] == [1, 1, 1, 0]
    assert rows["a"]["heard_on"] == rows["b"]["heard_on"] == date(2026, 11, 10)


def test_vip_counts_only_on_top_of_a_need(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a", "segment": "vip"}, {"client_id": "b", "segment": "vip"})
    given("complaints", complaint("1"))
    rows = {row["client_id"]: row for row in answer(PORTFOLIO, *PERIOD)}
    assert parts(rows["a"]) == {"complaint": 5, "vip": 2}
    assert parts(rows["b"]) == {}


def test_most_points_first_then_worth_then_name(given: Given, answer: Answer) -> None:
    worth = {"orders_per_year": 1}
    given("clients", {"client_id": "rich", "order_value": 9, **worth})
    given("clients", {"client_id": "1", "client_name": "Zoe", "order_value": 5, **worth})
    given("clients", {"client_id": "2", "client_name": "Abe", "order_value": 5, **worth})
    given("clients", {"client_id": "0", "client_name": "Abe", "order_value": 5, **worth})
    given("clients", {"client_id": "unknown"})
    given("clients", {"client_id": "left", "left_on": "2026-11-15"})
    given("complaints", complaint("1", client_id="unknown"))
    order = [row["client_id"] for row in answer(PORTFOLIO, *PERIOD)]
    assert order == ["unknown", "rich", "0", "2", "1"]


def test_the_settings_weigh(given: Given, answer: Answer, settings: Settings) -> None:
    given("complaints", complaint("1"), complaint("2"))
    own = settings.model_copy(update={"needs": Needs(open_complaint=1.5, most_of_a_kind=1)})
    (row,) = answer(PORTFOLIO, *PERIOD, settings=own)
    assert parts(row) == {"complaint": 1.5}
