"""Two means of groups that may differ in spread: the test of Welch (1947), many pairs at once.

Degrees of freedom are rounded down to whole ones for both, as printed tables do: a little too
careful, and the p-value and the interval never contradict each other.
"""

from math import comb
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from queries.statistics.quantiles import t_beyond, t_quantile

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]

DUST = 1e-9  # or 203.9999999999 degrees of freedom would become 203


class Samples(NamedTuple):
    """Groups by mean, sample standard deviation (n − 1) and size (at least 2): equal lengths."""

    mean: ArrayLike
    spread: ArrayLike
    n: ArrayLike


class Differences(NamedTuple):
    """First means less second ones, the ends of their 95% intervals, and two-sided p-values."""

    value: Floats
    low: Floats
    high: Floats
    p_value: Floats


def compare(one: Samples, other: Samples) -> Differences:
    """Compare pairs of independent means, each by itself.

    Where neither group of a pair spreads at all t has no meaning: p is that of the permutation
    test, which needs no spread, and the interval is the difference alone. Raises `ValueError` for
    n below 2, a negative or missing spread, and unequal lengths.
    """
    (first, spread_1, n_1), (second, spread_2, n_2) = _checked(one), _checked(other)
    value, parts = first - second, (spread_1**2 / n_1, spread_2**2 / n_2)
    variance = parts[0] + parts[1]
    spreads = variance > 0
    known = np.where(spreads, variance, 1.0)
    within = parts[0] ** 2 / (n_1 - 1) + parts[1] ** 2 / (n_2 - 1)
    degrees = (np.where(spreads, known**2 / np.where(spreads, within, 1.0), 1.0) + DUST).astype(int)
    half = np.array([t_quantile(int(each)) for each in degrees], float) * np.sqrt(variance)
    beyond = t_beyond(np.abs(value) / np.sqrt(known), degrees)
    for place in np.flatnonzero(~spreads):
        beyond[place] = _permuted(value[place], int(n_1[place]), int(n_2[place]))
    return Differences(value, value - half, value + half, beyond)


def _permuted(value: float, n_1: int, n_2: int) -> float:
    """Two groups without spread lie wholly apart, or not at all."""
    return 1.0 if value == 0 else min(1.0, 2 / comb(n_1 + n_2, n_1))


def _checked(groups: Samples) -> tuple[Floats, Floats, Floats]:
    mean, spread, n = (np.atleast_1d(np.asarray(part, dtype=float)) for part in groups)
    if not mean.shape == spread.shape == n.shape:
        raise ValueError("mean, spread and n must be equally long")
    if not (n >= 2).all():
        raise ValueError(f"n must be at least 2, but is {n.min()}")
    if not (spread >= 0).all():
        raise ValueError("spread must not be negative or missing")
    return mean, spread, n
