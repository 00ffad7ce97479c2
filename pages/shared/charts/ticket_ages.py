"""How old the open tickets are, kind by kind: a column per span of days, the late ones on top."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import by_kind, house
from pages.shared.findings.complaint_times import span
from pages.shared.findings.on_target import KINDS
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 250
HEAD, FOOT = 48, 42


def ticket_ages(ageing: pd.DataFrame, *, height: int = HEIGHT) -> go.Figure:
    """Open tickets per kind and age: running, paused (grey), past the promised time (hatched red).

    `ageing`: kind, from_days, to_days (null: no end), open_count, breached_count, paused_count.
    """
    if not ageing.open_count.sum():
        return house.note(_("No ticket is open."), height)
    rows = {
        kind: rows_of(ageing[ageing.kind == kind]) for kind in KINDS if kind in set(ageing.kind)
    }
    notes = {kind: _("none is open") for kind in KINDS if kind not in rows}
    return house.figure(
        [trace for kind, own in rows.items() for trace in _columns(kind, own)],
        height,
        bargap=0.25,
        barmode="stack",
        annotations=[
            {**_key(), "yshift": 26},
            *by_kind.names(notes),
            *[label for kind, own in rows.items() for label in _counts(kind, own)],
        ],
        **by_kind.layout({kind: (_across(own), _up(own)) for kind, own in rows.items()}),
        margin={"l": 8, "r": 8, "t": HEAD, "b": FOOT},
    )


def _looks() -> list[tuple[str, str, house.Part]]:
    """Of each part its name, its words, its colour and pattern, from the foot up."""
    colours, late = house.palette(), house.TIER_COLOURS["complaining"]
    hatched = {"shape": "/", "size": 6, "solidity": 0.25, "bgcolor": late, "fgcolor": "#ffffff"}
    return [
        ("running", words.state("running"), {"color": colours.accent}),
        ("paused", words.state("paused"), {"color": colours.muted}),
        ("breached", words.state("breached"), {"color": late, "pattern": hatched}),
    ]


def _key() -> house.Part:
    marks = {"running": "■", "paused": "■", "breached": "▨"}
    return house.key([(marks[name], look["color"], said) for name, said, look in _looks()], 8)


def _count(row: Row, name: str) -> int:
    late, paused = int(row["breached_count"]), int(row["paused_count"])
    running = int(row["open_count"]) - late - paused
    return {"breached": late, "paused": paused, "running": running}[name]


def _columns(kind: str, rows: list[Row]) -> list[house.Trace]:
    across, up = by_kind.axes(kind)
    return [
        house.bar(
            x=list(range(len(rows))),
            y=[_count(row, name) for row in rows],
            xaxis=across,
            yaxis=up,
            marker=look,
            hovertext=[_hover(row) for row in rows],
        )
        for name, _said, look in _looks()
        if any(_count(row, name) for row in rows)
    ]


def _hover(row: Row) -> str:
    counts = [
        words.labelled(said, numbers.number(_count(row, name))) for name, said, _look in _looks()
    ]
    return "<br>".join([f"<b>{span(row['from_days'], row['to_days'])}</b>", *counts])


def _counts(kind: str, rows: list[Row]) -> list[house.Part]:
    across, up = by_kind.axes(kind)
    where = {"xref": across, "yref": up, "yanchor": "bottom"}
    return [
        house.text(place, row["open_count"], numbers.number(row["open_count"]), **where)
        for place, row in enumerate(rows)
        if row["open_count"]
    ]


def _across(rows: list[Row]) -> house.Part:
    """Spans in as few letters as fit under a column; the unit stands below."""
    return {
        "range": [-0.5, len(rows) - 0.5],
        "tickvals": list(range(len(rows))),
        "ticktext": [_label(row) for row in rows],
        "tickangle": 0,
        "title": {"text": _("days open"), "standoff": 4},
    }


def _label(row: Row) -> str:
    low = numbers.number(row["from_days"])
    if not house.is_number(row["to_days"]):
        return f"{low}+"
    return f"{low}–{numbers.number(row['to_days'])}"


def _up(rows: list[Row]) -> house.Part:
    return {"visible": False, "range": [0, max(row["open_count"] for row in rows) * 1.18 or 1]}
