"""Which week does the meeting look at, and with what is it compared?

A week is Monday to Sunday, named as ISO names it: `2026-W46`. A week that is not over yet ends on
the last day that is known, and stands against the same weekdays of the week before.
"""

from pages.meeting.weeks.known import known_until, offered, usual
from pages.meeting.weeks.view import (
    before,
    earlier,
    is_ahead,
    is_part,
    later,
    longer,
    months,
    of,
    problem,
    text,
)

__all__ = [
    "before",
    "earlier",
    "is_ahead",
    "is_part",
    "known_until",
    "later",
    "longer",
    "months",
    "of",
    "offered",
    "problem",
    "text",
    "usual",
]
