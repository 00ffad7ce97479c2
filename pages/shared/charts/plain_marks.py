"""Events in a chart of plain values: thin upright lines, named above it where there is room."""

from typing import NamedTuple

from pages.shared.charts import house, plain_labels
from pages.shared.charts.plain import Mark
from pages.shared.charts.plain_sheet import Sheet
from pages.shared.safe import html

NAME = 0.4  # of the width
GAP = 14
POINT = 12


class Marked(NamedTuple):
    """Lines, names and what can be hovered over."""

    shapes: list[house.Part]
    names: list[house.Part]
    traces: list[house.Trace]


def marked(sheet: Sheet) -> Marked:
    """Every event has its line and its mark; names that would touch are left to hovering."""
    found = sorted(sheet.chart.marks, key=lambda mark: mark.category)
    if not found or sheet.chart.is_horizontal:
        return Marked([], [], [])
    muted = house.palette().muted
    shapes: list[house.Part] = [
        {
            "type": "line",
            "x0": mark.category,
            "x1": mark.category,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "line": {"color": muted, "width": 1},
        }
        for mark in found
    ]
    return Marked(shapes, _names(found, sheet), [_points(found, sheet)])


def _names(found: list[Mark], sheet: Sheet) -> list[house.Part]:
    """From the left, each beginning at its line; at the right edge ending there."""
    end, told = 0.0, []
    plot = sheet.slot * len(sheet.chart.categories)
    for mark in found:
        name = plain_labels.cut(mark.label, NAME * sheet.width, sheet.size)
        wide = plain_labels.wide(name, sheet.size)
        at = (mark.category + 0.5) * sheet.slot
        start = min(at + GAP / 2, plot + sheet.right - wide - GAP)
        if start < end:
            continue
        end = start + wide + GAP
        where = {"yref": "paper", "yanchor": "bottom", "xanchor": "left", "xshift": start - at}
        told.append(house.text(mark.category, 1, html(name), **where, opacity=house.MUTED))
    return told


def _points(found: list[Mark], sheet: Sheet) -> house.Trace:
    return house.marks(
        x=[mark.category for mark in found],
        y=[sheet.axis.high] * len(found),
        mode="markers",
        marker={"size": POINT, "symbol": "triangle-down", "color": house.palette().muted},
        hovertext=[html(mark.label) for mark in found],
        cliponaxis=False,
    )
