import pandas as pd
import pytest

from pages.shared.findings import drift as findings
from tests.pages.shared.findings.conftest import MINIMUM_N, Frame


def test_a_gap_worse_because_expectations_rose(drift: Frame) -> None:
    assert findings.overall(drift({}), MINIMUM_N) == (
        "Service +0.1, expectations +0.4: the gap worsened by 0.3 because expectations rose"
        " (40 clients heard both times)."
    )


@pytest.mark.parametrize(
    ("perceived", "expected", "ending"),
    [
        (-0.5, 0.1, "worsened by 0.6 because service fell ("),
        (0.5, -0.1, "improved by 0.6 because service rose ("),
        (-0.1, -0.5, "improved by 0.4 because expectations fell ("),
    ],
)
def test_the_cause_is_what_pushed_further(
    drift: Frame, perceived: float, expected: float, ending: str
) -> None:
    changes = {"perceived_change": perceived, "expected_change": expected}
    said = findings.overall(drift({**changes, "gap_change": perceived - expected}), MINIMUM_N)
    assert ending in said


def test_a_change_within_noise_is_no_clear_change(drift: Frame) -> None:
    said = findings.overall(drift({"gap_change_spread": 2.0}), MINIMUM_N)
    assert said == (
        "Service +0.1, expectations +0.4: no clear change of the gap (40 clients heard both times)."
    )


def test_too_few_clients_heard_twice_have_no_change(drift: Frame) -> None:
    said = findings.overall(drift({"client_count": 3}), MINIMUM_N)
    assert said == "Too few clients were heard both times to state a change (3)."


def test_a_period_before_any_data_is_nothing_to_compare_with(drift: Frame) -> None:
    said = findings.overall(drift(), MINIMUM_N)
    assert said == "There are no earlier answers to compare with."
    assert findings.by_dimension(drift(), MINIMUM_N) is None


def test_only_dimensions_beyond_noise_are_named_worst_first(drift: Frame) -> None:
    rows = drift(
        {"dimension": "empathy", "gap_change": 0.3, "perceived_change": 0.3, "expected_change": 0},
        {"dimension": "assurance", "gap_change": -0.05, "gap_change_spread": 1.0},
        {"dimension": "reliability"},
        {},
    )
    said = findings.by_dimension(rows, MINIMUM_N)
    assert said == "Clearly worse: reliability (−0.3). Clearly better: empathy (+0.3)."


def test_no_dimension_beyond_noise_is_said(drift: Frame) -> None:
    rows = drift({"dimension": "empathy", "gap_change_spread": 3.0})
    assert findings.by_dimension(rows, MINIMUM_N) == "No clear change in any dimension."


def months(gap_before: float, gap_now: float, clients: int, spread: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "month": pd.to_datetime(["2026-01-01", "2026-10-01"]),
            "answer_count": 40,
            "client_count": clients,
            "expectation_gap": [gap_before, gap_now],
            "expectation_gap_spread": spread,
        }
    )


@pytest.mark.parametrize(
    ("clients", "spread", "verdict"),
    [
        (40, 0.5, "it worsened by 4.6"),
        (2, 9.0, "no clear change"),
        (1, float("nan"), "one client, no interval"),
    ],
)
def test_the_gap_over_the_months_is_judged_where_there_is_an_interval(
    clients: int, spread: float, verdict: str
) -> None:
    said = findings.over_time(months(1.7, -2.9, clients, spread), MINIMUM_N)
    assert said == f"The gap was +1.7 in January 2026 and −2.9 in October 2026: {verdict}."
