"""What clients need, and whom to call, computed a second time over the raw rows.

Points and days are those of the delivered settings. Nothing here is shared with the SQL.
"""

from datetime import date, datetime, timedelta
from typing import Any

from tests.queries import promise_oracle
from tests.queries.companies import Row
from tests.queries.oracle import TIERS, Oracle
from tests.queries.promise_oracle import Promise
from tests.queries.value_oracle import yearly

SOON, SILENT, AHEAD, MOST = 7, 90, 14, 3
DAY = timedelta(days=1)


class Needs:
    """The clients of a company as known at the end of a period."""

    def __init__(self, oracle: Oracle, since: date, until: date) -> None:
        self.oracle, self.since, self.until = oracle, since, until
        self.moment = oracle.moment(until)
        self.known = promise_oracle.known_day(oracle, until)
        self.clients = {
            row["client_id"]: row
            for row in oracle.company["clients"]
            if oracle.is_active(row, until)
        }
        self.promises = promise_oracle.still_open(oracle, until)

    def complaints(self, client_id: str) -> list[Row]:
        """The open ones; grumbles are none."""
        return [
            row
            for row in self.oracle.company["complaints"]
            if row["client_id"] == client_id
            and row["form"] == "complaint"
            and self._is_open(row, "received_at")
        ]

    def _is_open(self, row: Row, began: str) -> bool:
        resolved = row["resolved_at"]
        return row[began] < self.moment and (resolved is None or resolved >= self.moment)

    def is_late(self, row: Row) -> bool:
        return row["promised_at"] is not None and row["promised_at"] < self.moment

    def late_tickets(self, client_id: str) -> list[Row]:
        return [
            row
            for row in self.oracle.company["tickets"]
            if row["client_id"] == client_id
            and self._is_open(row, "opened_at")
            and self.is_late(row)
        ]

    def promised(self, client_id: str) -> list[tuple[Promise, bool, int]]:
        """Open promises of every kind: the promise, is it past, days left."""
        return [
            (
                promise,
                promise_oracle.is_past(promise, promise.due, self.moment),
                ((promise.day_of["due"] or date.min) - self.known).days,
            )
            for promise in self.promises
            if promise.client_id == client_id
        ]

    def heard(self, client_id: str) -> date | None:
        """The last day of an answer or a complaint."""
        company = self.oracle.company
        moments = [
            row["answered_at"] for row in company["responses"] if row["client_id"] == client_id
        ]
        moments += [
            row["received_at"]
            for row in company["complaints"]
            if row["client_id"] == client_id and row["form"] == "complaint"
        ]
        return max((self.oracle.day(at) for at in moments if at < self.moment), default=None)

    def silent_since(self, client_id: str) -> date | None:
        """When silence began: last heard, else the later of its first day and the first record."""
        starts = [self.clients[client_id]["client_since"], self._first_record()]
        return self.heard(client_id) or max((day for day in starts if day), default=None)

    def _first_record(self) -> date | None:
        company = self.oracle.company
        began = {"responses": "answered_at", "tickets": "opened_at", "complaints": "received_at"}
        moments: list[datetime] = [
            row[column] for table, column in began.items() for row in company[table]
        ]
        days = [self.oracle.day(at) for at in moments]
        return min([*days, *(row["promised_on"] for row in company["promises"])], default=None)

    def days_silent(self, client_id: str) -> int | None:
        since = self.silent_since(client_id)
        return None if since is None or since > self.known else (self.known - since).days

    def is_silent(self, client_id: str) -> bool:
        company, days = self.oracle.company, self.days_silent(client_id)
        hears = bool(company["responses"] or company["complaints"])
        return hears and not self.complaints(client_id) and days is not None and days >= SILENT

    def tiers(self, client_id: str) -> tuple[str | None, str | None]:
        """Before the period and at its end."""
        client = self.clients[client_id]
        rows = (self.oracle.tier(client, day) for day in (self.since - DAY, self.until))
        before, now = (None if row is None else row["tier"] for row in rows)
        return before, now

    def fallen(self, client_id: str) -> int:
        before, now = self.tiers(client_id)
        if before is None or now is None:
            return 0
        return max(TIERS.index(now) - TIERS.index(before), 0)

    def tier_since(self, client_id: str) -> date:
        """The first of the days up to the end on which the tier was the same."""
        client, day = self.clients[client_id], self.until
        tier = self.tiers(client_id)[1]
        while (earlier := self.oracle.tier(client, day - DAY)) and earlier["tier"] == tier:
            day -= DAY
        return day

    def points(self, client_id: str) -> dict[str, float]:
        open_ones = self.complaints(client_id)
        said = [each for each in self.promised(client_id) if each[0].kind == "promise"]
        soon = [left for _promise, is_past, left in said if not is_past and left <= SOON]
        row = self.oracle.tier(self.clients[client_id], self.until) or {}
        complains = row["tier"] == "complaining" and row["basis"] != "complaint"
        parts: dict[str, float] = {
            "complaint_points": 5 * min(len(open_ones), MOST)
            + 3 * min(sum(row["severity"] == "major" for row in open_ones), MOST)
            + 3 * min(sum(map(self.is_late, open_ones)), MOST),
            "tier_points": 4 * self.fallen(client_id) + 4 * complains,
            "promise_points": 4 * min(sum(is_past for _p, is_past, _l in said), MOST)
            + 2 * min(len(soon), MOST),
            "ticket_points": 3 * min(len(self.late_tickets(client_id)), MOST),
            "silence_points": 3 * self.is_silent(client_id),
        }
        is_vip = self.clients[client_id]["segment"] == "vip"
        parts["vip_points"] = 2.0 if is_vip and any(parts.values()) else 0.0
        return parts

    def first_promise(self, client_id: str) -> tuple[Promise, bool, int] | None:
        near = [each for each in self.promised(client_id) if each[1] or each[2] <= AHEAD]
        return min(
            near, key=lambda each: (each[2], not each[1], each[0].kind, each[0].key), default=None
        )

    def follow_ups(self) -> dict[str, list[str]]:
        """Per reason the clients in the order in which they are called."""
        keys: dict[str, dict[str, tuple[Any, ...]]] = {"silent": {}, "fell": {}, "promised": {}}
        for client_id, client in self.clients.items():
            worth = yearly(client) if client["side"] == "external" else None
            ties = (worth is None, -(worth or 0), client["client_name"], client_id)
            if self.is_silent(client_id):
                keys["silent"][client_id] = (-(self.days_silent(client_id) or 0), *ties)
            if rungs := self.fallen(client_id):
                latest = -self.tier_since(client_id).toordinal()
                keys["fell"][client_id] = (-rungs, latest, *ties)
            if promise := self.first_promise(client_id):
                keys["promised"][client_id] = (promise[2], not promise[1], *ties)
        return {reason: sorted(found, key=found.__getitem__) for reason, found in keys.items()}
