from pages.shared.findings import zones as findings
from tests.pages.shared.findings.conftest import MINIMUM_N, Frame

BELOW = {"expectation_gap": -0.6, "adequacy_gap": 0.4}


def test_a_dimension_below_expectation_is_named_with_its_interval(gaps: Frame) -> None:
    said = findings.zones(gaps(BELOW, {"dimension": "empathy"}), MINIMUM_N)
    assert said == "Service is below what clients expect in reliability (−0.6, −1.0 to −0.2)."


def test_an_interval_that_includes_zero_claims_nothing(gaps: Frame) -> None:
    said = findings.zones(gaps({"expectation_gap": -0.3}), MINIMUM_N)
    assert said == "In no dimension is service clearly above or below what clients expect."


def test_one_client_claims_nothing_and_its_gaps_are_told_as_they_are(gaps: Frame) -> None:
    lone = {**BELOW, "client_count": 1, "expectation_gap_spread": float("nan")}
    other = {**lone, "dimension": "empathy", "expectation_gap": -1.9}
    said = findings.zones(gaps(lone, other), MINIMUM_N)
    assert said == (
        "Gaps of one client, so without an interval:"
        " lowest empathy (−1.9), highest reliability (−0.6)."
    )


def test_a_gap_too_small_to_show_is_no_gap(gaps: Frame) -> None:
    everyone = {"expectation_gap": -0.04, "client_count": 100}
    said = findings.zones(gaps(everyone), MINIMUM_N)
    assert said == "In no dimension is service clearly above or below what clients expect."


def test_below_the_minimum_and_above_expectation_are_said_too(gaps: Frame) -> None:
    said = findings.zones(
        gaps(
            {"expectation_gap": -1.5, "adequacy_gap": -0.5},
            {"dimension": "empathy", "expectation_gap": 0.5},
        ),
        MINIMUM_N,
    )
    assert said == (
        "Service is below what clients expect in reliability (−1.5, −1.9 to −1.1)."
        " Below the least they accept: reliability."
        " Service is above what clients expect in empathy (+0.5, +0.1 to +0.9)."
    )


def test_too_few_answers_stand_in_place_of_the_gap(gaps: Frame) -> None:
    said = findings.zones(gaps({**BELOW, "answer_count": 3}), MINIMUM_N)
    assert said == "Reliability: too few answers (3)."


def test_assumed_share_is_that_of_all_answers(gaps: Frame) -> None:
    rows = gaps({"assumed_share": 1.0, "answer_count": 10}, {"answer_count": 30})
    assert findings.assumed(rows) == "In 25% of the answers a level was not asked and is assumed."


def test_nothing_assumed_is_not_mentioned(gaps: Frame) -> None:
    assert findings.assumed(gaps({})) is None
