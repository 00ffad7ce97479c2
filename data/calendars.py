"""Calendars as the settings file has them, and the public holidays that a country adds.

The `holidays` package was chosen because it knows the make-up days of China and Taiwan too; lists
of our own were rejected, as somebody would have to type each year's decree.
"""

from datetime import date
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from typing import Annotated
from zoneinfo import available_timezones

import holidays
from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from data import working_time
from data.part import Part

# Other versions of the package know other days, so what was worked out with them is stale.
VERSION = version("holidays")


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_time_zone(name: str) -> str:
    if name not in _time_zones():
        raise ValueError('must be the name of a time zone such as "Asia/Shanghai"')
    return name


def _known_country(code: str | None) -> str | None:
    if code is not None and code not in holidays.list_supported_countries():
        raise ValueError('must be the code of a country such as "CN"')
    return code


def _ordered_window(window: tuple[str, str]) -> tuple[str, str]:
    if window[0] >= window[1]:
        raise ValueError("must end after it starts")
    return window


def _apart(windows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    in_order = sorted(windows)
    for earlier, later in pairwise(in_order):
        if later[0] < earlier[1]:
            raise ValueError("windows of one day must not overlap")
    return windows


TimeZone = Annotated[str, AfterValidator(_known_time_zone)]
Clock = Annotated[str, Field(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Window = Annotated[tuple[Clock, Clock], AfterValidator(_ordered_window)]
Day = Annotated[tuple[Window, ...], AfterValidator(_apart)]


class Windows(Part):
    """Working windows by weekday, several a day; nights are two windows, up to and from 24:00."""

    monday: Day = ()
    tuesday: Day = ()
    wednesday: Day = ()
    thursday: Day = ()
    friday: Day = ()
    saturday: Day = ()
    sunday: Day = ()

    def by_weekday(self) -> dict[int, tuple[tuple[str, str], ...]]:
        """Windows by the number of the weekday, Monday 0."""
        return {weekday: windows for weekday, (_name, windows) in enumerate(self)}


class Calendar(Part):
    """When work is done for a client.

    `country` and `subdivision` add public holidays and make-up working days; the calendar's own
    `holidays` and `working_days` win over them.
    """

    time_zone: TimeZone
    country: Annotated[str | None, AfterValidator(_known_country)] = None
    subdivision: str | None = None
    windows: Windows
    holidays: tuple[date, ...] = ()
    working_days: tuple[date, ...] = ()

    @field_validator("subdivision")
    @classmethod
    def _known_subdivision(cls, code: str | None, info: ValidationInfo) -> str | None:
        parts = holidays.list_supported_countries().get(str(info.data.get("country")), ())
        if code is not None and code not in parts:
            raise ValueError("must be a part of the country that has holidays of its own")
        return code

    def between(self, first_year: int, last_year: int) -> working_time.Calendar:
        """The calendar with the public holidays of these years, both included."""
        off, made_up = self._public_days(first_year, last_year)
        return working_time.Calendar(
            self.windows.by_weekday(),
            holidays={*self.holidays, *off},
            working_days={*self.working_days, *(made_up - set(self.holidays))},
            time_zone=self.time_zone,
        )

    def _public_days(self, first_year: int, last_year: int) -> tuple[set[date], set[date]]:
        """Public holidays, and the days worked for them; a day may be moved into the next year."""
        if self.country is None:
            return set(), set()
        years = range(max(first_year - 1, date.min.year), min(last_year + 1, date.max.year) + 1)
        public = holidays.country_holidays(self.country, subdiv=self.subdivision, years=years)
        asked = range(first_year, last_year + 1)
        return (
            {day for day in sorted(public) if day.year in asked},
            {day for day in public.weekend_workdays if day.year in asked},
        )
