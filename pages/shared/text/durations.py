"""Durations as people say them: by the calendar up to two days in hours, then in days."""

from pages.shared.text import _, ngettext
from pages.shared.text.numbers import MISSING, number

HOURS_OF_DAY = 24
DAYS_FROM = 48  # hours; below, an hour more or less still matters
MANY_DAYS = 14  # from here on no decimal
FEW_HOURS = 100  # from here on no decimal


def duration(hours: float | None) -> str:
    """`20 minutes`, `5 hours`, `3.2 days`; a dash where it is missing."""
    if hours is None or hours != hours:
        return MISSING
    if hours < 1:
        count = round(hours * 60)
        return ngettext("{count} minute", "{count} minutes", count).format(count=number(count))
    if hours < DAYS_FROM:
        count = round(hours)
        return ngettext("{count} hour", "{count} hours", count).format(count=number(count))
    in_days = hours / HOURS_OF_DAY
    return _("{count} days").format(count=number(in_days, 1 if in_days < MANY_DAYS else 0))


def days(count: int) -> str:
    """Whole days: `1 day`, `1,200 days`."""
    return ngettext("{count} day", "{count} days", count).format(count=number(count))


def reached(hours: float | None) -> str:
    """The same of a median or another quantile, which open cases may keep from being reached."""
    return _("not reached") if hours is None else duration(hours)


def between(low: float | None, high: float | None) -> str:
    """Two ends in the unit of the higher, named once: `3.9–7.1 days`, `2 days – not reached`."""
    if low is None or high is None or high < DAYS_FROM:
        ends = {"low": reached(low), "high": reached(high)}
        return _("{low} – {high}").format(**ends)
    ends = {"low": number(low / HOURS_OF_DAY, 1), "high": number(high / HOURS_OF_DAY, 1)}
    return _("{low}–{high} days").format(**ends)


def working_hours(hours: float | None) -> str:
    """`16.4 working hours`: always hours, as a working day is not the same everywhere."""
    if hours is None or hours != hours:
        return MISSING
    is_one = round(hours, 1) == 1
    sentence = ngettext("{count} working hour", "{count} working hours", 1 if is_one else 2)
    return sentence.format(count=few_hours(hours))


def few_hours(hours: float | None) -> str:
    """The number alone, with a decimal where it matters: `0.4`, `16.4`, `131`."""
    if hours is None or hours != hours:
        return MISSING
    return number(hours, 1 if hours < FEW_HOURS else 0)
