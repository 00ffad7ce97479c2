"""A table on paper: thin lines, numbers at the right, tiers in their colours."""

from pages.meeting.pack import said
from pages.meeting.pack.layout import LEADING, Box
from pages.meeting.pack.pdf_page import BASE, SlidePaper, rgb
from pages.meeting.pack.table_fit import PAD, SIDE, fitted
from pages.meeting.slides.model import Cell, Table
from pages.shared.charts.look import LIGHT, ON_TIER, TIER_COLOURS
from pages.shared.safe import document


def draw(paper: SlidePaper, table: Table, box: Box) -> None:
    """All rows in the place, in the largest type that allows it."""
    fit = fitted(table, box, paper.width_of)
    head = tuple(Cell(text) for text in table.head)
    top = box.top
    for number, (cells, height) in enumerate(zip((head, *table.rows), fit.heights, strict=True)):
        left = box.left
        for place, (cell, share) in enumerate(zip(cells, table.widths, strict=True)):
            room = Box(left, top, box.width * share, height)
            ink = LIGHT.muted if number == 0 else LIGHT.ink
            _cell(paper, cell, room, fit.size, ink, right=place in table.right)
            left = room.right
        top += height
        paper.stroke([(box.left, top), (left, top)], LIGHT.grid, 0.75)
    below = box._replace(top=top + PAD)
    paper.boxed(below, said.left_out(table), fit.size, muted=True)


def _cell(paper: SlidePaper, cell: Cell, room: Box, size: float, ink: str, *, right: bool) -> None:
    if cell.tier is not None:
        paper.area(room, TIER_COLOURS[cell.tier])
        ink = ON_TIER[cell.tier]
    lines = paper.broken(document(cell.text), room.width - 2 * SIDE, size)
    for number, line in enumerate(lines):
        baseline = room.top + PAD + number * size * LEADING + size * BASE
        x = room.right - SIDE - paper.width_of(line, size) if right else room.left + SIDE
        paper.put_in(rgb(ink), x, baseline, line, size)
