"""Events in a chart of plain values: thin upright lines, named in rows above it."""

from typing import NamedTuple

from pages.shared.charts import house, plain_events, plain_labels
from pages.shared.charts.plain import Mark
from pages.shared.charts.plain_events import Place
from pages.shared.charts.plain_sheet import EDGE, Sheet
from pages.shared.safe import html

GAP = 14
POINT, THIN = 12, 1


class Marked(NamedTuple):
    """Lines, names and what can be hovered over."""

    shapes: list[house.Part]
    names: list[house.Part]
    traces: list[house.Trace]


def marked(sheet: Sheet) -> Marked:
    """Every event has its line and its mark; names stand in rows where they do not touch."""
    found = sorted(sheet.chart.marks, key=lambda mark: mark.category)
    if not found or sheet.chart.is_horizontal:
        return Marked([], [], [])
    shapes = [part for mark in found for part in _line(mark, sheet)]
    return Marked(shapes, _names(sheet), [_points(found, sheet)])


def _line(mark: Mark, sheet: Sheet) -> list[house.Part]:
    """Over bars it lies on a wider one in the colour of the page, to be seen on dark ones too."""
    colours, at = house.palette(), {"x0": mark.category, "x1": mark.category, "y0": 0}
    where = {"type": "line", "yref": "paper", **at}
    below_its_point = 1 - POINT / 2 / sheet.across
    edge = {
        **where,
        "y1": below_its_point,
        "line": {"color": colours.ground, "width": THIN + 2 * EDGE},
    }
    line = {**where, "y1": 1, "line": {"color": colours.muted, "width": THIN}}
    return [line] if sheet.chart.shape == "lines" else [edge, line]


def row_count(sheet: Sheet) -> int:
    """Rows of names above the plot, of a sheet that knows its left and its right."""
    return max((place.row for _mark, place in _placed(sheet)), default=-1) + 1


def _placed(sheet: Sheet) -> list[tuple[Mark, Place]]:
    """Each begins at its line; those at the right edge end there."""
    shown = [mark for mark in sheet.chart.marks if mark.label and not sheet.chart.is_horizontal]
    starts = [_at(mark, sheet) + GAP / 2 for mark in shown]
    widths = [plain_labels.wide(mark.label, sheet.size) for mark in shown]
    placed = plain_events.rows(starts, widths, 0, sheet.width - GAP, GAP)
    return list(zip(shown, placed, strict=True))


def _at(mark: Mark, sheet: Sheet) -> float:
    return sheet.left + (mark.category + 0.5) * sheet.slot


def _names(sheet: Sheet) -> list[house.Part]:
    count, where = row_count(sheet), {"yref": "paper", "yanchor": "bottom", "xanchor": "left"}
    return [
        house.text(
            mark.category,
            1,
            html(mark.label),
            **where,
            xshift=place.left - _at(mark, sheet),
            yshift=(count - 1 - place.row) * sheet.line,
            opacity=house.MUTED,
        )
        for mark, place in _placed(sheet)
    ]


def _points(found: list[Mark], sheet: Sheet) -> house.Trace:
    return house.marks(
        x=[mark.category for mark in found],
        y=[sheet.axis.high] * len(found),
        mode="markers",
        marker={"size": POINT, "symbol": "triangle-down", "color": house.palette().muted},
        hovertext=[html(mark.told) for mark in found],
        cliponaxis=False,
    )
