"""What goes into a statistic: checked once, in one way; what comes out cannot be changed.

Every fault is a `ValueError` with the name of the argument, what was accepted and what was given.
"""

from collections.abc import Sized
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]


def numbers(name: str, values: ArrayLike) -> Numbers:
    """One row of finite numbers, at least one of them."""
    try:
        array = np.asarray(values, dtype=float)
    except (TypeError, ValueError) as fault:
        raise ValueError(f"{name} must be numbers: {fault}") from fault
    if array.ndim != 1 or array.size == 0:
        raise ValueError(f"{name} must be a row of numbers, but has the shape {array.shape}")
    _refuse(name, array, ~np.isfinite(array), "finite numbers")
    return array


def amounts(name: str, values: ArrayLike) -> Numbers:
    """The same, none of them negative: counts, sizes, hours."""
    array = numbers(name, values)
    _refuse(name, array, array < 0, "0 or more")
    return array


def truths(name: str, values: ArrayLike) -> Truths:
    """The same, each of them 0 or 1, False or True."""
    array = numbers(name, values)
    _refuse(name, array, (array != 0) & (array != 1), "true or false")
    return array.astype(bool)


def need_same_length(**given: Sized) -> None:
    """Refuse arguments of unequal length, all of them named."""
    if len({len(values) for values in given.values()}) > 1:
        lengths = ", ".join(f"{name} {len(values)}" for name, values in given.items())
        raise ValueError(f"lengths must be equal, but are: {lengths}")


def need_at_most(name: str, values: Numbers, limit_name: str, limits: Numbers) -> None:
    """Refuse the first value that is greater than its limit."""
    for value, limit in zip(values, limits, strict=True):
        if value > limit:
            raise ValueError(f"{name} must be at most {limit_name} = {limit:g}, but is {value:g}")


def read_only(values: ArrayLike, dtype: Any = float) -> NDArray[Any]:
    """A copy that cannot be written to."""
    array = np.array(values, dtype=dtype)
    array.setflags(write=False)
    return array


def _refuse(name: str, array: Numbers, is_wrong: Truths, accepted: str) -> None:
    if is_wrong.any():
        place = int(np.flatnonzero(is_wrong)[0])
        raise ValueError(f"{name} must be {accepted}, but number {place + 1} is {array[place]:g}")
