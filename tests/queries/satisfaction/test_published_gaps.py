"""Gaps equal those that libraries published of their own surveys, through the real questions."""

import pandas as pd
import pytest

from tests import published
from tests.conftest import Answer, Given

SURVEY = published.SHARED / "reference" / "data" / "libqual_lehigh_2002_2003.csv"


@published.needed
def test_each_published_gap_and_tier_is_reproduced(given: Given, answer: Answer) -> None:
    survey = pd.read_csv(SURVEY).to_dict("records")
    for n, its in enumerate(survey):
        given("indicators", {"indicator_id": f"i{n}", "scale_low": 1, "scale_high": 9})
        given("responses", {"response_id": f"r{n}", "client_id": f"c{n:02}"})
        levels = {level: its[level] for level in ("minimum", "desired", "perceived")}
        given("answers", {"response_id": f"r{n}", "indicator_id": f"i{n}", **levels})
    rows = answer("satisfaction/client_tiers", "2026-10-01", "2026-11-10")
    rows.sort(key=lambda row: str(row["client_id"]))
    assert len(rows) == 34
    tolerance = published.value("libqual.lehigh.adequacy.rows")["tolerance"]
    for row, its in zip(rows, survey, strict=True):
        assert row["adequacy_gap"] * 8 / 10 == pytest.approx(its["gap1_adequacy"], abs=tolerance)
        assert row["superiority_gap"] * 8 / 10 == pytest.approx(
            its["gap2_superiority"], abs=tolerance
        )
    below = sum(row["adequacy_gap"] < 0 for row in rows)
    assert below == published.value("libqual.lehigh.below")["expected"]


def test_the_unweighted_gap_over_five_dimensions(given: Given, answer: Answer) -> None:
    gaps = {
        "reliability": -0.65,
        "assurance": -1.10,
        "tangibles": -0.83,
        "empathy": -0.70,
        "responsiveness": -1.01,
    }
    given("responses", {"response_id": "r", "client_id": "a"})
    for dimension, gap in gaps.items():
        given("indicators", {"indicator_id": dimension, "dimension": dimension})
        levels = {"expected": 8, "perceived": 8 + gap}
        given("answers", {"response_id": "r", "indicator_id": dimension, **levels})
    rows = answer("satisfaction/gaps_by_dimension", "2026-10-01", "2026-11-10")
    found = {row["dimension"]: row["expectation_gap"] for row in rows}
    assert found == pytest.approx(gaps)
    assert sum(found.values()) / 5 == pytest.approx(-0.858)
