"""Text on a PDF's pages in one embedded font, measured letter by letter and never cut by chance."""

from functools import cached_property

from fpdf import FPDF
from fpdf.enums import TextMode
from fpdf.fonts import TTFFont

from pages.shared.paper.fonts import Font
from pages.shared.paper.lines import lines, printable

INK, MUTED, LINE = (27, 31, 36), (102, 112, 133), (201, 206, 214)
POINT = 25.4 / 72  # millimetres
STROKE = 0.017  # points of a bold letter's outline, for each point of type
FAMILY = "embedded"
Colour = tuple[int, int, int]


class Typed(FPDF):
    """Pages whose text has one font, A4 in millimetres or so many points; nothing flows."""

    def __init__(self, font: Font, points: tuple[float, float] | None = None) -> None:
        super().__init__(format=points or "A4", unit="pt" if points else "mm")
        self.set_auto_page_break(False)
        self.c_margin = 0
        self.add_font(FAMILY, fname=font.path, collection_font_number=font.face)
        self.set_font(FAMILY, size=10)

    @cached_property
    def _widths(self) -> dict[str, float]:
        return {}

    def width_of(self, text: str, size: float) -> float:
        """In the unit of the page; each letter is measured once."""
        widths = self._widths
        for letter in set(text) - widths.keys():
            self.set_font(FAMILY, size=10)
            widths[letter] = self.get_string_width(letter) / 10
        return size * sum(widths[letter] for letter in text)

    def broken(self, text: str, width: float, size: float) -> list[str]:
        """The lines of a text; what the font lacks is told by its name."""
        font = self.fonts[FAMILY]
        assert isinstance(font, TTFFont)
        return lines(printable(text, font.cmap), width, lambda part: self.width_of(part, size))

    def put(
        self, x: float, y: float, text: str, size: float, *, muted: bool = False, bold: bool = False
    ) -> None:
        """One line of text with its baseline at `y`."""
        self.put_in(MUTED if muted else INK, x, y, text, size, bold=bold)

    def put_in(
        self, colour: Colour, x: float, y: float, text: str, size: float, *, bold: bool = False
    ) -> None:
        """The same in a colour; the font has one weight, a stroke adds one."""
        self.set_font(FAMILY, size=size)
        self.set_text_color(*colour)
        self.set_draw_color(*colour)
        self.set_line_width(size * STROKE / self.k)
        self.text_mode = TextMode.FILL_STROKE if bold else TextMode.FILL
        self.text(x, y, text)
        self.text_mode = TextMode.FILL
