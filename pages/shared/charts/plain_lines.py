"""The lines of a chart of plain values, their whiskers, and the numbers that there is room for."""

from pages.shared.charts import house, plain_labels, plain_whiskers
from pages.shared.charts.plain import Series
from pages.shared.charts.plain_hover import hover
from pages.shared.charts.plain_sheet import Sheet, is_named_at_end, is_sparse, shown
from pages.shared.safe import html

LINE, POINT = 3, 9
DIAMOND = {"size": 15, "symbol": "diamond"}


def traces(sheet: Sheet) -> list[house.Trace]:
    """Every series as a line with points; a missing number leaves a gap."""
    drawn = [series for series in sheet.chart.series if not series.is_limit]
    is_named = is_named_at_end(sheet.chart, sheet.width, sheet.size)
    lines = [_line(series, sheet) for series in drawn]
    return lines if is_named else [*lines, *(_numbers(series, sheet) for series in drawn[:1])]


def _line(series: Series, sheet: Sheet) -> house.Trace:
    colour = shown(series.colour, is_line=True)
    places = list(range(len(series.values)))
    points = [shown(each, is_line=True) for each in series.colours] or colour
    return house.marks(
        x=places,
        y=list(series.values),
        error_y=plain_whiskers.of_lines(series),
        mode="markers" if is_sparse(series) else "lines+markers",
        connectgaps=False,
        line={"color": colour, "width": LINE},
        marker={"size": POINT, "color": points, **(DIAMOND if is_sparse(series) else {})},
        hovertext=[hover(sheet.chart, series, place) for place in places],
        cliponaxis=False,
    )


def _numbers(series: Series, sheet: Sheet) -> house.Trace:
    """Above every point where they do not touch each other, else above the last alone."""
    kept = _kept(series, sheet)
    tops = [_top(series, place) for place in kept]
    return {
        "type": "scatter",
        "mode": "text",
        "x": kept,
        "y": tops,
        "text": [html(series.labels[place]) for place in kept],
        "textposition": "top center",
        "textfont": {"size": sheet.size, "color": house.palette().ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _kept(series: Series, sheet: Sheet) -> list[int]:
    if not series.labels:
        return []
    widest = max(plain_labels.wide(label, sheet.size) for label in series.labels) + sheet.size
    places = [place for place, value in enumerate(series.values) if value is not None]
    return places if widest <= sheet.slot else places[-1:]


def _top(series: Series, place: int) -> float | None:
    edge = series.high[place] if series.high else None
    return series.values[place] if edge is None else edge
