"""How the clients of a portfolio are ordered: points for what each of them needs from us."""

from pydantic import Field

from data.part import Count, Days, Part


class Needs(Part):
    """Points of a client for each thing that presses, added up; of a kind at most so many count."""

    open_complaint: float = Field(default=5, description="Points of each open complaint.")
    major_complaint: float = Field(default=3, description="On top when the complaint is major.")
    overdue_complaint: float = Field(
        default=3, description="On top when the complaint is past its date."
    )
    fallen_rung: float = Field(default=4, description="Points of each tier the client fell.")
    complaining_answers: float = Field(
        default=4, description="Points when its answers alone make a client complaining."
    )
    promise_past: float = Field(default=4, description="Points of each promise past its date.")
    promise_soon: float = Field(default=2, description="Points of each promise due soon.")
    ticket_past: float = Field(
        default=3, description="Points of each open ticket past its promised time."
    )
    silence: float = Field(default=3, description="Points when nothing was heard for long.")
    vip_client: float = Field(
        default=2, description="Points on top for a VIP client that needs anything."
    )
    most_of_a_kind: Count = Field(
        default=3, description="Of one kind, such as late tickets, at most so many give points."
    )
    promise_soon_days: Days = Field(
        default=7, description="Days ahead in which a promise counts as due soon."
    )
    silent_days: Days = Field(
        default=90, description="Days without an answer or complaint that count as silence."
    )

    def points(self) -> dict[str, float]:
        """Every value under one name for SQL, such as `points_open_complaint`."""
        return {f"points_{key}": value for key, value in self}
