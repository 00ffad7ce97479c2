"""Paper for a PDF: A4, one embedded font, head and foot, and rows that flow over pages."""

from collections.abc import Sequence
from typing import NamedTuple

from pages.shared.paper.fonts import Font
from pages.shared.paper.typed import FAMILY, LINE, POINT, Typed
from pages.shared.report.document import Document
from pages.shared.text import _

LEFT, TOP, BOTTOM, WIDTH = 20.0, 24.0, 275.0, 170.0
PAD, GAP, LEADING = 1.2, 3, 1.5  # mm above and below a row, mm between cells, line over type
TOTAL = "{nb}"  # the library's own mark for the number of pages


class Cell(NamedTuple):
    """Text in a part of the line, `width` in millimetres."""

    text: str
    width: float
    muted: bool = False
    bold: bool = False
    right: bool = False


class Paper(Typed):
    """Pages that are written from top to bottom; `at` is how far down the page we are."""

    def __init__(self, document: Document, font: Font) -> None:
        super().__init__(font)
        self.document, self.at = document, TOP
        self.head: tuple[Cell, ...] = ()
        self.add_page()

    def header(self) -> None:
        """What the document is, and which complaint it is about."""
        self.put(LEFT, 13, self._one_line(self.document.title, WIDTH / 2), 8, muted=True)
        mark = self._one_line(self.document.mark, WIDTH / 2)
        self.put(LEFT + WIDTH - self.width_of(mark, 8), 13, mark, 8, muted=True)
        self.rule(15.5)
        self.at = TOP

    def footer(self) -> None:
        """What was known, for whom, and the number of the page."""
        self.rule(281)
        self.put(LEFT, 285, self._one_line(self.document.origin, WIDTH * 0.8), 8, muted=True)
        page = _("Page {page} of {pages}").format(page=self.page, pages=TOTAL)
        x = LEFT + WIDTH - self.width_of(page.replace(TOTAL, "9"), 8)
        self.set_font(FAMILY, size=8)
        self.set_xy(x, 282)
        self.cell(0, 4, page)

    def _one_line(self, text: str, width: float) -> str:
        return self.broken(" ".join(text.split()), width, 8)[0]

    def rule(self, y: float) -> None:
        """A thin line from margin to margin."""
        self.set_draw_color(*LINE)
        self.set_line_width(0.2)
        self.line(LEFT, y, LEFT + WIDTH, y)

    def keep(self, height: float) -> None:
        """Go to the next page unless so much is left of this one."""
        if not self.has_room(height):
            self.turn()

    def has_room(self, height: float) -> bool:
        """Is so much left of this page?"""
        return self.at + height <= BOTTOM

    def turn(self) -> None:
        """Go to the next page; a table goes on under its head."""
        self.add_page()
        if self.head:
            self.row(self.head)

    def written(
        self, text: str, size: float, *, indent: float = 0, bold: bool = False, muted: bool = False
    ) -> None:
        """A paragraph, line by line."""
        height = size * POINT * LEADING
        for line in self.broken(text, WIDTH - indent, size):
            self.keep(height)
            self.at += height
            self.put(LEFT + indent, self.at - height * 0.25, line, size, bold=bold, muted=muted)

    def row(self, cells: Sequence[Cell], size: float = 9, at_least: float = 0) -> None:
        """Cells side by side with a line below; one that is longer than a page is parted."""
        leading = size * POINT * LEADING
        texts = [self.broken(cell.text, cell.width - GAP, size) for cell in cells]
        height = max(max(map(len, texts)) * leading + 2 * PAD, at_least)
        self.keep(height if height <= BOTTOM - TOP else leading + 2 * PAD)
        while True:
            fitting = int((BOTTOM - self.at - 2 * PAD) / leading)
            self._row_part(cells, [text[:fitting] for text in texts], size, at_least)
            texts = [text[fitting:] for text in texts]
            if not any(texts):
                return
            self.turn()

    def _row_part(
        self, cells: Sequence[Cell], texts: list[list[str]], size: float, at_least: float
    ) -> None:
        leading, x = size * POINT * LEADING, LEFT
        for cell, text in zip(cells, texts, strict=True):
            for number, line in enumerate(text, start=1):
                baseline = self.at + PAD + leading * (number - 0.25)
                at = x + (cell.width - GAP - self.width_of(line, size) if cell.right else 0)
                self.put(at, baseline, line, size, muted=cell.muted, bold=cell.bold)
            x += cell.width
        self.at += max(max(map(len, texts)) * leading + 2 * PAD, at_least)
        self.rule(self.at)
