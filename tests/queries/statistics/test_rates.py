"""The ratio of two rates equals SciPy's conditional interval and says what it cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from queries.statistics import rates


@given(st.integers(1, 400), st.integers(1, 400), st.floats(1, 1000), st.floats(1, 1000))
def test_the_ratio_is_that_of_the_odds_of_a_share(
    count: int, other: int, exposure: float, other_exposure: float
) -> None:
    found = rates.ratio(count, exposure, other, other_exposure)
    share = stats.binomtest(count, count + other).proportion_ci(method="wilson")
    scale = other_exposure / exposure
    assert found.value == pytest.approx((count / exposure) / (other / other_exposure))
    assert found.low == pytest.approx(scale * share.low / (1 - share.low))
    assert found.high == pytest.approx(scale * share.high / (1 - share.high))
    assert found.n == count + other


def test_a_ratio_and_its_inverse_mirror_each_other() -> None:
    one, other = rates.ratio(66, 10, 29, 12), rates.ratio(29, 12, 66, 10)
    assert one.high is not None
    assert other.low == pytest.approx(1 / one.high)
    assert (one.is_higher, other.is_lower) == (True, True)
    assert (one.is_lower, other.is_higher) == (False, False)


def test_equal_rates_are_neither_higher_nor_lower() -> None:
    found = rates.ratio(20, 5, 20, 5)
    assert (found.value, found.is_higher, found.is_lower) == (1, False, False)


def test_none_of_the_other_has_no_upper_end() -> None:
    found = rates.ratio(9, 1, 0, 1)
    assert (found.value, found.high) == (None, None)
    assert found.low == pytest.approx(9 / 3.8414588, rel=1e-6)
    assert found.is_higher


def test_none_at_all_of_the_first_begins_at_zero() -> None:
    found = rates.ratio(0, 1, 9, 1)
    assert (found.value, found.low) == (0, 0)
    assert found.is_lower


def test_counts_that_spread_more_than_chance_weigh_less() -> None:
    plain, wide = rates.ratio(66, 1, 29, 1), rates.ratio(66, 1, 29, 1, dispersion=2)
    share = stats.binomtest(6600, 9500).proportion_ci(method="wilson")
    assert wide.low < plain.low
    assert wide.n == 95
    hundredfold = rates.ratio(6600, 1, 2900, 1, dispersion=10)
    assert hundredfold.low == pytest.approx(plain.low)
    assert rates.ratio(6600, 1, 2900, 1, dispersion=0.5).low == pytest.approx(
        share.low / (1 - share.low)
    )


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ((0, 1, 0, 1), "counts"),
        ((1, 0, 1, 1), "exposures"),
        ((1, 1, 1, 0), "exposures"),
        ((-1, 1, 1, 1), "counts"),
    ],
)
def test_what_has_no_ratio_is_refused(given: tuple[int, int, int, int], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        rates.ratio(*given)


@given(st.integers(0, 5000), st.floats(0.1, 1000))
def test_both_ends_of_a_rate_lie_z_standard_errors_of_their_own_from_it(
    count: int, exposure: float
) -> None:
    for end in rates.interval(count, exposure):
        expected = end * exposure
        assert abs(count - expected) == pytest.approx(1.959964 * expected**0.5, abs=1e-3)


@pytest.mark.parametrize(("count", "exposure"), [(-1, 1), (1, 0), (1, -1)])
def test_a_rate_needs_a_count_and_an_exposure(count: int, exposure: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        rates.interval(count, exposure)
