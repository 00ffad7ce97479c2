"""Competitors beside ours on the same questions: no claim, few respondents hidden."""

from typing import Any

import numpy as np
import pandas as pd

from pages.shared.findings import index_competitors
from pages.shared.findings.index_numbers import Reading
from tests.pages.shared.findings.conftest import MINIMUM_N

RIVALS = pd.DataFrame(
    {
        "competitor": ["Rival", "Other"],
        "competitor_index": [64.0, 73.9],
        "satisfaction_index": [68.5, 68.5],
        "indicator_ids": [["one"], ["one"]],
        "respondent_count": [27, None],
        "answer_count": [24, 24],
        "scored_on": pd.Timestamp("2026-09-15"),
    }
)
OURS = Reading(68.5, 62.4, 73.1, 24, 20, 1)


def rivals(ours: Reading | None = OURS, **more: Any) -> pd.DataFrame:
    return index_competitors.shown(RIVALS.assign(**more), lambda _ids: ours, MINIMUM_N)


def test_competitors_are_told_beside_ours_without_a_claim() -> None:
    said = index_competitors.told(rivals(), OURS)
    assert "we stand at 68.5 (62.4–73.1); others: Other (73.9) and Rival (64.0)." in said
    assert "differences may be noise" in said


def test_competitors_on_different_questions_are_only_counted() -> None:
    assert index_competitors.told(rivals(), None).startswith("2 competitors were scored.")


def test_few_respondents_hide_a_competitor_and_unknown_ones_do_not() -> None:
    shown = rivals(respondent_count=[3, None])
    table = index_competitors.table(shown)
    assert table.competitor_index.tolist() == ["too few answers (3)", "73.9"]
    assert table.our_index.tolist() == ["–", "68.5 (62.4–73.1)"]
    assert "Rival" not in index_competitors.told(shown, OURS)


def test_few_answers_of_ours_hide_ours_and_not_theirs() -> None:
    shown = rivals(answer_count=[4, 4])
    table = index_competitors.table(shown)
    assert table.competitor_index.tolist() == ["64.0", "73.9"]
    assert table.our_index.tolist() == ["too few answers (4)"] * 2
    assert shown.satisfaction_index.isna().all()
    assert "68.5" not in index_competitors.told(shown, OURS)


def test_our_index_without_an_interval_stands_alone() -> None:
    alone = OURS._replace(low=np.nan, high=np.nan)
    assert index_competitors.table(rivals(alone)).our_index.tolist() == ["68.5", "68.5"]
