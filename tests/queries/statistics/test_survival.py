"""Kaplan and Meier's curve: by hand, and equal to statsmodels."""

from dataclasses import FrozenInstanceError
from math import exp, nan, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.duration.survfunc import SurvfuncRight, survdiff

from queries.statistics import survival
from queries.statistics.survival import kaplan_meier, kaplan_meier_of_counts

Z = 1.959963984540054
NOTHING: Any = [None]
cases = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40)


def test_an_open_case_counts_as_long_as_it_was_watched() -> None:
    curve = kaplan_meier([1, 2, 2, 3, 5], [True, True, False, False, True])
    assert curve.hours.tolist() == [1, 2, 5]
    assert curve.survival == pytest.approx([4 / 5, 4 / 5 * 3 / 4, 0])
    assert (curve.n, curve.longest) == (5, 5)


def test_greenwoods_error_and_limits_of_the_logarithm() -> None:
    curve = kaplan_meier([1, 2, 3, 4], [True, True, False, False])
    spread = sqrt(1 / (4 * 3) + 1 / (3 * 2))
    assert curve.standard_error[1] == pytest.approx(0.5 * spread)
    assert curve.low[1] == pytest.approx(0.5 * exp(-Z * spread))
    assert curve.high.tolist() == [1, 1]
    larger = kaplan_meier_of_counts([1, 2, 4], [10, 10, 0], [0, 0, 20])
    spread = sqrt(10 / (40 * 30) + 10 / (30 * 20))
    assert larger.high[1] == pytest.approx(0.5 * exp(Z * spread))


def test_once_nothing_is_open_error_and_limits_say_nothing() -> None:
    curve = kaplan_meier([1, 2], [True, True])
    assert curve.survival.tolist() == [0.5, 0]
    last = [curve.standard_error[-1], curve.low[-1], curve.high[-1]]
    assert np.isnan(last).all()
    assert curve.quantile(0.9).value == 2


def test_a_quantile_that_is_not_reached_is_none() -> None:
    curve = kaplan_meier([1, 2, 3, 4], [True, False, False, False])
    assert curve.quantile(0.5) == (None, 1.0, None, 4)
    assert curve.quantile(0.2) == (1.0, 1.0, None, 4)
    nothing_closed = kaplan_meier([3, 4], [False, False])
    assert nothing_closed.hours.size == 0
    assert nothing_closed.quantile(0.1) == (None, None, None, 2)


def test_a_share_reached_exactly_takes_the_middle_of_its_stretch() -> None:
    assert kaplan_meier([1, 2, 6, 9], [True] * 4).quantile(0.5).value == 4
    assert kaplan_meier([1, 2, 6, 9], [True] * 4).quantile(0.51).value == 6
    still_watched = kaplan_meier([1, 2, 5, 8], [True, True, False, False])
    assert still_watched.quantile(0.5).value == 5
    thirds = kaplan_meier([1] * 7 + [2] * 2 + [8], [True] * 10)
    assert thirds.quantile(0.7).value == 1.5
    assert thirds.quantile(0.9).value == 5


def test_eleven_cases_in_three_ways() -> None:
    hours = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161]
    closed = [hour not in (28, 45, 161) and place != 2 for place, hour in enumerate(hours)]
    medians = [
        kaplan_meier(
            [hour for hour, is_closed in zip(hours, closed, strict=True) if is_closed], 7 * [1]
        ),
        kaplan_meier(hours, 11 * [1]),
        kaplan_meier(hours, closed),
    ]
    assert [curve.quantile(0.5).value for curve in medians] == [23, 28, 31]
    assert medians[2].quantile(0.5) == (31, 18, None, 11)


@given(cases)
def test_the_curve_equals_statsmodels(given_cases: list[tuple[int, bool]]) -> None:
    hours, closed = zip(*given_cases, strict=True)
    if not any(closed):
        return
    curve, reference = kaplan_meier(hours, closed), SurvfuncRight(hours, np.array(closed, int))
    assert curve.hours == pytest.approx(reference.surv_times)
    assert curve.survival == pytest.approx(reference.surv_prob)
    left = curve.survival > 0
    assert curve.standard_error[left] == pytest.approx(reference.surv_prob_se[left])


@given(cases, st.floats(0.01, 0.99))
def test_limits_enclose_and_quantiles_are_in_order(
    given_cases: list[tuple[int, bool]], q: float
) -> None:
    curve = kaplan_meier(*zip(*given_cases, strict=True))
    left = curve.survival > 0
    assert (curve.low[left] <= curve.survival[left]).all()
    assert (curve.survival[left] <= curve.high[left]).all()
    assert (curve.high[left] <= 1).all()
    low, value, high = curve.quantile(q).low, curve.quantile(q).value, curve.quantile(q).high
    if value is not None:
        assert low is None or low <= value
        assert high is None or value <= high


@given(cases, st.sampled_from([0.25, 0.5, 0.9]))
def test_counts_say_the_same_as_cases(given_cases: list[tuple[int, bool]], q: float) -> None:
    hours = sorted({hour for hour, _ in given_cases}, reverse=True)
    closed = [given_cases.count((hour, True)) for hour in hours]
    still_open = [given_cases.count((hour, False)) for hour in hours]
    counted = kaplan_meier_of_counts(hours, closed, still_open)
    single = kaplan_meier(*zip(*given_cases, strict=True))
    assert counted.survival.tolist() == single.survival.tolist()
    assert counted.quantile(q) == single.quantile(q)
    assert (counted.n, counted.longest) == (single.n, single.longest)


def test_rows_without_cases_change_nothing() -> None:
    with_rows = kaplan_meier_of_counts([1, 2, 99], [1, 0, 0], [1, 0, 0])
    assert with_rows.longest == 1
    assert with_rows.n == 2


@given(cases, cases)
def test_log_rank_equals_statsmodels(
    first: list[tuple[int, bool]], second: list[tuple[int, bool]]
) -> None:
    found = survival.log_rank(*zip(*first, strict=True), *zip(*second, strict=True))
    hours, closed = zip(*first, *second, strict=True)
    assert found.observed == sum(is_closed for _, is_closed in first)
    assert found.p_value == pytest.approx(stats.chi2.sf(found.chi_square, 1))
    group = [0] * len(first) + [1] * len(second)
    with np.errstate(all="ignore"):
        try:
            chi_square, _ = survdiff(np.array(hours), np.array(closed, int), np.array(group))
        except (np.linalg.LinAlgError, ValueError, IndexError):
            return
    if np.isfinite(chi_square):
        assert found.chi_square == pytest.approx(float(chi_square), abs=1e-9)


def test_log_rank_by_hand() -> None:
    found = survival.log_rank([1, 3], [True, True], [2, 4], [True, False])
    assert found.observed == 2
    assert found.expected == pytest.approx(2 / 4 + 1 / 3 + 1 / 2)
    variance = 1 / 4 + 2 / 9 + 1 / 4
    assert found.chi_square == pytest.approx((2 - found.expected) ** 2 / variance)
    assert survival.log_rank([1], [True], [1], [True])[2:] == (0, 1)
    assert survival.log_rank([1], [False], [1], [False]) == (0, 0, 0, 1)


def test_a_curve_cannot_be_changed() -> None:
    curve = kaplan_meier([1, 2], [True, True])
    with pytest.raises(ValueError, match="read-only"):
        curve.survival[0] = 1
    with pytest.raises(FrozenInstanceError):
        curve.__setattr__("n", 3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: kaplan_meier([], []), "hours must be a row of numbers"),
        (lambda: kaplan_meier([1, 2], [True]), "lengths must be equal, but are: hours 2, is_cl"),
        (lambda: kaplan_meier([1, -2], [1, 1]), "hours must be 0 or more, but number 2 is -2"),
        (lambda: kaplan_meier([nan], [1]), "hours must be finite numbers, but number 1 is nan"),
        (lambda: kaplan_meier(NOTHING, [1]), "hours must be finite numbers"),
        (lambda: kaplan_meier(["soon"], [1]), "hours must be numbers: .*soon"),
        (lambda: kaplan_meier([[1]], [1]), "hours must be a row of numbers, but has the shape"),
        (lambda: kaplan_meier([1], [2]), "is_closed must be true or false, but number 1 is 2"),
        (lambda: kaplan_meier([1], NOTHING), "is_closed must be finite"),
        (lambda: kaplan_meier_of_counts([1], [-1], [1]), "closed_counts must be 0 or more"),
        (lambda: kaplan_meier_of_counts([1], [1], [-1]), "open_counts must be 0 or more"),
        (lambda: kaplan_meier_of_counts([1], [1], [1, 1]), "closed_counts 1, open_counts 2"),
        (lambda: kaplan_meier_of_counts([1], [0], [0]), "must not all be 0"),
        (lambda: survival.log_rank([1], [1], [1], [1, 1]), "lengths must be equal"),
        (lambda: survival.log_rank([1], [1], [-1], [1]), "hours must be 0 or more"),
        (lambda: kaplan_meier([1], [1]).quantile(0), "q must lie between 0 and 1, but is 0"),
        (lambda: kaplan_meier([1], [1]).quantile(1), "q must lie between 0 and 1, but is 1"),
        (lambda: kaplan_meier([1], [1]).quantile(nan), "q must lie between 0 and 1, but is nan"),
    ],
)
def test_wrong_input_is_named(call: object, message: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=message):
        call()
