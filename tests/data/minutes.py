"""Working time counted minute by minute, and the calendars and moments to try it with.

Plain and slow on purpose: each minute is asked on its own whether its wall clock is in a window.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from data.calendars import Calendar, Windows

MINUTE = timedelta(minutes=1)
DAYS_AROUND = 5
# Hours skipped and repeated at night and at midnight, half an hour, a minute past midnight, a whole
# day; a leap day; a zone without changes.
CHANGES = (
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/St_Johns", date(2006, 10, 29)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Europe/Berlin", date(2024, 2, 29)),
    ("Asia/Shanghai", date(2024, 2, 29)),
)
WINDOWS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OFFICE = (("09:00", "12:00"), ("13:00", "18:00"))
NIGHTS = (("00:00", "06:00"), ("22:00", "24:00"))
ROUND_THE_CLOCK = (("00:00", "24:00"),)
INTO_THE_CHANGE = (("00:00", "01:30"), ("02:15", "02:45"), ("23:15", "24:00"))

Pause = tuple[datetime, datetime | None]


class Place(NamedTuple):
    """A calendar, and the middle of the days it is tried on."""

    calendar: Calendar
    around: date

    @property
    def moment(self) -> datetime:
        """The beginning of the middle day, UTC."""
        return datetime(self.around.year, self.around.month, self.around.day, tzinfo=UTC)


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


@st.composite
def _odd_windows(draw: st.DrawFn) -> tuple[tuple[str, str], ...]:
    """Windows between quarters of an hour; some of them touch."""
    marks = sorted(draw(st.sets(st.integers(0, 96), min_size=2, max_size=6)))
    stretches = list(pairwise(marks))
    kept = draw(st.lists(st.sampled_from(stretches), unique=True, min_size=1))
    return tuple((_clock(start), _clock(end)) for start, end in sorted(kept))


_days = st.one_of(
    st.sampled_from([(), OFFICE, NIGHTS, ROUND_THE_CLOCK, INTO_THE_CHANGE]), _odd_windows()
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Any calendar around a change of offset or a leap day."""
    zone, around = draw(st.sampled_from(CHANGES))
    near = st.integers(-DAYS_AROUND, DAYS_AROUND).map(lambda days: around + timedelta(days=days))
    calendar = Calendar(
        time_zone=zone,
        windows=Windows(**{day: draw(_days) for day in WINDOWS}),
        holidays=tuple(draw(st.sets(near, max_size=3))),
        working_days=tuple(draw(st.sets(near, max_size=3))),
    )
    return Place(calendar, around)


def _is_worked(calendar: Calendar, moment: datetime) -> bool:
    local = moment.astimezone(ZoneInfo(calendar.time_zone))
    day = local.date()
    weekday = 0 if day in calendar.working_days else day.weekday()
    if day in calendar.holidays and day not in calendar.working_days:
        return False
    windows: Iterable[tuple[str, str]] = getattr(calendar.windows, WINDOWS[weekday])
    return any(start <= f"{local:%H:%M}" < end for start, end in windows)


def counted(
    calendar: Calendar, start: datetime, end: datetime, pauses: Iterable[Pause] = ()
) -> int:
    """Minutes worked from start to end outside of the pauses; all of them whole minutes."""
    pauses = list(pauses)
    minutes = (start + number * MINUTE for number in range((end - start) // MINUTE))
    return sum(
        _is_worked(calendar, minute)
        and not any(
            paused <= minute and (resumed is None or minute < resumed) for paused, resumed in pauses
        )
        for minute in minutes
    )
