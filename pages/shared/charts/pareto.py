"""Causes, most frequent first, `other` last: bars of complaints, grumbles beside them."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

ROW_HEIGHT, HEAD, FOOT = 36, 48, 8
LEFT, RIGHT = 150, 176
HATCH = {"shape": "/", "size": 6, "solidity": 0.35}


def pareto(causes: pd.DataFrame, *, height: int | None = None) -> go.Figure:
    """Per cause a bar of its complaints with count, share and cumulative share written behind.

    `causes`: cause, complaint_count, share, cumulative_share (null where hidden), grumble_count,
    is_controllable (null: neither). What service cannot change is hatched and said; the thin bar
    below is grumbles, on the same scale.
    """
    rows = rows_of(causes)
    tall = height or HEAD + FOOT + ROW_HEIGHT * max(len(rows), 1)
    if not rows:
        return house.too_few_points(tall)
    return house.figure(
        [_complaints(rows), _grumbles(rows)],
        tall,
        annotations=[_key(rows), _heading(), *_names(rows), *_numbers(rows)],
        xaxis={"visible": False, "range": [0, max(_most(rows), 1)]},
        yaxis={"range": [len(rows) - 0.5, -0.5], "visible": False},
        margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT},
    )


def _most(rows: list[Row]) -> int:
    return max(int(row[name]) for row in rows for name in ("complaint_count", "grumble_count"))


def _is_beyond(row: Row) -> bool:
    """The service team cannot change it."""
    return house.is_number(row["is_controllable"]) and not row["is_controllable"]


def _key(rows: list[Row]) -> house.Part:
    colours = house.palette()
    entries = [("■", colours.accent, _("complaints"))]
    if any(_is_beyond(row) for row in rows):
        entries.append(("▨", colours.accent, _("service cannot change it")))
    entries.append(("▬", colours.muted, _("grumbles")))
    return {**house.key(entries, LEFT), "yshift": 26}


def _heading() -> house.Part:
    """What the numbers behind the bars are."""
    told = _("count · share · together")
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return house.text(1, 1, told, xshift=8, yshift=4, opacity=house.MUTED, **where)


def _complaints(rows: list[Row]) -> house.Trace:
    colours = house.palette()
    shapes = ["/" if _is_beyond(row) else "" for row in rows]
    line = {"width": 1, "color": [_colour(row) for row in rows]}
    pattern = {**HATCH, "shape": shapes, "fgcolor": colours.accent, "bgcolor": colours.ground}
    return house.bar(
        x=[row["complaint_count"] for row in rows],
        y=[place - 0.12 for place in range(len(rows))],
        orientation="h",
        width=0.5,
        marker={"color": [_colour(row) for row in rows], "line": line, "pattern": pattern},
        hovertext=[_hover(row) for row in rows],
    )


def _colour(row: Row) -> str:
    colours = house.palette()
    return colours.accent if house.is_number(row["is_controllable"]) else colours.muted


def _grumbles(rows: list[Row]) -> house.Trace:
    return house.bar(
        x=[row["grumble_count"] for row in rows],
        y=[place + 0.27 for place in range(len(rows))],
        orientation="h",
        width=0.16,
        marker={"color": house.palette().muted},
        hovertext=[_hover(row) for row in rows],
    )


def _hover(row: Row) -> str:
    told = [
        words.labelled(words.column(name), numbers.number(row[name]))
        for name in ("complaint_count", "grumble_count")
    ]
    return "<br>".join([f"<b>{_name(row)}</b>", *told, _control(row), *_shares(row)])


def _control(row: Row) -> str:
    if not house.is_number(row["is_controllable"]):
        return _("neither within nor beyond what service can change")
    return _("service cannot change it") if _is_beyond(row) else _("service can change it")


def _shares(row: Row) -> list[str]:
    if house.reason(row):
        return [house.safe(house.reason(row), 80)]
    return [
        words.labelled(words.column(name), numbers.percent(row[name]))
        for name in ("share", "cumulative_share")
    ]


def _name(row: Row) -> str:
    return words.capital(words.cause(row["cause"]))


def _names(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "right", "xshift": -8}
    return [house.text(0, place, house.safe(_name(row)), **where) for place, row in enumerate(rows)]


def _numbers(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "left", "xshift": 8}
    return [house.text(1, place, _behind(row), **where) for place, row in enumerate(rows)]


def _behind(row: Row) -> str:
    count = numbers.number(row["complaint_count"])
    if not house.is_number(row["share"]):
        return count
    shares = (numbers.percent(row["share"]), numbers.percent(row["cumulative_share"]))
    return " · ".join([count, *shares])
