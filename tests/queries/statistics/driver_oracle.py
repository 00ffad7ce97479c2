"""The importance of drivers a second time: regressions on the rows themselves, order by order."""

from collections.abc import Sequence
from itertools import combinations, permutations
from math import comb

import numpy as np
import pandas as pd


def r_squared(factors: pd.DataFrame, outcome: pd.Series, names: Sequence[object]) -> float:
    """R² of the least squares of the outcome on these columns and a constant."""
    chosen = factors.columns.get_indexer(pd.Index(list(names)))
    columns = np.column_stack([np.ones(len(outcome)), factors.to_numpy(dtype=float)[:, chosen]])
    values = outcome.to_numpy(dtype=float)
    fitted = columns @ np.linalg.lstsq(columns, values)[0]
    return float(1 - ((values - fitted) ** 2).sum() / ((values - values.mean()) ** 2).sum())


def over_all_orders(factors: pd.DataFrame, outcome: pd.Series) -> pd.Series:
    """What each column adds to R², averaged over every order of the columns; few columns only."""
    added = pd.Series(0.0, index=factors.columns)
    orders = list(permutations(factors.columns))
    for order in orders:
        before = 0.0
        for place, name in enumerate(order):
            now = r_squared(factors, outcome, order[: place + 1])
            added[name] += now - before
            before = now
    return added / len(orders)


def over_all_sizes(factors: pd.DataFrame, outcome: pd.Series) -> pd.Series:
    """The same for many columns: averaged within each number of columns that came before."""
    known = {
        frozenset(names): r_squared(factors, outcome, names)
        for size in range(factors.shape[1] + 1)
        for names in combinations(factors.columns, size)
    }
    shares = pd.Series(0.0, index=factors.columns)
    others = factors.shape[1] - 1
    for names, value in known.items():
        for name in factors.columns:
            if name not in names:
                gain = known[names | {name}] - value
                shares[name] += gain / comb(others, len(names)) / (others + 1)
    return shares
