"""The seven-line sheet, its discounted variants and word of mouth, by hand and term by term."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.statistics.worth import discounted, multiple, word_of_mouth, worth

shares = st.floats(0, 0.99)


def test_seven_lines_by_hand() -> None:
    assert worth(50_000, 2, 5, 20_000) == (100_000, 120_000, 600_000)


def test_related_sales_that_are_missing_count_as_nothing() -> None:
    assert worth(50_000, 2, 5) == worth(50_000, 2, 5, 0)


def test_discounted_by_hand() -> None:
    found = discounted(120_000, 0.8, 0.1)
    assert found.in_a_year == pytest.approx(320_000)
    assert found.now == pytest.approx(440_000)
    assert multiple(0.8, 0.1) == pytest.approx(2.667, abs=0.0005)


@given(shares, st.floats(0.01, 1))
def test_the_multiple_is_the_sum_of_all_years_to_come(retention: float, interest: float) -> None:
    each = retention / (1 + interest)
    summed = sum(each**year for year in range(1, 3000))
    assert multiple(retention, interest) == pytest.approx(summed, rel=1e-6)


@given(shares, st.floats(0.01, 1))
def test_paid_now_it_is_the_same_sum_from_today(retention: float, interest: float) -> None:
    each = retention / (1 + interest)
    summed = sum(1000 * each**year for year in range(3000))
    assert discounted(1000, retention, interest).now == pytest.approx(summed, rel=1e-6)


def test_word_of_mouth_by_hand() -> None:
    assert word_of_mouth(1) == 16
    assert word_of_mouth(1, 10, 5, 0.1, 0.1) == pytest.approx(2.5)
    assert word_of_mouth(3, 4, 2, 0.5, 0.25) == pytest.approx(3 * 3.5)
    assert word_of_mouth(0) == 0


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (lambda: worth(-1, 2, 5), "order_value must not be negative, but is -1"),
        (lambda: worth(1, 2, float("nan")), "years must not be negative, but is nan"),
        (lambda: multiple(1.1, 0.5), "retention must lie between 0 and 1, but is 1.1"),
        (lambda: multiple(0.5, -0.1), "interest must not be negative, but is -0.1"),
        (lambda: multiple(1, 0), "interest must be above 0 where retention is 1"),
        (lambda: word_of_mouth(1, 10, 5, 1.2), "lost_of_told must lie between 0 and 1"),
        (lambda: word_of_mouth(1, 10, 5, 1, -1), "lost_of_told_on must lie between"),
        (lambda: word_of_mouth(-1), "n must not be negative, but is -1"),
    ],
)
def test_a_wrong_value_is_named(wrong: Callable[[], object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        wrong()
