"""satisfaction/gaps_by_segment, satisfaction/competitors and clients/list by hand."""

from statistics import stdev

import pytest

from tests.conftest import Answer, Given

PERIOD = ("2026-10-01", "2026-11-10")


@pytest.fixture(autouse=True)
def answers(given: Given) -> None:
    given("clients", {"client_id": "v", "segment": "vip", "client_name": "Vast"})
    given("clients", {"client_id": "r", "region": "North", "manager": "Li"})
    given("clients", {"client_id": "gone", "left_on": "2026-10-15"})
    given("indicators", {"indicator_id": "i", "dimension": "empathy", "scale_high": 5})
    for client, expected, perceived in (("v", 4, 3), ("r", 3, 4), ("gone", 2, 5)):
        given(
            "responses", {"response_id": client, "client_id": client, "answered_at": "2026-10-02"}
        )
        levels = {"expected": expected, "perceived": perceived}
        given("answers", {"response_id": client, "indicator_id": "i", **levels})


def test_segments_stand_side_by_side(answer: Answer) -> None:
    vip, regular = answer("satisfaction/gaps_by_segment", *PERIOD)
    assert (vip["segment"], vip["expectation_gap"], vip["client_count"]) == ("vip", -2, 1)
    assert (regular["expectation_gap"], regular["client_count"]) == (pytest.approx(4), 2)
    assert (vip["active_count"], regular["active_count"]) == (1, 1)
    assert (vip["assumed_share"], vip["expectation_gap_spread"]) == (1, None)


def test_competitors_are_compared_on_their_latest_scores(given: Given, answer: Answer) -> None:
    score = {"competitor": "Rival", "indicator_id": "i", "respondent_count": 12}
    given(
        "competitor_scores",
        {**score, "scored_on": "2026-05-01", "perceived": 1},
        {**score, "scored_on": "2026-11-10", "perceived": 4},
        {**score, "scored_on": "2026-11-11", "perceived": 5},
    )
    (row,) = answer("satisfaction/competitors", *PERIOD)
    assert (row["competitor"], row["competitor_perceived"]) == ("Rival", pytest.approx(8))
    assert row["perceived"] == pytest.approx((3 + 4 + 5) / 3 * 2)
    assert (row["respondent_count"], row["answer_count"]) == (12, 3)


def test_clients_are_listed_by_name_and_only_those_in_view(answer: Answer) -> None:
    rows = answer("clients/list", client_ids=["v", "r"])
    assert [row["client_name"] for row in rows] == ["Vast", "r"]
    assert (rows[1]["region"], rows[1]["manager"]) == ("North", "Li")


def test_contents_count_the_warehouse(answer: Answer) -> None:
    (row,) = answer("admin/contents")
    counts = (row["client_count"], row["response_count"], row["answer_count"])
    assert counts == (3, 3, 3)
    assert str(row["newest_on"]) == "2026-10-02"


def test_competitors_scores_are_weighted_like_ours(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "j", "dimension": "empathy", "weight": 3})
    score = {"competitor": "Rival", "scored_on": "2026-05-01"}
    given(
        "competitor_scores",
        {**score, "indicator_id": "i", "perceived": 4, "respondent_count": 12},
        {**score, "indicator_id": "j", "perceived": 4, "respondent_count": 7},
    )
    (row,) = answer("satisfaction/competitors", *PERIOD)
    assert row["competitor_perceived"] == pytest.approx((8 + 3 * 4) / 4)
    assert row["respondent_count"] == 7


def test_the_spread_is_that_of_the_clients_means(given: Given, answer: Answer) -> None:
    given("responses", {"response_id": "again", "client_id": "r", "answered_at": "2026-10-03"})
    levels = {"expected": 5, "perceived": 4}
    given("answers", {"response_id": "again", "indicator_id": "i", **levels})
    # Gaps of ten: v −2; r +2 and −2, so 0; gone +6.
    (month,) = answer("satisfaction/gaps_by_month", *PERIOD)
    _, regular = answer("satisfaction/gaps_by_segment", *PERIOD)
    assert month["expectation_gap_spread"] == pytest.approx(stdev([-2, 0, 6]))
    assert regular["expectation_gap_spread"] == pytest.approx(stdev([0, 6]))
    assert regular["expectation_gap"] == pytest.approx((2 - 2 + 6) / 3)
