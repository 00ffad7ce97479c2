"""Values of the record as they are printed: short, ISO, a dash where nothing is known."""

from datetime import date, datetime

from pages.shared.safe import document
from pages.shared.text import _, dates, numbers
from pages.shared.text.numbers import MISSING

LONGEST_CELL = 120


def plain(text: str | None) -> str:
    """Text from data, as it was written; a dash for none."""
    return document(text or "") or MISSING


def short(text: str | None) -> str:
    """The same on one line and cut, for a cell of a table."""
    line = " ".join(plain(text).split())
    return line if len(line) <= LONGEST_CELL else f"{line[: LONGEST_CELL - 1]}…"


def moment(when: datetime | None) -> str:
    """`2026-03-09 10:00`."""
    return MISSING if when is None else f"{when:%Y-%m-%d %H:%M}"


def day(when: date | None) -> str:
    """`2026-03-09`."""
    return dates.iso(when)


def hours(length: float | None) -> str:
    """Hours with one decimal."""
    return numbers.number(length, 1)


def yes_or_no(is_so: bool | None) -> str:
    """Yes or no; a dash where nobody can say."""
    if is_so is None:
        return MISSING
    return _("yes") if is_so else _("no")
