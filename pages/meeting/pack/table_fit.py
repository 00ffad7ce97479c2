"""How large the type of a table may be, and how high its rows become."""

from typing import NamedTuple

from pages.meeting.pack.layout import LEADING, SMALLEST, Box, Measure, line_count
from pages.meeting.slides.model import Table
from pages.shared.safe import document

LARGEST = 16.0
PAD, SIDE = 2.5, 4.0  # points above and below the text of a cell, and at its sides


class Fitted(NamedTuple):
    """The size of the type and the height of each row, the head's first."""

    size: float
    heights: tuple[float, ...]


def fitted(table: Table, box: Box, measure: Measure) -> Fitted:
    """The largest type at which all rows stay in the box, the line of what is left out included."""
    size = LARGEST
    while True:
        found = Fitted(size, _heights(table, box.width, size, measure))
        beyond = size * LEADING + PAD if table.left_out else 0
        if size <= SMALLEST or sum(found.heights) + beyond <= box.height:
            return found
        size -= 1


def _heights(table: Table, width: float, size: float, measure: Measure) -> tuple[float, ...]:
    rows = (table.head, *(tuple(cell.text for cell in row) for row in table.rows))
    return tuple(
        max(
            line_count(document(text), width * share - 2 * SIDE, size, measure)
            for text, share in zip(row, table.widths, strict=True)
        )
        * size
        * LEADING
        + 2 * PAD
        for row in rows
    )
