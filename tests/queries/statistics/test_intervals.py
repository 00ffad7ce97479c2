"""Intervals equal published figures, SciPy and statsmodels."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from queries.statistics import intervals, quantiles

counts = st.integers(0, 300)


def test_wilson_equals_the_worked_examples() -> None:
    assert intervals.wilson(18, 20) == pytest.approx((0.69897, 0.97213), abs=1e-5)
    assert intervals.wilson(0, 30) == pytest.approx((0, 0.11351), abs=1e-5)


@given(counts, counts)
def test_wilson_equals_statsmodels_and_holds_the_share(successes: int, failures: int) -> None:
    n = successes + failures or 1
    interval = intervals.wilson(successes, n)
    reference = proportion_confint(successes, n, method="wilson")
    assert interval == pytest.approx(reference, abs=1e-9)
    assert interval.low <= successes / n <= interval.high


def test_intervals_of_differences_equal_the_worked_examples() -> None:
    assert intervals.newcombe(7, 34, 1, 34) == pytest.approx((0.019, 0.340), abs=5e-4)
    share_1, share_2 = 8 / 36, 2 / 36
    half = 1.959964 * sqrt((share_1 * (1 - share_1) + share_2 * (1 - share_2)) / 36)
    ends = (share_1 - share_2 - half, share_1 - share_2 + half)
    assert intervals.agresti_caffo(7, 34, 1, 34) == pytest.approx(ends, abs=1e-6)


@given(counts, counts, counts, counts)
def test_intervals_of_differences_equal_statsmodels(a: int, b: int, c: int, d: int) -> None:
    n_1, n_2 = a + b or 1, c + d or 1
    for ours, method in (
        (intervals.newcombe, "newcomb"),
        (intervals.agresti_caffo, "agresti-caffo"),
    ):
        reference = confint_proportions_2indep(a, n_1, c, n_2, method=method, compare="diff")
        within = [max(-1.0, reference[0]), min(1.0, reference[1])]
        assert ours(a, n_1, c, n_2) == pytest.approx(within, abs=1e-9)


def test_an_end_out_of_reach_excludes_nothing_on_its_side() -> None:
    assert intervals.Estimate(3.0, 1.0, None, 5).is_more_than_noise
    assert intervals.Estimate(-3.0, None, -1.0, 5).is_more_than_noise
    assert not intervals.Estimate(3.0, None, 4.0, 5).is_more_than_noise
    assert not intervals.Estimate(3.0, -1.0, None, 5).is_more_than_noise
    assert not intervals.Estimate(None, None, None, 5).is_more_than_noise


def test_net_promoter_score_and_its_adjusted_interval() -> None:
    estimate = intervals.net_promoter(30, 80, 90)
    up, down, n = 30.75, 90.75, 203
    centre = (up - down) / n
    half = 1.959964 * sqrt(((up + down) / n - centre**2) / n)
    assert estimate.value == pytest.approx(-30)
    assert estimate.n == 200
    assert estimate[1:3] == pytest.approx((100 * (centre - half), 100 * (centre + half)), abs=1e-4)


def test_net_promoter_interval_is_clipped() -> None:
    assert intervals.net_promoter(3, 0, 0).high == 100
    assert intervals.net_promoter(0, 0, 3).low == -100


def test_change_of_the_score_is_more_than_noise_as_worked() -> None:
    change = intervals.net_promoter_difference((45, 85, 70), (30, 80, 90))
    assert change.value == pytest.approx(17.5)
    assert change.is_more_than_noise
    again = intervals.net_promoter_difference((31, 80, 89), (30, 80, 90))
    assert not again.is_more_than_noise


def test_paired_difference_counts_only_who_changed() -> None:
    change = intervals.paired_difference(1, 14, 60)
    total, half_moved = 62, 16
    centre = -13 / total
    half = 1.959964 * sqrt(half_moved - 169 / total) / total
    assert change.value == pytest.approx(-13 / 60)
    assert change[1:3] == pytest.approx((centre - half, centre + half), abs=1e-6)
    assert change.is_more_than_noise
    assert not intervals.paired_difference(3, 3, 60).is_more_than_noise
    assert not intervals.paired_difference(0, 0, 60).is_more_than_noise
    assert not intervals.paired_difference(0, 1, 1).is_more_than_noise


@given(st.integers(1, 400))
def test_t_quantile_equals_scipy(degrees: int) -> None:
    assert quantiles.t_quantile(degrees) == pytest.approx(stats.t.ppf(0.975, degrees), abs=1e-8)


@given(st.lists(st.floats(-10, 10), min_size=2, max_size=40))
def test_mean_equals_scipy(values: list[float]) -> None:
    estimate = intervals.mean(values)
    half = stats.t.ppf(0.975, len(values) - 1) * np.std(values, ddof=1) / sqrt(len(values))
    expected = (np.mean(values), np.mean(values) - half, np.mean(values) + half)
    assert estimate[:3] == pytest.approx(expected, abs=1e-8)


def test_the_whole_population_leaves_no_doubt() -> None:
    estimate = intervals.mean([1.0, 2.0, 4.0], population=3)
    assert estimate.low == estimate.high == pytest.approx(7 / 3)
    half_of = intervals.mean([1.0, 2.0, 4.0], population=6)
    whole = intervals.mean([1.0, 2.0, 4.0])
    assert (half_of.high - half_of.low) / (whole.high - whole.low) == pytest.approx(sqrt(3 / 5))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: intervals.wilson(3, 2), "successes must lie between 0 and n = 2, but is 3"),
        (lambda: intervals.wilson(-1, 2), "but is -1"),
        (lambda: intervals.wilson(0, 0), "n must be at least 1, but is 0"),
        (lambda: intervals.newcombe(1, 2, 3, 2), "but is 3"),
        (lambda: intervals.agresti_caffo(3, 2, 1, 2), "successes_1 must lie"),
        (lambda: intervals.agresti_caffo(1, 2, 3, 2), "successes_2 must lie"),
        (lambda: intervals.net_promoter(0, 0, 0), "must not all be 0"),
        (lambda: intervals.net_promoter(1, -2, 0), "passives must not be negative, but is -2"),
        (lambda: intervals.mean([1.0]), "values must be at least 2, but are 1"),
        (lambda: intervals.mean([1.0, 2.0], population=1), "population must be at least n = 2"),
        (lambda: intervals.mean_of(1.0, 1.0, 1), "n must be at least 2, but is 1"),
        (lambda: intervals.paired_difference(3, 3, 5), "lost must lie between 0 and n = 2"),
        (lambda: intervals.paired_difference(-1, 0, 5), "gained must lie"),
    ],
)
def test_wrong_input_is_named(call: object, message: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=message):
        call()


def test_an_interval_that_touches_zero_excludes_nothing() -> None:
    assert not intervals.Interval(0.0, 1.0).excludes_zero
    assert not intervals.Interval(-1.0, 0.0).excludes_zero
    assert intervals.Interval(0.1, 1.0).excludes_zero
    assert intervals.Interval(-1.0, -0.1).excludes_zero


@given(counts, counts)
def test_mcnemar_is_the_exact_test_with_half_of_the_probability_of_what_was_seen(
    gained: int, lost: int
) -> None:
    moved = gained + lost
    exact = stats.binomtest(gained, moved).pvalue if moved else 1.0
    half = 0.0 if gained == lost else stats.binom.pmf(gained, moved, 0.5)
    assert intervals.mcnemar(gained, lost) == pytest.approx(exact - half, abs=1e-9)


def test_mcnemar_by_hand_and_for_many() -> None:
    assert intervals.mcnemar(0, 4) == pytest.approx(1 / 16)
    assert intervals.mcnemar(1, 5) == pytest.approx((2 * (1 + 6) - 6) / 64)
    assert intervals.mcnemar(3, 3) == 1
    assert intervals.mcnemar(0, 0) == 1
    assert intervals.mcnemar(50_400, 49_600) == pytest.approx(0.01143, abs=2e-4)


@pytest.mark.parametrize(("gained", "lost", "named"), [(-1, 2, "gained"), (2, -3, "lost")])
def test_mcnemar_refuses_a_negative_count(gained: int, lost: int, named: str) -> None:
    with pytest.raises(ValueError, match=f"{named} must not be negative, but is -"):
        intervals.mcnemar(gained, lost)
