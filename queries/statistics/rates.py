"""Is one rate higher than another, when both are counts per exposure?

Given the sum of two Poisson counts, the first is a share of it; so Wilson's interval of that share
gives the interval of the ratio of the rates (Przyborowski and Wilenski's conditional argument). The
exact interval was rejected: it covers more than the 95% it says.
"""

from math import sqrt
from typing import NamedTuple

from queries.statistics import arrays
from queries.statistics.intervals import Interval
from queries.statistics.quantiles import Z


class Ratio(NamedTuple):
    """A rate as a multiple of another with its interval; None where it is beyond all measure.

    `n`: the events of both together.
    """

    value: float | None
    low: float
    high: float | None
    n: int

    @property
    def is_higher(self) -> bool:
        """More than noise: the whole interval lies above 1."""
        return self.low > 1

    @property
    def is_lower(self) -> bool:
        """More than noise: the whole interval lies below 1."""
        return self.high is not None and self.high < 1


def ratio(
    count: int,
    exposure: float,
    other_count: int,
    other_exposure: float,
    *,
    dispersion: float = 1.0,
) -> Ratio:
    """`count / exposure` as a multiple of `other_count / other_exposure`, with a 95% interval.

    `dispersion`: how much wider than chance such counts spread (`sigma_z` of a control chart);
    below 1 it is taken as 1. Raises `ValueError` for negative counts, for no event at all and for
    exposures that are not above 0.
    """
    counts = arrays.amounts("counts", [count, other_count])
    exposures = arrays.amounts("exposures", [exposure, other_exposure])
    if not counts.any() or not exposures.all():
        raise ValueError(
            f"counts and exposures must be above 0, but are {[*counts]} of {[*exposures]}"
        )
    n = int(counts.sum())
    share, scale = count / n, other_exposure / exposure
    low, high = _wilson(share, n / max(dispersion, 1.0) ** 2)
    low, high = (low if count else 0.0), (high if other_count else 1.0)
    value, bottom, top = (_odds(part, scale) for part in (share, low, high))
    return Ratio(value, bottom or 0.0, top, n)


def interval(count: int, exposure: float, *, dispersion: float = 1.0) -> Interval:
    """95% interval of the rate `count / exposure`: the score interval of a Poisson count.

    The counterpart of Wilson's for shares; `dispersion` as for `ratio`. Raises `ValueError` for a
    negative count and an exposure that is not above 0.
    """
    counts, exposures = arrays.amounts("counts", [count]), arrays.amounts("exposures", [exposure])
    if not exposures.all():
        raise ValueError(f"exposure must be above 0, but is {exposure}")
    added = max(dispersion, 1.0) ** 2 * Z**2
    centre, half = counts[0] + added / 2, sqrt(added * (counts[0] + added / 4))
    return Interval(max(0.0, (centre - half) / exposure), (centre + half) / exposure)


def _wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's interval also where the cases weigh less than one each."""
    centre = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return centre - half, centre + half


def _odds(share: float, scale: float) -> float | None:
    return None if share >= 1 else scale * share / (1 - share)
