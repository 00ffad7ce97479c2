"""How wide a column of text must be for its longest cell.

By itself the table makes a column as wide as its first ten rows, at most 500 pixels, without those
that are twice as long as the others: a reason in place of a few numbers would be cut, and so would
whatever comes further down.
"""

import unicodedata
from collections.abc import Iterable

NARROW, WIDE, PADDING = 6.9, 14.0, 18  # pixels of a Latin letter, of a Chinese one, beside a cell
WIDE_ONES = "WFA"  # and those that are wide among Chinese letters, such as quotation marks
LOOKED_AT = 10  # rows
WIDEST = 500  # pixels, as by itself: the other columns stay on the screen
READ_FIRST = {"need": 810}  # what the table is for stays whole on a screen of 1280 pixels


def needed(column: str, cells: Iterable[object]) -> int | None:
    """Pixels for the longest text; None where the table finds them by itself."""
    widths = [_width(cell) if isinstance(cell, str) else NARROW for cell in cells]
    longest = max(widths, default=0.0)
    if longest <= _found(widths[:LOOKED_AT]):
        return None
    return min(round(longest) + PADDING, READ_FIRST.get(column, WIDEST))


def _found(first: list[float]) -> float:
    """What the table finds by itself in the first rows."""
    usual = sum(first) / max(len(first), 1)
    return min(max((width for width in first if width < 2 * usual), default=0.0), WIDEST)


def _width(text: str) -> float:
    if text.isascii():
        return len(text) * NARROW
    return sum(WIDE if unicodedata.east_asian_width(one) in WIDE_ONES else NARROW for one in text)
