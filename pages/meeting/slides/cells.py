"""Tables of slides: what a cell holds at the size that those at the back can read.

Only what does not fit into the lines of a cell ends with an `…`. Few rows may take three lines
each, so that long names of clients stay whole.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pages.meeting.slides.model import ROWS, Cell, Table
from pages.meeting.slides.wording import cut
from pages.shared.paper.lines import lines
from pages.shared.safe import document
from pages.shared.text import words
from pages.shared.text.letters import THIN, ems
from pages.shared.text.numbers import MISSING

FULL, HALF = 51.0, 24.8  # ems: of a line of a table, alone on its slide and beside another panel
BETWEEN = 0.5  # ems between two columns, and a little for type that is wider
ALL_LINES = 12  # of the rows together
LEAST_LINES, MOST_LINES = 2, 3  # of a row


class Room(NamedTuple):
    """What a cell holds: so many lines of so many ems."""

    lines: int
    ems: float

    def holds(self, text: str) -> bool:
        """Does the text stay within?"""
        return len(lines(text, self.ems, ems)) <= self.lines

    @property
    def letters(self) -> int:
        """More than this never fit."""
        return int(self.lines * self.ems / THIN)


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[Cell | str]],
    widths: Sequence[float],
    *,
    line: float = FULL,
    right: Sequence[int] = (),
    left_out: int = 0,
    whole: int | None = None,
) -> Table:
    """A table whose cells fit in their columns; the rows beyond `ROWS` are counted.

    `widths`: shares of the line; `left_out`: rows that were not handed over; `whole`: the column
    that is not to be cut, though there be fewer rows then.
    """
    shown = rows[:ROWS]
    if whole is not None:
        shown = _that_leave_whole([_text(row[whole]) for row in shown], widths[whole], line, shown)
    beyond = len(rows) - len(shown)
    rooms = [room(share, line, len(shown)) for share in widths]
    cells = tuple(
        tuple(_cell(cell, each) for cell, each in zip(row, rooms, strict=True)) for row in shown
    )
    most = lines_of(len(shown))
    return Table(tuple(head), cells, tuple(widths), tuple(right), left_out + beyond, most)


def _that_leave_whole(
    texts: Sequence[str], share: float, line: float, rows: Sequence[Sequence[Cell | str]]
) -> Sequence[Sequence[Cell | str]]:
    """All rows where each text fits, else as many as may take the most lines."""
    where = room(share, line, len(rows))
    if all(where.holds(text) for text in texts):
        return rows
    return rows[: ALL_LINES // MOST_LINES]


def _text(cell: Cell | str) -> str:
    return " ".join(document(cell.text if isinstance(cell, Cell) else cell).split())


def lines_of(rows: int) -> int:
    """How many lines a row may take where there are so many."""
    return min(max(ALL_LINES // max(rows, 1), LEAST_LINES), MOST_LINES)


def room(share: float, line: float, rows: int) -> Room:
    """What a cell of a column holds, in a table of so many rows."""
    return Room(lines_of(rows), line * share - BETWEEN)


def with_who(what: str, who: str, cell: Room) -> str:
    """What is to be done, and by whom; the name of the person is never cut away."""
    what = document(what)
    for most in range(cell.letters, 0, -1):
        told = words.noted(cut(what, most), who)
        if cell.holds(told):
            return told
    return who


def _cell(cell: Cell | str, where: Room) -> Cell:
    whole = cell if isinstance(cell, Cell) else Cell(cell)
    return whole._replace(text=_cut(whole.text, where) or MISSING)


def _cut(text: str, where: Room) -> str:
    tried = (cut(text, most) for most in range(where.letters, 0, -1))
    return next((told for told in tried if where.holds(told)), "")
