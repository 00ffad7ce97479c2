"""Which weeks the data reach, and until which day they are known."""

from datetime import date

from pages.meeting.weeks.names import monday, name
from pages.shared import database
from pages.shared.filters import state
from pages.shared.filters.periods import DAY, WEEK

FRIDAY, SUNDAY = 4, 6  # weekdays
OFFERED = 60  # weeks


def known_until() -> date:
    """The last day that is known: that of the newest record.

    A company that rests at the weekend has no record of it: a week that reached Friday is known to
    its Sunday once data were imported after that.
    """
    newest, imported_at = state.newest_day(), database.freshness().imported_at
    sunday = monday(newest) + WEEK - DAY
    is_over = imported_at is not None and imported_at.date() > sunday
    return sunday if is_over and newest.weekday() >= FRIDAY else newest


def usual() -> date:
    """Monday of the last week that is over."""
    known = known_until()
    return monday(known) if known.weekday() == SUNDAY else monday(known) - WEEK


def is_held(begins: date) -> bool:
    """Do the records reach the week that begins on this Monday?"""
    return monday(state.oldest_day()) <= begins <= known_until()


def offered() -> list[str]:
    """The last weeks with records, newest first, to choose from."""
    newest = monday(known_until())
    mondays = [newest - back * WEEK for back in range(OFFERED)]
    return [name(begins) for begins in mondays if is_held(begins)]
