"""Shares within target: a dot with its interval per row, its number written behind."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked
from pages.shared.charts.marked import DASHES
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

ROW_HEIGHT, HEAD, FOOT = 24, 30, 26
LEFT, RIGHT = 138, 118
NARROW = 14, 14  # at both sides where nothing stands beside the dots


def on_target(
    shares: pd.DataFrame,
    goal: tuple[float, str] | None = None,
    *,
    row_height: int = ROW_HEIGHT,
    is_compact: bool = False,
) -> go.Figure:
    """Per row the share within target, 0 to 100 %, with whiskers.

    `shares`: label, is_whole (a kind as a whole: its name is bold), share, share_low, share_high
    (0–1, null where hidden), within_count, decided_count, `hidden`. Rows are drawn as they come.
    `goal`: the share to be reached and its words, a dashed line.
    `is_compact`: names and numbers stand above the dots, so that a quarter of a screen is enough.
    """
    rows, (left, right) = rows_of(shares), NARROW if is_compact else (LEFT, RIGHT)
    head = HEAD if goal is None else HEAD + house.LINE
    tall = head + FOOT + row_height * max(len(rows), 1)
    if not rows:
        return house.too_few_points(tall)
    known = [(place, row) for place, row in enumerate(rows) if house.is_number(row["share"])]
    return house.figure(
        [_dots(known)] if known else [],
        tall,
        annotations=[*_key(left, goal), *(_above(rows) if is_compact else _beside(rows))],
        shapes=[] if goal is None else _goal_lines(goal[0], len(rows), is_compact=is_compact),
        xaxis=_axis(),
        yaxis={"range": [len(rows) - (0.7 if is_compact else 0.5), -0.5], "visible": False},
        margin={"l": left, "r": right, "t": head, "b": FOOT},
    )


def _key(left: int, goal: tuple[float, str] | None) -> list[house.Part]:
    told = _("resolved within target (95% interval)")
    key = house.key([("●", house.palette().accent, told)], left)
    if goal is None:
        return [key]
    lifted = {**key, "yshift": key["yshift"] + house.LINE}
    return [lifted, house.key([(DASHES, house.palette().ink, marked.goal([goal[1]]))], left)]


def _goal_lines(share: float, count: int, *, is_compact: bool) -> list[house.Part]:
    """Where all should lie together; not through the words above the dots of a narrow chart."""
    spans = [(place - 0.12, place + 0.4) for place in range(count)] if is_compact else [(0, 1)]
    where = {"type": "line", "xref": "x", "yref": "y" if is_compact else "paper", "layer": "below"}
    look = {"line": {"color": house.palette().ink, "width": 1.5, "dash": "dash"}}
    return [
        {**where, **look, "x0": share, "x1": share, "y0": low, "y1": high} for low, high in spans
    ]


def _axis() -> house.Part:
    marks = [0, 0.5, 1]
    return {
        "range": [-0.02, 1.03],
        "tickvals": marks,
        "ticktext": [numbers.percent(mark) for mark in marks],
        "showgrid": True,
        "gridcolor": house.palette().grid,
    }


def _dots(known: list[tuple[int, Row]]) -> house.Trace:
    colours = house.palette()
    colour = [colours.accent if row["is_whole"] else colours.ink for _place, row in known]
    return house.marks(
        x=[row["share"] for _place, row in known],
        y=[place for place, _row in known],
        mode="markers",
        marker={
            "size": [12 if row["is_whole"] else 9 for _place, row in known],
            "color": colour,
            "symbol": ["circle" if row["is_whole"] else "diamond" for _place, row in known],
        },
        error_x={
            "type": "data",
            "array": [row["share_high"] - row["share"] for _place, row in known],
            "arrayminus": [row["share"] - row["share_low"] for _place, row in known],
            "color": colours.muted,
            "thickness": 2,
            "width": 4,
        },
        hovertext=[_hover(row) for _place, row in known],
    )


def _hover(row: Row) -> str:
    told = _("{within} of {decided} within target").format(
        within=numbers.number(row["within_count"]), decided=numbers.number(row["decided_count"])
    )
    return f"<b>{house.safe(row['label'])}</b><br>{told}<br>{_value(row)}"


def _value(row: Row) -> str:
    ends = numbers.interval_text(100 * row["share_low"], 100 * row["share_high"])
    return words.noted(numbers.percent(row["share"]), ends)


def _beside(rows: list[Row]) -> list[house.Part]:
    return [*_names(rows), *_behind(rows)]


def _above(rows: list[Row]) -> list[house.Part]:
    """Name and number in one line above each dot; the reason in place of a hidden number."""
    where = {"xref": "paper", "yshift": 15}
    names = [
        house.text(0, place, f"<b>{house.safe(row['label'], 22)}</b>", xanchor="left", **where)
        for place, row in enumerate(rows)
    ]
    told = [house.safe(house.reason(row), 40) if house.reason(row) else _value(row) for row in rows]
    return names + [
        house.text(1, place, value, xanchor="right", **where) for place, value in enumerate(told)
    ]


def _names(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "right", "xshift": -10}
    return [
        house.text(0, place, f"<b>{name}</b>" if row["is_whole"] else name, **where)
        for place, row in enumerate(rows)
        for name in [house.safe(row["label"], 22)]
    ]


def _behind(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "left", "xshift": 8}
    return [
        house.reason_text(place, why) if why else house.text(1, place, _value(row), **where)
        for place, row in enumerate(rows)
        for why in [house.reason(row)]
    ]
