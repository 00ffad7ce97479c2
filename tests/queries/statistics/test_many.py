"""Many shares at once against SciPy, and against what must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from queries.statistics import many

shares = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda own: (min(own), own[1]))
p_values = st.lists(st.floats(0, 1), max_size=12)


@given(shares, shares)
def test_the_p_value_is_that_of_the_chi_square_test_by_n_less_one(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    table = [[one[0], one[1] - one[0]], [other[0], other[1] - other[0]]]
    if 0 in (one[0] + other[0], one[1] - one[0] + other[1] - other[0]):
        assert many.p_value(*one, *other) == 1
        return
    total = one[1] + other[1]
    statistic = stats.chi2_contingency(table, correction=False).statistic * (total - 1) / total
    assert many.p_value(*one, *other) == pytest.approx(stats.chi2.sf(statistic, 1), abs=1e-9)


@given(p_values)
def test_those_that_stand_out_are_those_of_benjamini_and_hochberg(values: list[float]) -> None:
    expected = [] if not values else list(stats.false_discovery_control(values) <= many.LEVEL)
    assert many.stand_out(values) == expected


def test_one_of_twenty_by_chance_does_not_stand_out() -> None:
    assert many.stand_out([0.04, *[0.5] * 19]) == [False] * 20
    assert many.stand_out([0.001, *[0.5] * 19]) == [True, *[False] * 19]


@pytest.mark.parametrize("own", [(3, 2, 1, 2), (-1, 2, 1, 2), (1, 2, 1, 0)])
def test_a_share_that_is_none_is_refused(own: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="successes must lie between 0 and n"):
        many.p_value(*own)


def test_a_p_value_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="p_values must lie between 0 and 1"):
        many.stand_out([0.2, 1.2])
