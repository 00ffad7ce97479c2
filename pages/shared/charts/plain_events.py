"""The names over the events of a chart of plain values: the same on the screen and on paper.

They are cut and counted here, for the smallest place of a chart (beside another panel), so that
nothing that draws has to leave one out. Lines without a name of their own are counted in one.
"""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from pages.shared.charts import plain_ends, plain_labels
from pages.shared.charts.plain import Chart, Mark
from pages.shared.charts.plain_sheet import Axis, Sheet
from pages.shared.findings.happened import Event
from pages.shared.text import ngettext, numbers
from pages.shared.text.letters import ems

WAYS = ((2, 22.0), (2, 15.0), (3, 15.0), (3, 10.0), (3, 7.0))  # rows of names, ems of each name
ROWS, LEAST = WAYS[-1]
SIZE, WIDTH, LEFT = 20, 580, 60  # pixels: type, the smallest chart, the numbers at its left
APART = 16  # pixels from name to name
SPARE = 1.06  # for type that is broader than estimated
OF_CLIENT = 0.4  # of a name that has to be cut: that of the client
BETWEEN = " · "

Happened = Mapping[int, Sequence[Event]]  # what happened at each category


class Place(NamedTuple):
    """Where a name begins, and in which row above the plot (0: the highest)."""

    left: float
    row: int


def rows(
    starts: Sequence[float], widths: Sequence[float], left: float, right: float, gap: float
) -> list[Place]:
    """Names in as few rows as it takes for none to lie on another; `starts` ascend or not."""
    found: dict[int, Place] = {}
    free: list[float] = []
    for number in sorted(range(len(starts)), key=starts.__getitem__):
        begins = max(min(starts[number], right - widths[number]), left)
        row = next((n for n, end in enumerate(free) if end <= begins), len(free))
        free[row : row + 1] = [begins + widths[number] + gap]
        found[number] = Place(begins, row)
    return [found[number] for number in range(len(starts))]


def marks(chart: Chart, happened: Happened) -> tuple[Mark, ...]:
    """A line for each category at which something happened, named as far as there is room."""
    for most, room in WAYS:
        named = _named(happened, room)
        if _row_count(chart, named) <= most:
            return named
    return _as_many_as_fit(chart, happened)


def _as_many_as_fit(chart: Chart, happened: Happened) -> tuple[Mark, ...]:
    """Those of all clients go first, then the latest."""
    unnamed = set(happened)
    found = _named(happened, LEAST, unnamed)
    ranked = sorted(happened, key=lambda place: (_is_of_all(happened[place]), place), reverse=True)
    for place in ranked:
        tried = _named(happened, LEAST, unnamed - {place})
        if _row_count(chart, tried) <= ROWS:
            unnamed, found = unnamed - {place}, tried
    return found


def _is_of_all(events: Sequence[Event]) -> bool:
    return any(event.client_name is None for event in events)


def _named(happened: Happened, room: float, unnamed: Set[int] = frozenset()) -> tuple[Mark, ...]:
    """The first of the lines without a name says how many events these are."""
    more = sum(len(happened[place]) for place in unnamed)
    told = dict.fromkeys(unnamed, "")
    if unnamed:
        told[min(unnamed)] = ngettext("and {count} more", "and {count} more", more).format(
            count=numbers.number(more)
        )
    return tuple(
        Mark(place, told.get(place, name(events, room)), BETWEEN.join(map(_whole, events)))
        for place, events in sorted(happened.items())
    )


def name(events: Sequence[Event], room: float) -> str:
    """The first event that concerns all clients, in so many ems, and how many more there are."""
    named = next((event for event in events if event.client_name is None), events[0])
    more = f" +{numbers.number(len(events) - 1)}" if len(events) > 1 else ""
    return _cut(named, room - plain_labels.wide(more, 1)) + more


def _cut(event: Event, room: float) -> str:
    whole = _whole(event)
    if event.client_name is None or plain_labels.wide(whole, 1) <= room:
        return plain_labels.cut(whole, room, 1)
    client = plain_labels.cut(event.client_name, OF_CLIENT * room, 1)
    rest = room - plain_labels.wide(BETWEEN + client, 1)
    return plain_labels.cut(event.label, rest, 1) + BETWEEN + client


def _whole(event: Event) -> str:
    told = (event.label, event.client_name)
    return BETWEEN.join(" ".join(each.split()) for each in told if each)


def _row_count(chart: Chart, named: Sequence[Mark]) -> int:
    """Rows that the names take on the smallest sheet."""
    bare = Sheet(chart, Axis(0, 1), WIDTH, WIDTH, SIZE, left=LEFT)
    sheet = bare._replace(right=plain_ends.room(bare))
    shown = [mark for mark in named if mark.label]
    starts = [LEFT + (mark.category + 0.5) * sheet.slot for mark in shown]
    widths = [SPARE * SIZE * _wide(mark.label) for mark in shown]
    return max((place.row for place in rows(starts, widths, 0, WIDTH, APART)), default=-1) + 1


def _wide(text: str) -> float:
    """Ems, by the broader of two estimates: one is the screen's, the other that of PowerPoint."""
    return max(plain_labels.wide(text, 1), ems(text))
