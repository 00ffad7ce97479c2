"""A chart of plain values drawn by Plotly: as large as it is told, its text no smaller than told.

The categories stand at 0, 1, 2 … of a plain axis, so that every bar, label and line is placed here
and nothing is left to be moved by the browser: what fits on one screen fits on all.
"""

from typing import Literal, NamedTuple

import plotly.graph_objects as go

from pages.shared.charts import (
    house,
    plain_bars,
    plain_ends,
    plain_labels,
    plain_lines,
    plain_marks,
    plain_numbers,
)
from pages.shared.charts.plain import Chart, Series
from pages.shared.charts.plain_sheet import (
    GAP,
    NAMES,
    Axis,
    Sheet,
    is_labelled,
    is_named_at_end,
    is_sparse,
    shown,
)
from pages.shared.safe import html

__all__ = ["Axis", "Key", "figure", "key"]

TEXT_SIZE = 20
Look = Literal["plain", "hatched", "line", "point"]


class Key(NamedTuple):
    """What a colour means, and what it looks like in the chart."""

    name: str
    colour: str
    look: Look


def figure(
    chart: Chart, axis: Axis, width: float, height: float, text_size: float = TEXT_SIZE
) -> go.Figure:
    """The chart, `width` × `height` pixels large; it may be stretched to more, not to less.

    `axis`: the ends of the numbers and where they are marked.
    """
    if not any(value is not None for series in chart.series for value in series.values):
        return house.too_few_points(int(height))
    sheet = _laid_out(Sheet(chart, axis, width, height, text_size))
    events = plain_marks.marked(sheet)
    draw = plain_lines.traces if chart.shape == "lines" else plain_bars.traces
    made = house.figure(
        [*draw(sheet), *plain_ends.limits(sheet), *events.traces],
        int(height),
        annotations=[*plain_ends.labels(sheet), *events.names],
        shapes=events.shapes,
        barmode="overlay",
        margin=sheet.margin,
        font={"size": text_size},
        hoverlabel={"font": {"size": text_size}},
    )
    return made.update_layout(_axes(sheet))


def key(chart: Chart, width: float, text_size: float = TEXT_SIZE) -> list[Key]:
    """What stands above the chart: the series that are not named at the end of a line.

    A series whose numbers have colours of their own is left out: its finding says what they are.
    """
    if is_named_at_end(chart, width, text_size):
        return []
    is_line = chart.shape == "lines"
    return [
        Key(series.name, shown(series.colour, is_line=is_line), _look(series, is_line=is_line))
        for series in chart.series
        if not series.is_limit and len(set(series.colours)) <= 1
    ]


def _look(series: Series, *, is_line: bool) -> Look:
    if is_line:
        return "point" if is_sparse(series) else "line"
    return "hatched" if series.is_hatched else "plain"


def _laid_out(bare: Sheet) -> Sheet:
    """The margins: names beside, above and below the plot get the room that they take."""
    if bare.chart.is_horizontal:
        names = max(plain_labels.wide(name, bare.size) for name in bare.chart.categories)
        left = min(names + 2 * GAP, NAMES * bare.width)
        foot = GAP if is_labelled(bare.chart) else bare.line + GAP
        top = max(plain_ends.room(bare), GAP)
        return _reaching(bare._replace(left=left, right=_half_mark(bare), foot=foot, top=top))
    marks = [plain_labels.wide(words, bare.size) for _value, words in bare.axis.marks]
    left = GAP if is_labelled(bare.chart) else max(marks, default=0.0) + GAP
    sheet = bare._replace(left=left, right=max(plain_ends.room(bare), GAP))
    last = _half(_below(sheet)[len(sheet.chart.categories) - 1], sheet) - sheet.slot / 2
    sheet = sheet._replace(right=max(sheet.right, last + GAP))
    lines = max(len(told) for told in _below(sheet).values())
    top = bare.line * (1 + plain_marks.row_count(sheet))
    return _reaching(sheet._replace(foot=lines * bare.line + GAP, top=top))


def _reaching(sheet: Sheet) -> Sheet:
    """The axis with room for the numbers beyond the ends of bars."""
    low, high = plain_numbers.reach(sheet)
    return sheet._replace(axis=sheet.axis._replace(low=low, high=high))


def _half_mark(bare: Sheet) -> float:
    """Room for the half of the last mark of the axis that stands beyond its end."""
    if is_labelled(bare.chart):
        return GAP
    marks = [plain_labels.wide(mark, bare.size) for _value, mark in bare.axis.marks]
    return max(max(marks, default=0.0) / 2, GAP)


def _below(sheet: Sheet) -> dict[int, list[str]]:
    """The names below, without one that would lie on the lowest mark of the axis."""
    told = plain_labels.along(sheet.chart.categories, sheet.slot, sheet.size)
    return {
        place: lines
        for place, lines in told.items()
        if len(told) == 1 or _half(lines, sheet) <= (place + 0.5) * sheet.slot
    }


def _half(lines: list[str], sheet: Sheet) -> float:
    return max(plain_labels.wide(line, sheet.size) for line in lines) / 2


def _axes(sheet: Sheet) -> dict[str, house.Part]:
    last = len(sheet.chart.categories) - 0.5
    values = {
        "range": [sheet.axis.low, sheet.axis.high],
        "showgrid": not is_labelled(sheet.chart),
        "gridcolor": house.palette().grid,
        "tickvals": [value for value, _words in sheet.axis.marks],
        "ticktext": [html(words) for _value, words in sheet.axis.marks],
        "showticklabels": not is_labelled(sheet.chart),
        "zeroline": sheet.axis.low < 0 < sheet.axis.high,
        "zerolinecolor": house.palette().muted,
        "tickfont": {"size": sheet.size},
    }
    if sheet.chart.is_horizontal:
        return {"xaxis": values, "yaxis": {**_names_beside(sheet), "range": [last, -0.5]}}
    told = _below(sheet)
    names = {
        "range": [-0.5, last],
        "tickvals": list(told),
        "ticktext": [plain_labels.escaped(lines) for lines in told.values()],
        "tickangle": 0,
        "tickfont": {"size": sheet.size},
    }
    return {"xaxis": names, "yaxis": values}


def _names_beside(sheet: Sheet) -> house.Part:
    most = max(int(sheet.slot // sheet.line), 1)
    room = sheet.left - 2 * GAP
    told = [
        plain_labels.lines(name, room, sheet.size, min(most, 2)) for name in sheet.chart.categories
    ]
    return {
        "tickvals": list(range(len(told))),
        "ticktext": [plain_labels.escaped(lines) for lines in told],
        "ticklabelstandoff": GAP // 2,
        "tickfont": {"size": sheet.size},
    }
