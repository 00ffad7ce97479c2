"""Do two scores go together, when several answers come from one client?

Pearson's correlation with an interval on Fisher's scale. Its standard error comes from each
client's sum of influences (Liang and Zeger 1986), because answers of one client are not
independent; each answer by itself where no clients are given.
"""

from collections.abc import Hashable, Sequence
from math import atanh, tanh

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from queries.statistics import arrays
from queries.statistics.arrays import Numbers
from queries.statistics.intervals import Estimate
from queries.statistics.quantiles import t_quantile

LEAST_CLUSTERS = 4


def correlation(
    values: ArrayLike, others: ArrayLike, clusters: Sequence[Hashable] | pd.Series | None = None
) -> Estimate[float]:
    """Pearson's correlation, −1…1, with its 95% interval; `n` counts the pairs.

    `clusters`: who each pair comes from. Raises `ValueError` for unequal lengths, missing values,
    a constant row and fewer than four clusters.
    """
    first, second = arrays.numbers("values", values), arrays.numbers("others", others)
    codes = np.arange(first.size) if clusters is None else pd.factorize(pd.Series(clusters))[0]
    arrays.need_same_length(values=first, others=second, clusters=codes)
    count = int(codes.max()) + 1
    if count < LEAST_CLUSTERS:
        raise ValueError(f"clusters must be at least {LEAST_CLUSTERS}, but are {count}")
    one, other = _standard("values", first), _standard("others", second)
    value = float(np.clip((one * other).mean(), -1.0, 1.0))
    if 1 - value**2 < np.finfo(float).eps * first.size:
        return Estimate(value, value, value, first.size)
    influence = one * other - value / 2 * (one**2 + other**2)
    spread = np.sqrt((np.bincount(codes, influence) ** 2).sum() * count / (count - 1)) / first.size
    half = t_quantile(count - 1) * float(spread) / (1 - value**2)
    return Estimate(value, tanh(atanh(value) - half), tanh(atanh(value) + half), first.size)


def _standard(name: str, values: Numbers) -> Numbers:
    off = values - values.mean()
    spread = float(np.sqrt((off**2).mean()))
    if spread <= 1e-12 * max(1.0, float(np.abs(values).max())):
        raise ValueError(f"{name} must vary, but is constant")
    standard: Numbers = off / spread
    return standard
