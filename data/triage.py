"""How open problems are weighed against each other: by source, urgency and difficulty."""

from pydantic import Field

from data.part import Days, Part


class TriageSource(Part):
    """Points of an open problem for where it comes from."""

    complaint: float = Field(default=5, description="Points of a complaint.")
    fault: float = Field(default=4, description="Points of a fault.")
    promise: float = Field(default=3, description="Points of a promise.")
    delivery: float = Field(default=3, description="Points of a delivery.")
    requirement: float = Field(default=2, description="Points of a requirement.")
    vip: float = Field(default=3, description="Points on top for a VIP client.")


class TriageUrgency(Part):
    """Points of an open problem for how much it presses."""

    past_due: float = Field(default=5, description="Points once the promised date is past.")
    due_soon: float = Field(default=3, description="Points when it is due soon.")
    soon_days: Days = Field(default=3, description="Days ahead that count as soon.")
    critical: float = Field(default=4, description="Points of critical severity.")
    major: float = Field(default=3, description="Points of major severity.")
    minor: float = Field(default=1, description="Points of minor severity.")


class TriageDifficulty(Part):
    """Points of an open problem for how hard it has proved to be."""

    reopened: float = Field(default=3, description="Points when it was reopened.")
    handed_over: float = Field(default=2, description="Points when it changed hands.")
    waiting: float = Field(default=-2, description="Points while it waits for the client.")


class Triage(Part):
    """How open problems are weighed against each other: the points are added up."""

    source: TriageSource = TriageSource()
    urgency: TriageUrgency = TriageUrgency()
    difficulty: TriageDifficulty = TriageDifficulty()

    def points(self) -> dict[str, float]:
        """Every weight under one name for SQL, such as `points_complaint`."""
        parts = (self.source, self.urgency, self.difficulty)
        return {f"points_{key}": value for part in parts for key, value in part}
