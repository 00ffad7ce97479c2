"""Rows of a client's story: its tiers, tickets and promises.

Every row is traces, notes and an axis; the figure puts them below each other.
"""

from math import log10
from typing import NamedTuple

import pandas as pd

from pages.shared.charts import house
from pages.shared.findings import client_story as told
from pages.shared.findings.client_day import is_known
from pages.shared.findings.client_promises import named
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words

DAY_MS = 86_400_000
LANE = 16  # pixels of a lane with a name
PROMISES = ("kept", "broken", "overdue", "due")
FASTEST = 0.1  # hours; the axis of times has no zero
LONGEST = 90  # letters of a text on hover


class Drawn(NamedTuple):
    """One row: what stands at its left, its height in pixels, its traces, notes and axis."""

    name: str
    height: int
    traces: list[house.Trace]
    notes: list[house.Part]
    axis: house.Part


def lanes(labels: list[str]) -> house.Part:
    """An axis of lanes, the first on top, each with its name."""
    places = list(range(len(labels) - 1, -1, -1))
    return {
        "range": [-0.6, len(labels) - 0.4],
        "tickvals": places,
        "ticktext": labels,
        "zeroline": False,
    }


def note(sentence: str, y: float) -> house.Part:
    """A sentence at the beginning of a row, in place of its marks."""
    where = {"xref": "paper", "xanchor": "left", "xshift": 8, "opacity": house.MUTED}
    return house.text(0, y, house.safe(sentence, LONGEST), **where)


def heading(name: str, *marks: str) -> str:
    """The name of a row, and below it what its marks mean."""
    return "<br>".join([f"<b>{house.safe(name)}</b>", *marks])


def mark(symbol: str, colour: str, meaning: str) -> str:
    """One line of what marks mean."""
    return f'<span style="color:{colour}">{symbol}</span> {house.safe(meaning)}'


def tickets(records: pd.DataFrame) -> Drawn:
    """A mark per ticket on the day it was opened, at its working hours; its target as a dash."""
    rows = [row for row in rows_of(records) if row["record"] == told.TICKET]
    colours = house.palette()
    late = house.TIER_COLOURS["complaining"]
    name = heading(
        _("Working hours"),
        mark("●", colours.accent, _("within target")),
        mark("▲", late, _("past target")),
        mark("○", colours.ink, _("still open")),
        mark("–", colours.ink, _("target")),
    )
    hours = [max(row["hours"], FASTEST) for row in rows]
    targets = [row["target_hours"] for row in rows if house.is_number(row["target_hours"])]
    axis = _hours_axis([*hours, *targets])
    if not rows:
        return Drawn(name, 112, [], [note(_("no ticket in these months"), 0)], axis)
    return Drawn(name, 112, [_targets(rows), _tickets(rows, hours)], [], axis)


def _targets(rows: list[Row]) -> house.Trace:
    known = [row for row in rows if house.is_number(row["target_hours"])]
    dash = {"color": house.palette().muted, "width": 1}
    return house.marks(
        x=[row["from_on"] for row in known],
        y=[row["target_hours"] for row in known],
        mode="markers",
        marker={"symbol": "line-ew-open", "size": 7, "line": dash, "opacity": 0.8},
        hoverinfo="skip",
    )


def _tickets(rows: list[Row], hours: list[float]) -> house.Trace:
    late = [row["hours"] > row["target_hours"] for row in rows]
    shapes = ["triangle-up" if is_late else "circle" for is_late in late]
    colours = [
        house.TIER_COLOURS["complaining"] if is_late else house.palette().accent for is_late in late
    ]
    return house.marks(
        x=[row["from_on"] for row in rows],
        y=hours,
        mode="markers",
        marker={
            "symbol": [
                f"{shape}-open" if not is_known(row["to_on"]) else shape
                for row, shape in zip(rows, shapes, strict=True)
            ],
            "color": colours,
            "size": [9 if is_late else 7 for is_late in late],
            "line": {"width": 1.5, "color": colours},
        },
        hovertext=[hover(row, words.kind(row["kind"]), told.ticket_told(row)) for row in rows],
    )


def hover(row: Row, name: str, detail: str, day: str = "from_on") -> str:
    """What a record is, its day, its words and how it stands."""
    heading = f"<b>{words.capital(name)}</b> {dates.iso(row[day])}"
    what = [house.safe(named(row["what"], ""), LONGEST)] if isinstance(row["what"], str) else []
    return "<br>".join([heading, *what, house.safe(detail, 200)])


def _hours_axis(hours: list[float]) -> house.Part:
    """Powers of ten: times differ by hundreds of times."""
    low, high = min(hours, default=1), max(hours, default=100)
    marks = [10**power for power in range(-1, 5) if low / 2 <= 10**power <= high * 2]
    return {
        "type": "log",
        "range": [log10(low / 1.6), log10(high * 1.6)],
        "tickvals": marks,
        "ticktext": [numbers.number(mark, 1 if mark < 1 else 0) for mark in marks],
        "showgrid": True,
    }


def promises(records: pd.DataFrame) -> Drawn:
    """A mark per promise on the day it was first due, in the lane of what became of it."""
    rows = [row for row in rows_of(records) if row["record"] == told.PROMISE]
    labels = [words.state(state) for state in PROMISES]
    notes = [] if rows else [note(_("no promised date in these months"), 1.5)]
    name, height = heading(_("Promises"), _("by first due date")), LANE * len(PROMISES)
    traces = [_promises(rows, state) for state in PROMISES] if rows else []
    return Drawn(name, height, traces, notes, lanes(labels))


def _promises(rows: list[Row], state: str) -> house.Trace:
    looks = {
        "kept": ("circle", house.palette().accent),
        "broken": ("x", house.TIER_COLOURS["basic"]),
        "overdue": ("triangle-down", house.TIER_COLOURS["complaining"]),
        "due": ("circle-open", house.palette().ink),
    }
    symbol, colour = looks[state]
    some = [row for row in rows if row["state"] == state]
    return house.marks(
        x=[row["due_on"] for row in some],
        y=[len(PROMISES) - 1 - PROMISES.index(state)] * len(some),
        mode="markers",
        marker={"symbol": symbol, "size": 8, "color": colour, "opacity": 0.85},
        hovertext=[
            hover(row, words.kind(told.PROMISE), told.promise_told(row), "due_on") for row in some
        ],
    )
