"""A few rows for every shape of chart about tickets, and the figures drawn from them."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from data.settings import Few
from pages.shared import charts
from pages.shared.findings import open_or_closed

WATCHED = pd.DataFrame(
    {
        "kind": ["fault"] * 3 + ["delivery"],
        "clock": "resolution",
        "working_hours": [4.0, 10.0, 30.0, 5.0],
        "closed_count": [30, 10, 4, 3],
        "open_count": [0, 0, 2, 0],
    }
)
AGEING = pd.DataFrame(
    {
        "kind": "fault",
        "from_days": [0, 30, 90],
        "to_days": [30, 90, None],
        "open_count": [4, 3, 0],
        "breached_count": [0, 1, 0],
        "paused_count": [1, 0, 0],
    }
)
BUCKETS = pd.DataFrame(
    {
        "kind": ["fault"] * 6 + ["delivery"] * 6,
        "clock": (["first_response"] * 3 + ["resolution"] * 3) * 2,
        "up_to_hours": [1, 320, None] * 4,
        "ticket_count": [8, 1, 1, 2, 6, 2, 1, 1, 1, 1, 0, 1],
    }
)
STATES = pd.DataFrame(
    {
        "kind": ["fault", "delivery"],
        "ticket_count": [20, 6],
        "running": [4, 6],
        "paused": [1, 0],
        "breached_open": [2, 0],
        "met": [10, 0],
        "breached_closed": [1, 0],
        "without_promise": [2, 0],
    }
)
HOURS = pd.DataFrame(
    {
        "weekday": [weekday for weekday in range(1, 8) for _hour in range(24)],
        "hour": list(range(24)) * 7,
        "opened_count": [9 if place == 9 else 0 for place in range(168)],
        "resolved_count": 1,
    }
)
TARGETS = pd.DataFrame(
    {
        "label": ["Fault", "critical"],
        "is_whole": [True, False],
        "share": [0.9, None],
        "share_low": [0.7, None],
        "share_high": [0.97, None],
        "within_count": [18, None],
        "decided_count": [20, 3],
        "hidden": [None, "too few (3)"],
    }
)


def waits(rows: pd.DataFrame = WATCHED) -> dict[str, open_or_closed.Wait]:
    return open_or_closed.waits(rows, Few())


DRAWN: dict[str, Callable[[], go.Figure]] = {
    "waiting": lambda: charts.waiting(waits()),
    "ticket_ages": lambda: charts.ticket_ages(AGEING),
    "time_buckets": lambda: charts.time_buckets(BUCKETS, 5),
    "ticket_states": lambda: charts.ticket_states(STATES),
    "load": lambda: charts.load(HOURS),
    "on_target": lambda: charts.on_target(TARGETS),
    "compact_on_target": lambda: charts.on_target(TARGETS, is_compact=True),
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "waiting": lambda: charts.waiting({}),
    "time_buckets": lambda: charts.time_buckets(BUCKETS.head(0), 5),
    "ticket_states": lambda: charts.ticket_states(STATES.head(0)),
    "load": lambda: charts.load(HOURS.assign(opened_count=0)),
    "on_target": lambda: charts.on_target(TARGETS.head(0)),
}
