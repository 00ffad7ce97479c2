"""The path model of a page: which answers it takes, what it says in points, why there is none."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from pages.shared import text
from pages.shared.filters import View
from pages.shared.findings import index_effects, index_fit, index_model, index_tables
from pages.shared.text import dates
from tests.pages.shared.findings.index_responses import (
    HOW,
    QUESTIONS,
    fitted,
    model_of,
    scores,
    wide,
)

VIEW = View(date(2025, 11, 1), date(2026, 11, 15), date(2024, 11, 1), date(2025, 10, 31))


def test_rows_are_the_responses_complete_on_what_half_answered() -> None:
    answers = wide()
    answers.loc[:69, "i1"] = np.nan  # 50 of 120
    answers.loc[:9, "l1"] = np.nan
    fit = fitted(answers)
    assert fit.model is not None
    assert set(fit.questions.index) == {"q1", "q2", "s1", "s2", "l1"}
    assert (fit.model.row_count, fit.response_count, fit.picked_count) == (110, 120, 120)


def test_a_question_answered_by_exactly_half_is_in() -> None:
    answers = wide()
    answers.loc[:59, "i1"] = np.nan
    assert "i1" in fitted(answers).questions.index


def test_constructs_without_questions_fall_out_with_their_arrows() -> None:
    _questions, model = model_of(wide())
    expected = {
        ("image", "satisfaction"),
        ("quality", "satisfaction"),
        ("image", "loyalty"),
        ("satisfaction", "loyalty"),
    }
    assert set(model.paths.index) == expected


def test_one_point_more_is_what_a_regression_of_the_indices_gives() -> None:
    answers = wide()
    questions, model = model_of(answers)
    told = index_effects.effects(questions, model).set_index(["from_construct", "to_construct"])
    indices = pd.DataFrame(
        {
            name: sum(
                weight
                * 100
                * (answers[column] - questions.scale_low[column])
                / (questions.scale_high - questions.scale_low)[column]
                for column, weight in zip(
                    model.index_weights(name).index, model.index_weights(name), strict=True
                )
            )
            for name in ("image", "quality", "satisfaction", "loyalty")
        }
    )
    before = np.column_stack([np.ones(len(indices)), indices[["image", "quality"]]])
    slopes = np.linalg.lstsq(before, indices["satisfaction"], rcond=None)[0]
    points = told.effect_points
    assert points["quality", "satisfaction"] == pytest.approx(slopes[2], rel=1e-6)
    assert points["image", "satisfaction"] == pytest.approx(slopes[1], rel=1e-6)
    after = np.column_stack([np.ones(len(indices)), indices[["image", "satisfaction"]]])
    loyalty = np.linalg.lstsq(after, indices["loyalty"], rcond=None)[0]
    through = slopes[2] * loyalty[2]
    assert points["quality", "loyalty"] == pytest.approx(through, rel=1e-6)


def test_effects_through_others_have_no_coefficient_and_nothing_leads_back() -> None:
    told = index_effects.effects(*model_of(wide()))
    pairs = told.set_index(["from_construct", "to_construct"])
    assert np.isnan(pairs.coefficient["quality", "loyalty"])
    assert pairs.total_effect["quality", "loyalty"] > 0.5
    assert ("satisfaction", "quality") not in pairs.index


def test_what_moves_satisfaction_most_is_told_in_points() -> None:
    questions, model = model_of(wide())
    told = index_effects.effects(questions, model)
    said = index_effects.strongest(told, questions)
    points = told.set_index(["from_construct", "to_construct"]).effect_points
    number = f"{points['quality', 'satisfaction']:.2f}"
    assert said.startswith(
        f"Satisfaction moves most with quality: one point more of it goes with {number} points"
    )
    assert "Of what service can change" not in said


def test_what_service_can_change_is_told_beside_what_it_cannot() -> None:
    questions, model = model_of(wide())
    fixed = questions.assign(is_controllable=questions.latent != "quality")
    told = index_effects.effects(questions, model)
    image = told[told.from_construct == "image"].assign(total_low=0.1, total_high=0.2)
    rows = pd.concat([image, told[told.from_construct != "image"]])
    said = index_effects.strongest(rows, fixed)
    assert "Satisfaction moves most with quality" in said
    assert "Of what service can change it is image" in said


def effect(name: str, total: float, points: float, width: float) -> dict[str, object]:
    return {
        "from_construct": name,
        "to_construct": "satisfaction",
        "total_effect": total,
        "total_low": total - 0.1,
        "total_high": total + 0.1,
        "effect_points": points,
        "points_low": points - width,
        "points_high": points + width,
    }


@pytest.mark.parametrize(("width", "is_alike"), [(0.2, True), (0.02, False)])
def test_the_most_points_come_first_and_what_may_be_as_much_is_named(
    width: float, is_alike: bool
) -> None:
    questions, _model = model_of(wide())
    made = [effect("image", 0.7, 0.53, width), effect("quality", 0.6, 0.58, width)]
    said = index_effects.strongest(pd.DataFrame(made), questions.assign(is_controllable=False))
    assert said.startswith("Satisfaction moves most with quality: one point more of it goes with")
    assert ("That is not clearly more than with image (0.53)." in said) == is_alike


def test_effects_within_noise_are_not_told() -> None:
    questions, model = model_of(wide())
    told = index_effects.effects(questions, model).assign(total_low=-0.1, total_high=0.1)
    assert "every effect may be noise" in index_effects.strongest(told, questions)


def test_a_clear_effect_downwards_counts_as_well() -> None:
    told = index_effects.effects(*model_of(wide())).assign(total_low=-0.3, total_high=-0.1)
    assert len(index_effects.clear_effects(told)) == 2


def test_constructs_have_their_mean_reliability_and_questions() -> None:
    questions, model = model_of(wide())
    told = index_effects.constructs(questions, model).set_index("construct")
    assert list(told.index) == ["image", "quality", "satisfaction", "loyalty"]
    assert told.question_count.tolist() == [1, 2, 2, 1]
    assert np.isnan(told.r_squared["image"])
    assert told.alpha["quality"] > 0.9
    assert np.isnan(told.alpha["loyalty"])
    assert told.index_low["loyalty"] < told.mean_index["loyalty"] < told.index_high["loyalty"]


def test_questions_are_named_in_the_reader_s_language() -> None:
    questions, model = model_of(wide())
    assert "Quick?" in index_effects.measured(questions, model).question.tolist()
    text.use("zh-Hans")
    asked = index_effects.measured(questions, model).question.tolist()
    assert "快吗？" in asked
    assert "Right?" in asked


def test_the_fit_tells_its_responses_clients_and_period() -> None:
    fit = fitted(wide())
    assert fit.model is not None
    said = index_fit.fitted_on(fit, fit.model, VIEW)
    period = dates.days(VIEW.since, VIEW.until)
    assert f"fitted on 120 responses of 30 clients from {period}" in said
    assert "random" not in said


def test_a_sample_is_said_to_be_one() -> None:
    fit = fitted(wide())._replace(response_count=75_000)
    assert fit.model is not None
    said = index_fit.fitted_on(fit, fit.model, VIEW)
    assert "They are among 120 of 75,000 responses, picked at random." in said


def test_too_few_responses_say_have_and_need() -> None:
    said = index_fit.why_not(fitted(wide(19), 19))
    assert "it takes 20 responses that answer all 6 questions; there are 19." in said
    assert fitted(wide(20), 20).model is not None


def test_too_few_clients_say_have_and_need() -> None:
    assert "answers of 10 clients" in index_fit.why_not(fitted(wide(), 9))
    assert "there are 9." in index_fit.why_not(fitted(wide(), 9))


def test_a_question_that_everybody_answers_alike_is_named() -> None:
    said = index_fit.why_not(fitted(wide().assign(q1=7.0)))
    assert "everybody gave the same answer to “Quick?”" in said


def test_constructs_that_follow_from_each_other_are_named() -> None:
    said = index_fit.why_not(fitted(wide()[["s1", "q1"]].assign(i1=lambda own: own.q1 * 2)))
    assert "what leads to satisfaction was answered alike throughout" in said


def test_satisfaction_alone_makes_no_model() -> None:
    said = index_fit.why_not(fitted(wide()[["s1", "s2"]]))
    assert "column “latent” of indicators.csv" in said


def test_no_answers_make_no_model() -> None:
    fit = index_model.fitted(scores(wide()).head(0), QUESTIONS, HOW)
    assert index_fit.why_not(fit) == ("No path model: nobody in view said how satisfied they are.")


def test_tables_say_what_is_more_than_noise_and_what_agrees() -> None:
    questions, model = model_of(wide())
    effects = index_effects.effects(questions, model)
    assert "of 4 arrows are more than noise" in index_tables.effects_told(effects)
    shown = index_tables.effects_table(effects).set_index("effect")
    assert shown.coefficient["quality → loyalty"] == "–"
    assert shown.coefficient["quality → satisfaction"].startswith("0.")
    constructs = index_effects.constructs(questions, model)
    told = index_tables.constructs_told(constructs)
    assert "agree well" in told
    assert "2 constructs rest on a single question." in told
    poor = index_tables.constructs_told(constructs.assign(alpha=[np.nan, 0.6, 0.9, np.nan]))
    assert "Questions agree poorly (alpha below 0.7): quality." in poor


def test_a_question_that_fits_poorly_is_named() -> None:
    questions, model = model_of(wide())
    measured = index_effects.measured(questions, model)
    assert index_tables.questions_told(measured) == "6 questions are in the model."
    said = index_tables.questions_told(measured.assign(loading=[0.5, *[0.9] * 5]))
    assert "Poorly with its construct (loading below 0.7) goes: “Known?”." in said
    assert "6 of them go poorly" in index_tables.questions_told(measured.assign(loading=0.5))
