"""The satisfaction index month by month: fixed weights with their band, the path model's dashed."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked
from pages.shared.charts import marks as on_time
from pages.shared.charts.marks import NOTHING, Marks
from pages.shared.charts.months import month_axis
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words

HEIGHT = 270
HEAD, FOOT, LEFT, RIGHT = 30, 38, 34, 58
LEAST_REACH = 20  # points, so that noise does not look like a slide


class _Line(NamedTuple):
    """Columns of a line, how it is drawn, and what it is called."""

    value: str
    low: str
    high: str
    name: str
    colour: str
    dash: str
    symbol: str


def index_over_time(
    months: pd.DataFrame, *, marks: Marks = NOTHING, height: int = HEIGHT
) -> go.Figure:
    """The index (0–100) of each month by both methods, that by fixed weights with its interval.

    `months`: month, satisfaction_index, index_low, index_high, model_index, model_low, model_high
    (null where hidden or not fitted), response_count, question_count, hidden. Months
    without a number break the lines; one that did not ask every question is hollow. Needs two
    months with numbers.
    """
    rows = rows_of(months)
    shown = [place for place, row in enumerate(rows) if house.is_number(row["satisfaction_index"])]
    if len(shown) < 2:
        return house.too_few_points(height)
    lines = [line for line in _lines() if any(house.is_number(row[line.value]) for row in rows)]
    places = on_time.months([row["month"] for row in rows])
    axis = marked.Axis(places, lambda _place, points: points, LEFT, RIGHT)
    low, high = _reach([rows[place] for place in shown], lines, marked.reached(marks, axis))
    bands = [trace for run in house.runs(shown) for trace in _band(rows, run)]
    return marked.figure(
        [*bands, *(_drawn(rows, line) for line in lines)],
        height,
        marks,
        axis,
        annotations=[_key(lines), *_end_labels(rows, lines, (low, high), height)],
        xaxis=month_axis([row["month"] for row in rows]),
        yaxis=_axis(low, high),
        head=HEAD,
        foot=FOOT,
    )


def _lines() -> list[_Line]:
    look = house.palette()
    fixed = ("satisfaction_index", "index_low", "index_high", _("fixed weights, 95% interval"))
    model = ("model_index", "model_low", "model_high", _("path model"))
    return [
        _Line(*fixed, look.accent, "solid", "circle"),
        _Line(*model, look.ink, "dot", "diamond"),
    ]


def _key(lines: list[_Line]) -> house.Part:
    marks = {"circle": "●", "diamond": "◆"}
    return house.key([(marks[line.symbol], line.colour, line.name) for line in lines], LEFT)


def _band(rows: list[Row], run: list[int]) -> list[house.Trace]:
    """The interval of neighbouring months; missing ends (one client) lie on the line itself."""
    edge = {"x": run, "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    lows = [_end(rows[place], "index_low") for place in run]
    highs = [_end(rows[place], "index_high") for place in run]
    fill = {"fill": "tonexty", "fillcolor": house.palette().band}
    return [house.marks(y=lows, **edge), house.marks(y=highs, **fill, **edge)]


def _end(row: Row, name: str) -> float:
    return float(row[name] if house.is_number(row[name]) else row["satisfaction_index"])


def _drawn(rows: list[Row], line: _Line) -> house.Trace:
    most = max(row["question_count"] for row in rows)
    hollow = [row["question_count"] < most for row in rows]
    is_fixed = line.dash == "solid"
    return house.marks(
        x=list(range(len(rows))),
        y=[row[line.value] if house.is_number(row[line.value]) else None for row in rows],
        mode="lines+markers",
        connectgaps=False,
        line={"color": line.colour, "width": 2.5 if is_fixed else 1.5, "dash": line.dash},
        marker={
            "size": 10 if is_fixed else 5,
            "symbol": [f"{line.symbol}-open" if is_odd else line.symbol for is_odd in hollow],
            "color": line.colour,
        },
        hovertext=[_hover(row, line) for row in rows],
    )


def _hover(row: Row, line: _Line) -> str:
    heading = f"<b>{words.capital(dates.month(row['month']))}</b>"
    if not house.is_number(row[line.value]):
        return f"{heading}<br>{house.safe(house.reason(row) or numbers.MISSING, 80)}"
    ends = numbers.interval_text(row[line.low], row[line.high], 1)
    told = words.labelled(
        words.column(line.value), words.noted(numbers.number(row[line.value], 1), ends)
    )
    counts = [
        words.labelled(words.column(name), numbers.number(row[name]))
        for name in ("response_count", "question_count")
    ]
    return "<br>".join([heading, told, *counts])


def _reach(rows: list[Row], lines: list[_Line], targets: list[float]) -> tuple[float, float]:
    names = [name for line in lines for name in (line.value, "index_low", "index_high")]
    values = [row[name] for row in rows for name in names if house.is_number(row[name])]
    values += targets
    low, high = min(values) - 1, max(values) + 1
    room = max(LEAST_REACH - (high - low), 0) / 2
    return max(low - room, -1), min(high + room, 101)


def _axis(low: float, high: float) -> house.Part:
    step = 5 if high - low <= 25 else 10 if high - low <= 50 else 25
    marks = [mark for mark in range(0, 101, step) if low <= mark <= high]
    return {
        "range": [low, high],
        "tickvals": marks,
        "ticktext": [numbers.number(mark) for mark in marks],
        "showgrid": True,
    }


def _end_labels(
    rows: list[Row], lines: list[_Line], reach: tuple[float, float], height: int
) -> list[house.Part]:
    """The last value of each line at its end, moved apart where they meet."""
    low, high = reach
    last = {
        line: max(place for place, row in enumerate(rows) if house.is_number(row[line.value]))
        for line in lines
    }
    ordered = sorted(lines, key=lambda line: rows[last[line]][line.value])
    values = [rows[last[line]][line.value] for line in ordered]
    gap = house.LINE * (high - low) / (height - HEAD - FOOT)
    places = house.spread(values, gap, low + gap / 2, high - gap / 2)
    return [
        house.text(
            last[line],
            place,
            f'<span style="color:{line.colour}">{numbers.number(value, 1)}</span>',
            xanchor="left",
            xshift=10,
        )
        for line, value, place in zip(ordered, values, places, strict=True)
    ]
