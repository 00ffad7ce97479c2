"""The index of a construct: by hand from the weights, the means and the scales."""

import numpy as np
import pandas as pd
import pytest

from queries.statistics import path_model
from queries.statistics.path_model import PathModel
from tests.queries.statistics.path_surveys import MEASURED, PATHS, survey


def model_of_two(seed: int = 9) -> tuple[pd.DataFrame, PathModel]:
    answers = survey(seed)
    return answers, path_model.fit(answers, MEASURED, PATHS, draws=50)


def test_the_index_weighs_columns_by_weight_and_spread() -> None:
    answers, model = model_of_two()
    own = model.weights["quality"] / answers[MEASURED["quality"]].std()
    expected = own / own.sum()
    pd.testing.assert_series_equal(model.index_weights("quality"), expected, check_names=False)
    means = (answers[MEASURED["quality"]].mean() - 1) / 9
    index = model.index("quality", 1, 10)
    assert index.value == pytest.approx(100 * (expected * means).sum())
    assert index.n == 60


def test_columns_of_other_scales_have_ends_of_their_own() -> None:
    answers, model = model_of_two()
    wider = path_model.fit(answers.assign(q1=answers.q1 * 10), MEASURED, PATHS, draws=50)
    low, high = pd.Series({"q3": 1, "q1": 10, "q2": 1}), pd.Series({"q1": 100, "q2": 10, "q3": 10})
    own = wider.index_weights("quality") * [10, 1, 1]
    means = (answers[MEASURED["quality"]].mean() - 1) / 9
    expected = 100 * (wider.index_weights("quality") * means).sum()
    assert wider.index("quality", low, high).value == pytest.approx(expected)
    assert (own / own.sum()).tolist() == pytest.approx(model.index_weights("quality").tolist())


def test_weights_of_columns_as_they_are_weigh_the_index_themselves() -> None:
    answers = survey(9)
    model = path_model.fit(answers, MEASURED, PATHS, scaled=False, draws=50)
    own = model.weights["quality"]
    assert model.index_weights("quality").tolist() == pytest.approx((own / own.sum()).tolist())
    assert np.var(answers[MEASURED["quality"]] @ own, ddof=1) == pytest.approx(1)


def test_each_draw_has_weights_that_sum_to_one_and_the_first_is_the_estimate() -> None:
    _, model = model_of_two()
    drawn = model.index_weights_drawn("quality")
    assert drawn.shape == (51, 3)
    assert drawn.sum(axis=1).tolist() == pytest.approx([1] * 51)
    assert drawn.iloc[0].tolist() == pytest.approx(model.index_weights("quality").tolist())
