"""Every question about tiers, gaps and complaints equals an independent computation."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import queries
from data import settings as company_settings
from data import warehouse
from tests.queries.companies import Company, companies, days
from tests.queries.oracle import TIERS, Oracle, weighted

SETTINGS = company_settings.load(company_settings.DEFAULT_FILE)
IMPORTED_AT = datetime(2026, 11, 15, 12, tzinfo=UTC)
RATES = {None: 1.0, "CNY": 1.0, "USD": 7.1}
often = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


class Asked:
    """A company in a real warehouse, and the oracle over the same rows."""

    def __init__(self, company: Company, since: date, until: date) -> None:
        self.since, self.until = min(since, until), max(since, until)
        self.oracle = Oracle(company, IMPORTED_AT)
        self.con = duckdb.connect()
        warehouse.prepare(self.con, SETTINGS)
        for table, rows in company.items():
            for row in rows:
                _insert(self.con, table, row)
        self.con.execute(
            "insert into imports values ('i', $at, 'f', 's', 't', 0, 0, 0, 0, 0, null)",
            {"at": IMPORTED_AT},
        )
        warehouse.refresh_marts(self.con, SETTINGS)

    def __call__(self, name: str) -> list[dict[str, Any]]:
        cursor = queries.execute(self.con, name, SETTINGS, since=self.since, until=self.until)
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


FIXED = {
    "clients": {"side": "external"},
    "indicators": {"wording": "?"},
    "responses": {"method": "questionnaire"},
}


def _insert(con: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    whole = {**FIXED.get(table, {}), **row}
    values = ", ".join(f"${column}" for column in whole)
    con.execute(" ".join(("insert into", table, f"({', '.join(whole)}) values ({values})")), whole)


asked = st.builds(Asked, companies(), days, days)


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


def _levels(ask: Asked) -> pd.DataFrame:
    rows = ask.oracle.answers
    if rows.empty:
        return rows
    inside = (rows.day >= ask.since) & (rows.day <= ask.until)
    return rows[inside & rows.kind.isin(["measured", "assumed"])]


@often
@given(asked)
def test_gaps(ask: Asked) -> None:
    levels = _levels(ask)
    by_dimension = {row["dimension"]: row for row in ask("satisfaction/gaps_by_dimension")}
    by_month = {row["month"]: row for row in ask("satisfaction/gaps_by_month")}
    if levels.empty:
        assert not by_dimension
        assert not by_month
        return
    for dimension, rows in levels.dropna(subset="dimension").groupby("dimension"):
        _compare_gaps(by_dimension.pop(dimension), rows)
    months = levels.day.map(lambda day: day.replace(day=1))
    for month, rows in levels.groupby(months):
        row = by_month.pop(month)
        assert row["expectation_gap"] == pytest.approx(
            weighted(rows, "perceived") - weighted(rows, "expected"), abs=1e-9
        )
        assert (row["answer_count"], row["client_count"]) == (len(rows), rows.client_id.nunique())
    assert not by_dimension
    assert not by_month


def _compare_gaps(row: dict[str, Any], rows: pd.DataFrame) -> None:
    for column in ("minimum", "expected", "desired", "perceived"):
        assert row[column] == pytest.approx(weighted(rows, column), abs=1e-9)
    for gap, level in (
        ("adequacy_gap", "minimum"),
        ("expectation_gap", "expected"),
        ("superiority_gap", "desired"),
    ):
        assert row[gap] == pytest.approx(row["perceived"] - row[level], abs=1e-9)
    assert row["answer_count"] == len(rows)
    assert row["client_count"] == rows.client_id.nunique()
    assert row["assumed_share"] == pytest.approx((rows.kind == "assumed").mean())
    means = pd.Series(
        [weighted(r, "perceived") - weighted(r, "expected") for _, r in rows.groupby("client_id")]
    )
    spread = None if len(means) < 2 else pytest.approx(means.std(), abs=1e-9)
    assert row["expectation_gap_spread"] == spread


@often
@given(asked)
def test_recommend(ask: Asked) -> None:
    scores = [
        row["recommend"]
        for row in ask.oracle.company["responses"]
        if row["recommend"] is not None
        and row["answered_at"] < IMPORTED_AT
        and ask.since <= ask.oracle.day(row["answered_at"]) <= ask.until
    ]
    (row,) = ask("satisfaction/recommend")
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    assert (row["promoters"], row["detractors"]) == (promoters, detractors)
    assert row["passives"] == len(scores) - promoters - detractors
    expected = 100 * (promoters - detractors) / len(scores) if scores else None
    assert row["nps"] == (pytest.approx(expected) if scores else None)


@often
@given(asked)
def test_flow_by_week(ask: Asked) -> None:
    weeks = pd.date_range(ask.since - timedelta(days=ask.since.weekday()), ask.until, freq="7D")
    rows = ask("complaints/flow_by_week")
    assert [row["week"] for row in rows] == list(weeks.date)
    for row in rows:
        starts, ends = max(row["week"], ask.since), min(row["week"] + timedelta(6), ask.until)
        assert row["is_partial"] == (ends - starts < timedelta(6))
        assert row == {**row, **_flow(ask, starts, ends)}


def _flow(ask: Asked, starts: date, ends: date) -> dict[str, int]:
    oracle, moment = ask.oracle, ask.oracle.moment(ends)
    known = [row for row in oracle.company["complaints"] if row["received_at"] < moment]
    complaints = [row for row in known if row["form"] == "complaint"]
    resolved = [
        row for row in complaints if row["resolved_at"] is not None and row["resolved_at"] < moment
    ]
    still_open = [row for row in complaints if row not in resolved]
    return {
        "received": sum(oracle.day(row["received_at"]) >= starts for row in complaints),
        "resolved": sum(oracle.day(row["resolved_at"]) >= starts for row in resolved),
        "backlog": len(still_open),
        "overdue": sum(
            row["promised_at"] is not None and row["promised_at"] < moment for row in still_open
        ),
        "active_clients": sum(oracle.is_active(c, ends) for c in oracle.company["clients"]),
        "grumbles": sum(
            oracle.day(row["received_at"]) >= starts for row in known if row["form"] == "grumble"
        ),
    }


@often
@given(asked)
def test_causes(ask: Asked) -> None:
    known = [
        row
        for row in ask.oracle.company["complaints"]
        if row["received_at"] < IMPORTED_AT
        and ask.since <= ask.oracle.day(row["received_at"]) <= ask.until
    ]
    complaints = Counter(row["cause"] for row in known if row["form"] == "complaint")
    grumbles = Counter(row["cause"] for row in known if row["form"] == "grumble")
    order = sorted({*complaints, *grumbles}, key=lambda c: (c == "other", -complaints[c], c))
    rows, running = ask("complaints/causes"), 0
    assert [row["cause"] for row in rows] == order
    for row in rows:
        running += complaints[row["cause"]]
        assert row["complaint_count"] == complaints[row["cause"]]
        assert row["grumble_count"] == grumbles[row["cause"]]
        if complaints:
            total = complaints.total()
            assert row["share"] == pytest.approx(complaints[row["cause"]] / total)
            assert row["cumulative_share"] == pytest.approx(running / total)
