"""Is this week different, or just another week? Control charts (measures.md, section 7).

Limits rest on the first points (`baseline`, all by default) and are extended over the later ones,
each with its own size: a shift must not move the limits that would show it. The prime charts
(Laney 2002) widen them by how much the weeks differ beyond chance; the plain ones call almost every
week of a large company a signal. A point of size 0 has no rate, limits or signal and is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from queries.statistics import arrays, signals
from queries.statistics.arrays import Numbers, Truths
from queries.statistics.signals import SIGMAS, Signals

# The mean range of two normal values in standard deviations, and the limit of such ranges.
MEAN_RANGE = 1.128
RANGE_LIMIT = 3.267
# 3 / 1.128 as every handbook of XmR charts rounds it.
XMR_FACTOR = 2.66


class Limits(NamedTuple):
    """The centre line and both limits of a plain series, in its unit; NaN when one point says none.

    The limits of moving ranges have the same form.
    """

    centre: float
    lower: float
    upper: float


@dataclass(frozen=True, eq=False)
class Chart:
    """One entry per point; `rate` and limits NaN where the size is 0. Limits at 3 sigma, clipped.

    `sigma_z`: how much wider than chance alone the limits are; 1 for the plain charts.
    `signals`: a tuple of names of `queries.statistics.signals` per point, empty for none.
    """

    rate: Numbers
    centre: Numbers
    lower: Numbers
    upper: Numbers
    sigma_z: float
    signals: Signals


def xmr(
    values: ArrayLike,
    screen: bool = True,
    *,
    baseline: int | None = None,
    factor: float = XMR_FACTOR,
) -> Limits:
    """Mean ± 2.66 × the mean moving range; ranges above their limit are screened once.

    `factor`: 3 / 1.128 where the unrounded one is wanted. Raises `ValueError` for no or missing
    values.
    """
    points = _first(arrays.numbers("values", values), baseline)
    ranges = np.abs(np.diff(points))
    if screen and ranges.size:
        ranges = ranges[ranges <= RANGE_LIMIT * ranges.mean()]
    centre, half = float(points.mean()), factor * _mean(ranges)
    return Limits(centre, centre - half, centre + half)


def moving_ranges(values: ArrayLike, *, baseline: int | None = None) -> Limits:
    """The mean moving range and its limits 0 and 3.267 × the mean, nothing screened."""
    points = _first(arrays.numbers("values", values), baseline)
    centre = _mean(np.abs(np.diff(points)))
    return Limits(centre, 0.0, RANGE_LIMIT * centre)


def p_chart(counts: ArrayLike, sizes: ArrayLike, *, baseline: int | None = None) -> Chart:
    """Shares: `counts` of `sizes` cases. Raises `ValueError` also for a count above its size."""
    return _chart(*_of_sizes(counts, sizes), _share_spread, baseline, ceiling=1.0)


def p_prime(counts: ArrayLike, sizes: ArrayLike, *, baseline: int | None = None) -> Chart:
    """Shares with Laney's limits."""
    return _chart(*_of_sizes(counts, sizes), _share_spread, baseline, ceiling=1.0, is_prime=True)


def u_chart(counts: ArrayLike, exposures: ArrayLike, *, baseline: int | None = None) -> Chart:
    """Rates: `counts` per unit of exposure, as complaints per active client.

    Raises `ValueError` for no points, unequal lengths, negative or missing numbers.
    """
    return _chart(*_of_exposures(counts, exposures), np.sqrt, baseline)


def u_prime(counts: ArrayLike, exposures: ArrayLike, *, baseline: int | None = None) -> Chart:
    """Rates with Laney's limits."""
    return _chart(*_of_exposures(counts, exposures), np.sqrt, baseline, is_prime=True)


def c_chart(counts: ArrayLike, *, baseline: int | None = None) -> Chart:
    """Counts where every point has the same exposure."""
    numbers = arrays.amounts("counts", counts)
    return u_chart(numbers, np.ones(numbers.size), baseline=baseline)


def _chart(
    counts: Numbers,
    sizes: Numbers,
    spread: Callable[[float], float],
    baseline: int | None,
    *,
    ceiling: float = np.inf,
    is_prime: bool = False,
) -> Chart:
    seen = sizes > 0
    rate = _divided(counts, sizes, seen)
    first = np.flatnonzero(_first(seen, baseline))
    centre = counts[first].sum() / sizes[first].sum() if first.size else np.nan
    sigma = _divided(np.full(sizes.size, spread(centre)), np.sqrt(sizes), seen)
    sigma_z = _sigma_z(rate[first] - centre, sigma[first]) if is_prime else 1.0
    half = SIGMAS * sigma_z * sigma
    return Chart(
        arrays.read_only(rate),
        arrays.read_only(np.full(sizes.size, centre)),
        arrays.read_only(np.maximum(0.0, centre - half)),
        arrays.read_only(np.minimum(ceiling, centre + half)),
        sigma_z,
        signals.of_points(rate, centre, sigma_z * sigma),
    )


def _share_spread(share: float) -> float:
    return float(np.sqrt(share * (1 - share)))


def _sigma_z(off: Numbers, sigma: Numbers) -> float:
    """Laney's factor; 1 where chance alone would make no spread, or one point shows none."""
    if off.size < 2 or not sigma.all():
        return 1.0
    return _mean(np.abs(np.diff(off / sigma))) / MEAN_RANGE


def _of_sizes(counts: ArrayLike, sizes: ArrayLike) -> tuple[Numbers, Numbers]:
    given, limits = arrays.amounts("counts", counts), arrays.amounts("sizes", sizes)
    arrays.need_same_length(counts=given, sizes=limits)
    arrays.need_at_most("counts", given, "sizes", limits)
    return given, limits


def _of_exposures(counts: ArrayLike, exposures: ArrayLike) -> tuple[Numbers, Numbers]:
    given, units = arrays.amounts("counts", counts), arrays.amounts("exposures", exposures)
    arrays.need_same_length(counts=given, exposures=units)
    return given, units


def _first(points: NDArray[Any], baseline: int | None) -> NDArray[Any]:
    if baseline is not None and baseline < 1:
        raise ValueError(f"baseline must be at least 1, but is {baseline}")
    return points[:baseline]


def _divided(numbers: Numbers, by: Numbers, where: Truths) -> Numbers:
    quotients: Numbers = np.divide(numbers, by, out=np.full(by.size, np.nan), where=where)
    return quotients


def _mean(numbers: Numbers) -> float:
    return float(numbers.mean()) if numbers.size else float("nan")
