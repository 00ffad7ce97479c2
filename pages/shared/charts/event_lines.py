"""Lines of events through a plot, labelled above it where there is room, with flags elsewhere.

Labels stand in rows of their own above the plot, so that they touch neither data nor each other;
labels on the lines were rejected, because they hide data.
"""

from collections.abc import Sequence
from typing import NamedTuple

from pages.shared.charts import house
from pages.shared.findings.happened import Event
from pages.shared.text import dates, ngettext, numbers
from pages.shared.text.letters import is_wide

LANES = 2  # rows of labels
NEAREST = 11  # pixels; events that lie closer together share a line
MOST_TOLD = 6  # events named when a line is pointed at
MOST_LETTERS = 26  # of a label
LETTER, WIDE, APART = 7, 13, 10  # pixels: a letter, a Chinese one, from label to label
FLAG, FLAGS = "▾", 14  # stands for a label without room; the height of its row


class Spot(NamedTuple):
    """An event with its place: in pixels of a small screen, and as the axis counts."""

    pixel: float
    x: float | str
    event: Event


class Line(NamedTuple):
    """Events that share a line; `lane` None: no room; flipped: its label stands left of it."""

    pixel: float
    x: float | str
    events: tuple[Event, ...]
    label: str
    lane: int | None = None
    is_flipped: bool = False


def lines(spots: Sequence[Spot], room: float) -> list[Line]:
    """The lines from left to right, each label in a lane where it touches no other.

    Labels reach from pixel 0 to `room` (0: none has room). Events of all clients go first, then
    the latest.
    """
    found = _together(spots)
    taken: list[list[tuple[float, float]]] = [[] for _lane in range(LANES)]
    for index in sorted(range(len(found)), key=lambda index: _rank(found[index]), reverse=True):
        found[index] = _in_lane(found[index], taken, room)
    return found


def _together(spots: Sequence[Spot]) -> list[Line]:
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda spot: spot.pixel):
        if groups and spot.pixel - groups[-1][0].pixel < NEAREST:
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return [_line(group[0], tuple(spot.event for spot in group)) for group in groups]


def _line(first: Spot, events: tuple[Event, ...]) -> Line:
    """Named for its first event that concerns all clients."""
    named = next((event for event in events if event.client_name is None), events[0])
    more = f" +{numbers.number(len(events) - 1)}" if len(events) > 1 else ""
    return Line(first.pixel, first.x, events, cut(named.label) + more)


def _rank(line: Line) -> tuple[bool, float]:
    return any(event.client_name is None for event in line.events), line.pixel


def _in_lane(line: Line, taken: list[list[tuple[float, float]]], room: float) -> Line:
    """The line with the first lane and side that is free, which is then taken."""
    wide = width(line.label)
    for lane, spans in enumerate(taken):
        for is_flipped, start in ((False, line.pixel), (True, line.pixel - wide)):
            end = start + wide
            if start >= 0 and end <= room and all(start >= b or end <= a for a, b in spans):
                spans.append((start, end))
                return line._replace(lane=lane, is_flipped=is_flipped)
    return line


def cut(text: str) -> str:
    """As many letters as a label has room for, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"


def width(text: str) -> int:
    """About how many pixels a label takes, with what keeps it apart from the next."""
    return APART + sum(WIDE if is_wide(letter) else LETTER for letter in text)


def shapes(found: Sequence[Line]) -> list[house.Part]:
    """A line each through the whole plot: dotted where some event concerns all clients.

    It lies over a wider one in the colour of the page, so that it is seen on dark columns too.
    """
    return [shape for line in found for shape in _shapes(line)]


def _shapes(line: Line) -> list[house.Part]:
    is_own = all(event.client_name is not None for event in line.events)
    colours, dash = house.palette(), "solid" if is_own else "dot"
    where = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    ends = {**where, "x0": line.x, "x1": line.x}
    return [
        {**ends, "opacity": 0.6, "line": {"color": colours.ground, "width": 3}},
        {**ends, "line": {"color": colours.muted, "width": 1, "dash": dash}},
    ]


def labels(found: Sequence[Line]) -> list[house.Part]:
    """The labels in their lanes; a flag over a line without one, told when pointed at."""
    base = FLAGS if any(line.lane is None for line in found) else 4
    return [_label(line, base) for line in found]


def _label(line: Line, base: int) -> house.Part:
    where = {"yref": "paper", "yanchor": "bottom", "hovertext": hover(line.events)}
    if line.lane is None:
        words, shift = FLAG, {"xanchor": "center", "yshift": -4}
    else:
        side = {"xanchor": "right", "xshift": 4} if line.is_flipped else {"xanchor": "left"}
        words = house.safe(line.label, 2 * MOST_LETTERS)
        shift = {"xshift": -4, "yshift": base + line.lane * house.LINE, **side}
    return {**house.text(0, 1, words, **where, **shift), "x": line.x}


def height(found: Sequence[Line]) -> int:
    """Pixels of the rows of labels and flags."""
    lanes = max((line.lane + 1 for line in found if line.lane is not None), default=0)
    return (FLAGS if any(line.lane is None for line in found) else 0) + lanes * house.LINE


def hover(events: Sequence[Event]) -> str:
    """Day, words and client of each event; of many only the first."""
    told = [_told(event) for event in events[:MOST_TOLD]]
    more = len(events) - MOST_TOLD
    if more > 0:
        count = ngettext("and {count} more", "and {count} more", more)
        told.append(count.format(count=numbers.number(more)))
    return "<br>".join(told)


def _told(event: Event) -> str:
    name = f" · {house.safe(event.client_name)}" if event.client_name else ""
    return f"<b>{dates.iso(event.happened_on)}</b> {house.safe(event.label, 90)}{name}"
