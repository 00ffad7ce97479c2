"""95% intervals of shares, differences, the net promoter score and means.

Formulas: measures.md, sections 2 and 3. Pure Python and numpy.
"""

from collections.abc import Sequence
from math import exp, fsum, lgamma, log, sqrt
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from queries.statistics.quantiles import Z, t_quantile

# Answers added to promoters, passives and detractors before the interval is taken.
ADDED_ANSWERS = (0.75, 1.5, 0.75)


class Interval(NamedTuple):
    """Both ends of an interval, in the unit of what it is about."""

    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Does it leave no doubt about the sign?"""
        return _excludes_zero(self.low, self.high)


End = TypeVar("End", bound=float | None, covariant=True)


class Estimate(NamedTuple, Generic[End]):
    """A value with its interval and the number of cases it rests on.

    `Estimate[float | None]` where a value or an end may be out of reach, as that of a quantile of
    times with many cases still open; None then.
    """

    value: End
    low: End
    high: End
    n: int

    @property
    def is_more_than_noise(self) -> bool:
        """For a difference: does its interval exclude 0? An end out of reach excludes nothing."""
        return _excludes_zero(self.low, self.high)


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


def agresti_caffo(successes_1: int, n_1: int, successes_2: int, n_2: int) -> Interval:
    """The same by Agresti and Caffo (2000): Wald after a success and a failure for each group.

    Often published; `newcombe` is the one the pages show. Clipped to −1…1.
    """
    _check_share("successes_1", successes_1, n_1)
    _check_share("successes_2", successes_2, n_2)
    share_1, share_2 = (successes_1 + 1) / (n_1 + 2), (successes_2 + 1) / (n_2 + 2)
    variance = share_1 * (1 - share_1) / (n_1 + 2) + share_2 * (1 - share_2) / (n_2 + 2)
    difference, half = share_1 - share_2, Z * sqrt(variance)
    return Interval(max(-1.0, difference - half), min(1.0, difference + half))


def paired_difference(gained: int, lost: int, n: int) -> Estimate[float]:
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


def mcnemar(gained: int, lost: int) -> float:
    """Two-sided p that as many of the same clients gain a share as lose it: exact, mid-p.

    Those that did neither say nothing. Mid-p (Fagerland and others 2013): the plain exact test
    finds too little. 1 where nobody moved. Raises `ValueError` for a negative count.
    """
    for name, count in (("gained", gained), ("lost", lost)):
        if count < 0:
            raise ValueError(f"{name} must not be negative, but is {count}")
    moved, fewer = gained + lost, min(gained, lost)
    # Probabilities of a fair coin, by their logarithms: 2 ** moved is beyond any float.
    chances = [exp(_log_choices(moved, count) - moved * log(2)) for count in range(fewer + 1)]
    return min(1.0, 2 * fsum(chances) - chances[-1])


def net_promoter(promoters: int, passives: int, detractors: int) -> Estimate[float]:
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
    up, between, down = np.add((promoters, passives, detractors), ADDED_ANSWERS).tolist()
    adjusted = up + between + down
    centre = (up - down) / adjusted
    half = Z * sqrt(score_variance(up, between, down) / adjusted)
    value = (promoters - detractors) / n
    return Estimate(100 * value, 100 * max(-1.0, centre - half), 100 * min(1.0, centre + half), n)


def score_variance(promoters: float, passives: float, detractors: float) -> float:
    """Variance of one answer's part in the score: +1, 0 or −1. Divided by n, that of the score."""
    n = promoters + passives + detractors
    return (promoters + detractors) / n - ((promoters - detractors) / n) ** 2


def net_promoter_difference(
    now: tuple[int, int, int], before: tuple[int, int, int]
) -> Estimate[float]:
    """Change of the score between independent groups of (promoters, passives, detractors), points.

    Wald with the same adjustment as `net_promoter`; `n` counts both groups.
    """
    first, second = net_promoter(*now), net_promoter(*before)
    variance = sum(((score.high - score.low) / (2 * Z)) ** 2 for score in (first, second))
    value, half = first.value - second.value, Z * sqrt(variance)
    return Estimate(value, max(-200.0, value - half), min(200.0, value + half), first.n + second.n)


def mean(values: Sequence[float], population: int | None = None) -> Estimate[float]:
    """Mean with its t interval; with the finite-population factor when the population is given.

    Raises `ValueError` for fewer than two values or a population smaller than their number.
    """
    sample = np.asarray(values, dtype=float)
    if sample.size < 2:
        raise ValueError(f"values must be at least 2, but are {sample.size}")
    return mean_of(float(sample.mean()), float(sample.std(ddof=1)), sample.size, population)


def mean_of(value: float, spread: float, n: int, population: int | None = None) -> Estimate[float]:
    """The same from a mean, its sample standard deviation and n, as a question returns them."""
    if n < 2:
        raise ValueError(f"n must be at least 2, but is {n}")
    if population is not None and population < n:
        raise ValueError(f"population must be at least n = {n}, but is {population}")
    factor = 1.0 if population is None else sqrt((population - n) / (population - 1))
    half = t_quantile(n - 1) * spread / sqrt(n) * factor
    return Estimate(value, value - half, value + half, n)


def _excludes_zero(low: float | None, high: float | None) -> bool:
    return (low is not None and low > 0) or (high is not None and high < 0)


def _log_choices(n: int, count: int) -> float:
    return lgamma(n + 1) - lgamma(count + 1) - lgamma(n - count + 1)


def _check_share(name: str, successes: int, n: int) -> None:
    if n < 1:
        raise ValueError(f"n must be at least 1, but is {n}")
    if not 0 <= successes <= n:
        raise ValueError(f"{name} must lie between 0 and n = {n}, but is {successes}")
