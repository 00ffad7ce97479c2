"""Control charts: limits by hand, weeks without clients, and properties on any counts."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from math import nan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.statistics import control
from queries.statistics.signals import OUTSIDE

weeks = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60)), min_size=1, max_size=40)


def test_xmr_is_the_mean_and_2_66_mean_moving_ranges() -> None:
    assert control.xmr([10, 12, 11, 15]) == pytest.approx(
        (12, 12 - 2.66 * 7 / 3, 12 + 2.66 * 7 / 3)
    )


def test_moving_ranges_above_their_limit_are_screened_once() -> None:
    values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 50, 49]
    ranges = [1] * 8 + [50, 1]
    assert max(ranges) > 3.267 * np.mean(ranges)
    centre = np.mean(values)
    assert control.xmr(values) == pytest.approx((centre, centre - 2.66, centre + 2.66))
    wide = 2.66 * np.mean(ranges)
    assert control.xmr(values, screen=False) == pytest.approx(
        (centre, centre - wide, centre + wide)
    )
    assert control.moving_ranges(values) == pytest.approx((5.9, 0, 3.267 * 5.9))


def test_screening_does_not_screen_again_what_then_stands_out() -> None:
    ranges = [1] * 20 + [5, 100]
    values = np.cumsum([0, *ranges])
    assert ranges[-2] > 3.267 * np.mean(ranges[:-1])
    limits = control.xmr(values)
    assert limits.upper - limits.centre == pytest.approx(2.66 * 25 / 21)


def test_one_point_has_no_range() -> None:
    assert control.xmr([4.0]) == pytest.approx((4, nan, nan), nan_ok=True)
    assert control.moving_ranges([4.0]) == pytest.approx((nan, 0, nan), nan_ok=True)
    assert control.xmr([4.0] * 5) == (4, 4, 4)


def test_limits_of_plain_series_may_rest_on_its_first_points() -> None:
    assert control.xmr([1, 2, 3, 90], baseline=3) == control.xmr([1, 2, 3])
    assert control.xmr([1, 2, 3], baseline=9) == control.xmr([1, 2, 3])
    assert control.moving_ranges([1, 2, 90], baseline=2) == pytest.approx((1, 0, 3.267))


def test_rates_have_limits_by_their_own_exposure() -> None:
    chart = control.u_chart([4, 12], [10, 30])
    assert chart.rate == pytest.approx([0.4, 0.4])
    assert chart.centre == pytest.approx([0.4, 0.4])
    assert chart.upper == pytest.approx([0.4 + 3 * sqrt(0.4 / 10), 0.4 + 3 * sqrt(0.4 / 30)])
    assert chart.lower == pytest.approx([0, 0.4 - 3 * sqrt(0.4 / 30)])
    assert chart.sigma_z == 1


def test_shares_have_limits_clipped_to_shares() -> None:
    chart = control.p_chart([1, 45], [4, 48])
    share = 46 / 52
    assert chart.upper.tolist() == [1, 1]
    assert chart.lower == pytest.approx(
        [share - 3 * sqrt(share * (1 - share) / n) for n in (4, 48)]
    )
    assert control.p_chart([1, 0], [2, 2]).lower.tolist() == [0, 0]
    prime = control.p_prime([0, 4, 0, 4], [4, 4, 4, 4])
    assert (set(prime.lower), set(prime.upper)) == ({0}, {1})


def test_laney_widens_by_the_moving_ranges_of_the_standardised_rates() -> None:
    counts, exposures = [2, 40, 4, 30], [10, 20, 10, 40]
    centre = 76 / 80
    z = [(c / e - centre) / sqrt(centre / e) for c, e in zip(counts, exposures, strict=True)]
    expected = np.mean([abs(z[n + 1] - z[n]) for n in range(3)]) / 1.128
    chart, plain = control.u_prime(counts, exposures), control.u_chart(counts, exposures)
    assert chart.sigma_z == pytest.approx(expected)
    assert chart.upper - centre == pytest.approx(expected * (plain.upper - centre))
    assert plain.signals[1] == (OUTSIDE,)
    assert chart.signals[1] == ()


def test_laney_for_shares_uses_their_own_spread() -> None:
    counts, sizes = [2, 9, 3], [10, 10, 20]
    z = [(c / n - 0.35) / sqrt(0.35 * 0.65 / n) for c, n in zip(counts, sizes, strict=True)]
    expected = (abs(z[1] - z[0]) + abs(z[2] - z[1])) / 2 / 1.128
    assert control.p_prime(counts, sizes).sigma_z == pytest.approx(expected)


def test_two_weeks_are_enough_for_laney() -> None:
    z = (0.2 - 0.3) / sqrt(0.3 / 10)
    assert control.u_prime([2, 4], [10, 10]).sigma_z == pytest.approx(-2 * z / 1.128)


def test_a_week_without_clients_has_no_rate_and_changes_nothing() -> None:
    with_gap = control.u_prime([2, 5, 7, 3], [10, 0, 20, 10])
    without = control.u_prime([2, 7, 3], [10, 20, 10])
    assert np.isnan([with_gap.rate[1], with_gap.lower[1], with_gap.upper[1]]).all()
    assert with_gap.signals[1] == ()
    assert with_gap.sigma_z == without.sigma_z
    assert np.delete(with_gap.upper, 1).tolist() == without.upper.tolist()
    nobody = control.p_prime([0, 0], [0, 0])
    assert np.isnan([*nobody.rate, *nobody.centre, *nobody.upper]).all()
    assert nobody.signals.tolist() == [(), ()]


def test_weeks_without_any_complaint_have_limits_of_zero() -> None:
    for chart in (control.u_prime([0, 0, 0], [5, 6, 7]), control.p_prime([0, 0, 0], [5, 6, 7])):
        assert chart.rate.tolist() == chart.lower.tolist() == chart.upper.tolist() == [0, 0, 0]
        assert chart.sigma_z == 1
        assert chart.signals.tolist() == [(), (), ()]
    all_of_all = control.p_prime([5, 6], [5, 6])
    assert all_of_all.lower.tolist() == all_of_all.upper.tolist() == [1, 1]


def test_a_constant_series_is_no_signal_whatever_its_rounding() -> None:
    for exposures in ([10] * 9, [10, 20, 30, 70, 60, 90, 10, 30, 70]):
        chart = control.u_prime([exposure // 10 for exposure in exposures], exposures)
        assert chart.sigma_z == pytest.approx(0, abs=1e-12)
        assert chart.upper == pytest.approx(chart.centre)
        assert all(names == () for names in chart.signals)


def test_one_week_has_the_limits_of_chance() -> None:
    chart = control.u_prime([9], [1])
    assert (chart.centre[0], chart.lower[0], chart.upper[0], chart.sigma_z) == (9, 0, 18, 1)


def test_limits_rest_on_the_first_weeks_and_reach_over_the_later_ones() -> None:
    counts, exposures = [4, 6, 5, 40, 9], [10, 10, 10, 10, 40]
    chart = control.u_prime(counts, exposures, baseline=3)
    first = control.u_prime(counts[:3], exposures[:3])
    assert chart.centre.tolist() == [0.5] * 5
    assert chart.sigma_z == first.sigma_z
    assert chart.upper[:3].tolist() == first.upper.tolist()
    assert chart.upper[4] == pytest.approx(0.5 + 3 * first.sigma_z * sqrt(0.5 / 40))
    assert chart.signals[3] == (OUTSIDE,)
    longer = control.u_prime(counts, exposures, baseline=24)
    assert longer.upper.tolist() == control.u_prime(counts, exposures).upper.tolist()


def test_after_a_baseline_without_complaints_each_one_is_outside() -> None:
    chart = control.u_prime([0, 0, 0, 1], [50] * 4, baseline=3)
    assert chart.signals.tolist() == [(), (), (), (OUTSIDE,)]


def test_a_baseline_without_clients_gives_no_limits() -> None:
    chart = control.u_prime([0, 3, 4], [0, 9, 9], baseline=1)
    assert chart.rate[1:] == pytest.approx([3 / 9, 4 / 9])
    assert np.isnan(chart.centre).all()
    assert np.isnan(chart.upper).all()
    assert chart.signals.tolist() == [(), (), ()]


def test_counts_of_equal_exposure() -> None:
    chart = control.c_chart([4, 16, 7], baseline=2)
    assert chart.centre.tolist() == [10, 10, 10]
    assert chart.upper == pytest.approx([10 + 3 * sqrt(10)] * 3)


def test_a_chart_cannot_be_changed() -> None:
    chart = control.u_chart([1, 2], [10, 10])
    with pytest.raises(FrozenInstanceError):
        chart.__setattr__("sigma_z", 2.0)
    for points in (chart.rate, chart.centre, chart.lower, chart.upper, chart.signals):
        assert not points.flags.writeable


@given(weeks)
def test_limits_are_in_order_and_a_point_beyond_them_is_outside(
    week: list[tuple[int, int]],
) -> None:
    counts, exposures = map(np.array, zip(*week, strict=True))
    capped = np.minimum(counts, exposures)
    for chart in (
        control.u_chart(counts, exposures),
        control.u_prime(counts, exposures),
        control.p_chart(capped, exposures),
        control.p_prime(capped, exposures),
    ):
        assert chart.rate.shape == chart.lower.shape == chart.upper.shape == chart.signals.shape
        seen = exposures > 0
        assert (np.isnan(chart.rate) == ~seen).all()
        assert (chart.lower[seen] <= chart.centre[seen] + 1e-12).all()
        assert (chart.centre[seen] <= chart.upper[seen] + 1e-12).all()
        off = np.maximum(chart.rate - chart.upper, chart.lower - chart.rate)
        is_outside = np.array([OUTSIDE in names for names in chart.signals])
        assert (is_outside == (seen & (off > 1e-7))).all()


@given(weeks, st.integers(2, 9))
def test_the_unit_of_exposure_does_not_matter(week: list[tuple[int, int]], scale: int) -> None:
    counts, exposures = map(np.array, zip(*week, strict=True))
    chart, scaled = control.u_prime(counts, exposures), control.u_prime(counts, exposures * scale)
    assert scaled.upper * scale == pytest.approx(chart.upper, nan_ok=True)
    assert scaled.sigma_z == pytest.approx(chart.sigma_z)
    assert scaled.signals.tolist() == chart.signals.tolist()


@pytest.mark.parametrize(
    "chart", [control.p_chart, control.p_prime, control.u_chart, control.u_prime]
)
def test_wrong_input_is_named_by_every_chart(chart: Callable[..., control.Chart]) -> None:
    for counts, sizes, message in (
        ([], [], "counts must be a row of numbers"),
        ([1], [1, 2], "lengths must be equal, but are: counts 1"),
        ([-1], [2], "counts must be 0 or more, but number 1 is -1"),
        ([1], [-2], "must be 0 or more, but number 1 is -2"),
        ([nan], [2], "counts must be finite numbers, but number 1 is nan"),
        ([1], [np.inf], "must be finite numbers, but number 1 is inf"),
    ):
        with pytest.raises(ValueError, match=message):
            chart(counts, sizes)
    with pytest.raises(ValueError, match="baseline must be at least 1, but is 0"):
        chart([1], [2], baseline=0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: control.p_chart([1, 3], [2, 2]), "counts must be at most sizes = 2, but is 3"),
        (lambda: control.p_prime([3], [2]), "counts must be at most sizes = 2, but is 3"),
        (lambda: control.c_chart([-1]), "counts must be 0 or more"),
        (lambda: control.xmr([]), "values must be a row of numbers"),
        (lambda: control.xmr([1, nan]), "values must be finite numbers, but number 2 is nan"),
        (lambda: control.xmr([1, 2], baseline=-1), "baseline must be at least 1, but is -1"),
        (lambda: control.moving_ranges([nan]), "values must be finite"),
        (lambda: control.moving_ranges([1], baseline=0), "baseline must be at least 1"),
    ],
)
def test_wrong_input_is_named(call: object, message: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=message):
        call()
