"""What every family of tables is made from, and how rows fall to days and clients."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.sample.chance import Chance, Integers
from data.sample.company import Company
from data.sample.horizon import Horizon
from data.sample.standing import Standing


@dataclass(frozen=True)
class World:
    """The company, its clients and how they stand, before any row is written."""

    seed: int
    horizon: Horizon
    company: Company
    standing: Standing

    def client_ids(self, clients: Integers) -> pd.Series:
        """Keys of the numbered clients."""
        return self.company.ids.take(clients).reset_index(drop=True)


class Falling:
    """Draws the client that a row falls to, by the weights of its month (clients × months)."""

    def __init__(self, weights: Integers) -> None:
        self._ends = np.cumsum(weights, axis=0)

    def clients(self, chance: Chance, months: Integers) -> Integers:
        """One client per row; the months are in order."""
        drawn = chance.even(months.size)
        clients = np.empty(months.size, dtype=np.int64)
        for month in np.unique(months):
            rows = slice(*np.searchsorted(months, [month, month + 1]))
            ends = self._ends[:, month]
            clients[rows] = np.searchsorted(ends, np.floor(drawn[rows] * ends[-1]), side="right")
        return clients


def categories(positions: Integers, words: Sequence[str]) -> "pd.Categorical[str]":
    """Words by position, each kept once; a negative position is left empty."""
    return pd.Categorical.from_codes(positions, pd.Index(list(words)))


def weekdays(horizon: Horizon, workday: int = 20, weekend: int = 1) -> Integers:
    """A weight per day, so that rows fall mostly on workdays and grow by a half over the years."""
    growth = 2 * horizon.day_count + np.arange(horizon.day_count)
    is_workday = horizon.weekday_of_day[: horizon.day_count] < 5
    return np.where(is_workday, workday, weekend) * growth
