"""Which points of a chart are marked, and from when on."""

from itertools import pairwise
from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from queries.statistics.signals import (
    OUTSIDE,
    SEVEN_FALLING,
    SEVEN_ON_ONE_SIDE,
    SEVEN_RISING,
    TWO_OF_THREE,
    of_points,
    runs,
)

points = st.lists(st.sampled_from([-4.0, -2.5, -1.0, 0.0, 0.5, 1.0, 2.5, 4.0, nan]), max_size=30)


def marked(name: str, values: list[float], centre: float = 0.0, sigma: float = 1.0) -> list[int]:
    """Places (from 0) of the points that carry the name."""
    names = of_points(values, centre, sigma)
    return [place for place, found in enumerate(names) if name in found]


def test_a_point_beyond_three_sigma_is_outside_and_one_on_the_limit_is_not() -> None:
    assert marked(OUTSIDE, [3.01, 3.0, 0, -3.0, -3.01]) == [0, 4]
    assert marked(OUTSIDE, [13.1, 7, 6.9], centre=10) == [0, 2]


def test_seven_on_one_side_marks_the_seventh_and_those_after_it() -> None:
    assert marked(SEVEN_ON_ONE_SIDE, [1.0, 0.5] * 3) == []
    assert marked(SEVEN_ON_ONE_SIDE, [-1.0] + [1.0, 0.5] * 4) == [7, 8]
    assert marked(SEVEN_ON_ONE_SIDE, [-1.0] * 7) == [6]


def test_a_point_on_the_centre_line_ends_a_run() -> None:
    assert marked(SEVEN_ON_ONE_SIDE, [1.0] * 3 + [0.0] + [1.0] * 4) == []
    assert marked(SEVEN_ON_ONE_SIDE, [0.0] * 9) == []
    assert marked(SEVEN_ON_ONE_SIDE, [0.3] * 7, centre=0.1 + 0.2) == []


def test_seven_rising_are_seven_points_each_above_the_one_before() -> None:
    assert marked(SEVEN_RISING, [-1.5, -1, -0.5, 0, 0.5, 1]) == []
    assert marked(SEVEN_RISING, [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 1]) == [6, 7]
    assert marked(SEVEN_FALLING, [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 1]) == []
    assert marked(SEVEN_FALLING, [1.5, 1, 0.5, 0, -0.5, -1, -1.5]) == [6]
    assert marked(SEVEN_RISING, [1.5, 1, 0.5, 0, -0.5, -1, -1.5]) == []


def test_equal_neighbours_end_a_rise() -> None:
    assert marked(SEVEN_RISING, [-1.5, -1, -0.5, 0, 0, 0.5, 1, 1.5]) == []


def test_two_of_three_marks_the_second_one_beyond_two_sigma_on_a_side() -> None:
    assert marked(TWO_OF_THREE, [2.5, 0, 2.5, 0, 0, 2.5]) == [2]
    assert marked(TWO_OF_THREE, [2.5, 2.5, 0]) == [1]
    assert marked(TWO_OF_THREE, [-2.5, 0, -2.5]) == [2]
    assert marked(TWO_OF_THREE, [2.5, -2.5, 0]) == []
    assert marked(TWO_OF_THREE, [2.0, 2.0, 2.0]) == []
    assert marked(TWO_OF_THREE, [2.01, 2.01, 2.0]) == [1]


def test_a_point_may_carry_several_names() -> None:
    last = of_points([0.5, 0.6, 0.7, 0.8, 0.9, 2.5, 4.0], 0.0, 1.0)[-1]
    assert last == (OUTSIDE, SEVEN_ON_ONE_SIDE, SEVEN_RISING, TWO_OF_THREE)


def test_points_without_a_value_are_as_though_not_there() -> None:
    assert marked(SEVEN_ON_ONE_SIDE, [1.0] * 3 + [nan] + [1.0] * 4) == [7]
    assert marked(TWO_OF_THREE, [2.5, nan, nan, 2.5]) == [3]
    assert of_points([nan, nan], 0.0, 1.0).tolist() == [(), ()]
    assert of_points([], 0.0, 1.0).tolist() == []


def test_each_point_has_its_own_sigma() -> None:
    assert of_points([4.0, 4.0], 0.0, [1.0, 2.0]).tolist() == [(OUTSIDE,), ()]


@given(points, st.sampled_from([1e-12, 1e-3, 1e12]))
def test_the_unit_of_the_points_does_not_matter(values: list[float], unit: float) -> None:
    scaled = of_points([value * unit for value in values], 0.0, unit)
    assert scaled.tolist() == of_points(values, 0.0, 1.0).tolist()


def test_rounding_of_large_numbers_is_no_difference() -> None:
    assert marked(SEVEN_ON_ONE_SIDE, [3e9 + 1e-6] * 7, centre=3e9) == []
    assert marked(SEVEN_ON_ONE_SIDE, [3e9 + 30] * 7, centre=3e9) == [6]


@given(points, points)
def test_a_new_point_changes_no_earlier_mark(before: list[float], after: list[float]) -> None:
    whole = of_points(before + after, 0.0, 1.0).tolist()
    assert whole[: len(before)] == of_points(before, 0.0, 1.0).tolist()


@given(points)
def test_below_is_as_above(values: list[float]) -> None:
    swap = {SEVEN_RISING: SEVEN_FALLING, SEVEN_FALLING: SEVEN_RISING}
    mirrored = of_points([-value for value in values], 0.0, 1.0)
    names = [tuple(swap.get(name, name) for name in found) for found in mirrored]
    assert of_points(values, 0.0, 1.0).tolist() == names


@given(points)
def test_runs_equal_a_look_at_every_stretch(values: list[float]) -> None:
    seen = [value for value in values if not np.isnan(value)]
    if not seen:
        return
    found = runs(seen, 0.0)
    sides = [value > 0 for value in seen if value != 0]
    stretches = [
        end - start
        for start in range(len(sides))
        for end in range(start + 1, len(sides) + 1)
        if len(set(sides[start:end])) == 1
    ]
    assert found.useful == len(sides)
    assert found.longest == max(stretches, default=0)
    changes = [a != b for a, b in pairwise(sides)]
    assert found.crossings == sum(changes)


@given(st.integers(2, 200))
def test_the_limit_of_crossings_equals_scipy(n: int) -> None:
    assert runs([1.0] * n, 0.0).crossings_limit == stats.binom.ppf(0.05, n - 1, 0.5)


def test_limits_of_runs() -> None:
    found = runs([1, -1] * 10 + [0], 0.0)
    assert found == (20, 1, 7, 19, 6)
    assert runs([5.0, 5.0], 5.0) == (0, 0, 0, 0, 0)
    assert runs([1.0], 0.0) == (1, 1, 3, 0, 0)
    with pytest.raises(ValueError, match="values must be finite"):
        runs([nan], 0.0)
