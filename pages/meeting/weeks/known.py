"""Which weeks the data reach, and until which day they are known."""

from datetime import date

from pages.meeting.weeks.names import monday, name
from pages.shared import database
from pages.shared.filters import state
from pages.shared.filters.periods import DAY, WEEK

FRIDAY = 4  # weekday
OFFERED = 60  # weeks


def known_until() -> date:
    """The last day that is known: that of the last import, as everywhere; today without records."""
    fresh = database.freshness()
    if fresh.newest_on is None or fresh.imported_at is None:
        return state.newest_day()
    return fresh.imported_at.date()


def usual() -> date:
    """Monday of the last whole week of the data: records reach its Friday, the import its Sunday.

    Many companies have no record of a weekend.
    """
    newest = state.newest_day()
    is_whole = newest.weekday() >= FRIDAY and monday(newest) + WEEK - DAY <= known_until()
    return monday(newest) if is_whole else monday(newest) - WEEK


def is_held(begins: date) -> bool:
    """Do the records reach the week that begins on this Monday?"""
    return monday(state.oldest_day()) <= begins <= known_until()


def offered() -> list[str]:
    """The last weeks with records, newest first, to choose from."""
    newest = monday(known_until())
    mondays = [newest - back * WEEK for back in range(OFFERED)]
    return [name(begins) for begins in mondays if is_held(begins)]
