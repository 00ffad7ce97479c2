"""Welch's test against SciPy, and against what must hold."""

from math import floor, nan, sqrt
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from queries.statistics.intervals import Estimate
from queries.statistics.welch import Samples
from queries.statistics.welch import compare as compare_many


class Sample(NamedTuple):
    """One group: mean, spread, n."""

    mean: float
    spread: float
    n: int


class Found(NamedTuple):
    """What is found of one pair."""

    difference: Estimate[float]
    p_value: float


def compare(one: Sample, other: Sample) -> Found:
    """One pair, between two other pairs that must not touch it."""
    before, after = Sample(1, 0, 3), Sample(2, 5, 400)
    sides = (Samples(*zip(before, own, after, strict=True)) for own in (one, other))
    value, low, high, p_value = (part[1] for part in compare_many(*sides))
    return Found(Estimate(value, low, high, one.n + other.n), p_value)


samples = st.builds(
    Sample, st.floats(0, 10), st.sampled_from([0.01, 0.4, 1.0, 3.7]), st.integers(2, 300)
)


@given(samples, samples)
def test_p_and_interval_are_scipy_s_with_whole_degrees_of_freedom(
    one: Sample, other: Sample
) -> None:
    scipy = stats.ttest_ind_from_stats(*one, *other, equal_var=False)
    first, second = one.spread**2 / one.n, other.spread**2 / other.n
    whole = floor(
        (first + second) ** 2 / (first**2 / (one.n - 1) + second**2 / (other.n - 1)) + 1e-9
    )
    found = compare(one, other)
    assert found.p_value == pytest.approx(2 * stats.t.sf(abs(scipy.statistic), whole), abs=1e-7)
    half = stats.t.ppf(0.975, whole) * sqrt(first + second)
    assert found.difference.low == pytest.approx(one.mean - other.mean - half, abs=1e-6)
    assert found.difference.high == pytest.approx(one.mean - other.mean + half, abs=1e-6)


@given(samples, samples)
def test_the_interval_leaves_out_0_where_p_is_below_5_per_cent(one: Sample, other: Sample) -> None:
    found = compare(one, other)
    if abs(found.p_value - 0.05) > 1e-6:
        assert found.difference.is_more_than_noise == (found.p_value < 0.05)


def test_a_published_example() -> None:
    """Two diets of rats, Snedecor and Cochran: t = 1.91 as Welch takes it, not clear."""
    high = np.array([134, 146, 104, 119, 124, 161, 107, 83, 113, 129, 97, 123])
    low = np.array([70, 118, 101, 85, 107, 132, 94])
    one, other = (Sample(x.mean(), x.std(ddof=1), x.size) for x in (high, low))
    found = compare(one, other)
    assert found.difference.value == pytest.approx(19)
    assert found.p_value == pytest.approx(0.078, abs=0.001)
    assert not found.difference.is_more_than_noise


def test_without_any_spread_the_order_alone_is_tested() -> None:
    apart = compare(Sample(9, 0, 5), Sample(3, 0, 5))
    assert apart.p_value == pytest.approx(2 / 252)
    assert apart.difference == (6, 6, 6, 10)
    assert compare(Sample(9, 0, 2), Sample(3, 0, 2)).p_value == pytest.approx(1 / 3)
    assert compare(Sample(9, 0, 5), Sample(9, 0, 5)).p_value == 1


@pytest.mark.parametrize("wrong", [Sample(1, 1, 1), Sample(1, -1, 5), Sample(1, nan, 5)])
def test_a_group_that_cannot_be_tested_is_refused(wrong: Sample) -> None:
    with pytest.raises(ValueError, match="must"):
        compare(wrong, Sample(1, 1, 5))


def test_groups_of_unequal_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="equally long"):
        compare_many(Samples([1, 2], [1], [5]), Samples([1], [1], [5]))


def test_no_pairs_are_no_differences() -> None:
    assert all(part.size == 0 for part in compare_many(Samples([], [], []), Samples([], [], [])))
