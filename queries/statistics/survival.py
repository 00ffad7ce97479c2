"""How long until it is closed, when some cases are still open (measures.md, section 6).

Kaplan and Meier's curve: an open case counts as long as it was watched, and no longer. Leaving open
cases out, or taking them for closed, makes every answer look faster than it was. Ends and quantiles
follow R's `survfit` with `conf.type = "log"`, so that they equal what is published.
"""

from dataclasses import dataclass
from math import erfc, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from queries.statistics import arrays
from queries.statistics.arrays import Numbers
from queries.statistics.intervals import Estimate
from queries.statistics.quantiles import Z

# Two shares that differ by less are the same: R's square root of the machine's precision.
SAME = 1.5e-8


@dataclass(frozen=True, eq=False)
class Curve:
    """The share still open just after each of the distinct closing times.

    `standard_error` is Greenwood's; it and the 95% limits are NaN once nothing is left open.
    `n` cases in all, `longest` the longest hours that any of them was watched.
    """

    hours: Numbers
    survival: Numbers
    standard_error: Numbers
    low: Numbers
    high: Numbers
    n: int
    longest: float

    def quantile(self, q: float) -> Estimate[float | None]:
        """Hours by which the share `q` of the cases is closed: 0.5 the median, 0.9 the p90.

        Each end is None where its curve does not come down far enough: not reached. Raises
        `ValueError` unless 0 < q < 1.
        """
        if not 0 < q < 1:
            raise ValueError(f"q must lie between 0 and 1, but is {q}")
        value, low, high = (
            self._reaches(curve, 1 - q) for curve in (self.survival, self.low, self.high)
        )
        return Estimate(value, low, high, self.n)

    def _reaches(self, curve: Numbers, share: float) -> float | None:
        """When the curve comes down to the share; the middle of the time it lies exactly there."""
        reached, passed = curve <= share + SAME, curve < share - SAME
        if not reached.any():
            return None
        last = self.hours[passed][0] if passed.any() else self.longest
        first = self.hours[reached][0]
        return float(first if passed[reached][0] else (first + last) / 2)


class LogRank(NamedTuple):
    """Do two groups close equally fast? Closed and expected cases of the first, and the test."""

    observed: float
    expected: float
    chi_square: float
    p_value: float


def kaplan_meier(hours: ArrayLike, is_closed: ArrayLike) -> Curve:
    """The curve of single cases: hours until closed, or watched so far when still open.

    Raises `ValueError` for no case, unequal lengths, negative or missing hours.
    """
    watched, closed = arrays.amounts("hours", hours), arrays.truths("is_closed", is_closed)
    arrays.need_same_length(hours=watched, is_closed=closed)
    return kaplan_meier_of_counts(watched, closed, ~closed)


def kaplan_meier_of_counts(
    hours: ArrayLike, closed_counts: ArrayLike, open_counts: ArrayLike
) -> Curve:
    """The same from rows of hours with the cases closed at them and those still open.

    As the questions service/survival and complaints/survival return them; hours may come in any
    order and more than once. Raises `ValueError` as `kaplan_meier`, and when all counts are 0.
    """
    watched = arrays.amounts("hours", hours)
    closed = arrays.amounts("closed_counts", closed_counts)
    still_open = arrays.amounts("open_counts", open_counts)
    arrays.need_same_length(hours=watched, closed_counts=closed, open_counts=still_open)
    counted = closed + still_open > 0
    if not counted.any():
        raise ValueError("closed_counts and open_counts must not all be 0")
    return _curve(watched[counted], closed[counted], still_open[counted])


def _curve(watched: Numbers, closed: Numbers, still_open: Numbers) -> Curve:
    hours, place = np.unique(watched, return_inverse=True)
    ended = np.bincount(place, closed)
    at_risk = np.bincount(place, closed + still_open)[::-1].cumsum()[::-1]
    steps = ended > 0
    ended, left = ended[steps], at_risk[steps] - ended[steps]
    survival = np.cumprod(left / at_risk[steps])
    added = np.divide(ended, at_risk[steps] * left, out=np.full(left.size, np.nan), where=left > 0)
    # Greenwood's error of the logarithm of the share.
    spread = np.sqrt(np.cumsum(added))
    return Curve(
        arrays.read_only(hours[steps]),
        arrays.read_only(survival),
        arrays.read_only(survival * spread),
        arrays.read_only(survival * np.exp(-Z * spread)),
        arrays.read_only(np.minimum(1.0, survival * np.exp(Z * spread))),
        round(at_risk[0]),
        float(hours[-1]),
    )


def log_rank(
    hours_1: ArrayLike, is_closed_1: ArrayLike, hours_2: ArrayLike, is_closed_2: ArrayLike
) -> LogRank:
    """The log-rank test of two independent groups; chi-square with one degree of freedom.

    p is 1 when there is nothing to compare. Raises `ValueError` as `kaplan_meier`.
    """
    first, second = _closings(hours_1, is_closed_1), _closings(hours_2, is_closed_2)
    times = np.unique(np.concatenate([first.closed_hours, second.closed_hours]))
    ended = first.ended(times) + second.ended(times)
    at_risk, of_first = first.at_risk(times) + second.at_risk(times), first.at_risk(times)
    share = of_first / at_risk
    # One case alone has no variance; its row is 0 whatever it is divided by.
    spread = ended * share * (1 - share) * (at_risk - ended) / np.maximum(at_risk - 1, 1)
    observed, expected, variance = first.closed_hours.size, (ended * share).sum(), spread.sum()
    chi_square = (observed - expected) ** 2 / variance if variance > 0 else 0.0
    p_value = erfc(sqrt(chi_square / 2))
    return LogRank(float(observed), float(expected), float(chi_square), p_value)


class _Closings(NamedTuple):
    hours: Numbers
    closed_hours: Numbers

    def at_risk(self, times: Numbers) -> Numbers:
        """Cases watched at least until each of the times."""
        return self.hours.size - np.searchsorted(self.hours, times, side="left").astype(float)

    def ended(self, times: Numbers) -> Numbers:
        """Cases closed at each of the times."""
        before = np.searchsorted(self.closed_hours, times, side="left")
        return np.searchsorted(self.closed_hours, times, side="right").astype(float) - before


def _closings(hours: ArrayLike, is_closed: ArrayLike) -> _Closings:
    watched, closed = arrays.amounts("hours", hours), arrays.truths("is_closed", is_closed)
    arrays.need_same_length(hours=watched, is_closed=closed)
    return _Closings(np.sort(watched), np.sort(watched[closed]))
