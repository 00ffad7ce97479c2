"""The quantiles that 95% intervals need, of the normal and of Student's t distribution.

SciPy would be a heavy dependency for two quantiles; it serves as the reference in the tests.
"""

from functools import cache
from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

Array = np.ndarray[tuple[int], np.dtype[Any]]
CONFIDENCE = 0.95
Z = NormalDist().inv_cdf(0.5 + CONFIDENCE / 2)


@cache
def t_quantile(degrees: int) -> float:
    """Two-sided 95% quantile of Student's t, to 9 digits.

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


def t_beyond(t: Array, degrees: Array) -> Array:
    """P(|T| > t) of each pair: the two-sided p-values of Student's t, whole degrees of freedom.

    The same series as `_t_within`, for thousands of pairs at once; each adds terms up to its own.
    """
    angle, is_even = np.arctan(t / np.sqrt(degrees)), degrees % 2 == 0
    squared = np.cos(angle) ** 2
    term = np.where(is_even, 1.0, np.cos(angle))
    total = np.where(degrees > 1, term, 0.0)
    step = np.where(is_even, 2, 3)
    while (goes_on := step < degrees - 1).any():
        term = np.where(goes_on, term * (step - 1) / step * squared, 0.0)
        total, step = total + term, step + 2
    within = np.sin(angle) * total
    beyond: Array = np.clip(1 - np.where(is_even, within, 2 / pi * (angle + within)), 0, 1)
    return beyond


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
