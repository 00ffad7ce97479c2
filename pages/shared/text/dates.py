"""Dates as the reader's language writes them: ISO in tables, the long form in sentences."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import (
    format_date,
    format_datetime,
    format_interval,
    format_skeleton,
    get_day_names,
)

from pages.shared.text import _, locale
from pages.shared.text.numbers import MISSING


def iso(day: date | None) -> str:
    """`2026-11-15`, the same in every language."""
    return MISSING if day is None or day != day else f"{day:%Y-%m-%d}"


def day(when: date | None) -> str:
    """The long form for sentences: `15 November 2026`, `2026年11月15日`."""
    return MISSING if when is None or when != when else format_date(when, "long", locale())


@lru_cache(maxsize=1024)  # a chart names the same months at every point
def _in_short(skeleton: str, when: date, locale: str) -> str:
    return format_skeleton(skeleton, when, locale=locale)


def month(when: date | None) -> str:
    """`November 2026`, `2026年11月`."""
    if when is None or when != when:
        return MISSING
    return _in_short("yMMMM", when, locale())


def short_month(when: date | None) -> str:
    """For axes: `Nov 2026`, `2026年11月`."""
    if when is None or when != when:
        return MISSING
    return _in_short("yMMM", when, locale())


def month_name(when: date) -> str:
    """`Nov`, `11月`: above its year on an axis."""
    return _in_short("MMM", when, locale())


def week(when: date) -> str:
    """The ISO week of a day: `week 46 of 2026`."""
    year, number, _weekday = when.isocalendar()
    return _("week {number} of {year}").format(number=number, year=year)


def weekday(number: int) -> str:
    """`Monday` for 1, `Sunday` for 7."""
    return str(get_day_names("wide", locale=locale())[number - 1])


def short_weekday(number: int) -> str:
    """For axes: `Mon`, `周一`."""
    return str(get_day_names("abbreviated", locale=locale())[number - 1])


def days(since: date, until: date) -> str:
    """A period in the long form: `9–15 November 2026`, `2026年11月9日至15日`."""
    return format_interval(since, until, "yMMMMd", locale=locale())


def span(since: date, until: date) -> str:
    """A period as it stands above a page: `2026-11-09 – 2026-11-15`."""
    return f"{iso(since)} – {iso(until)}"


def moment(when: datetime | None) -> str:
    """A time with its day; `when` is already in the company's time zone."""
    if when is None or when != when:
        return MISSING
    written = {"date": day(when), "time": format_datetime(when, "HH:mm", locale=locale())}
    return _("{date}, {time}").format(**written)
