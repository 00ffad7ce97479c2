"""What moves satisfaction? How much of R² each driver accounts for (measures.md, section 5).

LMG (Lindeman, Merenda and Gold 1980): the R² that a driver adds, averaged over all orders in which
drivers can be taken in. Regression coefficients were rejected: drivers of satisfaction go together,
and their coefficients then say little about either. All from the covariances, for the data and 500
draws of clients at once.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from queries.statistics import arrays, bootstrap, moments, subsets
from queries.statistics.arrays import Numbers
from queries.statistics.bootstrap import Clusters
from queries.statistics.intervals import Estimate
from queries.statistics.moments import Sums
from queries.statistics.not_fitted import NotFittedError

__all__ = ["Importance", "NotFittedError", "importance", "lmg", "relative_weights"]

MOST_DRIVERS = 12
ROWS_PER_DRIVER = 10
# Clusters drawn from fewer give intervals that are far too narrow (Cameron and others 2008).
LEAST_CLUSTERS = 10


@dataclass(frozen=True, eq=False)
class Importance:
    """Shares of R² by driver, 0–1, with 95% intervals; they sum to `r_squared.value`.

    `chance`: the share that a driver unrelated to the outcome would show on average, given how much
    the answers of one cluster hang together. `by_chance`: the interval includes it. `draw_count`:
    draws that the intervals rest on; those in which a column was constant are left out.
    """

    shares: pd.Series
    low: pd.Series
    high: pd.Series
    by_chance: pd.Series
    r_squared: Estimate[float]
    chance: float
    n: int
    cluster_count: int
    draw_count: int

    @property
    def parts(self) -> pd.Series:
        """The shares as parts of what is explained, summing to 1; 0 where nothing is."""
        explained = self.r_squared.value
        return self.shares / explained if explained > 0 else self.shares * 0.0


def lmg(factors: pd.DataFrame, outcome: pd.Series) -> pd.Series:
    """Share of R² by driver (the columns of `factors`, row by row beside the outcome).

    Raises `ValueError` for more than 12 drivers, fewer than two rows more than drivers, a constant
    column, unequal lengths and missing values.
    """
    known = _sums(factors, outcome, None, len(factors.columns) + 2)
    return pd.Series(subsets.shares(_correlations(known))[:, 0], index=factors.columns)


def relative_weights(factors: pd.DataFrame, outcome: pd.Series) -> pd.Series:
    """The raw relative weights of Johnson (2000), close to `lmg`; they sum to R² too.

    Raises as `lmg`.
    """
    together = _correlations(_sums(factors, outcome, None, len(factors.columns) + 2))[0]
    values, vectors = np.linalg.eigh(together[:-1, :-1])
    roots = np.sqrt(np.where(values > subsets.COLLINEAR, values, 0.0))
    inverse = np.divide(1.0, roots, out=np.zeros_like(roots), where=roots > 0)
    coefficients = (vectors * inverse) @ vectors.T @ together[:-1, -1]
    weights = ((vectors * roots) @ vectors.T) ** 2 @ coefficients**2
    return pd.Series(weights, index=factors.columns)


def importance(
    factors: pd.DataFrame,
    outcome: pd.Series,
    clusters: Clusters | None = None,
    draws: int = bootstrap.DRAWS,
    seed: int = bootstrap.SEED,
    most_groups: int | None = None,
) -> Importance:
    """The same with intervals, from draws of whole clusters (clients); each row one without them.

    More clusters than `most_groups` are drawn in so many groups, each group as a whole.

    Raises `NotFittedError` for fewer than 10 rows per driver, fewer than 10 clusters and a constant
    column, `ValueError` as `lmg`.
    """
    codes, names = bootstrap.coded(clusters, len(factors))
    groups, among = bootstrap.grouped(codes, names, most_groups)
    known = _sums(factors, outcome, (groups, len(among)), ROWS_PER_DRIVER * len(factors.columns))
    counts = bootstrap.Resampling(among, draws, seed).drawn(LEAST_CLUSTERS).counts
    drawn = known.moments(counts)
    together = moments.correlations(drawn.kept(drawn.varies).covariances)
    shares = subsets.shares(together)
    chance = _chance(known, together[0])
    found = bootstrap.table(shares.T, factors.columns)
    return Importance(
        found["value"].rename(None),
        found["low"].rename(None),
        found["high"].rename(None),
        (found["low"] <= chance).rename(None),
        bootstrap.estimate(shares.sum(axis=0), known.row_count),
        chance,
        known.row_count,
        len(names),
        len(together) - 1,
    )


def _sums(
    factors: pd.DataFrame,
    outcome: pd.Series,
    clusters: tuple[bootstrap.Codes, int] | None,
    least_rows: int,
) -> Sums:
    arrays.need_same_length(factors=factors, outcome=outcome)
    if len(factors.columns) > MOST_DRIVERS:
        raise ValueError(f"drivers must be at most {MOST_DRIVERS}, but are {factors.shape[1]}")
    if len(factors) < least_rows:
        raise NotFittedError("too few rows", need=least_rows, have=len(factors))
    name = "outcome" if outcome.name is None else outcome.name
    explained = moments.columns_of(outcome.to_frame(name))
    columns = np.hstack([moments.columns_of(factors), explained])
    codes, count = clusters or (np.zeros(len(factors), dtype=np.intp), 1)
    return moments.sums(columns, codes, count)


def _correlations(known: Sums) -> Numbers:
    return moments.correlations(known.of_data().covariances)


def _chance(known: Sums, correlations: Numbers) -> float:
    """The share of a driver without any effect: 1 / (n − 1), more where clusters hang together.

    The variance of a correlation that is 0, from each cluster's sum of driver × what the drivers
    leave unexplained of the outcome; the mean over the drivers.
    """
    slopes = np.linalg.lstsq(
        correlations[:-1, :-1], correlations[:-1, -1], rcond=subsets.COLLINEAR
    )[0]
    by_cluster = known.products[known.places[1:, 1:]]
    unexplained = by_cluster[-1, :-1] - np.tensordot(slopes, by_cluster[:-1, :-1], 1)
    own = by_cluster[-1, -1] - np.tensordot(slopes, by_cluster[-1, :-1] + unexplained, 1)
    alone = 1 / (known.row_count - 1)
    if own.sum() <= subsets.COLLINEAR * known.row_count:
        return alone
    spread = (unexplained**2).sum(axis=1) / (known.row_count - 1) / own.sum()
    return float(max(alone, spread.mean()))
