"""The rows of an answer one by one, as sentences and charts read them."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

Row = dict[Hashable, Any]  # one row of an answer: its values by the names of the columns


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Every row with Python's own values; in a quarter of the time of pandas' `to_dict`."""
    names = list(frame)
    columns = [_values(column) for _name, column in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pd.Series) -> list[Any]:
    values: list[Any] = column.tolist()
    is_plain = isinstance(column.dtype, np.dtype) and column.dtype != object
    return values if is_plain else [_own(value) for value in values]


def _own(value: Any) -> Any:
    """NumPy's truths and whole numbers are not Python's; what pandas calls NA is None."""
    if value is pd.NA:
        return None
    return value.item() if isinstance(value, np.generic) else value
