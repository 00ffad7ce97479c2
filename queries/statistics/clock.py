"""Working hours of one case; the same answer as the SQL marts give for all of them.

Hours of work between two moments, pauses taken out where they overlap working time (measures.md,
section 6). Pauses are merged first, so that two people who pause a case pause it once.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from data.working_time import Calendar, worked

__all__ = ["Calendar", "working_hours"]

Pause = tuple[datetime, datetime | None]
HOUR = timedelta(hours=1)


def working_hours(
    start: datetime, end: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()
) -> float:
    """Hours worked from `start` to `end` by the calendar, without the pauses.

    `pauses`: (paused, resumed), None for a pause that is still open; they may overlap and reach
    beyond the case. Times carry a zone. Raises `ValueError` with the name and the value.
    """
    start, end = _utc("start", start), _utc("end", end)
    if end < start:
        raise ValueError(f"end: {end} is before start: {start}.")
    running = timedelta(0)
    for begins, ends in _running(start, end, pauses):
        for opens, closes in worked(calendar, begins, ends):
            running += closes - opens
    return running / HOUR


def _running(
    start: datetime, end: datetime, pauses: Iterable[Pause]
) -> Iterator[tuple[datetime, datetime]]:
    """The stretches from start to end outside of any pause."""
    for paused, resumed in sorted(_stretches(pauses, end)):
        if start < min(paused, end):
            yield start, min(paused, end)
        start = max(start, resumed)
    if start < end:
        yield start, end


def _stretches(pauses: Iterable[Pause], end: datetime) -> Iterator[tuple[datetime, datetime]]:
    for paused, resumed in pauses:
        begins = _utc("pauses", paused)
        ends = max(begins, end) if resumed is None else _utc("pauses", resumed)
        if ends < begins:
            raise ValueError(f"pauses: {ends} is before {begins}.")
        yield begins, ends


def _utc(name: str, moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{name}: {moment} has no time zone.")
    return moment.astimezone(UTC)
