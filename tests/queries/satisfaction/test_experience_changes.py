"""What each client's questionnaires say in two periods, as a change is tested with."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given

QUESTION = "satisfaction/experience_changes"
PERIODS: dict[str, Any] = {
    "since": "2026-10-01",
    "until": "2026-11-10",
    "previous_since": date(2026, 8, 1),
    "previous_until": date(2026, 9, 30),
}


def answered(given: Given, client: str, on: str, *perceived: float | None) -> None:
    """A questionnaire with one answer per question that was asked."""
    response = f"{client} {on}"
    given("responses", {"response_id": response, "client_id": client, "answered_at": on})
    for number, score in enumerate(perceived):
        answer = {"response_id": response, "indicator_id": f"i{number}", "perceived": score}
        given("answers", {**answer, "expected": 5})


@pytest.fixture(autouse=True)
def indicators(given: Given) -> None:
    given(
        "indicators",
        {"indicator_id": "i0", "scale_low": 0, "scale_high": 10, "weight": 1},
        {"indicator_id": "i1", "scale_low": 1, "scale_high": 5, "weight": 3},
    )


def test_a_questionnaire_is_the_weighted_mean_of_its_answers(given: Given, answer: Answer) -> None:
    answered(given, "a", "2026-10-01", 4, 4)  # 4 and 7.5, the latter three times: 6.625
    answered(given, "a", "2026-11-10", 8)
    answered(given, "a", "2026-09-30", 5)
    answered(given, "a", "2026-08-01", 6, None)
    (row,) = answer(QUESTION, **PERIODS)
    assert row["perceived"] == pytest.approx((6.625 + 8) / 2)
    assert row["previous_perceived"] == pytest.approx(5.5)
    assert row["perceived_change"] == pytest.approx((6.625 + 8) / 2 - 5.5)
    assert (row["response_count"], row["answer_count"]) == (2, 3)
    assert (row["previous_response_count"], row["previous_answer_count"]) == (2, 2)
    assert row["response_spread"] == pytest.approx(1.375 / 2**0.5)
    assert row["previous_response_spread"] == pytest.approx(1 / 2**0.5)


def test_only_clients_that_answered_in_both_periods_are_rows(given: Given, answer: Answer) -> None:
    answered(given, "now", "2026-10-05", 4)
    answered(given, "before", "2026-09-05", 4)
    answered(given, "both", "2026-10-05", 4)
    answered(given, "both", "2026-09-05", 6)
    answered(given, "early", "2026-10-05", 4)
    answered(given, "early", "2026-07-31", 4)
    answered(given, "late", "2026-11-11", 4)
    answered(given, "late", "2026-09-05", 4)
    (row,) = answer(QUESTION, **PERIODS)
    assert (row["client_id"], row["perceived_change"]) == ("both", -2)
    assert row["response_spread"] is None


def test_contradicting_and_unknown_answers_do_not_count(given: Given, answer: Answer) -> None:
    for on, score in (("2026-10-05", 4), ("2026-09-05", 6)):
        answered(given, "a", on, score)
    given("answers", {"response_id": "a 2026-10-05", "indicator_id": "i1", "minimum": 4,
                      "expected": 2, "perceived": 5})  # fmt: skip
    answered(given, "a", "2026-10-06", None)
    (row,) = answer(QUESTION, **PERIODS)
    assert (row["perceived"], row["response_count"], row["answer_count"]) == (4, 1, 1)


def test_what_came_after_the_last_import_is_not_known(given: Given, answer: Answer) -> None:
    given("imports", {"imported_at": "2026-10-20 12:00:00"})
    answered(given, "a", "2026-10-05", 4)
    answered(given, "a", "2026-11-05", 9)
    answered(given, "a", "2026-09-05", 6)
    (row,) = answer(QUESTION, **PERIODS)
    assert (row["perceived"], row["response_count"]) == (4, 1)


def test_only_clients_in_view_are_rows(given: Given, answer: Answer) -> None:
    for client in ("a", "b"):
        answered(given, client, "2026-10-05", 4)
        answered(given, client, "2026-09-05", 4)
    rows = answer(QUESTION, client_ids=("b",), **PERIODS)
    assert [row["client_id"] for row in rows] == ["b"]
