from datetime import date
from typing import Any

import pandas as pd

from pages.shared.findings import evidence
from tests.pages.shared.findings.conftest import Frame

COLUMNS: dict[str, Any] = {
    "perceived": 6.0,
    "expected": 6.0,
    "adequacy_gap": 1.0,
    "expectation_gap": 0.0,
    "superiority_gap": -2.0,
    "answer_count": 12,
    "inverted_count": 0,
    "last_answered_on": pd.Timestamp(date(2026, 11, 1)),
}


def test_what_tiers_rest_on_is_counted(tiers: Frame) -> None:
    rows = tiers(("A", None, "loyal"), ("B", None, "basic"), ("C", None, None))
    said = evidence.bases(rows.assign(basis=pd.Series(["measured", "stated", None])))
    assert said == (
        "What the tiers rest on: measured 1 and stated 1. 1 client is unheard and has none."
    )


def test_worst_tier_comes_first_and_the_unheard_last(tiers: Frame) -> None:
    rows = tiers(("A", None, None), ("B", None, "loyal"), ("C", None, "complaining"), **COLUMNS)
    assert list(evidence.table(rows).client_name) == ["C", "B", "A"]


def test_the_open_complaint_is_worded(tiers: Frame) -> None:
    since = pd.Timestamp(date(2026, 10, 3))
    rows = tiers(("A", None, "complaining"), ("B", None, "loyal"), **COLUMNS).assign(
        deciding_reason=pd.Series(["overdue", None]), deciding_since=pd.Series([since, None])
    )
    shown = evidence.table(rows).open_complaint
    assert shown[0] == "complaint overdue since 2026-10-03"
    assert pd.isna(shown[1])


def test_scores_of_too_few_answers_are_hidden(tiers: Frame) -> None:
    levels = {"minimum": 5.0, "desired": 8.0}
    few = {**COLUMNS, **levels, "answer_count": 3}
    rows = evidence.hidden(tiers(("A", None, "loyal"), **few), 5)
    assert rows.expectation_gap.isna().all()
