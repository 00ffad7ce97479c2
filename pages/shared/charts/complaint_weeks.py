"""Complaints received and resolved per week as columns; what is open below, on its own scale."""

from math import ceil

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked, weeks
from pages.shared.charts import marks as on_time
from pages.shared.charts.marks import NOTHING, Marks
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 300
HEAD, FOOT, LEFT, RIGHT = 30, 40, 34, 104
COLUMNS, LINE = (0.46, 1.0), (0.0, 0.34)
MOST_HATCHED = 26  # weeks; hatching cannot be seen on thinner columns
FAINT = 0.45  # opacity of a week with fewer days than the others


def complaint_weeks(
    flow: pd.DataFrame, *, marks: Marks = NOTHING, height: int = HEIGHT
) -> go.Figure:
    """Two columns a week (received plain, resolved hatched) over the line of the backlog.

    `flow`: week, received, resolved, backlog, overdue, grumbles, is_partial. Part weeks are faint.
    The targets among the `marks` are complaints received a week.
    """
    rows = rows_of(flow)
    if not rows or not (flow.received + flow.resolved + flow.backlog).any():
        return house.too_few_points(height)
    places = on_time.weeks([row["week"] for row in rows])
    axis = marked.Axis(places, lambda _place, count: count, LEFT, RIGHT)
    goals = marked.reached(marks, axis)
    return marked.figure(
        [_columns(rows, "received"), _columns(rows, "resolved"), _backlog(rows)],
        height,
        marks,
        axis,
        bargap=0.25,
        annotations=[_key(rows), *_end_label(rows)],
        xaxis={**weeks.week_axis([row["week"] for row in rows]), "anchor": "y2"},
        yaxis={**_count_axis(rows, ("received", "resolved"), goals), "domain": list(COLUMNS)},
        yaxis2={**_count_axis(rows, ("backlog",), [], 3, below=0.14), "domain": list(LINE)},
        head=HEAD,
        foot=FOOT,
    )


def _key(rows: list[Row]) -> house.Part:
    colours = house.palette()
    is_hatched = len(rows) <= MOST_HATCHED
    entries = [
        ("■", colours.accent, words.column("received")),
        ("▨" if is_hatched else "■", colours.muted, words.column("resolved")),
        ("●", colours.ink, _("Open at the end of the week")),
    ]
    return house.key(entries, LEFT)


def _columns(rows: list[Row], name: str) -> house.Trace:
    colours = house.palette()
    hatched = {"shape": "/", "size": 6, "solidity": 0.3, "fgcolor": colours.ink}
    look: house.Part = {"color": colours.accent}
    if name == "resolved":
        is_hatched = len(rows) <= MOST_HATCHED
        look = (
            {"color": colours.grid, "pattern": hatched} if is_hatched else {"color": colours.muted}
        )
    return house.bar(
        x=list(range(len(rows))),
        y=[row[name] for row in rows],
        marker={**look, "opacity": [FAINT if weeks.is_cut(row) else 1 for row in rows]},
        hovertext=[_hover(row) for row in rows],
    )


def _backlog(rows: list[Row]) -> house.Trace:
    ink = house.palette().ink
    return house.marks(
        x=list(range(len(rows))),
        y=[row["backlog"] for row in rows],
        yaxis="y2",
        mode="lines+markers" if len(rows) <= 60 else "lines",
        line={"color": ink, "width": 1.5},
        marker={"size": 5, "color": ink},
        hovertext=[_hover(row) for row in rows],
    )


def _hover(row: Row) -> str:
    told = [
        words.labelled(words.column(name), numbers.number(row[name]))
        for name in ("received", "resolved", "backlog", "overdue", "grumbles")
    ]
    return "<br>".join([weeks.name(row), *told])


def _end_label(rows: list[Row]) -> list[house.Part]:
    told = _("{count} open").format(count=numbers.number(rows[-1]["backlog"]))
    where = {"yref": "y2", "xanchor": "left", "xshift": 6}
    return [house.text(len(rows) - 0.5, rows[-1]["backlog"], told, **where)]


def _count_axis(
    rows: list[Row],
    names: tuple[str, ...],
    goals: list[float],
    most: int = 4,
    below: float = 0.0,
) -> house.Part:
    """From zero, at most so many whole numbers above it; `below`: room under it, for a line."""
    top = max(max(int(row[name]) for row in rows for name in names), 1, *map(ceil, goals))
    step = next(
        step * 10**power
        for power in range(12)
        for step in (1, 2, 5)
        if step * 10**power * most >= top
    )
    marks = list(range(0, top + step, step))
    return {
        "range": [-marks[-1] * below, marks[-1] * 1.04],
        "tickvals": marks,
        "ticktext": [
            numbers.compact(mark) if mark >= 10_000 else numbers.number(mark) for mark in marks
        ],
        "showgrid": True,
    }
