"""The tier engine rule by rule (measures.md, section 1)."""

from typing import Any

import pytest

from tests.conftest import Answer, Given

QUESTION = "satisfaction/client_tiers"
SINCE, UNTIL = "2026-10-01", "2026-11-10"


@pytest.mark.parametrize(
    ("perceived", "tier"),
    [
        (10, "lifelong"),
        (8.3, "lifelong"),
        (8.25, "loyal"),
        (8.2, "loyal"),
        (7.75, "loyal"),
        (7.74, "satisfied"),
        (6, "satisfied"),
        (5.75, "satisfied"),
        (5.7, "basic"),
        (4.75, "basic"),
        (4.7, "complaining"),
        (0, "complaining"),
    ],
)
def test_each_rule_holds_up_to_its_tolerance(tier_of: Any, perceived: float, tier: str) -> None:
    row = tier_of(minimum=5, expected=6, desired=8, perceived=perceived)
    assert (row["tier"], row["basis"]) == (tier, "measured")


def test_the_evidence_is_the_three_gaps(tier_of: Any) -> None:
    row = tier_of(minimum=5, expected=6, desired=8, perceived=8.2)
    gaps = [row["adequacy_gap"], row["expectation_gap"], row["superiority_gap"]]
    assert gaps == pytest.approx([3.2, 2.2, 0.2])
    assert (row["answer_count"], str(row["last_answered_on"])) == (1, "2026-11-01")


@pytest.mark.parametrize(
    ("asked", "levels"),
    [
        ({"expected": 6}, (5, 6, 7)),
        ({"minimum": 5}, (5, 6, 7)),
        ({"desired": 7}, (5, 6, 7)),
        ({"minimum": 4, "desired": 9}, (4, 6.5, 9)),
        ({"minimum": 4, "expected": 6}, (4, 6, 7)),
        ({"expected": 6, "desired": 9}, (5, 6, 9)),
        ({"expected": 0.5}, (0, 0.5, 1.5)),
        ({"expected": 9.5}, (8.5, 9.5, 10)),
        ({"minimum": 9.5}, (9.5, 10, 10)),
        ({"desired": 0.5}, (0, 0, 0.5)),
    ],
)
def test_levels_that_were_not_asked_are_one_zone_away_and_clipped(
    tier_of: Any, asked: dict[str, float], levels: tuple[float, ...]
) -> None:
    row = tier_of(perceived=6, **asked)
    assert (row["minimum"], row["expected"], row["desired"]) == pytest.approx(levels)
    assert row["basis"] == "assumed"


@pytest.mark.parametrize(
    ("score", "tier"),
    [
        (9.5, "lifelong"),
        (9.4, "loyal"),
        (8.5, "loyal"),
        (8.4, "satisfied"),
        (6.5, "satisfied"),
        (6.4, "basic"),
        (4.5, "basic"),
        (4.4, "complaining"),
    ],
)
def test_perceived_alone_is_stated(tier_of: Any, score: float, tier: str) -> None:
    row = tier_of(perceived=score)
    assert (row["tier"], row["basis"], row["expected"]) == (tier, "stated", None)


def test_a_recommendation_is_stated_too(given: Given, answer: Answer) -> None:
    given("responses", {"response_id": "r", "client_id": "a", "recommend": 9})
    (row,) = answer(QUESTION, SINCE, UNTIL)
    assert (row["tier"], row["basis"], row["answer_count"]) == ("loyal", "stated", 1)


def test_stated_answers_count_only_without_better_ones(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "i"})
    given("responses", {"response_id": "r", "client_id": "a", "recommend": 0})
    given("answers", {"response_id": "r", "indicator_id": "i", "expected": 6, "perceived": 6})
    (row,) = answer(QUESTION, SINCE, UNTIL)
    assert (row["tier"], row["perceived"], row["answer_count"]) == ("satisfied", 6, 1)


def test_one_assumed_answer_makes_the_basis_assumed(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "i"}, {"indicator_id": "j"})
    given("responses", {"response_id": "r", "client_id": "a"})
    given(
        "answers",
        {
            "response_id": "r",
            "indicator_id": "i",
            "minimum": 5,
            "expected": 6,
            "desired": 7,
            "perceived": 6,
        },
        {"response_id": "r", "indicator_id": "j", "expected": 6, "perceived": 6},
    )
    (row,) = answer(QUESTION, SINCE, UNTIL)
    assert row["basis"] == "assumed"


def test_weights_and_scales_enter_the_means(given: Given, answer: Answer) -> None:
    given(
        "indicators",
        {"indicator_id": "i", "scale_low": 1, "scale_high": 5, "weight": 3},
        {"indicator_id": "j", "scale_low": 0, "scale_high": 100},
    )
    given("responses", {"response_id": "r", "client_id": "a"})
    given(
        "answers",
        {"response_id": "r", "indicator_id": "i", "expected": 3, "perceived": 4},
        {"response_id": "r", "indicator_id": "j", "expected": 50, "perceived": 30},
    )
    (row,) = answer(QUESTION, SINCE, UNTIL)
    assert row["perceived"] == pytest.approx((3 * 7.5 + 3) / 4)
    assert row["expectation_gap"] == pytest.approx((3 * 2.5 - 2) / 4)


@pytest.mark.parametrize(
    "levels",
    [
        {"minimum": 7, "expected": 6, "desired": 8},
        {"minimum": 5, "expected": 9, "desired": 8},
        {"minimum": 9, "desired": 8},
    ],
)
def test_an_answer_that_contradicts_itself_is_left_out_and_counted(
    tier_of: Any, levels: dict[str, float]
) -> None:
    row = tier_of(perceived=6, **levels)
    assert (row["tier"], row["answer_count"], row["inverted_count"]) == (None, 0, 1)
