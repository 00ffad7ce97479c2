"""The satisfaction index of the period, of the one it is compared with, and of each month.

All are read at once, so that they share their draws of clients: clients of two periods are drawn
together, and the interval of a change knows that they are the same (measures.md §4). Of many
clients, groups are drawn: 500 tell the spread as well as 5,000 single ones would.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from queries.statistics import index
from queries.statistics.index import MonthlyIndex, NotFittedError
from queries.statistics.intervals import Estimate

# Beside the months, which are numbered as 202611: the period, the one it is compared with, and all
# months before the last that can be shown.
NOW, BEFORE, EARLIER = 1, 2, 3
SCORE, GROUP = "score100", "client_group"


class Reading(NamedTuple):
    """An index with its interval (NaN for none) and what it rests on."""

    value: float
    low: float
    high: float
    response_count: int
    group_count: int
    question_count: int


@dataclass(frozen=True, eq=False)
class Readings:
    """The index of each part: `parts` by number with the columns of `Reading`."""

    parts: pd.DataFrame
    _index: MonthlyIndex | None

    def of(self, part: int) -> Reading | None:
        """One of them; None where nobody answered."""
        if part not in self.parts.index:
            return None
        row = self.parts.loc[part].to_dict()
        value, low, high = (float(row[name]) for name in ("value", "low", "high"))
        return Reading(value, low, high, *(int(row[name]) for name in Reading._fields[3:]))

    def change(self, before: int, after: int) -> Estimate[float] | None:
        """How much higher the later is; None where one lacks, or they have no question in common.

        `n` counts the groups of clients of both together.
        """
        if self._index is None or not {before, after} <= set(self.parts.index):
            return None
        try:
            return self._index.change(before, after)
        except NotFittedError:
            return None


def month_number(months: pd.Series) -> pd.Series:
    """`202611` for November 2026."""
    numbered: pd.Series = months.dt.year * 100 + months.dt.month
    return numbered


def parts(
    now: pd.DataFrame, before: pd.DataFrame, trend: pd.DataFrame, minimum_n: int
) -> pd.DataFrame:
    """The rows of `satisfaction/index_answers` of three periods as one frame, `month` a number.

    The last month with at least `minimum_n` responses stands against all `EARLIER` ones.
    """
    months = trend.assign(month=month_number(trend["month"]))
    counts = months.groupby("month")["response_count"].sum()
    last = max(counts.index[counts >= minimum_n], default=0)
    earlier = months[months["month"] < last].assign(month=EARLIER)
    return pd.concat([now.assign(month=NOW), before.assign(month=BEFORE), earlier, months])


def read(rows: pd.DataFrame, weights: pd.Series, draws: int, seed: int) -> Readings:
    """The index by these weights (by question) of rows as `parts` gives them."""
    used = rows[rows["indicator_id"].isin(weights.index)]
    try:
        found = index.by_month(
            used, weights, 0, 100, client=GROUP, mean=SCORE, draws=draws, seed=seed
        )
    except NotFittedError:  # one client: its answers alone do not tell how sure they are
        return Readings(_with_counts(_without_interval(used, weights), used), None)
    names = {"indicator_count": "question_count", "client_count": "group_count"}
    return Readings(_with_counts(found.by_month.rename(columns=names), used), found)


def _without_interval(rows: pd.DataFrame, weights: pd.Series) -> pd.DataFrame:
    """Index, groups and questions of each part where no interval can be made."""
    sums = rows.assign(total=rows[SCORE] * rows["answer_count"])
    summed = sums.groupby(["month", "indicator_id"])[["total", "answer_count"]].sum().reset_index()
    weight = summed["indicator_id"].map(weights)
    summed = summed.assign(weight=weight, value=weight * summed.total / summed.answer_count)
    by_part = summed.groupby("month").agg(
        value=("value", "sum"), weight=("weight", "sum"), question_count=("value", "size")
    )
    told = by_part.assign(value=by_part.value / by_part.weight, low=np.nan, high=np.nan)
    return told.assign(group_count=rows.groupby("month")[GROUP].nunique())


def _with_counts(told: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    return told.assign(response_count=rows.groupby("month")["response_count"].sum())
