"""The value sheet and value at stake, worked by hand."""

from typing import Any

import pytest

from data.settings import Settings
from tests.conftest import Answer, Given, Row

SHEET = {"order_value": 50_000, "orders_per_year": 2, "related_sales": 20_000}
UNTIL = "2026-11-10"
STAKE, LINES = "clients/value_at_stake", "clients/value_sheet"
LEFT, REVENUE = "clients/leavers", "clients/revenue_and_tiers"


def client(name: str = "a", **more: Any) -> Row:
    return {"client_id": name, "client_name": name, **SHEET, **more}


def told(given: Given, name: str, recommend: float, at: str = "2026-11-01 12:00:00") -> None:
    row = {"response_id": f"{name} {at}", "client_id": name, "answered_at": at}
    given("responses", {**row, "recommend": recommend})


def at_stake(answer: Answer, until: str = UNTIL, **more: Any) -> dict[str, Row]:
    return {row["tier"]: row for row in answer(STAKE, until=until, **more)}


def test_seven_lines_by_hand(given: Given, answer: Answer) -> None:
    given("clients", client(relationship_years=5))
    (row,) = answer(LINES, until=UNTIL)
    lines = ("orders_worth", "related_sales", "yearly_worth", "years", "worth")
    assert [row[line] for line in lines] == [100_000, 20_000, 120_000, 5, 600_000]
    assert row["is_years_assumed"] is False
    assert row["lacks"] is None


def test_years_are_the_client_s_own_else_the_setting_else_what_is_bound(
    given: Given, answer: Answer
) -> None:
    given("clients", client("own", relationship_years=2), client("unknown"))
    rows = {row["client_id"]: row for row in answer(LINES, until=UNTIL)}
    assert {name: (row["years"], row["worth"]) for name, row in rows.items()} == {
        "own": (2, 240_000),
        "unknown": (5, 600_000),
    }
    bound = answer(LINES, until=UNTIL, relationship_years=10.0)
    assert [row["worth"] for row in bound] == [1_200_000, 240_000]
    assert at_stake(answer, relationship_years=10.0)["unheard"]["worth"] == 1_440_000


def test_related_sales_that_are_missing_count_as_nothing(given: Given, answer: Answer) -> None:
    given("clients", client(related_sales=None))
    (row,) = answer(LINES, until=UNTIL)
    assert row["related_sales"] is None
    assert row["worth"] == 500_000


@pytest.mark.parametrize(
    ("more", "lacks"),
    [
        ({"order_value": None}, "order_value"),
        ({"orders_per_year": None}, "orders_per_year"),
        ({"currency": "XXX"}, "rate"),
    ],
)
def test_what_is_not_known_makes_the_worth_unknown_and_is_named(
    given: Given, answer: Answer, more: Row, lacks: str
) -> None:
    given("clients", client(**more), client("b"))
    rows = {row["client_id"]: row for row in answer(LINES, until=UNTIL)}
    assert list(rows) == ["b", "a"]
    assert rows["a"]["worth"] is None
    assert rows["a"]["lacks"] == lacks
    unheard = at_stake(answer)["unheard"]
    assert (unheard["client_count"], unheard["unknown_count"]) == (2, 1)
    assert unheard["worth"] == 600_000


def test_other_currencies_are_worth_their_rate(given: Given, answer: Answer) -> None:
    given("clients", client(currency="USD"))
    (row,) = answer(LINES, until=UNTIL)
    assert (row["own_currency"], row["exchange_rate"]) == ("USD", 7.1)
    assert row["order_value"] == pytest.approx(50_000 * 7.1)
    assert row["orders_worth"] == pytest.approx(100_000 * 7.1)
    assert row["related_sales"] == pytest.approx(20_000 * 7.1)
    assert row["worth"] == pytest.approx(600_000 * 7.1)


def test_each_tier_stands_with_its_worth_and_the_empty_ones_with_none(
    given: Given, answer: Answer
) -> None:
    given("clients", *[client(name) for name in "abc"])
    told(given, "a", 5)
    told(given, "b", 1)
    rows = answer(STAKE, until=UNTIL)
    assert [row["tier"] for row in rows] == [
        *("lifelong", "loyal", "satisfied", "basic", "complaining", "unheard")
    ]
    assert [row["client_count"] for row in rows] == [0, 0, 0, 1, 1, 1]
    assert [row["worth"] for row in rows] == [0, 0, 0, 600_000, 600_000, 600_000]


def test_a_tier_of_unknown_clients_alone_has_no_worth(given: Given, answer: Answer) -> None:
    given("clients", client(order_value=None))
    unheard = at_stake(answer)["unheard"]
    assert (unheard["client_count"], unheard["unknown_count"], unheard["worth"]) == (1, 1, None)


def test_internal_clients_are_not_valued(given: Given, answer: Answer) -> None:
    given("clients", client(side="internal", left_on="2026-11-01"), client("b", side="internal"))
    given("revenue", {"client_id": "b", "month": "2026-09-01", "amount": 5})
    assert all(row["client_count"] == 0 for row in answer(STAKE, until=UNTIL))
    assert answer(LINES, until=UNTIL) == []
    assert answer(LEFT, "2026-01-01", UNTIL) == []
    assert answer(REVENUE, until=UNTIL) == []


def test_only_clients_active_at_the_end_count_by_their_tier_of_that_day(
    given: Given, answer: Answer
) -> None:
    given(
        "clients",
        client("left", left_on=UNTIL),
        client("leaving", left_on="2026-11-11"),
        client("coming", client_since="2026-11-11"),
        client("come", client_since=UNTIL),
        client("told later"),
    )
    told(given, "come", 1, "2026-11-10 23:59:00")
    told(given, "leaving", 1, "2026-11-11 00:00:00")
    told(given, "told later", 1, "2026-11-11 00:00:00")
    rows = at_stake(answer)
    assert rows["complaining"]["client_count"] == 1
    assert rows["unheard"]["client_count"] == 2
    assert {row["client_id"]: row["tier"] for row in answer(LINES, until=UNTIL)} == {
        "come": "complaining",
        "leaving": None,
        "told later": None,
    }


def test_only_clients_in_view_count(given: Given, answer: Answer) -> None:
    given("clients", client("a"), client("b", left_on="2026-11-01"), client("c"))
    view: dict[str, Any] = {"client_ids": ["a"], "until": UNTIL}
    assert at_stake(answer, **view)["unheard"]["client_count"] == 1
    assert [row["client_id"] for row in answer(LINES, **view)] == ["a"]
    assert answer(LEFT, "2026-01-01", **view) == []
    assert [row["client_id"] for row in answer(REVENUE, **view)] == ["a"]


def test_settings_give_the_years_that_are_assumed(settings: Settings) -> None:
    assert settings.parameters()["relationship_years"] == settings.value.relationship_years == 5
