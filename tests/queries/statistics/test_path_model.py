"""The path model against the plain alternation on rows, and against what must hold."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.statistics import bootstrap, path_model
from tests.queries.statistics import path_oracle
from tests.queries.statistics.path_surveys import MEASURED, PATHS, Arrows, Blocks, models, survey

seeds = st.integers(0, 10_000)
schemes = st.sampled_from(["path", "centroid", "factorial"])


@settings(max_examples=40, deadline=None)
@given(seeds, models(), schemes, st.booleans())
def test_estimates_are_those_of_the_alternation_on_rows(
    seed: int, model: tuple[Blocks, Arrows], scheme: str, scaled: bool
) -> None:
    answers = survey(seed, 80, *model)
    found = path_model.fit(answers, *model, scheme, scaled)
    expected = path_oracle.fit(answers, *model, scheme, scaled)
    assert found.paths.to_dict() == pytest.approx(expected.paths, abs=1e-5)
    assert found.weights.to_dict() == pytest.approx(expected.weights, abs=1e-5)
    assert found.loadings.to_dict() == pytest.approx(expected.loadings, abs=1e-5)
    assert found.r_squared.to_dict() == pytest.approx(expected.r_squared, abs=1e-5)
    effects = {(a, b): found.total_effects.loc[a, b] for a in model[0] for b in model[0]}
    assert effects == pytest.approx(expected.total_effects, abs=1e-5)


@pytest.mark.parametrize("scheme", ["path", "centroid", "factorial"])
@pytest.mark.parametrize("clustered", [False, True])
def test_intervals_rest_on_models_of_rows_drawn_as_often(scheme: str, clustered: bool) -> None:
    answers = survey(3)
    clients = [f"client {row % 23}" for row in range(60)] if clustered else None
    found = path_model.fit(answers, MEASURED, PATHS, scheme, clusters=clients, draws=20, seed=5)
    codes, names = bootstrap.coded(clients, 60)
    drawn = [
        answers.iloc[np.repeat(np.arange(60), counts[codes].astype(int))]
        for counts in bootstrap.of_clusters(len(names), 20, 5)[1:]
    ]
    again = [path_oracle.fit(rows, MEASURED, PATHS, scheme, True) for rows in drawn]
    for arrow in PATHS:
        draws = np.array([model.paths[arrow] for model in again])
        row = found.intervals().to_dict("index")[arrow]
        assert row["standard_error"] == pytest.approx(draws.std(ddof=1), abs=1e-5)
        expected = bootstrap.interval(row["value"], draws)
        assert (row["low"], row["high"]) == pytest.approx(expected, abs=1e-5)
    for name in ("quality", "satisfaction"):
        draws = np.array([model.r_squared[name] for model in again])
        error = found.intervals("r_squared").loc[name, "standard_error"]
        assert error == pytest.approx(draws.std(ddof=1), abs=1e-5)
    columns = MEASURED["quality"]
    indices = np.array(
        [
            path_oracle.index(rows, columns, [model.weights["quality", name] for name in columns])
            for rows, model in zip(drawn, again, strict=True)
        ]
    )
    index = found.index("quality", 1, 10)
    assert index[1:3] == pytest.approx(bootstrap.interval(index.value, indices), abs=1e-4)


def test_intervals_begin_with_the_estimates_whatever_they_are_of() -> None:
    model = path_model.fit(survey(4), MEASURED, PATHS, draws=30)
    parts: dict[path_model.Part, Any] = {
        "paths": model.paths,
        "weights": model.weights,
        "loadings": model.loadings,
        "r_squared": model.r_squared,
        "total_effects": model.total_effects.stack(),
    }
    for of, expected in parts.items():
        table = model.intervals(of)
        assert table.index.tolist() == expected.index.tolist()
        assert table["value"].tolist() == pytest.approx(expected.tolist(), abs=1e-6)
        assert (table["low"] <= table["value"]).all()
        assert (table["value"] <= table["high"]).all()


def test_what_is_known_of_the_model_is_said() -> None:
    model = path_model.fit(survey(4), MEASURED, PATHS, clusters=[row % 20 for row in range(60)])
    assert (model.row_count, model.cluster_count, model.draw_count) == (60, 20, 500)
    assert model.paths.index.tolist() == PATHS
    assert model.paths.index.names == ["from", "to"]
    assert model.weights.index.names == ["construct", "column"]
    assert model.weights["quality"].index.tolist() == MEASURED["quality"]
    assert model.r_squared.index.tolist() == ["quality", "satisfaction"]
    assert model.total_effects.index.tolist() == list(MEASURED)
    assert model.loadings["satisfaction", "s1"] == pytest.approx(1)


def test_a_construct_goes_with_its_columns_in_the_data_and_in_each_draw() -> None:
    answers = survey(5)
    turned = answers.assign(q1=-answers.q1, q2=-answers.q2, q3=-answers.q3)
    plain = path_model.fit(answers, MEASURED, PATHS, draws=40)
    other = path_model.fit(turned, MEASURED, PATHS, draws=40)
    assert (other.loadings["quality"] > 0).all()
    assert other.paths["image", "quality"] == pytest.approx(-plain.paths["image", "quality"])
    assert other.paths["image", "satisfaction"] == pytest.approx(
        plain.paths["image", "satisfaction"]
    )
    errors = [model.intervals()["standard_error"].tolist() for model in (plain, other)]
    assert errors[0] == pytest.approx(errors[1])
    assert other.intervals("loadings")["low"].loc["quality"].min() > 0


def test_one_column_against_the_others_is_turned_with_the_majority() -> None:
    answers = survey(5)
    model = path_model.fit(answers.assign(q1=-answers.q1), MEASURED, PATHS, draws=40)
    assert (model.loadings["quality"] > 0).tolist() == [False, True, True]
    high = model.intervals("loadings")["high"].loc[("quality", "q1")]
    assert high < 0


def test_columns_that_go_apart_keep_their_signs_in_each_draw() -> None:
    measured = {**MEASURED, "quality": ["q1", "q2"]}
    answers = survey(5, rows=120)
    model = path_model.fit(answers.assign(q2=-answers.q2), measured, PATHS)
    loadings = model.intervals("loadings").loc["quality"]
    assert sorted(np.sign(loadings["low"])) == sorted(np.sign(loadings["high"])) == [-1, 1]
    assert (loadings["standard_error"] < 0.1).all()


def test_draws_in_which_constructs_coincide_are_left_out_and_counted() -> None:
    measured = {"image": ["i1"], "quality": ["q1"], "satisfaction": ["s1"]}
    answers = survey(6, rows=30)
    answers["q1"] = answers.i1.where(answers.index > 0, 11 - answers.i1)
    model = path_model.fit(answers, measured, PATHS)
    never = (bootstrap.of_clusters(30, 500, bootstrap.SEED)[1:, 0] == 0).sum()
    assert model.draw_count == 500 - never < 400


def test_draws_in_which_a_column_is_constant_are_left_out_and_counted() -> None:
    answers = survey(6, rows=30)
    answers["s1"] = [5.0] * 29 + [6.0]
    model = path_model.fit(answers, MEASURED, PATHS)
    never = (bootstrap.of_clusters(30, 500, bootstrap.SEED)[1:, 29] == 0).sum()
    assert model.draw_count == 500 - never < 400
    assert model.intervals().notna().all(axis=None)
    assert model.index("satisfaction", 1, 10).low < model.index("satisfaction", 1, 10).high
    assert model.index_weights_drawn("satisfaction").isna().to_numpy().sum() == never


def test_rows_in_another_order_and_units_do_not_matter() -> None:
    answers, clients = survey(7), pd.Series([f"client {row % 30}" for row in range(60)])
    mixed = np.random.default_rng(1).permutation(60)
    first = path_model.fit(answers, MEASURED, PATHS, clusters=clients)
    second = path_model.fit(
        answers.iloc[mixed] * 7 + 3, MEASURED, PATHS, clusters=clients.iloc[mixed]
    )
    pd.testing.assert_frame_equal(first.intervals(), second.intervals(), atol=1e-6)


def test_reliability_follows_the_formulas_on_rows() -> None:
    answers = survey(8)
    model = path_model.fit(answers, MEASURED, PATHS)
    for construct in ("image", "quality"):
        own = answers[MEASURED[construct]].to_numpy()
        own = (own - own.mean(axis=0)) / own.std(axis=0, ddof=1)
        count = own.shape[1]
        alpha = count / (count - 1) * (1 - count / own.sum(axis=1).var(ddof=1))
        component = np.linalg.svd(own, full_matrices=False)[0][:, 0]
        loadings = np.array([np.corrcoef(column, component)[0, 1] for column in own.T])
        rho = loadings.sum() ** 2 / (loadings.sum() ** 2 + (1 - loadings**2).sum())
        assert model.reliability["alpha"][construct] == pytest.approx(alpha)
        assert model.reliability["rho"][construct] == pytest.approx(rho)
    assert model.reliability["alpha"].isna().tolist() == [False, False, True]
    assert model.reliability["rho"].isna().tolist() == [False, False, True]
