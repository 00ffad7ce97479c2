"""Names at the right end of a chart of plain values: of its lines, and of its limits with them.

In a chart whose bars run to the right the limits stand upright and are named above it.
"""

from typing import NamedTuple

from pages.shared.charts import house, plain_labels
from pages.shared.charts.plain import Series
from pages.shared.charts.plain_sheet import (
    AT_END,
    EDGE,
    GAP,
    Sheet,
    is_named_at_end,
    last_words,
    shown,
    values_of,
)

DASH, THIN = "6px,5px", 2
MOST_LINES = 2


class End(NamedTuple):
    """What is named, where it ends, in which lines and colour."""

    value: float
    lines: list[str]
    colour: str


def ends(sheet: Sheet) -> list[End]:
    """Everything that is named at its end, from the lowest up."""
    is_named = is_named_at_end(sheet.chart, sheet.width, sheet.size)
    named = [one for one in sheet.chart.series if one.is_limit or is_named]
    room = AT_END * sheet.width
    found = [
        End(
            values_of(one)[-1],
            plain_labels.lines(last_words(one), room, sheet.size, MOST_LINES),
            shown(one.colour, is_line=True),
        )
        for one in named
        if values_of(one)
    ]
    return sorted(found, key=lambda end: end.value)


def room(sheet: Sheet) -> float:
    """Pixels that the names take at the right; above the plot where bars run to the right."""
    told = ends(sheet)
    if sheet.chart.is_horizontal:
        return MOST_LINES * sheet.line if told else 0.0
    widths = [plain_labels.wide(line, sheet.size) for end in told for line in end.lines]
    return 2 * GAP + max(widths) if widths else 0.0


def labels(sheet: Sheet) -> list[house.Part]:
    """The names, moved apart where they would touch."""
    told = ends(sheet)
    if not told or sheet.chart.is_horizontal:
        return [_above(end, sheet) for end in told]
    gap = sheet.number(max(len(end.lines) for end in told) * sheet.line)
    low, high = sheet.axis.low + gap / 2, sheet.axis.high - gap / 4
    places = house.spread([end.value for end in told], gap, low, max(high, low))
    last = len(sheet.chart.categories) - 0.5
    where = {"xanchor": "left", "align": "left", "xshift": GAP}
    return [
        house.text(last, place, plain_labels.escaped(end.lines), **where, font=_font(sheet, end))
        for end, place in zip(told, places, strict=True)
    ]


def _above(end: End, sheet: Sheet) -> house.Part:
    where = {"yref": "paper", "yanchor": "bottom", "font": _font(sheet, end)}
    return house.text(end.value, 1, plain_labels.escaped(end.lines), **where)


def _font(sheet: Sheet, end: End) -> house.Part:
    return {"size": sheet.size, "color": end.colour}


def limits(sheet: Sheet) -> list[house.Trace]:
    """The limits as thin dashed lines across the chart, in steps where they change.

    Over bars they lie on broader ones in the colour of the page, to be seen on any.
    """
    drawn = [series for series in sheet.chart.series if series.is_limit]
    edge = {"color": house.palette().ground, "width": THIN + 2 * EDGE}
    is_over_bars = sheet.chart.shape != "lines"
    under = [_limit(series, sheet, edge) for series in drawn if is_over_bars]
    return [*under, *(_limit(series, sheet, _dashed(series)) for series in drawn)]


def _dashed(series: Series) -> house.Part:
    return {"color": shown(series.colour, is_line=True), "width": THIN, "dash": DASH}


def _limit(series: Series, sheet: Sheet, line: house.Part) -> house.Trace:
    pairs = [(place, value) for place, value in enumerate(series.values) if value is not None]
    along = [edge for place, _value in pairs for edge in (place - 0.5, place + 0.5)]
    across = [value for _place, value in pairs for _edge in range(2)]
    x, y = (across, along) if sheet.chart.is_horizontal else (along, across)
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}
