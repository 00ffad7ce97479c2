"""The index by the weights of a path model, and what no index is made from."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from queries.statistics import bootstrap, index, path_model
from queries.statistics.index import NotFittedError
from queries.statistics.path_model import PathModel
from tests.queries.statistics.path_surveys import MEASURED, PATHS, survey
from tests.queries.statistics.test_index import HIGH, LOW, WEIGHTS, answers_of, summed

QUALITY = MEASURED["quality"]


def modelled(seed: int) -> tuple[pd.DataFrame, PathModel]:
    """Rows of answers with the client of each, and the model of them."""
    answers = survey(seed).assign(client_id=[f"client {row % 25:02}" for row in range(60)])
    model = path_model.fit(answers, MEASURED, PATHS, clusters=answers.client_id, draws=60)
    return answers, model


def months_of(answers: pd.DataFrame) -> pd.DataFrame:
    dated = answers.assign(month=np.arange(len(answers)) % 2)
    return summed(dated.melt(["client_id", "month"], QUALITY, "indicator_id", "perceived"))


def test_over_the_rows_of_the_model_it_is_the_models_own_index() -> None:
    answers, model = modelled(1)
    found = index.by_model(months_of(answers), model, "quality", 1, 10)
    expected = model.index("quality", 1, 10)
    assert found.whole[:3] == pytest.approx(expected[:3])
    assert found.whole.n == 25


def test_each_draw_has_its_own_weights_and_its_own_clients() -> None:
    answers, model = modelled(2)
    found = index.by_model(months_of(answers), model, "quality", 1, 10)
    names = sorted(set(answers.client_id))
    weights = model.index_weights_drawn("quality")
    dated = answers.assign(month=np.arange(60) % 2)
    values = []
    for number, counts in enumerate(bootstrap.of_clusters(25, 60, bootstrap.SEED)):
        often = dict(zip(names, counts, strict=True))
        part = dated[dated.month == 1]
        times = part.client_id.map(often)
        means = part[QUALITY].mul(times, axis=0).sum() / times.sum()
        values.append(100 * (weights.loc[number] * (means - 1) / 9).sum())
    expected = bootstrap.estimate(np.array(values), 0)
    row = found.by_month.loc[1]
    assert (row.value, row.low, row.high) == pytest.approx(expected[:3])


def test_clients_outside_the_model_are_drawn_beside() -> None:
    answers, model = modelled(3)
    others = survey(9).assign(client_id=[f"other {row % 30}" for row in range(60)])
    both = pd.concat([answers, others], ignore_index=True)
    found = index.by_model(months_of(both), model, "quality", 1, 10)
    means = (both[QUALITY].mean() - 1) / 9
    assert found.whole.value == pytest.approx(100 * (model.index_weights("quality") * means).sum())
    alone = index.by_model(months_of(answers), model, "quality", 1, 10).whole
    assert found.whole.high - found.whole.low < alone.high - alone.low
    assert found.whole.n == 55


def test_no_answer_at_all_gives_no_index() -> None:
    rows = pd.DataFrame({name: [np.nan] * 5 for name in "abc"})
    with pytest.raises(NotFittedError, match="answers must be at least 1, but are 0") as caught:
        index.fixed(rows, WEIGHTS, LOW, HIGH)
    assert caught.value.kind == "no answers"
    answers = summed(answers_of(1))
    for none in (answers[:0], answers.assign(indicator_id="recommend")):
        with pytest.raises(NotFittedError, match="answers must be at least 1"):
            index.by_month(none, WEIGHTS, LOW, HIGH)


def test_months_without_an_indicator_in_common_cannot_be_compared() -> None:
    answers = summed(answers_of(1))
    apart = answers[(answers.indicator_id == "a") == (answers.month == 1)]
    found = index.by_month(apart, WEIGHTS, LOW, HIGH)
    with pytest.raises(NotFittedError, match="answers must be at least 1"):
        found.change(0, 1)
    assert found.change(0, 2).n > 0


def test_a_month_unknown_is_named() -> None:
    found = index.by_month(summed(answers_of(1)), WEIGHTS, LOW, HIGH)
    with pytest.raises(ValueError, match="month must be one of those with answers, but is 7"):
        found.change(0, 7)


def test_two_clients_are_needed() -> None:
    rows = pd.DataFrame({name: [3.0, 4.0] for name in "abc"})
    assert index.fixed(rows, WEIGHTS, LOW, HIGH, clusters=["x", "y"]).n == 2
    with pytest.raises(NotFittedError, match="clusters must be at least 2, but are 1"):
        index.fixed(rows, WEIGHTS, LOW, HIGH, clusters=["x", "x"])


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        (pd.Series({"a": 1.0, "b": 0.0}), "weights must be above 0"),
        (pd.Series({"a": 1.0, "b": -1.0}), "weights must be 0 or more, but number 2 is -1"),
        (pd.Series({"a": 1.0, "b": None}), "weights must be finite numbers"),
        (pd.Series([1.0, 1.0], ["a", "a"]), "weights must be above 0, one by indicator"),
        (pd.Series(dtype=float), "weights must be a row of numbers"),
    ],
)
def test_weights_that_are_none_are_refused(weights: pd.Series, said: str) -> None:
    for ask in (index.by_month, index.fixed):
        with pytest.raises(ValueError, match=said):
            ask(summed(answers_of(1)), weights, LOW, HIGH)


@pytest.mark.parametrize("wrong", [{"answer_count": -1}, {"perceived": np.nan}])
def test_sums_that_are_none_are_named(wrong: dict[str, Any]) -> None:
    (name,) = wrong
    with pytest.raises(ValueError, match=f"{name} must be"):
        index.by_month(summed(answers_of(1)).assign(**wrong), WEIGHTS, LOW, HIGH)


def test_an_indicator_without_a_scale_is_named() -> None:
    with pytest.raises(ValueError, match="scale_low must be known of each column, but is not of b"):
        index.by_month(summed(answers_of(1)), WEIGHTS, LOW[["a", "c"]], HIGH)
