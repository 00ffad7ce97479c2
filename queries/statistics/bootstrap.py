"""How sure is a number that no formula gives an interval of? The bootstrap (Efron 1979).

Whole clusters are drawn with replacement: the answers of one client are not independent, and single
answers drawn would make every interval too narrow. Only how often each cluster is drawn is kept, so
that all draws of a mean or a covariance are one product of matrices.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from queries.statistics.arrays import Numbers
from queries.statistics.intervals import Estimate, Interval
from queries.statistics.not_fitted import NotFittedError
from queries.statistics.quantiles import Z

DRAWS = 500
SEED = 1
# Digits beyond these are rounding, not a difference between a draw and the estimate.
DIGITS = 12

Codes = NDArray[np.intp]
Clusters = Sequence[Hashable] | pd.Series | NDArray[Any]


@dataclass(frozen=True, eq=False)
class Draws:
    """How often each cluster is drawn: `counts` of draws × clusters, `names` one per cluster.

    The first row is no draw but each cluster once: the estimate itself.
    """

    names: pd.Index
    counts: Numbers
    seed: int

    def extended(self, names: pd.Index) -> "Draws":
        """The same draws for the clusters of these names, in their order.

        Those that were not drawn from before are drawn beside them, as a stratum of their own.
        """
        if names.equals(self.names):
            return self
        others = names[~names.isin(self.names)]
        beside = of_clusters(len(others), len(self.counts) - 1, self.seed + 1)
        places = self.names.append(others).get_indexer(names)
        return Draws(names, np.hstack([self.counts, beside])[:, places], self.seed)


class Resampling(NamedTuple):
    """What to draw from, how often, and the seed that makes the draws the same each time."""

    names: pd.Index
    draws: int = DRAWS
    seed: int = SEED

    def drawn(self, least: int) -> Draws:
        """The draws. Raises `ValueError` for less than one, `NotFittedError` for few clusters.

        Draws of fewer than `least` clusters are too alike to tell how sure a number is.
        """
        if self.draws < 1:
            raise ValueError(f"draws must be at least 1, but are {self.draws}")
        if len(self.names) < least:
            raise NotFittedError("too few clusters", need=least, have=len(self.names))
        return Draws(self.names, of_clusters(len(self.names), self.draws, self.seed), self.seed)


@lru_cache(maxsize=2)
def of_clusters(clusters: int, draws: int, seed: int) -> Numbers:
    """Counts of draws × clusters, above them a row of ones; each row sums to the clusters.

    The same as `Generator.multinomial` with equal chances, in an eighth of its time. Remembered,
    for a page that draws from the same clients more than once; so nobody may change it.
    """
    chance = np.random.default_rng(seed)
    counts = np.ones((draws + 1, clusters))
    for count in counts[1:] if clusters else ():
        count[:] = np.bincount(chance.integers(0, clusters, size=clusters), minlength=clusters)
    counts.setflags(write=False)
    return counts


def coded(clusters: Clusters | None, row_count: int) -> tuple[Codes, pd.Index]:
    """Each row's place among the sorted names of clusters; without clusters each row is one.

    Raises `ValueError` for a length other than that of the rows, and for a missing name.
    """
    if clusters is None:
        return np.arange(row_count), pd.RangeIndex(row_count)
    if len(clusters) != row_count:
        raise ValueError(
            f"lengths must be equal, but are: rows {row_count}, clusters {len(clusters)}"
        )
    codes, names = pd.factorize(pd.Series(clusters), sort=True)
    if (codes < 0).any():
        place = int(np.flatnonzero(codes < 0)[0])
        raise ValueError(f"clusters must be named, but number {place + 1} is missing")
    return codes, pd.Index(names)


def grouped(codes: Codes, names: pd.Index, most: int | None) -> tuple[Codes, pd.Index]:
    """The clusters themselves, or so many groups of them dealt out in turn where there are more.

    Groups are alike in size and made without looking at the answers, so that intervals from them
    are as wide; draws cost less, and are the same for whatever the same page works out.
    """
    if most is None or len(names) <= most:
        return codes, names
    return codes % most, pd.RangeIndex(most)


def interval(value: float, draws: Numbers) -> Interval:
    """The 95% interval of a value from its draws: percentiles, corrected for bias (Efron 1981).

    Plain percentiles were rejected: shares of R² are larger in draws than in the data, so that the
    interval of a small one would not even hold it. Draws that are NaN are left out; without any,
    both ends are NaN.
    """
    low, high = _intervals(np.array([value]), draws[:, np.newaxis])
    return Interval(float(low[0]), float(high[0]))


def estimate(draws: Numbers, n: int) -> Estimate[float]:
    """The first of the draws, which is the estimate itself, with its interval from the others."""
    value = float(draws[0])
    return Estimate(value, *interval(value, draws[1:]), n)


def table(values: Numbers, index: pd.Index) -> pd.DataFrame:
    """Draws × statistics, the first row the estimates → a row each.

    Columns `value`, `low`, `high`, `standard_error` (the standard deviation of the draws, n − 1).
    """
    low, high = _intervals(values[0], values[1:])
    told = {"value": values[0], "low": low, "high": high, "standard_error": _errors(values[1:])}
    return pd.DataFrame(told, index=index, dtype=float)


def _intervals(values: Numbers, draws: Numbers) -> tuple[Numbers, Numbers]:
    """Both ends of the interval of each value from its column of draws."""
    ordered = np.sort(np.where(np.isfinite(draws), draws, np.nan), axis=0)  # NaN last
    counts = np.isfinite(ordered).sum(axis=0)
    distances = np.round(ordered - values, DIGITS)
    below = (distances < 0).sum(axis=0) + (distances == 0).sum(axis=0) / 2
    normal, low, high = NormalDist(), np.full(len(values), np.nan), np.full(len(values), np.nan)
    for place in np.flatnonzero(counts):
        count = int(counts[place])
        bias = normal.inv_cdf(min(max(below[place] / count, 0.5 / count), 1 - 0.5 / count))
        known = ordered[:count, place]
        low[place] = min(_quantile(known, normal.cdf(2 * bias - Z)), values[place])
        high[place] = max(_quantile(known, normal.cdf(2 * bias + Z)), values[place])
    return low, high


def _quantile(ordered: Numbers, share: float) -> float:
    """Between the two nearest of the ordered values (Hyndman and Fan's type 7)."""
    place = share * (len(ordered) - 1)
    before = int(place)
    after = min(before + 1, len(ordered) - 1)
    return float(ordered[before] + (ordered[after] - ordered[before]) * (place - before))


def _errors(draws: Numbers) -> Numbers:
    """The standard deviation of each column of draws; NaN for less than two that are finite."""
    known = np.isfinite(draws)
    enough = known.sum(axis=0) > 1
    found = np.full(draws.shape[1], np.nan)
    if enough.any():
        found[enough] = np.std(draws[:, enough], axis=0, ddof=1, where=known[:, enough])
    return found
