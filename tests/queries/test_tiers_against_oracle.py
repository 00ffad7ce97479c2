"""Every question about tiers equals an independent computation."""

from collections import Counter
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given

from tests.queries.asked import RATES, Asked, asked, often
from tests.queries.oracle import TIERS


def month_ends(since: date, until: date) -> list[tuple[date, date]]:
    """First day of each month, and the day its tiers are counted on."""
    months = pd.period_range(since, until, freq="M")
    return [(m.start_time.date(), min(m.end_time.date(), until)) for m in months]


@often
@given(asked)
def test_client_tiers(ask: Asked) -> None:
    rows = {row["client_id"]: row for row in ask("satisfaction/client_tiers")}
    before = ask.oracle.tiers(ask.since - timedelta(days=1))
    clients = [c for c in ask.oracle.company["clients"] if ask.oracle.is_active(c, ask.until)]
    assert rows.keys() == {client["client_id"] for client in clients}
    for client in clients:
        row, expected = rows[client["client_id"]], ask.oracle.tier(client, ask.until)
        assert expected is not None
        for column in ("tier", "basis", "answer_count", "inverted_count", "last_answered_on"):
            assert row[column] == expected[column], column
        for column in ("perceived", "expected"):
            assert row[column] == pytest.approx(expected[column]), column
        assert row["previous_tier"] == before.get(client["client_id"])


@often
@given(asked)
def test_tier_share_and_coverage_by_month(ask: Asked) -> None:
    shares = {(row["month"], row["tier"]): row for row in ask("satisfaction/tier_share_by_month")}
    coverage = {row["month"]: row for row in ask("satisfaction/coverage_by_month")}
    for month, as_of in month_ends(ask.since, ask.until):
        tiers = ask.oracle.tiers(as_of)
        heard = {name: tier for name, tier in tiers.items() if tier is not None}
        assert coverage[month]["active_count"] == len(tiers)
        assert coverage[month]["heard_count"] == len(heard)
        assert coverage[month]["unheard_count"] == len(tiers) - len(heard)
        counts, revenue = Counter(heard.values()), _revenue(ask, month)
        total = sum(revenue.get(name, 0) for name in heard)
        for tier in TIERS:
            row = shares.pop((month, tier))
            assert row["client_count"] == counts[tier]
            assert row["share"] == (pytest.approx(counts[tier] / len(heard)) if heard else None)
            money = sum(revenue.get(name, 0) for name, one in heard.items() if one == tier)
            assert row["revenue_share"] == (pytest.approx(money / total) if total else None)
    assert not shares


def _revenue(ask: Asked, month: date) -> dict[str, float]:
    """Revenue of the twelve months up to the month, of clients whose currency has a rate."""
    currency = {c["client_id"]: c["currency"] for c in ask.oracle.company["clients"]}
    first = (pd.Period(month, "M") - 11).start_time.date()
    found: Counter[str] = Counter()
    for row in ask.oracle.company["revenue"]:
        if first <= row["month"] <= month and currency[row["client_id"]] in RATES:
            found[row["client_id"]] += row["amount"] * RATES[currency[row["client_id"]]]
    return dict(found)


@often
@given(asked)
def test_tier_moves(ask: Asked) -> None:
    before = ask.oracle.tiers(ask.since - timedelta(days=1))
    now = ask.oracle.tiers(ask.until)
    expected: Counter[tuple[str, str]] = Counter()
    moved = set()
    for client in ask.oracle.company["clients"]:
        name, left = client["client_id"], client["left_on"]
        from_tier = before.get(name)
        to_tier = "left" if left is not None and left <= ask.until else now.get(name)
        if from_tier is not None and to_tier is not None:
            expected[from_tier, to_tier] += 1
            if from_tier != to_tier:
                moved.add((name, from_tier, to_tier))
    rows = ask("satisfaction/tier_moves")
    assert {(r["from_tier"], r["to_tier"]): r["client_count"] for r in rows} == dict(expected)
    rows = ask("satisfaction/moved_clients")
    assert {(r["client_id"], r["from_tier"], r["to_tier"]) for r in rows} == moved


@often
@given(asked)
def test_days_complaining(ask: Asked) -> None:
    every_day = pd.date_range(ask.since, ask.until).date
    tiers = [ask.oracle.tiers(day) for day in every_day]
    expected = Counter(name for day in tiers for name, tier in day.items() if tier == "complaining")
    rows = ask("satisfaction/days_complaining")
    assert {row["client_id"]: row["day_count"] for row in rows} == dict(expected)
    last = {name for name, tier in tiers[-1].items() if tier == "complaining"}
    assert {row["client_id"] for row in rows if row["is_complaining"]} == last
