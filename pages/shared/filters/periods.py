"""Periods: the presets, and the period that one is compared with."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

PREVIOUS, YEAR = "previous", "year"
COMPARISONS = (PREVIOUS, YEAR)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class Period(NamedTuple):
    """From `since` to `until`, both included."""

    since: date
    until: date

    @property
    def day_count(self) -> int:
        """Days in the period."""
        return (self.until - self.since).days + 1

    @property
    def is_weeks(self) -> bool:
        """Whether it is made of whole weeks, Monday to Sunday."""
        return self.since.weekday() == 0 and self.until.weekday() == 6

    @property
    def month_count(self) -> int:
        """Calendar months it touches."""
        return months_between(self.since, self.until) + 1


def months_between(first: date, last: date) -> int:
    """Months from one day's month to another's."""
    return (last.year - first.year) * 12 + last.month - first.month


def month_end(day: date) -> date:
    """Last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def shifted(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def year_before(until: date) -> date:
    """First day of the month a year before, so that a trend begins with a whole month."""
    return shifted(until, -12).replace(day=1)


def before(period: Period, comparison: str) -> Period:
    """The period that this one is compared with: the one before it, or the same a year ago."""
    return _a_year_ago(period) if comparison == YEAR else _the_one_before(period)


def _the_one_before(period: Period) -> Period:
    """A part of a week, month or year is compared with the same part of the one before."""
    if period.since.day == 1 and not period.is_weeks:
        return _months_ago(period, _months_back(period))
    if period.since.weekday() == 0:
        return _days_ago(period, -(-period.day_count // 7) * 7)
    return _days_ago(period, period.day_count)


def _months_back(period: Period) -> int:
    """Whole years for a period that begins a year and covers more than half of it."""
    count = period.month_count
    return -(-count // 12) * 12 if period.since.month == 1 and count > 6 else count


def _a_year_ago(period: Period) -> Period:
    """Whole weeks keep their weekdays: 52 weeks ago, not the same dates."""
    return _days_ago(period, 364) if period.is_weeks else _months_ago(period, 12)


def _months_ago(period: Period, months: int) -> Period:
    """A period that ends with its month ends with the other month as well (28 or 29 February)."""
    until = shifted(period.until, -months)
    whole = period.since.day == 1 and period.until == month_end(period.until)
    return Period(shifted(period.since, -months), month_end(until) if whole else until)


def _days_ago(period: Period, days: int) -> Period:
    step = timedelta(days=days)
    return Period(period.since - step, period.until - step)


def last_weeks(newest: date, count: int) -> Period:
    """The week of the newest record, up to that record, and the whole weeks before it."""
    return Period(newest - timedelta(days=newest.weekday()) - (count - 1) * WEEK, newest)


def presets(newest: date, oldest: date) -> dict[str, Period]:
    """The periods on offer, by key; all hang on the newest record, none on today's clock."""
    january = newest.replace(month=1, day=1)
    return {
        "week": last_weeks(newest, 1),
        "4-weeks": last_weeks(newest, 4),
        "12-weeks": last_weeks(newest, 12),
        "12-months": Period(shifted(newest, -11).replace(day=1), newest),
        "year": Period(january, newest),
        "last-year": Period(shifted(january, -12), january - DAY),
        "all": Period(min(oldest, newest), newest),
    }
