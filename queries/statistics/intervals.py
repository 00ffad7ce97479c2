"""95 % intervals of shares, differences, the net promoter score and means.

Formulas: measures.md, sections 2 and 3. Pure Python and numpy: SciPy would be a heavy dependency
for two quantiles; it serves as the reference in the tests instead.
"""

from collections.abc import Sequence
from functools import cache
from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


class Interval(NamedTuple):
    """Both ends of an interval, in the unit of what it is about."""

    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Does it leave no doubt about the sign?"""
        return self.low > 0 or self.high < 0


class Estimate(NamedTuple):
    """A value with its interval and the number of cases it rests on."""

    value: float
    low: float
    high: float
    n: int

    @property
    def is_more_than_noise(self) -> bool:
        """For a difference: does its interval exclude 0?"""
        return Interval(self.low, self.high).excludes_zero


def wilson(successes: int, n: int) -> Interval:
    """Interval of a share, 0–1 (Wilson score, no continuity correction).

    Raises `ValueError` unless 0 <= successes <= n and n >= 1.
    """
    _check_share("successes", successes, n)
    share = successes / n
    centre = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    # At both ends the formula gives exactly 0 and 1, but for the last digit.
    low = centre - half if successes > 0 else 0.0
    return Interval(low, centre + half if successes < n else 1.0)


def newcombe(successes_1: int, n_1: int, successes_2: int, n_2: int) -> Interval:
    """Interval of share 1 minus share 2 of independent groups (Newcombe's hybrid score)."""
    first, second = wilson(successes_1, n_1), wilson(successes_2, n_2)
    share_1, share_2 = successes_1 / n_1, successes_2 / n_2
    difference = share_1 - share_2
    return Interval(
        difference - sqrt((share_1 - first.low) ** 2 + (second.high - share_2) ** 2),
        difference + sqrt((first.high - share_1) ** 2 + (share_2 - second.low) ** 2),
    )


def paired_difference(gained: int, lost: int, n: int) -> Estimate:
    """Change of a share among the same `n` clients, of which some gained and some lost it.

    Agresti and Min (2005): half a case is added to each of the four cells. Raises `ValueError`
    unless gained + lost <= n and n >= 1.
    """
    _check_share("gained", gained, n)
    _check_share("lost", lost, n - gained if lost else n)
    total, moved = n + 2, gained + lost + 1
    centre = (gained - lost) / total
    half = Z * sqrt(moved - (gained - lost) ** 2 / total) / total
    return Estimate((gained - lost) / n, max(-1.0, centre - half), min(1.0, centre + half), n)


def net_promoter(promoters: int, passives: int, detractors: int) -> Estimate:
    """Net promoter score in points, −100…100, with the adjusted Wald interval (n + 3), clipped.

    Raises `ValueError` for a negative count or no answer at all.
    """
    for name, count in (
        ("promoters", promoters),
        ("passives", passives),
        ("detractors", detractors),
    ):
        if count < 0:
            raise ValueError(f"{name} must not be negative, but is {count}")
    n = promoters + passives + detractors
    if n < 1:
        raise ValueError("promoters, passives and detractors must not all be 0")
    adjusted, up, down = n + 3, promoters + 0.75, detractors + 0.75
    centre = (up - down) / adjusted
    half = Z * sqrt(((up + down) / adjusted - centre**2) / adjusted)
    value = (promoters - detractors) / n
    return Estimate(100 * value, 100 * max(-1.0, centre - half), 100 * min(1.0, centre + half), n)


def net_promoter_difference(now: tuple[int, int, int], before: tuple[int, int, int]) -> Estimate:
    """Change of the score between independent groups of (promoters, passives, detractors), points.

    Wald with the same adjustment as `net_promoter`; `n` counts both groups.
    """
    first, second = net_promoter(*now), net_promoter(*before)
    variance = sum(((score.high - score.low) / (2 * Z)) ** 2 for score in (first, second))
    value, half = first.value - second.value, Z * sqrt(variance)
    return Estimate(value, max(-200.0, value - half), min(200.0, value + half), first.n + second.n)


def mean(values: Sequence[float], population: int | None = None) -> Estimate:
    """Mean with its t interval; with the finite-population factor when the population is given.

    Raises `ValueError` for fewer than two values or a population smaller than their number.
    """
    sample = np.asarray(values, dtype=float)
    if sample.size < 2:
        raise ValueError(f"values must be at least 2, but are {sample.size}")
    return mean_of(float(sample.mean()), float(sample.std(ddof=1)), sample.size, population)


def mean_of(value: float, spread: float, n: int, population: int | None = None) -> Estimate:
    """The same from a mean, its sample standard deviation and n, as a question returns them."""
    if n < 2:
        raise ValueError(f"n must be at least 2, but is {n}")
    if population is not None and population < n:
        raise ValueError(f"population must be at least n = {n}, but is {population}")
    factor = 1.0 if population is None else sqrt((population - n) / (population - 1))
    half = t_quantile(n - 1) * spread / sqrt(n) * factor
    return Estimate(value, value - half, value + half, n)


@cache
def t_quantile(degrees: int) -> float:
    """Two-sided 95 % quantile of Student's t, to 9 digits.

    Up to 200 degrees of freedom found by halving on the distribution function, beyond by the
    expansion around the normal quantile (Abramowitz and Stegun, 26.7.5), which costs nothing.
    """
    if degrees > 200:
        return (
            Z
            + (Z**3 + Z) / (4 * degrees)
            + (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * degrees**2)
            + (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / (384 * degrees**3)
        )
    low, high = Z, 13.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_within(middle, degrees) < CONFIDENCE else (low, middle)
    return (low + high) / 2


def _t_within(t: float, degrees: int) -> float:
    """P(|T| <= t), the series for whole degrees (Abramowitz and Stegun, 26.7.3 and 26.7.4)."""
    angle = atan(t / sqrt(degrees))
    first = 1 if degrees % 2 == 0 else 2
    term = 1.0 if first == 1 else cos(angle)
    total = term if degrees > 1 else 0.0
    for k in range(first + 1, degrees - 1, 2):
        term *= (k - 1) / k * cos(angle) ** 2
        total += term
    if first == 1:
        return sin(angle) * total
    return 2 / pi * (angle + sin(angle) * total)


def _check_share(name: str, successes: int, n: int) -> None:
    if n < 1:
        raise ValueError(f"n must be at least 1, but is {n}")
    if not 0 <= successes <= n:
        raise ValueError(f"{name} must lie between 0 and n = {n}, but is {successes}")
