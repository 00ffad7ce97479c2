"""Rows of a client's story: its complaints and grumbles, and its comments."""

from datetime import date, timedelta

import pandas as pd

from pages.shared.charts import house
from pages.shared.charts.client_story_rows import (
    DAY_MS,
    LANE,
    LONGEST,
    Drawn,
    heading,
    hover,
    lanes,
    mark,
    note,
)
from pages.shared.findings import client_story as told
from pages.shared.findings.client_day import day_of, is_known
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, words

MOST_LANES = 4  # of complaints at the same time
KINDS = ("complaint", "grumble")


def complaints(records: pd.DataFrame, until: date) -> Drawn:
    """A bar from received to resolved, in a lane of its own while others are open."""
    rows = [row for row in rows_of(records) if row["record"] in KINDS]
    major, ordinary = house.TIER_COLOURS["complaining"], house.TIER_COLOURS["basic"]
    name = heading(
        _("Complaints"),
        mark("▲", major, words.severity("major")),
        mark("■", ordinary, words.severity("ordinary")),
        mark("○", house.palette().ink, words.form("grumble")),
    )
    ends = [_end(row, until) for row in rows]
    places = in_lanes([(row["from_on"].date(), end) for row, end in zip(rows, ends, strict=True)])
    axis = {**lanes([""] * MOST_LANES), "tickvals": []}
    if not rows:
        return Drawn(name, LANE * 4, [], [note(_("no complaint in these months"), 1.5)], axis)
    colours = [major if row["severity"] == "major" else ordinary for row in rows]
    traces = [_open_times(rows, ends, places, colours), _beginnings(rows, places, colours)]
    return Drawn(name, LANE * 4, traces, [], axis)


def _end(row: Row, until: date) -> date:
    if row["record"] == "grumble":
        return day_of(row["from_on"])
    return until + timedelta(days=1) if not is_known(row["to_on"]) else day_of(row["to_on"])


def in_lanes(spans: list[tuple[date, date]]) -> list[int]:
    """A lane for each span, the top one that is free; past the last lane they share it."""
    free: list[date] = []
    places = []
    for start, end in spans:
        lane = next((lane for lane, until in enumerate(free) if until < start), len(free))
        lane = min(lane, MOST_LANES - 1)
        free[lane : lane + 1] = [max(end, free[lane]) if lane < len(free) else end]
        places.append(MOST_LANES - 1 - lane)
    return places


def _open_times(
    rows: list[Row], ends: list[date], places: list[int], colours: list[str]
) -> house.Trace:
    return house.bar(
        orientation="h",
        x=[
            DAY_MS * max((end - row["from_on"].date()).days, 1)
            if row["record"] == "complaint"
            else 0
            for row, end in zip(rows, ends, strict=True)
        ],
        base=[dates.iso(row["from_on"]) for row in rows],
        y=places,
        width=0.4,
        marker={"color": colours, "line": {"width": 0}},
        hovertext=[_complaint_hover(row) for row in rows],
    )


def _beginnings(rows: list[Row], places: list[int], colours: list[str]) -> house.Trace:
    def symbol(row: Row) -> str:
        if row["record"] == "grumble":
            return "circle-open"
        return "triangle-up" if row["severity"] == "major" else "square"

    return house.marks(
        x=[row["from_on"] for row in rows],
        y=places,
        mode="markers",
        marker={"symbol": [symbol(row) for row in rows], "size": 9, "color": colours},
        hovertext=[_complaint_hover(row) for row in rows],
    )


def _complaint_hover(row: Row) -> str:
    return hover(row, words.form(row["record"]), told.complaint_told(row))


def comments(rows: pd.DataFrame | None) -> Drawn:
    """A mark per comment; its words on hover."""
    axis = {"range": [-1, 1], "tickvals": []}
    name = heading(_("Comments"))
    if rows is None or rows.empty:
        why = _("too few responses to show comments") if rows is None else _("none in these months")
        return Drawn(name, LANE, [], [note(why, 0)], axis)
    shown = rows_of(rows)
    said = house.marks(
        x=[row["answered_on"] for row in shown],
        y=[0] * len(shown),
        mode="markers",
        marker={"symbol": "diamond-open", "size": 9, "color": house.palette().ink},
        hovertext=[
            f"<b>{dates.iso(row['answered_on'])}</b><br>{house.safe(row['comment'], LONGEST)}"
            for row in shown
        ],
    )
    return Drawn(name, LANE, [said], [], axis)
