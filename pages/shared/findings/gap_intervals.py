"""A gap with its interval (measures.md §2).

A gap is shown as its answers' mean; its interval is the t interval over clients' means, laid around
the shown mean, because answers of one client are not independent.
"""

import math
from typing import NamedTuple

import pandas as pd

from pages.shared.findings.wording import SMALLEST
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import hide_few
from pages.shared.text import _, numbers
from queries.statistics import intervals

NUMBERS = (
    "minimum",
    "expected",
    "desired",
    "perceived",
    "adequacy_gap",
    "expectation_gap",
    "superiority_gap",
    "assumed_share",
    "expectation_gap_spread",
    "gap_low",
    "gap_high",
)


class Gap(NamedTuple):
    """A shown mean with the half-width of its interval (NaN when it has none), score10 points."""

    value: float
    half_width: float

    def is_below(self) -> bool:
        """The whole interval lies below 0."""
        return self.value + self.half_width < 0 and self.value <= -SMALLEST

    def is_above(self) -> bool:
        """The whole interval lies above 0."""
        return self.value - self.half_width > 0 and self.value >= SMALLEST

    def text(self) -> str:
        """The gap with its interval, as in "−0.6, −0.9 to −0.3"."""
        ends = {
            "low": numbers.signed(self.value - self.half_width),
            "high": numbers.signed(self.value + self.half_width),
        }
        return _("{value}, {low} to {high}").format(value=numbers.signed(self.value), **ends)


def expectation_gap(row: Row) -> Gap:
    """The expectation gap of one row of a question about gaps."""
    width = half_width(
        float(row["expectation_gap_spread"]),
        int(row["client_count"]),
        int(row["active_count"]) if "active_count" in row else None,
    )
    return Gap(float(row["expectation_gap"]), width)


def half_width(spread: float, n: int, population: int | None = None) -> float:
    """Half of the t interval of a mean over `n` clients; NaN below two clients.

    `spread`: sample standard deviation over the clients' means, score10. `population`: the active
    clients; fewer than `n` when some that answered have left since.
    """
    if n < 2 or pd.isna(spread):
        return math.nan
    known = None if population is None else max(population, n)
    estimate = intervals.mean_of(0.0, spread, n, known)
    return (estimate.high - estimate.low) / 2


def difference(one: Gap, other: Gap) -> Gap:
    """One gap less another; of groups that share nothing half-widths add as squares."""
    return Gap(one.value - other.value, math.hypot(one.half_width, other.half_width))


def with_intervals(gaps: pd.DataFrame) -> pd.DataFrame:
    """The gaps with the interval of the expectation gap beside it: gap_low, gap_high.

    Without `active_count` (months) the interval is that of an endless base, so rather too wide.
    """
    widths = [expectation_gap(row).half_width for row in rows_of(gaps)]
    width = pd.Series(widths, index=gaps.index, dtype=float)
    return gaps.assign(gap_low=gaps.expectation_gap - width, gap_high=gaps.expectation_gap + width)


def shown(gaps: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The gaps with their intervals, without the numbers that rest on too few answers."""
    told = with_intervals(gaps)
    columns = [name for name in NUMBERS if name in told]
    return hide_few(told, "answer_count", columns, minimum_n)
