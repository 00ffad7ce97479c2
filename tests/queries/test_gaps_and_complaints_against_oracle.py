"""Every question about gaps and complaints equals an independent computation."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from tests.queries.asked import IMPORTED_AT, Asked, asked, often
from tests.queries.oracle import weighted


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
