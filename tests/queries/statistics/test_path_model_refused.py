"""From what no path model is fitted, and what is then said."""

import pandas as pd
import pytest

from queries.statistics import path_model, path_weights
from queries.statistics.path_model import NotFittedError
from tests.queries.statistics.path_surveys import MEASURED, PATHS, Arrows, Blocks, survey


def test_ten_rows_are_needed_for_each_arrow_into_one_construct() -> None:
    answers = survey(1)
    assert path_model.fit(answers[:20], MEASURED, PATHS).row_count == 20
    with pytest.raises(NotFittedError, match="rows must be at least 20, but are 19") as caught:
        path_model.fit(answers[:19], MEASURED, PATHS)
    assert (caught.value.kind, caught.value.need, caught.value.have) == ("too few rows", 20, 19)


def test_a_constant_indicator_is_named() -> None:
    with pytest.raises(NotFittedError, match="q2 must vary, but is constant") as caught:
        path_model.fit(survey(1).assign(q2=7), MEASURED, PATHS)
    assert (caught.value.kind, caught.value.name) == ("constant", "q2")


def test_a_missing_answer_is_named() -> None:
    answers = survey(1)
    answers.loc[4, "i2"] = None
    with pytest.raises(ValueError, match="i2 must be finite numbers, but number 5 is nan"):
        path_model.fit(answers, MEASURED, PATHS)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="frame must have the columns measured, but has no q3"):
        path_model.fit(survey(1).drop(columns="q3"), MEASURED, PATHS)


def test_a_construct_that_follows_from_others_is_named() -> None:
    answers = survey(1)
    same = answers.assign(q1=answers.i1, q2=answers.i2)
    measured = {**MEASURED, "quality": ["q1", "q2"]}
    with pytest.raises(NotFittedError, match="satisfaction must say something") as caught:
        path_model.fit(same, measured, PATHS)
    assert (caught.value.kind, caught.value.name) == ("collinear", "satisfaction")


def test_weights_that_do_not_settle_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path_weights, "MOST_ROUNDS", 1)
    with pytest.raises(NotFittedError, match="weights must settle within 1 rounds") as caught:
        path_model.fit(survey(1), MEASURED, PATHS)
    assert (caught.value.kind, caught.value.need) == ("not converged", 1)


def test_intervals_need_ten_clusters_and_estimates_do_not() -> None:
    model = path_model.fit(survey(1), MEASURED, PATHS, clusters=[row % 9 for row in range(60)])
    assert model.cluster_count == 9
    assert model.index_weights("quality").sum() == pytest.approx(1)
    for ask in (model.intervals, lambda: model.index("quality", 1, 10)):
        with pytest.raises(NotFittedError, match="clusters must be at least 10, but are 9"):
            ask()


def test_a_scheme_that_is_none_is_named() -> None:
    with pytest.raises(ValueError, match=r"scheme must be one of .*'path'.*, but is mean"):
        path_model.fit(survey(1), MEASURED, PATHS, "mean")


@pytest.mark.parametrize(
    ("measured", "paths", "said"),
    [
        (MEASURED, [*PATHS, ("satisfaction", "image")], "paths must not go in a circle"),
        (MEASURED, [*PATHS, ("image", "image")], "paths must not go in a circle"),
        (MEASURED, [*PATHS, ("image", "price")], "join measured constructs, but price is not one"),
        (MEASURED, [*PATHS, PATHS[0]], "paths must differ, but .* is there twice"),
        (MEASURED, PATHS[:1], "constructs must be joined by paths, but satisfaction is alone"),
        ({**MEASURED, "image": []}, PATHS, "measurement of image must be a list of columns"),
        ({**MEASURED, "image": "i1"}, PATHS, "measurement of image must be a list of columns"),
        ({**MEASURED, "image": ["q1"]}, PATHS, "one construct each, but q1 is there twice"),
        ({}, [], "constructs must be at least 2, but are 0"),
    ],
)
def test_a_structure_that_is_none_is_refused(measured: Blocks, paths: Arrows, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        path_model.fit(survey(1), measured, paths)


def test_a_construct_unknown_is_named() -> None:
    model = path_model.fit(survey(1), MEASURED, PATHS)
    with pytest.raises(ValueError, match=r"construct must be one of .*, not price"):
        model.index("price", 1, 10)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (10, 1, "scale_high of q1 must be above 10, but is 1"),
        (1, 1, "scale_high of q1 must be above 1, but is 1"),
        (1, pd.Series({"q1": 10, "q2": 10}), "scale_high must be known of .* but is not of q3"),
        (1, pd.Series({"q1": 10, "q2": None, "q3": 10}), "scale_high must be finite numbers"),
        (float("nan"), 10, "scale_low must be finite numbers"),
    ],
)
def test_a_scale_that_is_none_is_refused(low: float, high: float, said: str) -> None:
    model = path_model.fit(survey(1), MEASURED, PATHS)
    with pytest.raises(ValueError, match=said):
        model.index("quality", low, high)
