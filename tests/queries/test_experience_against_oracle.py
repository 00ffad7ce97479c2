"""Changes of clients' experience equal an independent computation over the raw rows."""

from datetime import date
from statistics import fmean, stdev

import pandas as pd
import pytest
from hypothesis import given

from tests.queries.asked import Asked, asked, often
from tests.queries.companies import days


def questionnaires(ask: Asked, since: date, until: date) -> dict[str, list[tuple[float, int]]]:
    """Per client its questionnaires of these days: score of ten, and answers behind it."""
    company, oracle = ask.oracle.company, ask.oracle
    found: dict[str, list[tuple[float, int]]] = {}
    for response in company["responses"]:
        if response["answered_at"] >= oracle.imported_at:
            continue
        if not since <= oracle.day(response["answered_at"]) <= until:
            continue
        scores = [
            _score(ask, row)
            for row in company["answers"]
            if row["response_id"] == response["response_id"] and _counts(row)
        ]
        if scores:
            weight = sum(weight for _score10, weight in scores)
            mean = sum(score10 * weight for score10, weight in scores) / weight
            found.setdefault(response["client_id"], []).append((mean, len(scores)))
    return found


def _counts(row: dict[str, float | None]) -> bool:
    asked_levels = [row[name] for name in ("minimum", "expected", "desired")]
    known = [level for level in asked_levels if level is not None]
    return row["perceived"] is not None and known == sorted(known)


def _score(ask: Asked, row: dict[str, float]) -> tuple[float, float]:
    indicator = ask.oracle.indicators[row["indicator_id"]]
    low, high = indicator["scale_low"], indicator["scale_high"]
    return 10 * (row["perceived"] - low) / (high - low), indicator["weight"]


@often
@given(asked, days, days)
def test_experience_changes(ask: Asked, one: date, other: date) -> None:
    now = questionnaires(ask, ask.since, ask.until)
    before = questionnaires(ask, *sorted((one, other)))
    periods = dict(zip(("previous_since", "previous_until"), sorted((one, other)), strict=True))
    rows = ask("satisfaction/experience_changes", **periods)
    assert [row["client_id"] for row in rows] == sorted(now.keys() & before.keys())
    for row in rows:
        for prefix, side in (("", now), ("previous_", before)):
            means = [mean for mean, _n in side[row["client_id"]]]
            assert row[f"{prefix}perceived"] == pytest.approx(fmean(means))
            assert row[f"{prefix}response_count"] == len(means)
            assert row[f"{prefix}answer_count"] == sum(n for _mean, n in side[row["client_id"]])
            spread = row[f"{prefix}response_spread"]
            assert pd.isna(spread) if len(means) < 2 else spread == pytest.approx(stdev(means))
        assert row["perceived_change"] == pytest.approx(
            row["perceived"] - row["previous_perceived"]
        )
