"""Who left, from which tier, with what revenue: worked by hand."""

from typing import Any

from tests.conftest import Answer, Given, Row

SHEET = {"order_value": 50_000, "orders_per_year": 2, "related_sales": 20_000}
UNTIL = "2026-11-10"
LEFT = "clients/leavers"


def client(name: str = "a", **more: Any) -> Row:
    return {"client_id": name, "client_name": name, **SHEET, **more}


def told(given: Given, name: str, recommend: float, at: str = "2026-11-01 12:00:00") -> None:
    row = {"response_id": f"{name} {at}", "client_id": name, "answered_at": at}
    given("responses", {**row, "recommend": recommend})


def test_who_left_is_told_with_its_tier_before_its_revenue_and_its_worth(
    given: Given, answer: Answer
) -> None:
    given("clients", client(left_on="2026-11-01", left_because="price"))
    told(given, "a", 5, "2026-10-31 12:00:00")
    for month, amount in (("2025-10-01", 1), ("2025-11-01", 2), ("2026-10-01", 4)):
        given("revenue", {"client_id": "a", "month": month, "amount": amount})
    given("revenue", {"client_id": "a", "month": "2026-11-01", "amount": 8})
    (row,) = answer(LEFT, "2026-11-01", UNTIL)
    assert (row["tier_before"], row["left_because"]) == ("basic", "price")
    assert (row["revenue"], row["worth"]) == (6, 600_000)


def test_both_ends_of_the_period_count_and_the_future_does_not(
    given: Given, answer: Answer
) -> None:
    days = ("2026-09-30", "2026-10-01", "2026-11-15", "2026-11-16")
    given("clients", *[client(day, left_on=day) for day in days])
    rows = answer(LEFT, "2026-10-01", "2026-11-15")
    assert [row["client_id"] for row in rows] == ["2026-11-15", "2026-10-01"]
    later = answer(LEFT, "2026-10-01", "2026-12-31")
    assert [row["client_id"] for row in later] == ["2026-11-15", "2026-10-01"]


def test_who_left_on_the_same_day_stands_by_worth_the_unknown_last(
    given: Given, answer: Answer
) -> None:
    left: Row = {"left_on": "2026-11-01"}
    given(
        "clients",
        client("unknown", **left, order_value=None),
        client("little", **left, order_value=1),
        client("most", **left),
    )
    rows = answer(LEFT, "2026-11-01", UNTIL)
    assert [row["client_id"] for row in rows] == ["most", "little", "unknown"]
