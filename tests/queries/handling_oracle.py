"""What is known of the handling of each complaint, in plain Python over the raw rows."""

from datetime import timedelta

from tests.queries.asked import Asked
from tests.queries.companies import Row
from tests.queries.step_rows import STEPS

ALWAYS = STEPS[:5]
HOUR = timedelta(hours=1)


class Handled:
    """The complaints of a company as known at the end of the period, one at a time."""

    def __init__(self, ask: Asked) -> None:
        self.ask, self.oracle = ask, ask.oracle
        self.moment = ask.oracle.moment(ask.until)
        self.clients = {row["client_id"]: row for row in ask.oracle.company["clients"]}
        self.complaints = [
            row
            for row in ask.oracle.company["complaints"]
            if row["form"] == "complaint" and row["received_at"] < self.moment
        ]

    def received(self) -> list[Row]:
        return [
            row
            for row in self.complaints
            if self.ask.since <= self.oracle.day(row["received_at"]) <= self.ask.until
        ]

    def is_resolved(self, complaint: Row) -> bool:
        return complaint["resolved_at"] is not None and complaint["resolved_at"] < self.moment

    def is_overdue(self, complaint: Row) -> bool:
        promised = complaint["promised_at"]
        return not self.is_resolved(complaint) and promised is not None and promised < self.moment

    def taken(self, complaint: Row) -> list[Row]:
        return sorted(
            (
                row
                for row in self.oracle.company["complaint_steps"]
                if row["complaint_id"] == complaint["complaint_id"] and row["done_at"] < self.moment
            ),
            key=lambda row: (row["done_at"], STEPS.index(row["step"])),
        )

    def first(self, complaint: Row, step: str) -> Row | None:
        return next((row for row in self.taken(complaint) if row["step"] == step), None)

    def hours(self, complaint: Row, step: str) -> float | None:
        row = self.first(complaint, step)
        return None if row is None else (row["done_at"] - complaint["received_at"]) / HOUR

    def calls_for(self, complaint: Row, step: str) -> bool:
        if step == "followed_up":
            return self.is_resolved(complaint)
        if step == "appraised":
            technical = complaint["cause"] in ("technical", "quality", "product")
            return technical and complaint["severity"] == "major"
        return step in ALWAYS or complaint["severity"] == "major"
