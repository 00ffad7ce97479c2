from tests.conftest import Answer, Given


def test_a_response_that_states_no_satisfaction_is_not_asked_for_it(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "glad", "latent": "satisfaction"}, {"indicator_id": "i"})
    given("responses", {"response_id": "r", "client_id": "a", "recommend": 9})
    given("answers", {"response_id": "r", "indicator_id": "i", "perceived": 5})
    period = ("2026-10-01", "2026-11-10")
    assert answer("satisfaction/survey_scores", *period) == []
    assert len(answer("satisfaction/survey_scores", *period, outcome="recommend")) == 2


def test_the_sample_is_drawn_by_lot_not_by_what_was_said(given: Given, answer: Answer) -> None:
    for number in range(11):
        own = {"client_id": "a", "recommend": number}
        given("responses", {"response_id": f"r{number}", **own})
    asked = {"outcome": "recommend", "most_responses": 6}
    rows = answer("satisfaction/survey_scores", "2026-10-01", "2026-11-10", **asked)
    said = sorted(row["perceived"] for row in rows)
    assert len(said) == 6
    assert said not in (list(range(6)), list(range(5, 11)))


def test_a_client_that_answers_twice_counts_with_its_mean(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "i"})
    for name, score in (("r1", 4), ("r2", 7)):
        given("responses", {"response_id": name, "client_id": "a"})
        given("answers", {"response_id": name, "indicator_id": "i", "perceived": score})
    (row,) = answer("satisfaction/scores_by_attribute", "2026-10-01", "2026-11-10")
    assert (row["perceived"], row["answer_count"], row["client_count"]) == (5.5, 2, 1)
