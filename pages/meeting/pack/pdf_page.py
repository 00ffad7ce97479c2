"""A slide on paper: text in boxes, and the few shapes that charts are made of. All in points."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pages.meeting.pack.layout import HEIGHT, LEADING, WIDTH, Box, fitting
from pages.shared.charts.look import LIGHT
from pages.shared.paper.fonts import Font
from pages.shared.paper.typed import Colour, Typed

BASE = 0.93  # of the type: how far below the top of its line the letters stand
MIDDLE = 0.36  # of the type: how far below its middle
DASH, EDGE = 4.0, 0.75
HATCH = 5.0  # between two lines of a hatched area
Point = tuple[float, float]


def rgb(hexadecimal: str) -> Colour:
    """`#1d4f91` in three numbers."""
    digits = hexadecimal.lstrip("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


class SlidePaper(Typed):
    """Pages of 16 : 9."""

    def __init__(self, font: Font) -> None:
        super().__init__(font, (WIDTH, HEIGHT))

    def fitted(self, box: Box, text: str, largest: float, *, bold: bool = False) -> None:
        """A text as large as its box allows."""
        self.boxed(box, text, fitting(text, box, largest, self.width_of), bold=bold)

    def boxed(
        self, box: Box, text: str, size: float, *, muted: bool = False, bold: bool = False
    ) -> None:
        """A text from the top of its box."""
        for number, line in enumerate(self.broken(text, box.width, size)):
            baseline = box.top + number * size * LEADING + size * BASE
            self.put(box.left, baseline, line, size, muted=muted, bold=bold)

    def lettered(
        self, point: Point, text: str, size: float, colour: str = LIGHT.ink, align: str = "left"
    ) -> None:
        """One line of text with its middle at the height of a point."""
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        x = point[0] - share * self.width_of(text, size)
        self.put_in(rgb(colour), x, point[1] + size * MIDDLE, text, size)

    def area(self, box: Box, colour: str, *, hatched: bool = False) -> None:
        """A filled rectangle."""
        self.set_fill_color(*rgb(colour))
        self.rect(*box, style="F")
        if hatched:
            self._hatch(box)

    def _hatch(self, box: Box) -> None:
        with self.rect_clip(*box):
            left = box.left - box.height
            while left < box.right:
                self.stroke([(left, box.bottom), (left + box.height, box.top)], LIGHT.muted, 0.6)
                left += HATCH

    def stroke(
        self, points: Sequence[Point], colour: str, width: float, *, dashed: bool = False
    ) -> None:
        """A line through points."""
        self.set_draw_color(*rgb(colour))
        self.set_line_width(width)
        with self._dashes(dashed):
            self.polyline(points)

    def edged(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line on a broader one in the colour of the page, to be seen on bars of any colour."""
        self.stroke(points, LIGHT.ground, width + 2 * EDGE)
        self.stroke(points, colour, width)

    @contextmanager
    def _dashes(self, dashed: bool) -> Iterator[None]:
        if dashed:
            self.set_dash_pattern(dash=DASH, gap=DASH * 0.75)
        yield
        self.set_dash_pattern()

    def diamond(self, point: Point, colour: str, size: float) -> None:
        """A filled square on its point, as wide and as high as told."""
        (x, y), half = point, size / 2
        self.set_fill_color(*rgb(colour))
        self.polygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], style="F")

    def dot(self, point: Point, colour: str, size: float) -> None:
        """A filled circle."""
        self.set_fill_color(*rgb(colour))
        self.circle(x=point[0], y=point[1], radius=size / 2, style="F")
