"""What is named at the right of a chart: lines and limits, at their ends."""

from collections.abc import Sequence

from pages.shared.charts.house import spread
from pages.shared.charts.plain import Chart, Series
from pages.shared.charts.plain_sheet import last_words


def ends(chart: Chart, *, with_lines: bool) -> list[tuple[Series, str]]:
    """Names and last numbers of limits, and of lines where these are named at their ends."""
    named = [one for one in chart.series if one.is_limit or with_lines]
    return [(one, last_words(one)) for one in named if last_place(one) >= 0]


def apart(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Places as near as possible to those wanted, in any order, and nowhere nearer than `gap`."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    placed = spread([wanted[n] for n in order], gap, top, bottom)
    return [placed[order.index(n)] for n in range(len(wanted))]


def last_place(series: Series) -> int:
    """Where its last number is; -1 without any."""
    return max((n for n, value in enumerate(series.values) if value is not None), default=-1)


def last(series: Series) -> float:
    """Its last number; 0 without any."""
    return series.values[last_place(series)] or 0.0
