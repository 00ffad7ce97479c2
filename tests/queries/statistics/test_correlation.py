"""Correlations against SciPy, and their intervals where answers of one client hang together."""

import numpy as np
import pytest
from scipy import stats

from queries.statistics.correlation import correlation


def drawn(n: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    values = random.normal(size=n)
    return values, 0.6 * values + random.normal(size=n)


def test_it_is_pearson_s() -> None:
    values, others = drawn(200)
    found = correlation(values, others)
    assert found.value == pytest.approx(stats.pearsonr(values, others).statistic, abs=1e-12)
    assert found.n == 200


def test_of_independent_normal_pairs_the_interval_is_nearly_fisher_s() -> None:
    values, others = drawn(2_000)
    found, fisher = (
        correlation(values, others),
        stats.pearsonr(values, others).confidence_interval(),
    )
    assert found.low == pytest.approx(fisher.low, abs=0.01)
    assert found.high == pytest.approx(fisher.high, abs=0.01)


def test_the_same_answer_given_ten_times_by_each_client_tells_no_more() -> None:
    values, others = drawn(60)
    once = correlation(values, others)
    often = correlation(np.tile(values, 10), np.tile(others, 10), list(range(60)) * 10)
    assert (often.value, often.low, often.high) == pytest.approx(
        (once.value, once.low, once.high), abs=1e-12
    )
    assert often.n == 600


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    truth, held, rounds = 0.6 / np.sqrt(1.36), 0, 400
    for seed in range(rounds):
        random = np.random.default_rng(seed)
        of_client = np.repeat(random.normal(size=40), 5) / np.sqrt(2)
        values = of_client + random.normal(size=200) / np.sqrt(2)
        noise = np.repeat(random.normal(size=40), 5) + random.normal(size=200)
        others = 0.6 * values + noise / np.sqrt(2)
        found = correlation(values, others, [n // 5 for n in range(200)])
        held += found.low <= truth <= found.high
    assert held / rounds == pytest.approx(0.95, abs=0.03)


def test_what_is_exactly_alike_has_no_spread() -> None:
    found = correlation([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])
    assert (found.value, found.low, found.high) == pytest.approx((1, 1, 1))


@pytest.mark.parametrize(
    ("values", "others", "clusters", "said"),
    [
        ([1, 2, 3, 4], [1, 2, 3], None, "lengths must be equal"),
        ([1, 1, 1, 1], [1, 2, 3, 4], None, "values must vary"),
        ([1, 2, 3, 4], [1, 2, 3, 4], ["a", "a", "b", "c"], "clusters must be at least 4"),
        ([1, 2, float("nan"), 4], [1, 2, 3, 4], None, "finite"),
    ],
)
def test_what_cannot_be_correlated_is_said(
    values: list[float], others: list[float], clusters: list[str] | None, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        correlation(values, others, clusters)
