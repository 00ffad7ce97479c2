"""The bars of a chart of plain values, their whiskers, and the numbers in them or at their ends."""

from pages.shared.charts import house, plain_whiskers
from pages.shared.charts.plain import Series
from pages.shared.charts.plain_hover import hover
from pages.shared.charts.plain_numbers import at_ends, inside
from pages.shared.charts.plain_sheet import WIDTH, Sheet, shown

BROAD = 0.94  # of its room: a bar beside another


def traces(sheet: Sheet) -> list[house.Trace]:
    """Every series as bars, then the numbers on top of them."""
    drawn = [series for series in sheet.chart.series if not series.is_limit]
    if sheet.chart.shape == "stacked":
        return _stacked(drawn, sheet)
    return _clustered(drawn, sheet)


def _stacked(drawn: list[Series], sheet: Sheet) -> list[house.Trace]:
    """Bars on top of one another; what is below zero goes the other way."""
    count = len(sheet.chart.categories)
    above, below = [0.0] * count, [0.0] * count
    made: list[house.Trace] = []
    for series in drawn:
        base: list[float] = []
        for place, value in enumerate(series.values):
            side = above if (value or 0.0) >= 0 else below
            base.append(side[place])
            side[place] += value or 0.0
        made.append(_bars(series, sheet, base, -WIDTH / 2, WIDTH))
        made += plain_whiskers.over_bars(series, sheet, base, 0)
        made.append(inside(series, sheet, base))
    return made


def _clustered(drawn: list[Series], sheet: Sheet) -> list[house.Trace]:
    """Bars side by side."""
    width = WIDTH / max(len(drawn), 1)
    made: list[house.Trace] = []
    for number, series in enumerate(drawn):
        offset = -WIDTH / 2 + number * width
        base = [0.0] * len(series.values)
        made.append(_bars(series, sheet, base, offset, width * BROAD))
        made += plain_whiskers.over_bars(series, sheet, base, offset + width * BROAD / 2)
        made.append(at_ends(series, sheet, offset + width / 2, width))
    return made


def _bars(
    series: Series, sheet: Sheet, base: list[float], offset: float, width: float
) -> house.Trace:
    colours = [shown(colour) for colour in series.colours] or shown(series.colour)
    hatch = {**house.HATCHED, "fillmode": "overlay", "shape": "/" if series.is_hatched else ""}
    places = list(range(len(series.values)))
    along, across = ("y", "x") if sheet.chart.is_horizontal else ("x", "y")
    return house.bar(
        **{along: places, across: list(series.values)},
        orientation="h" if sheet.chart.is_horizontal else "v",
        base=base,
        offset=offset,
        width=width,
        marker={"color": colours, "pattern": hatch, "line": {"width": 0}},
        hovertext=[hover(sheet.chart, series, place) for place in places],
    )
