"""What in a row of points is unlikely to be chance (measures.md, section 7).

A point is marked from the moment its rule holds: the seventh point of a run and those after it, the
second of the two beyond two sigma. So a mark, once given, is never taken back nor put on an earlier
week when a new week is added (limits that stay presumed). Points without a value are left out as
though they were not there. A point on the centre line is on neither side and ends a run; equal
neighbours end a rise or fall. Where both limits coincide, each point off them is outside, as the
picture shows: after a baseline without any complaint, each complaint is one.
"""

from collections.abc import Iterable
from math import comb, log2
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from queries.statistics import arrays
from queries.statistics.arrays import Numbers, Truths

OUTSIDE = "outside"
SEVEN_ON_ONE_SIDE = "seven_on_one_side"
SEVEN_RISING = "seven_rising"
SEVEN_FALLING = "seven_falling"
TWO_OF_THREE = "two_of_three"

SIGMAS = 3
RUN = 7
# Values that differ by less than this part of the largest one differ by rounding only.
DUST = 1e-9

Signals = NDArray[np.object_]


class Runs(NamedTuple):
    """Anhøj's test: points off the centre, the longest run, its limit, crossings, their limit.

    More than chance when `longest > longest_limit` or `crossings < crossings_limit`.
    """

    useful: int
    longest: int
    longest_limit: int
    crossings: int
    crossings_limit: int


def of_points(values: ArrayLike, centre: float, sigma: ArrayLike) -> Signals:
    """The names of the signals at each point: a tuple, empty for none.

    `values` NaN where there is none; `sigma` one number, or one for each point.
    """
    points = np.asarray(values, dtype=float)
    seen = np.flatnonzero(np.isfinite(points))
    found = np.full(points.size, None, dtype=object)
    for place in range(points.size):
        found[place] = ()
    spread = np.broadcast_to(np.asarray(sigma, dtype=float), points.shape)
    for name, holds in _marks(points[seen], centre, spread[seen]).items():
        for place in seen[holds]:
            found[place] = (*found[place], name)
    found.setflags(write=False)
    return found


def runs(values: ArrayLike, centre: float) -> Runs:
    """Are the runs about the centre longer, or fewer, than chance makes them?

    Points on the centre are left out. Raises `ValueError` for no or missing values.
    """
    points = arrays.numbers("values", values)
    sides = _signs(points - centre, _dust(points, centre))
    sides = sides[sides != 0]
    if sides.size == 0:
        return Runs(0, 0, 0, 0, 0)
    longest, crossings = int(_run_lengths(sides).max()), int((sides[1:] != sides[:-1]).sum())
    limit = round(log2(sides.size) + 3)
    return Runs(sides.size, longest, limit, crossings, _least_crossings(sides.size - 1))


def _marks(points: Numbers, centre: float, spread: Numbers) -> dict[str, Truths]:
    dust = _dust(points, centre)
    off = points - centre
    sides, steps = _signs(off, dust), _signs(np.diff(points, prepend=points[:1]), dust)
    far = np.where(np.abs(off) > 2 * spread + dust, sides, 0)
    trend = _run_lengths(steps) >= RUN - 1
    return {
        OUTSIDE: np.abs(off) > SIGMAS * spread + dust,
        SEVEN_ON_ONE_SIDE: _run_lengths(sides) >= RUN,
        SEVEN_RISING: trend & (steps > 0),
        SEVEN_FALLING: trend & (steps < 0),
        TWO_OF_THREE: (far != 0) & ((far == _earlier(far, 1)) | (far == _earlier(far, 2))),
    }


def _dust(points: Numbers, centre: float) -> float:
    return float(DUST * np.max(np.abs(points), initial=abs(centre)))


def _signs(differences: Numbers, dust: float) -> Numbers:
    return np.where(np.abs(differences) > dust, np.sign(differences), 0.0)


def _earlier(signs: Numbers, by: int) -> Numbers:
    return np.concatenate([np.zeros(by), signs])[: signs.size]


def _run_lengths(signs: Iterable[float]) -> NDArray[np.int64]:
    """How many points in a row, up to each one, have its sign; 0 without a sign."""
    lengths, length, before = [], 0, 0.0
    for sign in signs:
        length = 0 if sign == 0 else length + 1 if sign == before else 1
        before = sign
        lengths.append(length)
    return np.array(lengths, dtype=np.int64)


def _least_crossings(chances: int) -> int:
    """The 5 % quantile of the crossings that as many tosses of a fair coin give."""
    tosses, count = comb(chances, 0), 0
    while tosses < 0.05 * 2**chances:
        count += 1
        tosses += comb(chances, count)
    return count
