"""Names beside dots: each where it covers the least of other names, dots and whiskers.

Worked out before the browser draws, so letters and the plot are guessed at: rather too wide a
letter and rather too narrow a plot.
"""

from collections.abc import Sequence
from typing import NamedTuple

LETTER, WIDE_LETTER, LINE = 7.0, 13.5, 16.0  # pixels
BESIDE = 9.0
HEIGHTS = (11.0, -11.0, 27.0, -27.0, 43.0, -43.0)
DOT, OUTSIDE = 9.0, 4.0  # half a dot; how much worse it is to leave the plot


class Box(NamedTuple):
    """A rectangle in pixels from the lower left corner of the plot."""

    left: float
    low: float
    right: float
    high: float

    def common(self, other: "Box") -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.high, other.high) - max(self.low, other.low)
        return max(wide, 0.0) * max(tall, 0.0)


class Dot(NamedTuple):
    """A dot with its whiskers, in pixels, and its name."""

    name: str
    x: float
    y: float
    left: float
    right: float
    low: float
    high: float

    def parts(self) -> tuple[Box, Box, Box]:
        """What a name should not cover: the dot and both whiskers."""
        return (
            Box(self.x - DOT, self.y - DOT, self.x + DOT, self.y + DOT),
            Box(self.left, self.y - 2, self.right, self.y + 2),
            Box(self.x - 2, self.low, self.x + 2, self.high),
        )


class Place(NamedTuple):
    """Where a name stands: on which side of its dot, and how far above its middle."""

    is_right: bool
    above: float


def placed(
    dots: Sequence[Dot], width: float, height: float, lines: Sequence[Box] = ()
) -> list[Place]:
    """A place for each name, one after the other; the first of equal ones.

    `lines`: what else a name should not cover.
    """
    parts = [*lines, *(box for dot in dots for box in dot.parts())]
    plot = Box(0, 0, width, height)
    taken: list[Box] = []
    places = []
    for dot in dots:
        found = [Place(is_right, above) for above in HEIGHTS for is_right in (True, False)]
        best = min(found, key=lambda place: _cost(box_of(dot, place), [*parts, *taken], plot))
        taken += [box_of(dot, best)] * 2
        places.append(best)
    return places


def box_of(dot: Dot, place: Place) -> Box:
    """The rectangle that a name fills."""
    width = sum(WIDE_LETTER if ord(letter) > 0x2E7F else LETTER for letter in dot.name)
    left = dot.x + BESIDE if place.is_right else dot.x - BESIDE - width
    middle = dot.y + place.above
    return Box(left, middle - LINE / 2, left + width, middle + LINE / 2)


def _cost(box: Box, taken: Sequence[Box], plot: Box) -> float:
    area = (box.right - box.left) * (box.high - box.low)
    return sum(box.common(other) for other in taken) + OUTSIDE * (area - box.common(plot))
