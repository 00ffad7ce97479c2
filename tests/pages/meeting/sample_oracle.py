"""The sample company computed a second time over its raw rows, with the oracles of `tests/queries`.

Only what the weeks of November 2026 rest on is read, so that it stays quick.
"""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from data import warehouse
from data.settings import Settings
from queries.statistics import clock
from tests.queries.oracle import Oracle
from tests.queries.ticket_oracle import TicketOracle

IMPORTED_AT = datetime(2026, 11, 15, 12, tzinfo=UTC)
TABLES = {
    "clients": "select * from clients",
    "indicators": "select * from indicators",
    "responses": "select * from responses where answered_at >= '2025-05-01'",
    "answers": "select answers.* from answers inner join responses using (response_id)"
    " where answered_at >= '2025-05-01'",
    "tickets": "select * from tickets",
    "pauses": "select * from pauses",
    "complaints": "select * from complaints",
    "complaint_steps": "select * from complaint_steps",
    "invitations": "select * from invitations",
    "promises": "select * from promises",
    "actions": "select * from actions",
}


class Tickets(TicketOracle):
    """Tickets opened since a day, their hours by the calendars of the settings."""

    def __init__(self, oracle: Oracle, since: date, until: date, settings: Settings) -> None:
        self.calendars = settings.working_calendars(2026, 2026)
        self.paused: dict[str, list[Any]] = {}
        for row in oracle.company["pauses"]:
            self.paused.setdefault(row["ticket_id"], []).append(row)
        tickets = [
            row for row in oracle.company["tickets"] if oracle.day(row["opened_at"]) >= since
        ]
        company = {**oracle.company, "tickets": tickets, "answers": [], "responses": []}
        super().__init__(Oracle(company, oracle.imported_at), until)

    def _working_hours(self, ticket: dict[str, Any], end: datetime | None) -> float | None:
        if end is None:
            return None
        own = self.calendars[self.clients[ticket["client_id"]]["calendar"]]
        return clock.working_hours(ticket["opened_at"], end, own, self._pauses(ticket))

    def _pauses(self, ticket: dict[str, Any]) -> list[tuple[datetime, datetime]]:
        last = datetime(2027, 1, 1, tzinfo=UTC)
        return [
            (row["paused_at"], row["resumed_at"] or last)
            for row in self.paused.get(ticket["ticket_id"], [])
            if row["paused_at"] < self.moment
        ]


def load(folder: Path) -> Oracle:
    """The raw rows of the warehouse's tables."""
    build = warehouse.current(folder)
    assert build is not None
    # A copy: in one process a file is open with one configuration only, and pages open it too.
    with TemporaryDirectory() as place:
        copy = shutil.copyfile(build.path, Path(place) / build.name)
        with duckdb.connect(copy, read_only=True) as connection:
            company = {name: _rows(connection, sql) for name, sql in TABLES.items()}
    return Oracle(company, IMPORTED_AT)


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
