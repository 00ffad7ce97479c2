"""A few records of one client, and its story drawn from them."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts

SINCE, UNTIL = date(2025, 11, 1), date(2026, 11, 15)
HOSTILE = "<b>A & B</b>"
COLUMNS = [
    "record",
    "client_id",
    "id",
    "from_on",
    "to_on",
    "tier",
    "kind",
    "severity",
    "state",
    "what",
    "hours",
    "target_hours",
    "due_on",
]
DAYS = ["from_on", "to_on", "due_on"]
WINDOWS = [
    "as_of",
    "minimum",
    "expected",
    "desired",
    "perceived",
    "expectation_gap",
    "answer_count",
    "day_count",
    "expectation_gap_spread",
]


def records(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows shaped like those of `clients/story`."""
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in DAYS})


def tier(tier: str, from_on: str, to_on: str | None = None) -> dict[str, Any]:
    return {"record": "tier", "client_id": "a", "tier": tier, "from_on": from_on, "to_on": to_on}


def ticket(from_on: str, hours: float, to_on: str | None = None, **more: Any) -> dict[str, Any]:
    row = {"record": "ticket", "client_id": "a", "kind": "fault", "severity": "minor"}
    state = {"state": "resolved" if to_on else "running", "target_hours": 40.0, "what": HOSTILE}
    return {**row, **state, "from_on": from_on, "to_on": to_on, "hours": hours, **more}


def complaint(from_on: str, to_on: str | None = None, **more: Any) -> dict[str, Any]:
    row = {"record": "complaint", "client_id": "a", "kind": "technical", "severity": "ordinary"}
    state = {"state": "resolved" if to_on else "open", "what": HOSTILE}
    return {**row, **state, "from_on": from_on, "to_on": to_on, **more}


def promise(state: str, due_on: str, to_on: str | None = None) -> dict[str, Any]:
    row = {"record": "promise", "client_id": "a", "kind": "promise", "what": HOSTILE}
    return {**row, "state": state, "from_on": "2026-01-01", "due_on": due_on, "to_on": to_on}


def event(from_on: str, what: str = HOSTILE, client_id: str | None = None) -> dict[str, Any]:
    return {"record": "event", "client_id": client_id, "from_on": from_on, "what": what}


def windows(*rows: tuple[str, float | None, float, int]) -> pd.DataFrame:
    """Rows of `clients/expectations` from (day, expected, perceived, answers)."""
    told = [
        {
            "as_of": day,
            "minimum": None if expected is None else expected - 1,
            "expected": expected,
            "desired": None if expected is None else expected + 1,
            "perceived": perceived,
            "expectation_gap": None if expected is None else perceived - expected,
            "answer_count": count,
            "day_count": count,
            "expectation_gap_spread": 0.5,
        }
        for day, expected, perceived, count in rows
    ]
    frame = pd.DataFrame(told, columns=WINDOWS)
    return frame.assign(as_of=pd.to_datetime(frame.as_of))


def comments(*days: str) -> pd.DataFrame:
    """Rows of `clients/comments`."""
    rows = [{"answered_on": day, "comment": HOSTILE, "respondent_role": None} for day in days]
    frame = pd.DataFrame(rows, columns=["answered_on", "comment", "respondent_role"])
    return frame.assign(answered_on=pd.to_datetime(frame.answered_on))


ALL = records(
    tier("loyal", "2025-06-01", "2026-05-01"),
    tier("basic", "2026-05-01"),
    ticket("2026-01-05", 8, "2026-01-06"),
    ticket("2026-02-05", 80, "2026-02-20"),
    ticket("2026-11-10", 12),
    ticket("2026-09-10", 300),
    complaint("2026-03-01", "2026-04-01"),
    complaint("2026-03-15", severity="major"),
    complaint("2026-06-01", record="grumble", state="open"),
    promise("kept", "2026-02-01", "2026-01-20"),
    promise("broken", "2026-03-01", "2026-03-20"),
    promise("overdue", "2026-04-01"),
    promise("due", "2026-11-20"),
    event("2026-02-17"),
    event("2026-09-07", "Own", "a"),
)
SEEN = windows(
    ("2026-08-31", 6.0, 7.0, 12),
    ("2026-09-30", 6.0, 6.5, 3),
    ("2026-10-31", 6.2, 5.5, 8),
    ("2026-11-15", None, 5.0, 9),
)


def story(
    told: pd.DataFrame = ALL,
    seen: pd.DataFrame = SEEN,
    said: pd.DataFrame | None = None,
    served: tuple[date | None, date | None] = (None, None),
) -> go.Figure:
    return charts.client_story(charts.Story(told, seen, said, SINCE, UNTIL, served, 14, 5))


DRAWN = {"client_story": lambda: story(said=comments("2026-05-05"))}
