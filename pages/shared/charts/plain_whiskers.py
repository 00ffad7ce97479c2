"""Intervals in a chart of plain values as whiskers.

Over bars each lies on a broader one in the colour of the page: ink is as light as a pale bar where
the page is dark, and as dark as a dark bar where it is light.
"""

from collections.abc import Sequence

from pages.shared.charts import house
from pages.shared.charts.plain import Numbers, Series
from pages.shared.charts.plain_sheet import EDGE, Sheet

THICK, CAP = 2, 5
UNSEEN = {"marker": {"opacity": 0, "size": 1}, "hoverinfo": "skip", "cliponaxis": False}


def over_bars(
    series: Series, sheet: Sheet, base: Sequence[float], shift: float
) -> list[house.Trace]:
    """The whiskers of bars whose middles stand `shift` beside their places; none without any.

    A bar without an interval has none: one of no length would look like one.
    """
    if not series.low or not series.high:
        return []
    along, across = ("y", "x") if sheet.chart.is_horizontal else ("x", "y")
    ends = [
        None if value is None or low is None else base[place] + value
        for place, (value, low) in enumerate(zip(series.values, series.low, strict=True))
    ]
    where = {along: [place + shift for place in range(len(ends))], across: ends}
    colours = house.palette()
    wide = _bars(series, colours.ground, THICK + 2 * EDGE, CAP + EDGE)
    thin = _bars(series, colours.ink, THICK, CAP)
    return [
        house.marks(**where, **{f"error_{across}": each}, mode="markers", **UNSEEN)
        for each in (wide, thin)
    ]


def of_lines(series: Series) -> house.Part:
    """The whiskers of the points of a line; nothing where there are none."""
    if not series.low or not series.high:
        return {"visible": False}
    return _bars(series, house.palette().ink, THICK, CAP)


def _bars(series: Series, colour: str, thick: float, cap: float) -> house.Part:
    return {
        "type": "data",
        "symmetric": False,
        "array": _distance(series.values, series.high),
        "arrayminus": _distance(series.low, series.values),
        "color": colour,
        "thickness": thick,
        "width": cap,
    }


def _distance(low: Numbers, high: Numbers) -> list[float]:
    return [
        0.0 if one is None or other is None else max(other - one, 0.0)
        for one, other in zip(low, high, strict=True)
    ]
