"""Revenue of two years beside the tier now and a year earlier: worked by hand."""

from typing import Any

import pytest

from tests.conftest import Answer, Given, Row

SHEET = {"order_value": 50_000, "orders_per_year": 2, "related_sales": 20_000}
UNTIL = "2026-11-10"
REVENUE = "clients/revenue_and_tiers"


def client(name: str = "a", **more: Any) -> Row:
    return {"client_id": name, "client_name": name, **SHEET, **more}


def told(given: Given, name: str, recommend: float, at: str = "2026-11-01 12:00:00") -> None:
    row = {"response_id": f"{name} {at}", "client_id": name, "answered_at": at}
    given("responses", {**row, "recommend": recommend})


@pytest.fixture
def compared(given: Given, answer: Answer) -> Any:
    """The row of client `a` that fell within a year, with the revenue of some months."""

    def ask(revenue: dict[str, float], until: str = UNTIL, **more: Any) -> Row:
        given("clients", client(**more))
        told(given, "a", 9, "2025-11-01 12:00:00")
        told(given, "a", 5)
        for month, amount in revenue.items():
            given("revenue", {"client_id": "a", "month": f"{month}-01", "amount": amount})
        (row,) = answer(REVENUE, until=until)
        return row

    return ask


def test_revenue_up_while_the_tier_fell_is_flagged(compared: Any) -> None:
    row = compared({"2024-11": 10, "2025-10": 20, "2025-11": 30, "2026-10": 1})
    assert (row["previous_revenue"], row["revenue"]) == (30, 31)
    assert (row["tier_before"], row["tier_after"]) == ("loyal", "basic")
    assert row["is_flagged"] is True


def test_the_same_revenue_is_no_rise(compared: Any) -> None:
    row = compared({"2024-11": 10, "2025-10": 20, "2026-10": 30})
    assert row["revenue"] == row["previous_revenue"]
    assert row["is_flagged"] is False


def test_less_than_two_years_of_revenue_are_not_compared(compared: Any) -> None:
    row = compared({"2024-12": 10, "2025-10": 20, "2026-10": 40})
    assert (row["previous_revenue"], row["revenue"]) == (None, 40)
    assert row["is_flagged"] is False


def test_a_month_that_is_not_over_does_not_count(compared: Any) -> None:
    row = compared({"2024-11": 10, "2025-10": 20, "2026-10": 31, "2026-11": 5})
    assert row["revenue"] == 31
    assert row["to_month"].isoformat() == "2026-10-01"


def test_the_last_month_recorded_ends_the_comparison(compared: Any) -> None:
    row = compared({"2024-10": 10, "2025-09": 20, "2026-09": 31})
    assert row["to_month"].isoformat() == "2026-09-01"
    assert (row["previous_revenue"], row["revenue"]) == (30, 31)


@pytest.mark.parametrize(("since", "is_flagged"), [("2024-11-01", True), ("2024-11-02", False)])
def test_who_came_during_the_year_before_is_not_flagged(
    compared: Any, since: str, is_flagged: bool
) -> None:
    row = compared({"2024-11": 10, "2026-10": 31}, client_since=since)
    assert row["is_flagged"] is is_flagged


def test_who_left_is_told_as_left(compared: Any) -> None:
    row = compared({"2024-11": 10, "2026-09": 31}, left_on=UNTIL)
    assert row["tier_after"] == "left"
    assert row["is_flagged"] is False


def test_the_tier_a_year_earlier_is_that_of_the_same_day(given: Given, answer: Answer) -> None:
    given("clients", client())
    told(given, "a", 5, "2025-11-10 23:00:00")
    told(given, "a", 10, "2025-11-11 00:00:00")
    (row,) = answer(REVENUE, until=UNTIL)
    assert row["tier_before"] == "basic"


def test_without_revenue_clients_stand_without_amounts(given: Given, answer: Answer) -> None:
    given("clients", client(), client("gone", left_on="2025-11-10"))
    (row,) = answer(REVENUE, until=UNTIL)
    assert (row["client_id"], row["revenue"], row["to_month"]) == ("a", None, None)


def test_a_client_that_left_long_ago_stands_for_the_revenue_it_gave(
    given: Given, answer: Answer
) -> None:
    given("clients", client("gone", left_on="2025-02-01"), client("b"))
    given("revenue", {"client_id": "gone", "month": "2024-11-01", "amount": 7})
    given("revenue", {"client_id": "b", "month": "2026-10-01", "amount": 9})
    rows = {row["client_id"]: row for row in answer(REVENUE, until=UNTIL)}
    assert rows["gone"]["previous_revenue"] == 7
    assert rows["gone"]["tier_after"] == "left"


def test_more_revenue_at_the_same_tier_is_no_warning(given: Given, answer: Answer) -> None:
    given("clients", client())
    told(given, "a", 9, "2025-11-01 12:00:00")
    told(given, "a", 9)
    for month, amount in (("2024-11-01", 10), ("2026-10-01", 31)):
        given("revenue", {"client_id": "a", "month": month, "amount": amount})
    (row,) = answer(REVENUE, until=UNTIL)
    assert (row["tier_before"], row["tier_after"]) == ("loyal", "loyal")
    assert row["is_flagged"] is False


def test_a_period_that_ends_after_the_import_ends_with_its_last_whole_month(compared: Any) -> None:
    row = compared({"2024-11": 10, "2026-10": 31, "2026-11": 5}, until="2026-12-31")
    assert row["to_month"].isoformat() == "2026-10-01"
    assert row["revenue"] == 31


def test_the_flagged_come_first_then_the_most_revenue(given: Given, answer: Answer) -> None:
    given("clients", *[client(name) for name in "abcd"])
    told(given, "b", 9, "2025-11-01 12:00:00")
    told(given, "b", 5)
    for name, amount in (("a", 40), ("b", 11), ("c", 90)):
        given("revenue", {"client_id": name, "month": "2024-11-01", "amount": 10})
        given("revenue", {"client_id": name, "month": "2026-10-01", "amount": amount})
    rows = answer(REVENUE, until=UNTIL)
    assert [row["client_id"] for row in rows] == ["b", "c", "a", "d"]
