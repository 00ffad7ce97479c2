"""Importance of drivers against least squares on the rows, and against what must hold."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import sqrtm
from statsmodels.api import OLS, add_constant

from queries.statistics import bootstrap, drivers
from tests.queries.statistics.driver_oracle import over_all_orders, over_all_sizes

seeds = st.integers(0, 10_000)


def survey(
    seed: int, rows: int = 40, count: int = 4, points: int = 5
) -> tuple[pd.DataFrame, pd.Series]:
    """Answers of 1 … points, so with ties, that go together as answers do, and an outcome."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(size=(rows, 1))
    felt = mood + chance.normal(size=(rows, count))
    answers = np.clip(np.round((points + 1) / 2 + felt), 1, points)
    answers[0], answers[1] = 1, points  # none of them constant
    outcome = answers @ chance.uniform(0, 1, size=count) + chance.normal(size=rows)
    names = [f"driver {number}" for number in range(count)]
    return pd.DataFrame(answers, columns=names), pd.Series(outcome, name="outcome")


@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(1, 4))
def test_lmg_is_what_a_driver_adds_over_all_orders_of_least_squares(seed: int, count: int) -> None:
    factors, outcome = survey(seed, count=count)
    expected = over_all_orders(factors, outcome)
    pd.testing.assert_series_equal(drivers.lmg(factors, outcome), expected, atol=1e-10)


@pytest.mark.parametrize("count", [7, 12])
def test_lmg_of_many_drivers_is_the_mean_over_sizes_of_least_squares(count: int) -> None:
    factors, outcome = survey(3, rows=60, count=count)
    expected = over_all_sizes(factors, outcome)
    pd.testing.assert_series_equal(drivers.lmg(factors, outcome), expected, atol=1e-9)


@settings(max_examples=30, deadline=None)
@given(seeds, st.integers(1, 12))
def test_shares_and_relative_weights_sum_to_r_squared(seed: int, count: int) -> None:
    factors, outcome = survey(seed, count=count)
    expected = OLS(outcome, add_constant(factors)).fit().rsquared
    assert drivers.lmg(factors, outcome).sum() == pytest.approx(expected, abs=1e-9)
    assert drivers.relative_weights(factors, outcome).sum() == pytest.approx(expected, abs=1e-9)
    assert (drivers.lmg(factors, outcome) > -1e-12).all()


def test_a_driver_alone_has_the_square_of_its_correlation() -> None:
    factors, outcome = survey(1, count=1)
    expected = np.corrcoef(factors["driver 0"], outcome)[0, 1] ** 2
    assert drivers.lmg(factors, outcome).tolist() == pytest.approx([expected])
    assert drivers.relative_weights(factors, outcome).tolist() == pytest.approx([expected])


def test_drivers_that_do_not_go_together_each_have_the_square_of_their_correlation() -> None:
    factors = pd.DataFrame({"a": [1, 1, 2, 2] * 3, "b": [1, 2, 1, 2] * 3})
    outcome = pd.Series(range(12))
    expected = factors.corrwith(outcome) ** 2
    assert drivers.lmg(factors, outcome).tolist() == pytest.approx(expected.tolist())


def test_relative_weights_follow_johnsons_formula() -> None:
    factors, outcome = survey(2)
    together = factors.corr().to_numpy()
    root = np.real(sqrtm(together))
    expected = root**2 @ np.linalg.solve(root, factors.corrwith(outcome).to_numpy()) ** 2
    assert drivers.relative_weights(factors, outcome).tolist() == pytest.approx(expected.tolist())


def test_two_drivers_that_say_the_same_share_what_one_of_them_would_have() -> None:
    factors, outcome = survey(4, count=2)
    twice = factors.assign(again=factors["driver 0"] * 2 - 7)
    found, weights = drivers.lmg(twice, outcome), drivers.relative_weights(twice, outcome)
    assert found["again"] == pytest.approx(found["driver 0"])
    assert weights["again"] == pytest.approx(weights["driver 0"])
    assert found.sum() == pytest.approx(drivers.lmg(factors, outcome).sum())
    assert weights.sum() == pytest.approx(found.sum())
    pd.testing.assert_series_equal(found, over_all_orders(twice, outcome), atol=1e-9)


@given(seeds, st.floats(0.01, 1e6), st.floats(-1e6, 1e6))
def test_units_do_not_matter(seed: int, factor: float, shift: float) -> None:
    factors, outcome = survey(seed)
    expected = drivers.lmg(factors, outcome)
    found = drivers.lmg(factors * factor + shift, outcome * -factor)
    pd.testing.assert_series_equal(found, expected, atol=1e-6)


@pytest.mark.parametrize("clustered", [False, True])
def test_intervals_rest_on_drivers_of_rows_drawn_as_often(clustered: bool) -> None:
    factors, outcome = survey(5, rows=60, count=3)
    clients = pd.Series([f"client {row % 17}" for row in range(60)]) if clustered else None
    found = drivers.importance(factors, outcome, clients, draws=40, seed=9)
    codes, names = bootstrap.coded(clients, 60)
    shares = []
    for counts in bootstrap.of_clusters(len(names), 40, 9)[1:]:
        drawn = np.repeat(np.arange(60), counts[codes].astype(int))
        again = factors.iloc[drawn].reset_index(drop=True), outcome.iloc[drawn]
        shares.append(over_all_orders(again[0], again[1].reset_index(drop=True)))
    for name in factors.columns:
        draws = np.array([share[name] for share in shares])
        expected = bootstrap.interval(found.shares[name], draws)
        assert (found.low[name], found.high[name]) == pytest.approx(expected, abs=1e-9)
    summed = np.array([share.sum() for share in shares])
    assert found.r_squared[1:3] == pytest.approx(bootstrap.interval(found.r_squared[0], summed))


def test_importance_has_the_shares_of_lmg_with_n_and_r_squared() -> None:
    factors, outcome = survey(6)
    found = drivers.importance(factors, outcome)
    expected = drivers.lmg(factors, outcome)
    pd.testing.assert_series_equal(found.shares, expected, atol=1e-12)
    assert found.r_squared.value == pytest.approx(expected.sum())
    assert (found.n, found.cluster_count, found.r_squared.n, found.draw_count) == (40, 40, 40, 500)
    assert found.parts.sum() == pytest.approx(1)
    assert (found.low <= found.shares).all()
    assert (found.shares <= found.high).all()


def test_the_same_rows_in_another_order_give_the_same_intervals() -> None:
    factors, outcome = survey(7)
    clients = pd.Series([f"client {row % 20}" for row in range(40)])
    mixed = np.random.default_rng(1).permutation(40)
    first = drivers.importance(factors, outcome, clients)
    second = drivers.importance(factors.iloc[mixed], outcome.iloc[mixed], clients.iloc[mixed])
    pd.testing.assert_series_equal(first.low, second.low, atol=1e-12)
    assert drivers.importance(factors, outcome, clients, seed=2).low.tolist() != first.low.tolist()


def test_each_row_is_a_cluster_where_none_are_given() -> None:
    factors, outcome = survey(7)
    rows = pd.Series(range(40))
    alone, named = (drivers.importance(factors, outcome, each) for each in (None, rows))
    pd.testing.assert_series_equal(alone.low, named.low)


def test_many_clusters_are_drawn_in_groups_as_if_the_groups_were_clusters() -> None:
    factors, outcome = survey(7, rows=60)
    clients = pd.Series([f"client {row % 30:02}" for row in range(60)])
    groups = pd.Series([row % 30 % 12 for row in range(60)])
    found = drivers.importance(factors, outcome, clients, most_groups=12)
    expected = drivers.importance(factors, outcome, groups)
    pd.testing.assert_series_equal(found.low, expected.low)
    assert (found.cluster_count, found.chance) == (30, expected.chance)
    same = drivers.importance(factors, outcome, clients, most_groups=30)
    pd.testing.assert_series_equal(same.low, drivers.importance(factors, outcome, clients).low)


def test_draws_in_which_a_column_is_constant_are_left_out_and_counted() -> None:
    factors, outcome = survey(8, rows=20, count=2)
    factors["driver 0"] = [1.0] * 19 + [2.0]  # missing from about a third of the draws
    found = drivers.importance(factors, outcome)
    never = (bootstrap.of_clusters(20, 500, bootstrap.SEED)[1:, 19] == 0).sum()
    assert found.draw_count == 500 - never < 400
    assert found.low.notna().all()


def test_nothing_explained_has_no_parts() -> None:
    factors = pd.DataFrame({"a": [1.0, 1, 2, 2] * 5})
    found = drivers.importance(factors, pd.Series([1.0, 2, 1, 2] * 5))
    assert found.shares.tolist() == pytest.approx([0])
    assert found.parts.tolist() == pytest.approx([0])
    assert found.by_chance.tolist() == [True]
