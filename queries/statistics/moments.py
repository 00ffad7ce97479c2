"""Means and covariances of columns, for the data and for each draw of clusters, at once.

Everything that drivers and the path model need: from here on, the time they take no longer depends
on how many answers there are.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from queries.statistics import arrays
from queries.statistics.arrays import Numbers
from queries.statistics.bootstrap import Codes
from queries.statistics.not_fitted import NotFittedError

# Below this part of the data's own variance a draw has none: its clusters all say the same. Below
# this part of its largest value the range of a column is rounding.
NO_VARIANCE = 1e-9


class Moments(NamedTuple):
    """Per draw: `means` (draws × columns), `covariances` (draws × columns × columns, by n − 1)."""

    means: Numbers
    covariances: Numbers

    @property
    def varies(self) -> NDArray[np.bool_]:
        """Draws in which every column has a variance (standardised columns)."""
        variances = np.diagonal(self.covariances, axis1=1, axis2=2)
        return np.asarray((variances > NO_VARIANCE).all(axis=1))

    def kept(self, which: NDArray[np.bool_]) -> "Moments":
        return Moments(self.means[which], self.covariances[which])


@dataclass(frozen=True, eq=False)
class Sums:
    """Per cluster the sums of all products of [1, columns], the columns standardised.

    `centre` and `spread` (n − 1) lead back to the units of the columns. `products` pairs ×
    clusters, `places` the pair of each row and column of the symmetric matrix.
    """

    centre: Numbers
    spread: Numbers
    products: Numbers
    places: NDArray[np.intp]
    row_count: int

    def of_data(self) -> Moments:
        """The moments of all rows, as the only draw."""
        return self.moments(np.ones((1, self.products.shape[1])))

    def moments(self, counts: Numbers) -> Moments:
        """Means and covariances (standardised) of each row of counts of clusters."""
        summed = (counts @ self.products.T)[:, self.places]
        rows, totals = summed[:, :1, 0], summed[:, 0, 1:]
        means = totals / rows
        apart = summed[:, 1:, 1:] - totals[:, :, np.newaxis] * means[:, np.newaxis, :]
        return Moments(means, apart / np.maximum(rows - 1, 1)[:, :, np.newaxis])


def sums(columns: Numbers, codes: Codes, cluster_count: int) -> Sums:
    """Sums of columns (rows × columns), rows in clusters; none of the columns constant."""
    centre, spread = columns.mean(axis=0), columns.std(axis=0, ddof=1)
    whole = np.vstack([np.ones(len(columns)), ((columns - centre) / spread).T])
    first, second = np.tril_indices(len(whole))
    products = np.empty((len(first), cluster_count))
    for pair, (one, other) in enumerate(zip(first, second, strict=True)):
        products[pair] = np.bincount(codes, whole[one] * whole[other], minlength=cluster_count)
    places = np.zeros((len(whole), len(whole)), dtype=np.intp)
    places[first, second] = places[second, first] = np.arange(len(first))
    return Sums(centre, spread, products, places, len(columns))


def correlations(covariances: Numbers) -> Numbers:
    """Correlations per draw."""
    spread = np.sqrt(np.diagonal(covariances, axis1=1, axis2=2))
    return np.asarray(covariances / (spread[:, :, np.newaxis] * spread[:, np.newaxis, :]))


def columns_of(frame: pd.DataFrame) -> Numbers:
    """The frame as rows × columns.

    Raises `ValueError` for no column, a name twice, and missing or other values than numbers;
    `NotFittedError` for a column in which all rows say the same.
    """
    if frame.shape[1] == 0:
        raise ValueError("columns must be at least 1, but there are none")
    if not frame.columns.is_unique:
        twice = frame.columns[frame.columns.duplicated()][0]
        raise ValueError(f"columns must have different names, but {twice} is there twice")
    columns = [arrays.numbers(str(name), column) for name, column in frame.items()]
    for name, values in zip(frame.columns, columns, strict=True):
        if np.ptp(values) <= NO_VARIANCE * np.abs(values).max():
            raise NotFittedError("constant", name=str(name))
    return np.column_stack(columns)
