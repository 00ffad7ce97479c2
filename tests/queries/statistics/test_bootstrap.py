"""Draws of clusters, and the intervals that come from them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from queries.statistics import bootstrap
from queries.statistics.bootstrap import Resampling
from queries.statistics.not_fitted import NotFittedError


def test_each_draw_takes_as_many_clusters_as_there_are_and_the_first_row_each_once() -> None:
    counts = bootstrap.of_clusters(30, 200, 4)
    assert counts.shape == (201, 30)
    assert (counts[0] == 1).all()
    assert (counts.sum(axis=1) == 30).all()
    assert (counts[1:] != 1).any(axis=1).all()


def test_counts_are_spread_as_a_multinomial_spreads_them() -> None:
    counts = bootstrap.of_clusters(50, 4000, 1)[1:]
    seen = np.bincount(counts.astype(int).ravel(), minlength=5)[:5] / counts.size
    assert seen == pytest.approx(stats.binom.pmf(range(5), 50, 1 / 50), abs=0.004)
    assert counts.mean(axis=0) == pytest.approx(1, abs=0.08)


def test_the_same_seed_draws_the_same() -> None:
    assert (bootstrap.of_clusters(20, 5, 1) == bootstrap.of_clusters(20, 5, 1)).all()
    assert (bootstrap.of_clusters(20, 5, 1) != bootstrap.of_clusters(20, 5, 2)).any()


def test_rows_get_the_place_of_their_cluster_among_sorted_names() -> None:
    codes, names = bootstrap.coded(["b", "a", "b"], 3)
    assert (codes.tolist(), names.tolist()) == ([1, 0, 1], ["a", "b"])
    codes, names = bootstrap.coded(None, 3)
    assert (codes.tolist(), names.tolist()) == ([0, 1, 2], [0, 1, 2])


def test_draws_go_on_with_clusters_that_were_not_among_them() -> None:
    draws = Resampling(pd.Index(["a", "b", "c"]), 50, 3).drawn(2)
    wider = draws.extended(pd.Index(["d", "b", "e", "a"]))
    assert wider.names.tolist() == ["d", "b", "e", "a"]
    assert (wider.counts[:, [1, 3]] == draws.counts[:, [1, 0]]).all()
    beside = wider.counts[:, [0, 2]]
    assert (beside.sum(axis=1) == 2).all()
    assert (beside[0] == 1).all()
    assert (beside[1:] == bootstrap.of_clusters(2, 50, 4)[1:]).all()


def test_draws_without_others_stay_the_same() -> None:
    draws = Resampling(pd.Index(["a", "b"]), 5).drawn(2)
    assert (draws.extended(pd.Index(["b", "a"])).counts == draws.counts[:, ::-1]).all()


def test_too_few_clusters_are_refused() -> None:
    assert len(Resampling(pd.Index(range(3))).drawn(3).counts) == 501
    assert len(Resampling(pd.Index(range(3)), 1).drawn(3).counts) == 2
    with pytest.raises(NotFittedError, match="clusters must be at least 3, but are 2"):
        Resampling(pd.Index(range(2))).drawn(3)


def test_without_bias_the_interval_is_that_of_plain_percentiles() -> None:
    draws = np.arange(1000) / 10.0
    assert bootstrap.interval(49.95, draws) == pytest.approx(np.quantile(draws, [0.025, 0.975]))


def test_bias_is_corrected_as_scipy_corrects_it_without_acceleration() -> None:
    draws = np.random.default_rng(3).gamma(2, size=999)
    value = float(np.quantile(draws, 0.3)) + 1e-6
    below = (draws < value).mean()
    ends = stats.norm.cdf(2 * stats.norm.ppf(below) + stats.norm.ppf([0.025, 0.975]))
    assert bootstrap.interval(value, draws) == pytest.approx(np.quantile(draws, ends))


def test_half_of_the_draws_that_equal_the_value_count_as_below() -> None:
    draws = np.concatenate([np.linspace(0, 1, 20), np.full(40, 2.0), np.linspace(3, 4, 240)])
    ends = stats.norm.cdf(2 * stats.norm.ppf((20 + 40 / 2) / 300) + stats.norm.ppf([0.025, 0.975]))
    assert bootstrap.interval(2, draws) == pytest.approx(np.quantile(draws, ends))


@given(st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=30), st.floats(-2e3, 2e3))
def test_the_interval_holds_the_value(draws: list[float], value: float) -> None:
    low, high = bootstrap.interval(value, np.array(draws))
    assert low <= value <= high


def test_draws_that_equal_the_value_leave_no_doubt() -> None:
    assert bootstrap.interval(0.3, np.full(100, 0.3 + 1e-15)) == pytest.approx((0.3, 0.3))


def test_draws_without_an_answer_are_left_out() -> None:
    draws = np.random.default_rng(1).normal(size=200)
    with_gaps = np.insert(draws, [3, 50, 50], np.nan)
    assert bootstrap.interval(0.1, with_gaps) == bootstrap.interval(0.1, draws)
    assert np.isnan(bootstrap.interval(0.1, np.array([np.nan]))).all()


def test_a_table_has_a_row_per_statistic_with_the_error_of_its_draws() -> None:
    draws = np.random.default_rng(1).normal(size=(301, 2))
    draws[7, 1] = np.nan
    table = bootstrap.table(draws, pd.Index(["a", "b"]))
    assert table["value"].tolist() == draws[0].tolist()
    assert table.loc["a", "standard_error"] == pytest.approx(np.std(draws[1:, 0], ddof=1))
    assert table.loc["b", "standard_error"] == pytest.approx(np.nanstd(draws[1:, 1], ddof=1))
    for place, name in enumerate("ab"):
        expected = bootstrap.interval(draws[0, place], draws[1:, place])
        assert tuple(table.loc[name, ["low", "high"]]) == expected


def test_an_estimate_is_the_first_with_the_interval_of_the_others() -> None:
    draws = np.array([2.0, 1.0, 3.0, 4.0])
    found = bootstrap.estimate(draws, 9)
    assert found == (2.0, *bootstrap.interval(2.0, draws[1:]), 9)


def test_the_interval_of_a_mean_is_about_that_of_the_formula() -> None:
    values = np.random.default_rng(5).exponential(size=400)
    counts = bootstrap.of_clusters(400, 4000, 1)
    low, high = bootstrap.interval(values.mean(), (counts @ values / 400)[1:])
    half = 1.96 * values.std(ddof=1) / 20
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=0.02)
