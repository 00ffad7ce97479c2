"""Tickets computed a second time: each minute is worked or not, paused or not, and is counted.

Nothing here is shared with the SQL: no steps of work, no spans, no macros. Moments are in whole
minutes; hours come out as minutes divided by 60.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from tests.queries.oracle import ZONE, Oracle

START = datetime(2026, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MINUTES = 500_000
TARGETS = {
    ("fault", "critical"): (0.5, 4),
    ("fault", "major"): (2, 16),
    ("fault", "minor"): (8, 40),
    ("requirement", "critical"): (8, 80),
    ("requirement", "major"): (8, 160),
    ("requirement", "minor"): (16, 320),
    ("delivery", "critical"): (8, 160),
    ("delivery", "major"): (8, 320),
    ("delivery", "minor"): (16, 480),
}
Row = dict[str, Any]


@cache
def is_worked(calendar: str) -> npt.NDArray[np.bool_]:
    """Of each minute from START: is it worked? Monday to Friday 9–12 and 13–18, or always."""
    local = pd.date_range(START.astimezone(ZONE), periods=MINUTES, freq="min")
    if calendar == "always":
        return np.full(MINUTES, True)
    hour = local.hour.to_numpy()
    in_window = ((hour >= 9) & (hour < 12)) | ((hour >= 13) & (hour < 18))
    return in_window & (local.day_of_week.to_numpy() < 5)


def _place(moment: datetime) -> int:
    return (moment - START) // MINUTE


class TicketOracle:
    """The tickets of a company as they are known at the end of a day."""

    def __init__(self, oracle: Oracle, until: date) -> None:
        self.oracle = oracle
        self.moment = oracle.moment(until)
        self.clients = {row["client_id"]: row for row in oracle.company["clients"]}
        self.rows = [
            self._told(row)
            for row in oracle.company["tickets"]
            if row["opened_at"] < oracle.imported_at and oracle.day(row["opened_at"]) <= until
        ]

    def opened(self, since: date) -> list[Row]:
        """Those opened in the period."""
        return [row for row in self.rows if row["opened_on"] >= since]

    def open(self) -> list[Row]:
        """Those not resolved yet."""
        return [row for row in self.rows if not row["is_resolved"]]

    def _told(self, ticket: Row) -> Row:
        is_answered, is_resolved = (
            ticket[name] is not None and ticket[name] < self.moment
            for name in ("first_response_at", "resolved_at")
        )
        answered = ticket["first_response_at"] if is_answered else None
        resolved = ticket["resolved_at"] if is_resolved else None
        response_target, resolution_target = TARGETS[ticket["kind"], ticket["severity"]]
        return {
            **ticket,
            "opened_on": self.oracle.day(ticket["opened_at"]),
            "segment": self.clients[ticket["client_id"]]["segment"],
            "is_answered": is_answered,
            "is_resolved": is_resolved,
            "first_response_hours": self._hours(ticket, answered),
            "resolution_hours": self._hours(ticket, resolved),
            "working_first_response_hours": self._working_hours(ticket, answered),
            "working_resolution_hours": self._working_hours(ticket, resolved),
            "age_hours": self._hours(ticket, self.moment),
            "working_age_hours": self._working_hours(ticket, self.moment),
            "first_response_target": response_target,
            "resolution_target": resolution_target,
            "state": self._state(ticket, is_resolved),
        }

    def _hours(self, ticket: Row, end: datetime | None) -> float | None:
        return None if end is None else (end - ticket["opened_at"]) / MINUTE / 60

    def _working_hours(self, ticket: Row, end: datetime | None) -> float | None:
        if end is None:
            return None
        calendar = self.clients[ticket["client_id"]]["calendar"]
        first, last = _place(ticket["opened_at"]), _place(end)
        counted = is_worked(calendar)[first:last].copy()
        for begins, ends in self._pauses(ticket):
            counted[max(_place(begins) - first, 0) : max(_place(ends) - first, 0)] = False
        return int(counted.sum()) / 60

    def _pauses(self, ticket: Row) -> list[tuple[datetime, datetime]]:
        """Begin and end of its pauses; one that nobody ended goes on."""
        last = START + MINUTES * MINUTE
        return [
            (row["paused_at"], row["resumed_at"] or last)
            for row in self.oracle.company["pauses"]
            if row["ticket_id"] == ticket["ticket_id"] and row["paused_at"] < self.moment
        ]

    def _state(self, ticket: Row, is_resolved: bool) -> str:
        promised = ticket["promised_at"]
        if is_resolved:
            if promised is None:
                return "without_promise"
            return "met" if ticket["resolved_at"] <= promised else "breached_closed"
        if promised is not None and promised < self.moment:
            return "breached"
        paused = (a < self.moment <= b and a < b for a, b in self._pauses(ticket))
        return "paused" if any(paused) else "running"


def groups(rows: list[Row], *columns: str) -> dict[tuple[Any, ...], list[Row]]:
    """Rows by the values of some columns."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[column] for column in columns), []).append(row)
    return found


def quantile(values: list[float], q: float) -> float | None:
    """Type 7, as pandas and numpy have it; None of nothing."""
    return float(pd.Series(values).quantile(q)) if values else None


def percentiles(rows: list[Row]) -> dict[str, float | None]:
    """The eight percentile columns of tickets whose clock has stopped."""
    clocks = [
        f"{working}{clock}_hours"
        for working, clock in product(("", "working_"), ("first_response", "resolution"))
    ]
    return {
        f"{clock}_p{per_cent}": quantile(
            [row[clock] for row in rows if row[clock] is not None], per_cent / 100
        )
        for clock in clocks
        for per_cent in (50, 90)
    }


def decided(row: Row, clock: str) -> tuple[bool, bool]:
    """Is it known whether the clock met its target, and did it? A late open one has missed it."""
    target = row[f"{clock}_target"]
    if row["is_answered" if clock == "first_response" else "is_resolved"]:
        return True, row[f"working_{clock}_hours"] <= target
    return not row["is_resolved"] and row["working_age_hours"] > target, False
