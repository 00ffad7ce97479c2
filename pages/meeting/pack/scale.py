"""The axis of a chart: from where to where, and in which steps; numbers as an axis writes them.

Worked out here and not by the program that draws, so that PDF and PowerPoint show the same.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from pages.shared.charts.plain import Chart, NumberFormat
from pages.shared.text import numbers

MOST_STEPS = 6
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
UNITS: dict[NumberFormat, float] = {"whole": 1.0, "tenth": 0.1, "share": 0.01}
ALMOST = 1e-9
FROM_ZERO = 0.6  # a line whose lowest number is below this share of its highest starts at zero


class Scale(NamedTuple):
    """The ends of an axis and the distance of its marks."""

    low: float
    high: float
    step: float

    @property
    def marks(self) -> list[float]:
        """Where the axis is labelled."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * mark, 9) for mark in range(count + 1)]

    def share(self, value: float) -> float:
        """Where a value stands between the ends: 0–1."""
        return (value - self.low) / (self.high - self.low)


def of(chart: Chart) -> Scale:
    """The scale that holds all numbers, intervals and limits of a chart."""
    found = list(_numbers(chart))
    low, high = min(found, default=0.0), max(found, default=0.0)
    if chart.shape != "lines" or 0 <= low < FROM_ZERO * high:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < ALMOST:
        high = low + 1
    step = _step((high - low) / MOST_STEPS, UNITS[chart.number_format])
    low = math.floor(low / step + ALMOST) * step
    high = math.ceil(high / step - ALMOST) * step
    return Scale(low, _not_past_all(chart, found, high), step)


def written(value: float, number_format: NumberFormat) -> str:
    """A number in the reader's words, as the axis of its chart writes it."""
    if number_format == "share":
        return numbers.percent(value)
    return numbers.number(value, 1 if number_format == "tenth" else 0)


def marked(value: float, scale: Scale, number_format: NumberFormat) -> str:
    """A mark of the axis: with a decimal only where the steps need one."""
    is_whole = number_format == "tenth" and scale.step >= 1
    return written(value, "whole" if is_whole else number_format)


def _numbers(chart: Chart) -> Iterator[float]:
    for series in chart.series:
        yield from (value for value in (*series.low, *series.high) if value is not None)
        if chart.shape != "stacked" or series.is_limit:
            yield from (value for value in series.values if value is not None)
    if chart.shape == "stacked":
        yield from _sums(chart)


def _sums(chart: Chart) -> Iterator[float]:
    """What is stacked above and below zero at each category."""
    stacked = [series.values for series in chart.series if not series.is_limit]
    for place in range(len(chart.categories)):
        values = [values[place] or 0.0 for values in stacked]
        yield sum(value for value in values if value > 0)
        yield sum(value for value in values if value < 0)


def _step(least: float, unit: float) -> float:
    """The smallest nice step that is long enough, and that the axis can write."""
    power = 10.0 ** math.floor(math.log10(max(least, unit)))
    steps = (nice * power for nice in NICE)
    return next(step for step in steps if step >= least * (1 - ALMOST) and _is_whole(step / unit))


def _is_whole(count: float) -> bool:
    return count >= 1 - ALMOST and abs(count - round(count)) < ALMOST


def _not_past_all(chart: Chart, found: list[float], high: float) -> float:
    """Shares that reach all of it, and no more, end there."""
    is_all = chart.number_format == "share" and max(found, default=0.0) <= 1 + 1e-6
    return 1.0 if is_all and high > 1 - ALMOST else high
