"""What moves satisfaction: which outcome, which attributes, and when nothing is fitted."""

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import (
    attribute_cells,
    driver_scores,
    driver_sentences,
    driver_words,
    drivers,
)
from pages.shared.findings.driver_scores import DIMENSION, QUESTION
from pages.shared.findings.drivers import Cut, Fit
from tests.pages.shared.findings.driver_rows import HOW, given, questions, rows, scores

NEAR = {"reliability": 6.0, "assurance": 7.5, "tangibles": 7.5}


def fitted(table: pd.DataFrame, asked: pd.DataFrame | None = None, kind: str = DIMENSION) -> Fit:
    known = questions() if asked is None else asked
    return drivers.fit(given(table, known), known, kind, HOW)


def told(fit: Fit, cut: Cut, **perceived: float) -> str:
    shown = drivers.table(fit, scores(**(perceived or NEAR)))
    return driver_sentences.told(fit, shown, cut, driver_words.names(questions()))


def cut(fit: Fit, **perceived: float) -> Cut:
    own = given(rows(200), questions())[0]
    experience = scores(**(perceived or NEAR))
    return Cut(
        drivers.mean_importance(own, questions(), fit), drivers.mean_performance(experience, fit)
    )


def test_the_shares_sum_to_what_is_explained_and_the_mover_leads() -> None:
    fit = fitted(rows(200))
    assert fit.found is not None
    assert fit.outcome == "satisfaction"
    assert fit.found.shares.sum() == pytest.approx(fit.found.r_squared.value)
    assert fit.found.shares.idxmax() == "reliability"
    assert bool(fit.found.by_chance["tangibles"])


def test_satisfaction_is_explained_unless_the_recommendation_goes_with_more() -> None:
    table = rows(200)
    is_without = (table["indicator_id"] == "glad") | (table["indicator_id"] == "recommend")
    half = table[
        is_without | (table["response_number"] >= 150) | table["indicator_id"].ne("tangibles")
    ]
    seldom = half[~((half["indicator_id"] == "glad") & (half["response_number"] >= 150))]
    own = (
        driver_scores.responses(
            seldom[seldom["response_number"] < 150], questions(), "satisfaction"
        ),
        driver_scores.responses(table, questions(), "recommend"),
    )
    fit = drivers.fit(own, questions(), DIMENSION, HOW)
    assert (fit.outcome, len(fit.names)) == ("recommend", 3)


def test_only_complete_responses_count() -> None:
    table = rows(60)
    lacking = (table["response_number"] < 7) & (table["indicator_id"] == "assurance")
    assert fitted(table[~lacking]).n == 53


def test_an_attribute_is_the_weighted_mean_of_what_was_answered() -> None:
    more = {"indicator_id": "extra", "dimension": "reliability", "weight": 3.0}
    table = pd.DataFrame(
        {
            "response_number": [1, 1, 2],
            "indicator_id": ["reliability", "extra", "reliability"],
            "perceived": [4.0, 8.0, 5.0],
            "client_id": ["a", "a", "b"],
            "response_count": 2,
        }
    )
    own = driver_scores.responses(table, questions(more), "satisfaction")
    found = driver_scores.attributes(own, questions(more), DIMENSION)
    assert list(found["reliability"]) == [7.0, 5.0]


def test_ten_responses_per_attribute_are_needed() -> None:
    fit = fitted(rows(29, clients=29))
    assert fit.found is None
    assert told(fit, Cut(None, None)).startswith(
        "To tell what moves satisfaction takes 30 complete answers; there are 29 in this view."
    )
    assert fitted(rows(30, clients=30)).found is not None


def test_so_are_ten_clients() -> None:
    said = told(fitted(rows(60, clients=9)), Cut(None, None))
    assert said.startswith(
        "To tell what moves satisfaction takes answers of 10 clients; there are 9"
    )


def test_an_attribute_on_which_all_say_the_same_is_named() -> None:
    said = told(fitted(rows(60, assurance=7.0)), Cut(None, None))
    assert said == "All answers on assurance are the same, so its weight cannot be told."


def test_satisfaction_that_never_differs_gives_way_to_the_recommendation() -> None:
    assert fitted(rows(60, glad=7.0)).outcome == "recommend"


def test_a_question_that_never_differs_leaves_the_others_their_weight() -> None:
    fit = fitted(rows(60, assurance=7.0), kind=QUESTION)
    assert fit.names == ("reliability", "tangibles")
    assert fit.found is not None


def test_nobody_asked_for_an_outcome_is_said() -> None:
    table = rows(60)
    said = told(fitted(table[:0]), Cut(None, None))
    assert said.startswith("Nobody in view said how satisfied they are")


def test_no_two_attributes_answered_together_is_said() -> None:
    table = rows(60)
    alone = table[table["indicator_id"].isin(["glad", "reliability"])]
    assert told(fitted(alone), Cut(None, None)) == (
        "There are too few answers on two or more dimensions of service at once."
    )


def test_of_more_than_twelve_questions_those_answered_most_are_compared() -> None:
    more = [{"indicator_id": f"q{n:02}"} for n in range(12)]
    table = rows(200)
    others = [
        table[table["indicator_id"] == "tangibles"].assign(indicator_id=own["indicator_id"])
        for own in more
    ]
    fewer = others[0][others[0]["response_number"] < 190]
    fit = fitted(pd.concat([table, fewer, *others[1:]]), questions(*more), QUESTION)
    assert len(fit.names) == 12
    assert "q00" not in fit.names


def test_the_cut_lines_are_means_of_the_attributes_over_all_clients() -> None:
    fit = fitted(rows(200))
    assert fit.found is not None
    found = cut(fit)
    assert found.performance == pytest.approx(7.0)
    assert found.importance == pytest.approx(fit.found.r_squared.value / 3)
    assert drivers.own_mean(fit) == pytest.approx(found.importance)


def test_without_a_fit_of_all_clients_there_is_no_line_of_importance() -> None:
    fit = fitted(rows(200))
    few = given(rows(20), questions())[0]
    assert drivers.mean_importance(few, questions(), fit) is None


def test_what_is_important_and_clearly_weak_is_to_be_improved_first() -> None:
    fit = fitted(rows(200))
    said = told(fit, cut(fit))
    assert "Weighs clearly more than the average: reliability. Could be chance: tangibles." in said
    assert said.endswith("so to be improved first: reliability (6.0 of ten, 5.7–6.3).")


def test_what_is_weak_and_may_be_important_is_told_apart() -> None:
    fit = fitted(rows(200))
    shown = drivers.table(fit, scores(**NEAR)).set_index("attribute", drop=False)
    high = float(shown["importance_high"].loc["reliability"])
    least = float(shown["importance"].loc["reliability"])
    assert driver_sentences.first(fit, shown, Cut((least + high) / 2, 7.0), {}) == (
        "Clearly below average, and perhaps as important as the others:"
        " reliability (6.0 of ten, 5.7–6.3)."
    )
    said = driver_sentences.first(fit, shown, Cut(high + 0.01, 7.0), {})
    assert said == "Nothing important is clearly below average."


def test_what_is_weak_by_chance_alone_is_not_named() -> None:
    fit, perceived = fitted(rows(200)), {"reliability": 7.4, "assurance": 7.4, "tangibles": 5.0}
    assert told(fit, cut(fit, **perceived), **perceived).endswith(
        "Nothing important is clearly below average."
    )


def test_what_is_weak_only_within_noise_is_not_named() -> None:
    fit, perceived = fitted(rows(200)), {"reliability": 6.8, "assurance": 7.1, "tangibles": 7.0}
    assert "to be improved first" not in told(fit, cut(fit, **perceived), **perceived)


def test_a_difference_that_one_decimal_cannot_show_is_not_named() -> None:
    fit, perceived = fitted(rows(200)), {"reliability": 6.97, "assurance": 7.0, "tangibles": 7.03}
    exact = scores(**perceived).assign(perceived_spread=0.0)
    shown = drivers.table(fit, exact)
    said = driver_sentences.first(fit, shown, cut(fit, **perceived), {})
    assert said == "Nothing important is clearly below average."


def test_the_headline_says_how_much_is_explained_of_how_many() -> None:
    fit = fitted(rows(200))
    shown = drivers.table(fit, scores(**NEAR))
    said = driver_sentences.headline(fit, shown, cut(fit), {})
    assert "of the differences in how satisfied clients are: 200 complete answers of 40" in said


def test_a_sample_is_said_to_be_one() -> None:
    fit = fitted(rows(60))._replace(response_count=20_000)
    assert driver_sentences.sampled(fit, 5_000) == (
        "Worked out from 5,000 of 20,000 responses, picked at random."
    )
    assert driver_sentences.sampled(fit, 20_000) is None


def test_what_is_hidden_keeps_its_reason_and_has_no_interval() -> None:
    fit = fitted(rows(200))
    few = scores(**NEAR).assign(answer_count=[4, 100, 100])
    shown = drivers.table(fit, attribute_cells.protected(few, questions(), HOW.minimum_n))
    reliability = shown.iloc[0]
    assert (reliability["attribute"], reliability["hidden"]) == (
        "reliability",
        "too few answers (4)",
    )
    assert shown[shown["perceived"].isna()]["perceived_high"].isna().all()
    assert "to be improved first" not in str(driver_sentences.first(fit, shown, Cut(0.1, 9.9), {}))


@pytest.mark.parametrize("language", list(text.LANGUAGES))
def test_every_language_keeps_the_numbers(language: str) -> None:
    text.use(language)
    fit = fitted(rows(200))
    assert "6.0" in told(fit, cut(fit))
    assert "29" in told(fitted(rows(29, clients=29)), Cut(None, None))


def test_questions_speak_chinese_where_their_wording_does() -> None:
    asked = questions({"indicator_id": "both", "wording": "On time?", "wording_zh": "准时吗？"})
    assert driver_words.names(asked)["both"] == "On time?"
    text.use("zh-Hans")
    assert driver_words.names(asked)["both"] == "准时吗？"
    assert driver_words.names(asked)["assurance"] == "assurance"
