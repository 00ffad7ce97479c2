"""The name of an ISO week, and the Monday that it begins on."""

import re
from datetime import date, timedelta

from pages.shared.filters.choice import EARLIEST, LATEST
from pages.shared.filters.periods import WEEK

WRITTEN = re.compile(r"([0-9]{4})-W([0-9]{2})", re.IGNORECASE)


def name(monday: date) -> str:
    """`2026-W46`; the year is that of the week's Thursday."""
    year, number, _weekday = monday.isocalendar()
    return f"{year}-W{number:02}"


def monday_of(text: str | None) -> date | None:
    """The Monday of a named week; None for no name and for a week that does not exist."""
    found = WRITTEN.fullmatch(text or "")
    if found is None:
        return None
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
    return monday if EARLIEST + WEEK <= monday <= LATEST - WEEK else None


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
