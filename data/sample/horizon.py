"""Time in the sample: whole seconds since the first midnight, in the company's time zone.

Numbers are used, and turned into moments only at the end, because working time is counted in
them. The zone's offset of the last day is used throughout, so that no moment is missing or double.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from data.sample.chance import Chance, Integers

LAST_DAY = date(2026, 11, 15)
LAST_SECOND = 20 * 3600
DAY = 86_400
HOUR = 3600
OPENS = 9 * HOUR
WORKDAY = 9 * HOUR
NEVER = np.int64(2**60)
_BEYOND = 400


@dataclass(frozen=True)
class Horizon:
    """The stretch of time of a sample; `years` before the last day, in one time zone."""

    years: int
    time_zone: str

    @cached_property
    def first_day(self) -> date:
        """The first day with data."""
        return date(LAST_DAY.year - self.years, 11, 16)

    @cached_property
    def day_count(self) -> int:
        """Days from the first to the last, both included."""
        return (LAST_DAY - self.first_day).days + 1

    @cached_property
    def now(self) -> int:
        """The second of the import: nothing later is known."""
        return (self.day_count - 1) * DAY + LAST_SECOND

    @cached_property
    def month_count(self) -> int:
        """Calendar months touched."""
        return self.years * 12 + 1

    @cached_property
    def month_of_day(self) -> Integers:
        """For each day, the number of its month; the month of the first day is 0."""
        days = np.datetime64(self.first_day, "D") + np.arange(self.day_count)
        months = days.astype("datetime64[M]")
        numbers: Integers = (months - months[0]).astype(np.int64)
        return numbers

    @cached_property
    def weekday_of_day(self) -> Integers:
        """For each day, and some beyond the last, its weekday; Monday is 0."""
        weekdays: Integers = (np.arange(self.day_count + _BEYOND) + self.first_day.weekday()) % 7
        return weekdays

    @cached_property
    def _workdays(self) -> Integers:
        return np.flatnonzero(self.weekday_of_day < 5).astype(np.int64)

    @cached_property
    def _workdays_before(self) -> Integers:
        is_workday = self.weekday_of_day < 5
        before: Integers = np.cumsum(is_workday) - is_workday
        return before

    def month(self, day: date) -> int:
        """Number of the month of a day; negative before the first."""
        return (day.year - self.first_day.year) * 12 + day.month - self.first_day.month

    def first_of_month(self, months: Integers) -> pd.Series:
        """First days of the numbered months."""
        start = np.datetime64(self.first_day, "M")
        return pd.Series((start + months).astype("datetime64[s]"))

    def second(self, day: date, hour: int = 10) -> int:
        """The second of an hour of a day."""
        return (day - self.first_day).days * DAY + hour * HOUR

    def forward(self, seconds: Integers, working: Integers) -> Integers:
        """The moment when `working` seconds of working time have passed (weekdays, 9 to 18)."""
        day, of_day = np.divmod(seconds, DAY)
        day = np.minimum(day, self._workdays_before.size - 1)
        used = np.clip(of_day - OPENS, 0, WORKDAY)
        used = np.where(self.weekday_of_day[day] < 5, used, 0)
        count, rest = np.divmod(self._workdays_before[day] * WORKDAY + used + working, WORKDAY)
        ends_on = self._workdays[np.minimum(count, self._workdays.size - 1)]
        return np.maximum(ends_on * DAY + OPENS + rest, seconds)

    def moments(self, seconds: Integers) -> pd.Series:
        """Moments as UTC timestamps, also after the import (a promise); `NEVER` is left empty."""
        is_never = seconds == NEVER
        passed = np.where(is_never, 0, seconds).astype("timedelta64[s]")
        moments = np.where(is_never, np.datetime64("NaT", "us"), self._origin + passed)
        return pd.Series(pd.DatetimeIndex(moments, tz="UTC"))

    def moment(self, day: date, hour: int) -> pd.Timestamp:
        """One hour of one day as a moment."""
        moment: pd.Timestamp = self.moments(np.array([self.second(day, hour)])).iloc[0]
        return moment

    def known(self, seconds: Integers) -> pd.Series:
        """The same, but what happens after the import is not known yet and left empty."""
        return self.moments(np.where(seconds > self.now, NEVER, seconds))

    @cached_property
    def _origin(self) -> np.datetime64:
        local = datetime.combine(LAST_DAY, time(), ZoneInfo(self.time_zone))
        return np.datetime64(self.first_day, "us") - np.timedelta64(local.utcoffset() or 0)

    def dates(self, days: Integers) -> pd.Series:
        """Days as dates; a negative day is left empty."""
        start = np.datetime64(self.first_day, "s")
        shifted = start + np.maximum(days, 0).astype("timedelta64[D]")
        return pd.Series(np.where(days < 0, np.datetime64("NaT", "s"), shifted))

    def spread(self, chance: Chance, rows: range, total: int, weights: Integers) -> Integers:
        """Seconds, in time order, of the given rows of `total` rows spread by weight per day."""
        ends = np.cumsum(weights)
        within = np.sort(chance.even(len(rows)), kind="stable") * len(rows)
        place = (rows.start + within) / total * ends[-1]
        day = np.searchsorted(ends, place, side="right").clip(0, self.day_count - 1)
        share = (place - (ends[day] - weights[day])) / np.maximum(weights[day], 1)
        seconds: Integers = (day * DAY + 8 * HOUR + np.floor(share * 11 * HOUR)).astype(np.int64)
        return seconds


def import_moment(time_zone: str) -> datetime:
    """When the sample was imported: 20:00 on its last day, in UTC."""
    local = datetime(2026, 11, 15, 20, tzinfo=ZoneInfo(time_zone))
    return local.astimezone(UTC)
