"""When work is done: calendars, and the stretches of time they make.

A moment is worked when its wall-clock time in the calendar's zone lies in a window of its local
date. The zone is cut into pieces of constant offset and windows are laid over each piece, so a
skipped or repeated hour is neither a special case nor an approximation. Counting windows per day
and correcting the days of change was rejected: a change at midnight belongs to two days.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Window = tuple[str, str]
Stretch = tuple[datetime, datetime]
DAY = timedelta(days=1)
# No zone is further from UTC than a day, so two days on each side hold every local date.
MARGIN = timedelta(days=2)
# Changes of offset are looked for in steps: no zone known today has two within six days.
STEP = timedelta(days=3)
TICK = timedelta(seconds=1)
# Python's years end at 1 and 9999; the sums below stay inside them.
EARLIEST = date.min + 3 * MARGIN
LATEST = date.max - 3 * MARGIN
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
MONDAY = 0


@dataclass(frozen=True)
class Calendar:
    """When work is done.

    `windows`: {weekday 0–6 (Monday 0): [("09:00", "12:00"), …]}; "24:00" ends a day. `holidays`:
    dates off. `working_days`: dates worked though off or a weekend; they take Monday's windows and
    win over a holiday of the same date, being the more explicit of the two. `time_zone`: in which
    the windows are read. Raises `ValueError` naming the part and the value.
    """

    windows: Mapping[int, Iterable[Window]] = field(hash=False)
    holidays: Iterable[date] = ()
    working_days: Iterable[date] = ()
    time_zone: str = "UTC"

    def __post_init__(self) -> None:
        object.__setattr__(self, "holidays", _dates("holidays", self.holidays))
        object.__setattr__(self, "working_days", _dates("working_days", self.working_days))
        checked = {weekday: _windows(weekday, own) for weekday, own in self.windows.items()}
        object.__setattr__(self, "windows", checked)
        _zone(self.time_zone)


def spans(calendar: Calendar, first: date, last: date) -> Iterator[Stretch]:
    """The worked stretches of the local dates `first` to `last`, both included.

    As UTC moments [start, end), in order, not overlapping; stretches that touch are one. Without
    the first and the last days of the years that Python knows.
    """
    open_span: Stretch | None = None
    first, last = _possible(first), _possible(last)
    for start, end in _windows_in_utc(calendar, first, last):
        if open_span is None:
            open_span = (start, end)
        elif open_span[1] == start:
            open_span = (open_span[0], end)
        else:
            yield open_span
            open_span = (start, end)
    if open_span is not None:
        yield open_span


def worked(calendar: Calendar, start: datetime, end: datetime) -> Iterator[Stretch]:
    """The worked stretches between two moments, as UTC moments, in order."""
    # In any zone, and where a clock set back over midnight repeats the end of the day before.
    first, last = _possible(start.date()) - MARGIN, _possible(end.date()) + MARGIN
    for begins, ends in spans(calendar, first, last):
        if begins < end and start < ends:
            yield max(begins, start), min(ends, end)


def _possible(day: date) -> date:
    return min(max(day, EARLIEST), LATEST)


def _windows_in_utc(calendar: Calendar, first: date, last: date) -> Iterator[Stretch]:
    on = _by_date(calendar)
    for begins, ends, offset in _pieces(_zone(calendar.time_zone), first, last):
        day = max(first, (begins + offset).date())
        while day <= min(last, (ends + offset).date()):
            midnight = datetime.combine(day, time(), UTC) - offset
            for opens, closes in on(day):
                start, end = max(midnight + opens, begins), min(midnight + closes, ends)
                if start < end:
                    yield start, end
            day += DAY


def _by_date(calendar: Calendar) -> Callable[[date], Sequence[tuple[timedelta, timedelta]]]:
    by_weekday = {
        weekday: [(_since_midnight(start), _since_midnight(end)) for start, end in own]
        for weekday, own in calendar.windows.items()
    }
    holidays, working_days = frozenset(calendar.holidays), frozenset(calendar.working_days)

    def on(day: date) -> Sequence[tuple[timedelta, timedelta]]:
        if day in working_days:
            return by_weekday.get(MONDAY, ())
        return () if day in holidays else by_weekday.get(day.weekday(), ())

    return on


def _pieces(
    zone: tzinfo, first: date, last: date
) -> Iterator[tuple[datetime, datetime, timedelta]]:
    """UTC stretches of one offset each, in order, that together hold these local dates."""
    begins = moment = datetime.combine(first, time(), UTC) - MARGIN
    end = datetime.combine(last, time(), UTC) + MARGIN
    offset = _offset(zone, begins)
    while moment < end:
        moment += STEP
        if _offset(zone, moment) != offset:
            change = _change(zone, moment - STEP, moment)
            yield begins, change, offset
            begins, offset = change, _offset(zone, change)
    yield begins, moment, offset


def _change(zone: tzinfo, before: datetime, after: datetime) -> datetime:
    """The first second with the offset of `after`."""
    offset = _offset(zone, before)
    while after - before > TICK:
        middle = before + (after - before) // TICK // 2 * TICK
        before, after = (middle, after) if _offset(zone, middle) == offset else (before, middle)
    return after


def _offset(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).replace(tzinfo=UTC) - moment


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError) as error:
        raise ValueError(f"time_zone: {name!r} is not the name of a time zone.") from error


def _dates(name: str, given: Iterable[object]) -> frozenset[date]:
    days = set()
    for day in given:
        if isinstance(day, datetime) or not isinstance(day, date):
            raise ValueError(f"{name}: {day!r} is not a date.")
        days.add(day)
    return frozenset(days)


def _windows(weekday: int, given: Iterable[object]) -> tuple[Window, ...]:
    if weekday not in range(7):
        raise ValueError(f"windows: {weekday!r} is not a weekday from 0 (Monday) to 6.")
    windows = tuple(sorted(_window(one) for one in given))
    for earlier, later in pairwise(windows):
        if later[0] < earlier[1]:
            raise ValueError(f"windows: {later!r} overlaps {earlier!r}.")
    return windows


def _window(given: object) -> Window:
    match given:
        case (str(start), str(end)) if CLOCK.fullmatch(start) and CLOCK.fullmatch(end):
            if end <= start:
                raise ValueError(f"windows: {given!r} must end after it starts.")
            return start, end
    raise ValueError(f"windows: {given!r} is not a pair of times from 00:00 to 24:00.")


def _since_midnight(clock: str) -> timedelta:
    hours, minutes = clock.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))
