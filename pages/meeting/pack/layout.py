"""Where things stand on a slide, in points, and how large their type is: PowerPoint and PDF alike.

A slide is read from the back of a room: 18 points on a slide 540 points high are the 24 pixels of
the screen of 720 lines.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pages.meeting.slides.model import Panel, Slide
from pages.shared.paper.lines import lines
from pages.shared.text.letters import ems

WIDTH, HEIGHT = 960.0, 540.0
MARGIN, GAP = 36.0, 28.0
LEADING = 1.25  # line over type
FINDING, PANEL, FACTS, FOOT, SMALLEST = 26.0, 18.0, 11.0, 10.0, 8.0
KICKER = 14.0
MOST_OF_TITLE, MOST_OF_PANEL = 1.0, 0.3  # of the height that a text may take
BOLD = 1.08

Measure = Callable[[str, float], float]


class Box(NamedTuple):
    """A rectangle in points, from the left and the top of the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


class Sheet(NamedTuple):
    """A slide's places: its title, what shows it, and the line at the foot."""

    title: Box
    body: Box
    foot: Box


class Place(NamedTuple):
    """A panel's places: its finding, its chart or table, and what it rests on."""

    finding: Box
    body: Box
    facts: Box


OWN = Sheet(
    title=Box(MARGIN, 20, WIDTH - 2 * MARGIN, 86),
    body=Box(MARGIN, 112, WIDTH - 2 * MARGIN, 390),
    foot=Box(MARGIN, 510, WIDTH - 2 * MARGIN, 18),
)


def estimated(text: str, size: float) -> float:
    """How wide a text is where no font can be asked: that of the reader's PowerPoint."""
    return size * ems(text)


def estimated_bold(text: str, size: float) -> float:
    """The same in bold."""
    return BOLD * estimated(text, size)


def line_count(text: str, width: float, size: float, measure: Measure) -> int:
    """Lines of a text of this size."""
    return len(lines(text, width, lambda part: measure(part, size)))


def fitting(text: str, box: Box, largest: float, measure: Measure) -> float:
    """The largest size of type, up to `largest`, at which the text stays in the box."""
    size = largest
    while size > SMALLEST:
        height = line_count(text, box.width, size, measure) * size * LEADING
        if height <= box.height:
            break
        size -= 1
    return size


def places(body: Box, slide: Slide, facts: Sequence[str], measure: Measure) -> list[Place]:
    """The panels side by side; findings and feet share their lines, so that charts stand level."""
    count = max(len(slide.panels), 1)
    width = (body.width - GAP * (count - 1)) / count
    above = max((_height(panel, width, measure) for panel in slide.panels), default=0)
    below = max((_block(text, width, FACTS, measure) for text in facts), default=0)
    above = min(above, body.height * MOST_OF_PANEL)
    return [
        _place(Box(body.left + number * (width + GAP), body.top, width, body.height), above, below)
        for number in range(len(slide.panels))
    ]


def _height(panel: Panel, width: float, measure: Measure) -> float:
    return _block(panel.finding, width, PANEL, measure)


def _block(text: str, width: float, size: float, measure: Measure) -> float:
    return line_count(text, width, size, measure) * size * LEADING


def _place(box: Box, above: float, below: float) -> Place:
    top, bottom = box.top + above + 6, box.bottom - below
    return Place(
        finding=Box(box.left, box.top, box.width, above),
        body=Box(box.left, top, box.width, bottom - 8 - top),
        facts=Box(box.left, bottom, box.width, below),
    )
