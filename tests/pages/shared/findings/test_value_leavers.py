"""Who left and why, and revenue that rises while tiers fall, in words."""

from datetime import date
from typing import Any

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings import value_leavers, value_revenue
from pages.shared.text import dates
from tests.pages.shared.findings.conftest import MINIMUM_N, UNTIL

VIEW = View(date(2025, 11, 1), UNTIL, date(2024, 11, 1), date(2025, 10, 31))
PERIOD = dates.days(VIEW.since, VIEW.until)
NAN = float("nan")
A_YEAR_AGO = date(2025, 11, 15)


def left(*rows: dict[str, Any]) -> pd.DataFrame:
    defaults: dict[str, Any] = {
        "client_id": "a",
        "client_name": "Acme",
        "left_on": date(2026, 6, 1),
        "left_because": "price",
        "tier_before": "basic",
        "revenue": 1_000_000.0,
        "worth": 600_000.0,
    }
    return pd.DataFrame([{**defaults, **row} for row in rows], columns=list(defaults))


def test_reasons_are_counted_and_revenue_of_those_known_is_added_up() -> None:
    rows = left({}, {}, {"left_because": None, "revenue": NAN}, {"left_because": "neglect"})
    assert value_leavers.told(rows, VIEW, "CNY") == (
        f"4 external clients left, {PERIOD}: price 2, no reason recorded 1 and"
        " neglect 1. Revenue of the twelve months before: CN¥3M (known of 3)."
    )


def test_nobody_left_is_said() -> None:
    said = value_leavers.told(left(), VIEW, "CNY")
    assert said == f"No external client left, {PERIOD}."
    assert value_leavers.by_reason(left(), MINIMUM_N).empty
    assert value_leavers.reasons_told(left()) == "Nobody's reason for leaving is recorded."


def test_shares_of_few_are_not_told() -> None:
    few = value_leavers.by_reason(left({}, {"left_because": "moved"}), MINIMUM_N)
    assert list(few.share_told) == ["too few (2)"] * 2
    enough = value_leavers.by_reason(left(*[{}] * 4, {"left_because": None}), MINIMUM_N)
    assert list(enough.why) == ["price", "no reason recorded"]
    assert list(enough.client_count) == [4, 1]
    assert enough.share_told[0] == "4 of 5 (80%, 38–96)"


def test_revenue_that_nobody_recorded_is_missing_not_zero() -> None:
    reasons = value_leavers.by_reason(left({"revenue": NAN, "worth": NAN}), MINIMUM_N)
    assert reasons.revenue.isna().all()
    assert "revenue" not in value_leavers.told(left({"revenue": NAN}), VIEW, "CNY")


def test_the_reason_given_most_often_is_named_only_where_one_is() -> None:
    one = left({}, {}, {"left_because": "moved"})
    assert value_leavers.reasons_told(one) == "Given most often: price, by 2 of 3."
    two = left({}, {"left_because": "moved"})
    assert value_leavers.reasons_told(two) == (
        "No reason stands out: price and moved away were given equally often."
    )


def compared(*rows: dict[str, Any]) -> pd.DataFrame:
    defaults: dict[str, Any] = {
        "client_id": "a",
        "client_name": "Acme",
        "manager": "Li Wei",
        "tier_before": "loyal",
        "tier_after": "loyal",
        "previous_revenue": 100.0,
        "revenue": 100.0,
        "is_flagged": False,
        "to_month": pd.Timestamp("2026-10-01"),
        "recorded_from": pd.Timestamp("2024-11-01"),
    }
    return pd.DataFrame([{**defaults, **row} for row in rows], columns=list(defaults))


def told(rows: pd.DataFrame) -> str:
    return value_revenue.told(rows, A_YEAR_AGO, "CNY", MINIMUM_N)


def test_whose_revenue_rose_while_the_tier_fell_is_named() -> None:
    warned = {"revenue": 150.0, "tier_after": "satisfied", "is_flagged": True}
    assert told(compared(warned, *[{}] * 4)) == (
        "Revenue of the twelve months to October 2026 was CN¥550, 10.0% more than before."
        " The share satisfied or better shows no clear change since 15 November 2025."
        " 1 client brings more revenue though its tier fell: Acme."
    )


def test_many_are_counted_and_none_is_said() -> None:
    assert value_revenue.flagged(compared(*[{"is_flagged": True}] * 4)) == (
        "4 clients bring more revenue though their tier fell."
    )
    assert value_revenue.flagged(compared({})) == (
        "No client brings more revenue while its tier fell."
    )


def test_revenue_that_fell_and_revenue_that_stayed() -> None:
    assert "20.0% less than before" in value_revenue.revenue(compared({"revenue": 80.0}), "CNY")
    same = value_revenue.revenue(compared({"revenue": 100.01}), "CNY")
    assert same.endswith("was CN¥100, as in the twelve before.")
    from_nothing = compared({"previous_revenue": 0.0})
    assert value_revenue.revenue(from_nothing, "CNY").endswith("was CN¥100.")


def test_a_clear_fall_of_the_share_is_told_and_those_that_left_are_out() -> None:
    fallen = [{"tier_after": "complaining"}] * 12
    rows = compared(*fallen, *[{}] * 8, {"tier_after": "left"})
    said = value_revenue.tiers(rows, A_YEAR_AGO, MINIMUM_N)
    assert said.startswith("The share satisfied or better fell by 60 points (")
    assert value_revenue.change(rows).heard == 20


def test_four_of_ten_that_fell_are_no_clear_change_by_mcnemar() -> None:
    fell = {"tier_before": "satisfied", "tier_after": "basic"}
    stayed = {"tier_before": "satisfied", "tier_after": "satisfied"}
    rows = compared(*[fell] * 4, *[stayed] * 6)
    said = value_revenue.tiers(rows, A_YEAR_AGO, MINIMUM_N)
    assert said.startswith("The share satisfied or better shows no clear change")


def test_too_few_heard_both_times_have_no_share() -> None:
    said = value_revenue.tiers(compared({}, {"tier_before": None}), A_YEAR_AGO, MINIMUM_N)
    assert said == "Too few clients were heard both times to state a change (1)."


def test_no_revenue_and_too_short_a_record_are_said() -> None:
    none = compared({"revenue": NAN, "previous_revenue": NAN})
    assert "revenue.csv" in told(none)
    assert "revenue.csv" in told(compared())
    short = compared({"previous_revenue": NAN})
    assert told(short).startswith("Revenue is recorded from November 2024: too short")


def test_the_table_has_the_flagged_with_their_change() -> None:
    rows = compared({"is_flagged": True, "revenue": 150.0}, {})
    table = value_revenue.table(rows)
    assert list(table.revenue_change_share) == [0.5]
    assert value_revenue.left_out(rows) is None
    many = compared(*[{"is_flagged": True}] * 203)
    assert len(value_revenue.table(many)) == 200
    assert value_revenue.left_out(many) == "The first 200 of 203 are shown; the files have all."
