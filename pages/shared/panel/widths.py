"""How wide a column of text must be for its longest cell.

By itself the table makes a column as wide as its first ten rows, at most 500 pixels, without those
that are twice as long as the others: a reason in place of a few numbers would be cut, and so would
whatever comes further down.
"""

from collections.abc import Iterable

from pages.shared.text.letters import width

LETTER, PADDING = 7, 18  # pixels of a Latin letter, and beside the text of a cell
LOOKED_AT = 10  # rows
WIDEST = 500  # pixels, as by itself: the other columns stay on the screen
READ_FIRST = {"need": 810}  # what the table is for stays whole on a screen of 1280 pixels


def needed(column: str, cells: Iterable[object]) -> int | None:
    """Pixels for the longest text; None where the table finds them by itself."""
    widths = [
        LETTER * (width(cell, at_most=True) if isinstance(cell, str) else 1) for cell in cells
    ]
    longest = max(widths, default=0)
    if longest <= _found(widths[:LOOKED_AT]):
        return None
    return min(longest + PADDING, READ_FIRST.get(column, WIDEST))


def _found(first: list[int]) -> int:
    """What the table finds by itself in the first rows."""
    usual = sum(first) / max(len(first), 1)
    return min(max((one for one in first if one < 2 * usual), default=0), WIDEST)
