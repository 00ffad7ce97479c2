"""The arithmetic of the index: from sums per client, month and indicator to months with intervals.

All draws of clients at once: each mean of a month is one row of a product of matrices.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from queries.statistics import bootstrap
from queries.statistics.arrays import Numbers, Truths
from queries.statistics.intervals import Estimate
from queries.statistics.not_fitted import NotFittedError


class Sums(NamedTuple):
    """`totals` of answers (of 100) and their `counts`: clients × months × indicators."""

    totals: Numbers
    counts: Numbers
    months: pd.Index

    def means(self, draws: Numbers) -> Numbers:
        """Draws × months × indicators; NaN where a draw holds no answer."""
        clients = len(self.totals)
        totals, counts = (
            (draws @ sums.reshape(clients, -1)).reshape(-1, *sums.shape[1:])
            for sums in (self.totals, self.counts)
        )
        return np.divide(totals, counts, out=np.full_like(totals, np.nan), where=counts > 0)


@dataclass(frozen=True, eq=False)
class MonthlyIndex:
    """The index of all answers together and by month; n = clients.

    `by_month`, a row per month with answers: `value`, `low`, `high`, `standard_error`,
    `answer_count`, `client_count`, `indicator_count` (how many of them were answered). Both ends
    are NaN where only one client answered.
    """

    whole: Estimate[float]
    by_month: pd.DataFrame
    _means: Numbers = field(repr=False)
    _weights: Numbers = field(repr=False)
    _heard: Truths = field(repr=False)

    def change(self, before: Hashable, after: Hashable) -> Estimate[float]:
        """How many points higher the index is in the month `after`; n = clients of either.

        Over the indicators answered in both. Raises `ValueError` for a month that is not there,
        `NotFittedError` for two that have no indicator in common.
        """
        first, second = self._place(before), self._place(after)
        difference = index_of(self._means[:, second] - self._means[:, first], self._weights)
        heard = self._heard[:, first] | self._heard[:, second]
        return bootstrap.estimate(difference, int(heard.sum()))

    def _place(self, month: Hashable) -> int:
        if month not in self.by_month.index:
            raise ValueError(f"month must be one of those with answers, but is {month}")
        return self.by_month.index.tolist().index(month)


def of(sums: Sums, weights: Numbers, draws: Numbers) -> MonthlyIndex:
    """The index from sums, weights (draws × indicators, or one row) and counts of clients.

    Raises `NotFittedError` where there is no answer at all.
    """
    together = Sums(sums.totals.sum(axis=1), sums.counts.sum(axis=1), sums.months)
    means = sums.means(draws)
    heard = sums.counts.sum(axis=2) > 0
    whole = index_of(together.means(draws), weights)
    drawn = np.column_stack([index_of(means[:, place], weights) for place in range(means.shape[1])])
    by_month = bootstrap.table(drawn, sums.months)
    by_month["answer_count"] = sums.counts.sum(axis=(0, 2)).astype(int)
    by_month["client_count"] = heard.sum(axis=0)
    by_month["indicator_count"] = (sums.counts.sum(axis=0) > 0).sum(axis=1)
    by_month.loc[by_month["client_count"] < 2, ["low", "high", "standard_error"]] = np.nan
    n = int(heard.any(axis=1).sum())
    return MonthlyIndex(bootstrap.estimate(whole, n), by_month, means, weights, heard)


def index_of(means: Numbers, weights: Numbers) -> Numbers:
    """The index of each draw (draws × indicators), of the indicators that the first one has.

    NaN in a draw that lacks one of them.
    """
    has = np.isfinite(means[0])
    if not has.any():
        raise NotFittedError("no answers")
    used = weights[:, has]
    return np.asarray((means[:, has] * used).sum(axis=1) / used.sum(axis=1))
