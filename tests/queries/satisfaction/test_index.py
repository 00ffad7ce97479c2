"""satisfaction/index_by_month, index_answers, index_questions and competitor_index by hand."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given

PERIOD = ("2026-10-01", "2026-11-10")
RIVAL = {"competitor": "Rival", "respondent_count": 12}


@pytest.fixture(autouse=True)
def questions(given: Given) -> None:
    """Two that state satisfaction, on 1 to 5 and 0 to 10, the second three times as heavy."""
    state = {"latent": "satisfaction"}
    given("indicators", {"indicator_id": "one", "scale_low": 1, "scale_high": 5, **state})
    given("indicators", {"indicator_id": "two", "weight": 3, **state})
    given("indicators", {"indicator_id": "other", "latent": "quality"})
    given("indicators", {"indicator_id": "none"})


@pytest.fixture
def answered(given: Given) -> Any:
    """`answered("a", "2026-10-05", one=4, two=7)`: one response with these experiences."""
    count = iter(range(100))

    def add(client: str, day: str, **perceived: float) -> None:
        key = f"{client}{next(count)}"
        given(
            "responses", {"response_id": key, "client_id": client, "answered_at": f"{day} 12:00:00"}
        )
        for name, value in perceived.items():
            given("answers", {"response_id": key, "indicator_id": name, "perceived": value})

    return add


def test_the_index_weighs_the_mean_answer_to_each_question(answered: Any, answer: Answer) -> None:
    answered("a", "2026-10-05", one=5, two=4, other=0)
    answered("a", "2026-10-06", one=3)
    answered("b", "2026-10-07", two=8, none=0)
    (row,) = answer("satisfaction/index_by_month", *PERIOD)
    # one: mean 4 of 1 to 5 = 75; two: mean 6 = 60; (75 + 3 × 60) / 4.
    assert row == {
        "month": date(2026, 10, 1),
        "satisfaction_index": pytest.approx(63.75),
        "question_count": 2,
        "response_count": 3,
        "client_count": 2,
    }


def test_a_month_weighs_only_the_questions_it_asked(answered: Any, answer: Answer) -> None:
    answered("a", "2026-10-05", one=5)
    answered("a", "2026-11-05", two=4)
    october, november = answer("satisfaction/index_by_month", *PERIOD)
    assert (october["satisfaction_index"], november["satisfaction_index"]) == (100, 40)
    assert (october["question_count"], november["question_count"]) == (1, 1)


def test_days_outside_the_period_and_contradicting_answers_do_not_count(
    given: Given, answered: Any, answer: Answer
) -> None:
    for day in ("2026-09-30", "2026-11-11", "2026-11-16"):
        answered("a", day, one=1)
    given("responses", {"response_id": "r", "client_id": "a"})
    levels = {"minimum": 5, "expected": 2, "perceived": 3}
    given("answers", {"response_id": "r", "indicator_id": "one", **levels})
    for name in ("index_by_month", "index_answers"):
        assert answer(f"satisfaction/{name}", *PERIOD) == []
    assert len(answer("satisfaction/index_answers", "2026-09-01", "2026-12-31")) == 2


def test_the_days_at_both_ends_count(answered: Any, answer: Answer) -> None:
    answered("a", "2026-10-01", one=1)
    answered("a", "2026-11-10", one=5)
    rows = answer("satisfaction/index_answers", *PERIOD)
    assert [row["score100"] for row in rows] == [0, 100]
    months = answer("satisfaction/index_by_month", *PERIOD)
    assert [row["satisfaction_index"] for row in months] == [0, 100]


def test_answers_are_summed_for_each_client_month_and_question(
    answered: Any, answer: Answer
) -> None:
    answered("b", "2026-10-05", one=5, two=4)
    answered("b", "2026-10-06", one=2)
    answered("a", "2026-10-06", two=7)
    first, *others = answer("satisfaction/index_answers", *PERIOD)
    assert first == {
        "month": date(2026, 10, 1),
        "client_group": 0,
        "indicator_id": "two",
        "score100": pytest.approx(70),
        "answer_count": 1,
        "response_count": 1,
    }
    told = [(row["client_group"], row["indicator_id"], row["score100"]) for row in others]
    assert told == [(1, "one", pytest.approx(62.5)), (1, "two", pytest.approx(40))]
    assert [row["answer_count"] for row in others] == [2, 1]
    assert [row["response_count"] for row in others] == [2, 0]


def test_many_clients_are_summed_in_groups(answered: Any, answer: Answer) -> None:
    for client, score in (("a", 1), ("b", 2), ("c", 5)):
        answered(client, "2026-10-05", one=score)
    rows = answer("satisfaction/index_answers", *PERIOD, client_groups=2)
    assert [row["client_group"] for row in rows] == [0, 1]
    assert [row["score100"] for row in rows] == [50, 25]
    assert [row["answer_count"] for row in rows] == [2, 1]


def test_responses_and_clients_are_counted_once(answered: Any, answer: Answer) -> None:
    answered("a", "2026-10-05", one=5, two=6)
    answered("a", "2026-11-05", two=6)
    answered("b", "2026-10-05", other=5)
    answered("b", "2026-11-11", one=5)
    (row,) = answer("satisfaction/index_counts", *PERIOD)
    assert row == {"response_count": 2, "client_count": 1}


def test_only_clients_in_view_count(answered: Any, answer: Answer) -> None:
    answered("a", "2026-10-05", one=5)
    answered("b", "2026-10-05", one=1)
    (row,) = answer("satisfaction/index_by_month", *PERIOD, client_ids=["a"])
    assert (row["satisfaction_index"], row["client_count"]) == (100, 1)
    (row,) = answer("satisfaction/index_answers", *PERIOD, client_ids=["b"])
    assert (row["score100"], row["client_group"]) == (0, 1)
    (row,) = answer("satisfaction/index_counts", *PERIOD, client_ids=["b"])
    assert row == {"response_count": 1, "client_count": 1}


def test_questions_of_constructs_are_listed_answered_or_not(answer: Answer) -> None:
    rows = answer("satisfaction/index_questions")
    assert [row["indicator_id"] for row in rows] == ["other", "one", "two"]
    assert (rows[1]["scale_low"], rows[1]["scale_high"], rows[2]["weight"]) == (1, 5, 3)


def test_a_competitor_is_compared_at_its_latest_scores_on_the_same_questions(
    given: Given, answered: Any, answer: Answer
) -> None:
    answered("a", "2026-10-05", one=3, two=6, other=0)
    answered("a", "2026-10-06", one=5)
    given(
        "competitor_scores",
        {**RIVAL, "indicator_id": "one", "scored_on": "2026-05-01", "perceived": 1},
        {**RIVAL, "indicator_id": "one", "scored_on": "2026-11-10", "perceived": 2},
        {**RIVAL, "indicator_id": "one", "scored_on": "2026-11-11", "perceived": 5},
        {**RIVAL, "indicator_id": "other", "scored_on": "2026-05-01", "perceived": 10},
    )
    (row,) = answer("satisfaction/competitor_index", *PERIOD)
    assert row == {
        "competitor": "Rival",
        "competitor_index": pytest.approx(25),
        "satisfaction_index": pytest.approx(75),
        "indicator_ids": ["one"],
        "respondent_count": 12,
        "answer_count": 2,
        "scored_on": date(2026, 11, 10),
    }


def test_questions_of_a_competitor_are_weighted_and_the_fewest_respondents_told(
    given: Given, answered: Any, answer: Answer
) -> None:
    answered("a", "2026-10-05", one=3, two=6)
    answered("b", "2026-10-05", two=6)
    score = {**RIVAL, "scored_on": "2026-05-01"}
    given("competitor_scores", {**score, "indicator_id": "one", "perceived": 5})
    given(
        "competitor_scores",
        {
            **score,
            "indicator_id": "two",
            "perceived": 2,
            "respondent_count": 7,
            "scored_on": "2026-06-01",
        },
    )
    (row,) = answer("satisfaction/competitor_index", *PERIOD)
    assert row["competitor_index"] == pytest.approx((100 + 3 * 20) / 4)
    assert row["satisfaction_index"] == pytest.approx((50 + 3 * 60) / 4)
    assert (row["respondent_count"], row["answer_count"]) == (7, 1)
    assert row["scored_on"] == date(2026, 6, 1)


def test_respondents_are_unknown_where_a_question_s_are(
    given: Given, answered: Any, answer: Answer
) -> None:
    answered("a", "2026-10-05", one=3, two=6)
    for name, count in (("one", None), ("two", 9)):
        score = {**RIVAL, "indicator_id": name, "perceived": 5, "respondent_count": count}
        given("competitor_scores", {**score, "scored_on": "2026-05-01"})
    (row,) = answer("satisfaction/competitor_index", *PERIOD)
    assert row["respondent_count"] is None
    assert row["indicator_ids"] == ["one", "two"]


def test_a_competitor_without_a_common_question_is_not_compared(
    given: Given, answered: Any, answer: Answer
) -> None:
    answered("a", "2026-10-05", two=6)
    given(
        "competitor_scores",
        {**RIVAL, "indicator_id": "one", "scored_on": "2026-05-01", "perceived": 5},
    )
    assert answer("satisfaction/competitor_index", *PERIOD) == []


def test_each_competitor_stands_at_its_own_latest_scores(
    given: Given, answered: Any, answer: Answer
) -> None:
    answered("a", "2026-10-05", two=6)
    for name, day, perceived in (("Rival", "2026-05-01", 3), ("Other", "2026-06-01", 4)):
        score = {"competitor": name, "indicator_id": "two", "scored_on": day}
        given("competitor_scores", {**score, "perceived": perceived})
    other, rival = answer("satisfaction/competitor_index", *PERIOD)
    assert (other["competitor"], other["competitor_index"]) == ("Other", 40)
    assert (rival["competitor"], rival["competitor_index"]) == ("Rival", 30)
