"""The ends of the scales that answers are given on."""

from collections.abc import Hashable, Iterable

import numpy as np
import pandas as pd

from queries.statistics import arrays
from queries.statistics.arrays import Numbers

# One end for all columns, or a Series with one by column.
Bounds = float | pd.Series


def low_and_width(
    columns: Iterable[Hashable], low: Bounds, high: Bounds
) -> tuple[Numbers, Numbers]:
    """Low end and width of each column's scale.

    Raises `ValueError` for a column without a scale, and one whose high is not above its low.
    """
    names = list(columns)
    lows, highs = _by_column("scale_low", names, low), _by_column("scale_high", names, high)
    for name, bottom, top in zip(names, lows, highs, strict=True):
        if not bottom < top:
            raise ValueError(f"scale_high of {name} must be above {bottom:g}, but is {top:g}")
    return lows, highs - lows


def _by_column(name: str, columns: list[Hashable], bound: Bounds) -> Numbers:
    if not isinstance(bound, pd.Series):
        return arrays.numbers(name, np.full(len(columns), bound))
    if unknown := [column for column in columns if column not in bound.index]:
        raise ValueError(f"{name} must be known of each column, but is not of {unknown[0]}")
    return arrays.numbers(name, bound.reindex(columns))
