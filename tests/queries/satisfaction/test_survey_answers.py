"""Single answers, attributes and the four tests of a question, worked by hand."""

from typing import Any

import pytest

from tests.conftest import Answer, Given

PERIOD = ("2026-10-01", "2026-11-10")
SCORES, ATTRIBUTES = "satisfaction/survey_scores", "satisfaction/scores_by_attribute"
INDICATORS, TESTS = "satisfaction/indicators", "satisfaction/indicator_tests"


@pytest.fixture
def survey(given: Given) -> None:
    """Two questions on service and one on satisfaction, of two clients."""
    given(
        "indicators",
        {"indicator_id": "prompt", "dimension": "responsiveness", "factor": "timeliness"},
        {"indicator_id": "kind", "dimension": "empathy", "weight": 3, "is_controllable": True},
        {"indicator_id": "glad", "latent": "satisfaction", "scale_low": 1, "scale_high": 5},
    )
    given(
        "responses",
        {"response_id": "r1", "client_id": "a", "recommend": 9},
        {"response_id": "r2", "client_id": "b"},
    )
    answer_of(given, "r1", prompt=8, kind=6, glad=5)
    answer_of(given, "r2", prompt=4, glad=2)


def answer_of(given: Given, response_id: str, **perceived: float) -> None:
    for name, score in perceived.items():
        given("answers", {"response_id": response_id, "indicator_id": name, "perceived": score})


def said(rows: list[dict[str, Any]]) -> set[tuple[str, str, float]]:
    return {(row["client_id"], row["indicator_id"], row["perceived"]) for row in rows}


def only(rows: list[dict[str, Any]], **key: str) -> dict[str, Any]:
    (row,) = [row for row in rows if key.items() <= row.items()]
    return row


@pytest.mark.usefixtures("survey")
def test_responses_that_state_satisfaction_bring_all_their_answers(answer: Answer) -> None:
    rows = answer(SCORES, *PERIOD)
    assert said(rows) == {
        ("a", "prompt", 8),
        ("a", "kind", 6),
        ("a", "glad", 5),
        ("a", "recommend", 9),
        ("b", "prompt", 4),
        ("b", "glad", 2),
    }
    assert {row["response_count"] for row in rows} == {2}


@pytest.mark.usefixtures("survey")
def test_of_the_recommendation_only_those_who_gave_one(answer: Answer) -> None:
    rows = answer(SCORES, *PERIOD, outcome="recommend")
    assert {client for client, *_rest in said(rows)} == {"a"}


def test_an_answer_of_another_day_or_that_contradicts_itself_is_left_out(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "glad", "latent": "satisfaction"})
    days = {
        "early": "2026-09-30",
        "first": "2026-10-01",
        "last": "2026-11-10",
        "late": "2026-11-11",
    }
    for name, day in days.items():
        given("responses", {"response_id": name, "client_id": name, "answered_at": f"{day} 12:00"})
        answer_of(given, name, glad=5)
    given("responses", {"response_id": "odd", "client_id": "odd"})
    given(
        "answers",
        {"response_id": "odd", "indicator_id": "glad", "perceived": 5, "minimum": 7, "expected": 6},
    )
    assert {row["client_id"] for row in answer(SCORES, *PERIOD)} == {"first", "last"}


@pytest.mark.parametrize(
    ("levels", "count"),
    [
        ({"expected": 7, "desired": 6}, 0),
        ({"minimum": 7, "desired": 6}, 0),
        ({"minimum": 7, "expected": 6}, 0),
        ({"minimum": 6, "expected": 6, "desired": 6}, 1),
    ],
)
def test_levels_may_be_equal_but_not_the_wrong_way_round(
    given: Given, answer: Answer, levels: dict[str, float], count: int
) -> None:
    given("indicators", {"indicator_id": "glad", "latent": "satisfaction"})
    given("responses", {"response_id": "r", "client_id": "a"})
    given("answers", {"response_id": "r", "indicator_id": "glad", "perceived": 5, **levels})
    assert len(answer(SCORES, *PERIOD)) == count
    assert answer(INDICATORS, *PERIOD)[0]["answer_count"] == count


def test_what_was_answered_at_the_import_is_not_known(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "glad", "latent": "satisfaction"})
    for name, time in (("before", "19:59:59"), ("at", "20:00:00")):
        moment = f"2026-11-15 {time}"
        given("responses", {"response_id": name, "client_id": name, "answered_at": moment})
        answer_of(given, name, glad=5)
    later = ("2026-11-01", "2026-11-20")
    assert {row["client_id"] for row in answer(SCORES, *later)} == {"before"}
    assert answer(INDICATORS, *later)[0]["answer_count"] == 1


def test_overall_satisfaction_and_loyalty_are_no_attributes(given: Given, answer: Answer) -> None:
    given("responses", {"response_id": "r", "client_id": "a"})
    for latent in ("satisfaction", "loyalty", "image"):
        given("indicators", {"indicator_id": latent, "latent": latent, "dimension": "empathy"})
        answer_of(given, "r", **{latent: 5})
    rows = answer(ATTRIBUTES, *PERIOD)
    assert {row["attribute"] for row in rows} == {"empathy", "image"}
    assert {row["answer_count"] for row in rows} == {1}


def test_of_many_responses_the_same_sample_is_drawn_each_time(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "glad", "latent": "satisfaction"})
    for number in range(9):
        given("responses", {"response_id": f"r{number}", "client_id": f"c{number}"})
        answer_of(given, f"r{number}", glad=number)
    drawn = answer(SCORES, *PERIOD, most_responses=4)
    assert len(drawn) == 4
    assert {row["response_count"] for row in drawn} == {9}
    assert answer(SCORES, *PERIOD, most_responses=4) == drawn
    fewer = answer(SCORES, *PERIOD, most_responses=3)
    assert said(fewer) < said(drawn)


@pytest.mark.usefixtures("survey")
def test_only_clients_in_view_are_asked(answer: Answer) -> None:
    assert {row["client_id"] for row in answer(SCORES, *PERIOD, client_ids=["b"])} == {"b"}
    assert (
        only(answer(INDICATORS, *PERIOD, client_ids=["b"]), indicator_id="kind")["answer_count"]
        == 0
    )


@pytest.mark.usefixtures("survey")
def test_a_question_nobody_answered_stands_without_a_mean(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "new"})
    row = only(answer(INDICATORS, *PERIOD), indicator_id="new")
    assert (row["answer_count"], row["perceived"], row["importance"]) == (0, None, None)
    assert only(answer(INDICATORS, *PERIOD), indicator_id="prompt")["perceived"] == 6


@pytest.mark.usefixtures("survey")
def test_attributes_are_dimensions_factors_control_and_questions(answer: Answer) -> None:
    found = {(row["grouped_by"], row["attribute"]) for row in answer(ATTRIBUTES, *PERIOD)}
    assert found == {
        ("dimension", "responsiveness"),
        ("dimension", "empathy"),
        ("factor", "timeliness"),
        ("control", "controllable"),
        ("question", "prompt"),
        ("question", "kind"),
    }


def test_an_attribute_is_the_weighted_mean_of_its_answers_spread_over_clients(
    given: Given, answer: Answer
) -> None:
    own = {"dimension": "empathy", "latent": "quality"}
    given(
        "indicators", {"indicator_id": "kind", "weight": 3, **own}, {"indicator_id": "near", **own}
    )
    for client, kind, near in (("a", 6, 10), ("b", 3, 3)):
        given("responses", {"response_id": client, "client_id": client})
        answer_of(given, client, kind=kind, near=near)
    row = only(answer(ATTRIBUTES, *PERIOD), attribute="empathy")
    assert row["perceived"] == pytest.approx((7 + 3) / 2)  # (3 × 6 + 10) / 4, and 3
    assert row["perceived_spread"] == pytest.approx(8**0.5)
    assert (row["answer_count"], row["client_count"], row["active_count"]) == (4, 2, 2)


@pytest.mark.usefixtures("survey")
def test_scores_are_of_ten_whatever_the_scale(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "five", "scale_low": 1, "scale_high": 5})
    answer_of(given, "r1", five=2)
    assert only(answer(ATTRIBUTES, *PERIOD), attribute="five")["perceived"] == 2.5


def test_stated_importance_is_a_score_of_ten_and_may_be_missing(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "kind", "scale_low": 1, "scale_high": 5})
    for name, importance in (("r1", 5), ("r2", 4), ("r3", None)):
        given("responses", {"response_id": name, "client_id": "a"})
        own = {"indicator_id": "kind", "perceived": 3, "importance": importance}
        given("answers", {"response_id": name, **own})
    (row,) = answer(TESTS, *PERIOD)
    assert (row["importance"], row["importance_count"]) == (8.75, 2)
    assert (row["answer_count"], row["is_constant"]) == (3, True)


def test_competitors_scored_after_the_period_or_the_import_are_not_known(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "kind"})
    for competitor, day in (
        ("Rival", "2026-11-10"),
        ("Rival", "2026-11-09"),
        ("New", "2026-11-11"),
    ):
        own = {"competitor": competitor, "scored_on": day, "indicator_id": "kind"}
        given("competitor_scores", {**own, "perceived": 5})
    (row,) = answer(TESTS, *PERIOD)
    assert (row["competitor_count"], str(row["scored_on"])) == (1, "2026-11-10")
    given(
        "competitor_scores",
        {"competitor": "Z", "scored_on": "2026-11-16", "indicator_id": "kind", "perceived": 5},
    )
    (row,) = answer(TESTS, "2026-10-01", "2026-11-20")
    assert row["competitor_count"] == 2


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("2026-09-15", "2026-11-10", 6),
        ("2026-09-16", "2026-11-09", 4),
        ("2026-10-01", "2026-10-31", 3),
        ("2026-10-02", "2026-10-30", 1),
        ("2026-10-31", "2026-11-10", 3),
    ],
)
def test_parts_of_months_at_both_ends_count_each_answer_once(
    given: Given, answer: Answer, since: str, until: str, count: int
) -> None:
    given("indicators", {"indicator_id": "kind"})
    for day in ("09-15", "10-01", "10-15", "10-31", "11-10"):
        name = f"2026-{day}"
        given("responses", {"response_id": name, "client_id": "a", "answered_at": f"{name} 12:00"})
        answer_of(given, name, kind=5)
    given("responses", {"response_id": "r", "client_id": "b", "answered_at": "2026-11-01 12:00"})
    answer_of(given, "r", kind=9)
    assert answer(INDICATORS, since, until)[0]["answer_count"] == count
    (row,) = [row for row in answer(TESTS, since, until) if row["answer_count"]]
    assert row["is_constant"] == (until < "2026-11-01")
