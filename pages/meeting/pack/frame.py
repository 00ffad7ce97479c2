"""Where the parts of a chart stand in its box, in points: its plot, its numbers, its labels.

PDF is drawn from these places and PowerPoint is told them, so that both show the same picture.
"""

import math
import re
from dataclasses import dataclass
from functools import cached_property

from pages.meeting.pack import names, scale
from pages.meeting.pack.layout import LEADING, Box, Measure, line_count
from pages.meeting.pack.scale import Scale
from pages.shared.charts import plain_events
from pages.shared.charts.plain import Chart, Mark, Series
from pages.shared.charts.plain_events import Place
from pages.shared.charts.plain_sheet import is_labelled, is_named_at_end
from pages.shared.safe import document

TEXT = 14.0  # points
LINE = TEXT * LEADING
SPACE = 6.0
MOST_AT_SIDE = 0.34  # of the width, for the names of categories
MOST_AT_END = 0.3  # of the width, for the names of lines
LINES_OF_NAME = 2
BAR = 0.68  # of a category's room
WORD = re.compile(r"[^\s\u2e80-\u9fff]+|[\u2e80-\u9fff]")
DOT, DIAMOND = 6.0, 10.0  # points: a number of a line, and one that no line joins
KEY = 22.0  # points of a key's patch and the space behind it


@dataclass(frozen=True)
class Frame:
    """A chart in a box, measured with the font that it is written in."""

    chart: Chart
    box: Box
    measure: Measure

    @cached_property
    def scale(self) -> Scale:
        """The axis of values; longer where numbers stand below zero, beside the names."""
        found = scale.of(self.chart)
        room = self._beside(below=True) if self.chart.is_horizontal else 0
        if self.has_axis or room <= 0:
            return found
        width = self.box.right - self._right - self._left
        return found._replace(low=found.low - room * (found.high - found.low) / (width - room))

    @cached_property
    def plot(self) -> Box:
        """What the axes enclose."""
        left, right = self._left, self.box.right - self._right
        top = self.box.top + self._top
        return Box(left, top, right - left, self.box.bottom - self._bottom - top)

    @property
    def slot(self) -> float:
        """The room of one category along its axis."""
        length = self.plot.height if self.chart.is_horizontal else self.plot.width
        return length / max(len(self.chart.categories), 1)

    def along(self, category: float) -> float:
        """Where the middle of a category stands along its axis."""
        start = self.plot.top if self.chart.is_horizontal else self.plot.left
        return start + (category + 0.5) * self.slot

    def at(self, value: float) -> float:
        """Where a value stands on the other axis."""
        share = self.scale.share(value)
        if self.chart.is_horizontal:
            return self.plot.left + share * self.plot.width
        return self.plot.bottom - share * self.plot.height

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """What is drawn as bars or lines, without limits."""
        return tuple(series for series in self.chart.series if not series.is_limit)

    @cached_property
    def limits(self) -> tuple[Series, ...]:
        """The thin lines across the chart."""
        return tuple(series for series in self.chart.series if series.is_limit)

    @property
    def has_key(self) -> bool:
        """Several series need a key, unless they are lines with their names at the end."""
        return len(self.series) > 1 and not self._is_named_at_end

    @property
    def has_axis(self) -> bool:
        """Are values marked on an axis? Not where each bar says its own."""
        return not is_labelled(self.chart)

    @property
    def _is_named_at_end(self) -> bool:
        return is_named_at_end(self.chart, self.box.width, TEXT)

    @cached_property
    def key_rows(self) -> list[list[Series]]:
        """The entries of the key, in lines."""
        rows: list[list[Series]] = []
        used = math.inf
        for one in self.series if self.has_key else ():
            width = KEY + self.measure(document(one.name), TEXT) + 2 * SPACE
            if used + width > self.box.width:
                rows.append([])
                used = 0
            rows[-1].append(one)
            used += width
        return rows

    @cached_property
    def step(self) -> int:
        """Every how many categories one is named below the chart."""
        if self.chart.is_horizontal:
            return 1
        needed = max(map(self._needed, self.chart.categories), default=0)
        return max(math.ceil(needed / max(self._room - SPACE, 1)), 1)

    @cached_property
    def ends(self) -> list[tuple[Series, str]]:
        """What stands at the end of lines and limits: the name, and the last number."""
        return names.ends(self.chart, with_lines=self._is_named_at_end)

    @cached_property
    def end_places(self) -> list[float]:
        """How far down each name at the end stands: beside its line, moved apart where needed."""
        wanted = [self.at(names.last(one)) for one, _text in self.ends]
        return names.apart(wanted, LINE, self.plot.top, self.plot.bottom)

    def kept(self, series: Series) -> list[int]:
        """The numbers of a line that are written: all where they do not touch, else the last.

        Lines that are named at their end say their last number there.
        """
        if not series.labels or self._is_named_at_end or series is not self.series[0]:
            return []
        places = [place for place, value in enumerate(series.values) if value is not None]
        widest = max(map(self._width, series.labels)) + TEXT
        return places if widest <= self.slot else places[-1:]

    @cached_property
    def marked(self) -> dict[Mark, Place]:
        """Where the label of each event stands above the plot; of those that have one."""
        shown = [mark for mark in self.chart.marks if mark.label]
        starts = [self._left + (mark.category + 0.5) * self._room for mark in shown]
        widths = [self._width(mark.label) for mark in shown]
        placed = plain_events.rows(starts, widths, self.box.left, self.box.right, 2 * SPACE)
        return dict(zip(shown, placed, strict=True))

    def height_of(self, marked: Place) -> float:
        """How far down an event's label stands."""
        return self.plot.top - SPACE - (self._rows_of_events - marked.row - 0.5) * LINE

    @property
    def _rows_of_events(self) -> int:
        return max((place.row for place in self.marked.values()), default=-1) + 1

    @property
    def _room(self) -> float:
        """The width of a category below the chart, known before the height of the plot is."""
        width = self.box.right - self._right - self._left
        return width / max(len(self.chart.categories), 1)

    @cached_property
    def names_end(self) -> float:
        """Where the names at the left of the chart end."""
        widest = max((self._width(name) for name in self.chart.categories), default=0)
        return self.box.left + min(widest + SPACE, MOST_AT_SIDE * self.box.width)

    @property
    def named(self) -> list[int]:
        """The categories that are named, counted from the last."""
        return sorted(range(len(self.chart.categories) - 1, -1, -self.step))

    @cached_property
    def _left(self) -> float:
        if self.chart.is_horizontal:
            return self.names_end + SPACE
        if not self.has_axis:
            return self.box.left
        return self.box.left + max(map(self._width, self._marks)) + SPACE

    @cached_property
    def _right(self) -> float:
        widest = max((self._width(text) for _one, text in self.ends), default=0)
        if self.chart.is_horizontal:
            widest = max(self._beside(below=False), self._half_a_mark)
        return min(widest + 2 * SPACE, MOST_AT_END * self.box.width)

    @property
    def _half_a_mark(self) -> float:
        """Half the room of the last number of an axis below the plot."""
        return max(map(self._width, self._marks), default=0) / 2 if self.has_axis else 0

    def _beside(self, *, below: bool) -> float:
        """The room of numbers beyond the ends of bars, on one side of zero."""
        if self.chart.shape != "clustered":
            return 0
        told = [
            label
            for one in self.series
            for label, value in zip(one.labels, one.values, strict=False)
            if value is not None and (value < 0) is below
        ]
        return max(map(self._width, told), default=-2 * SPACE) + 2 * SPACE

    @property
    def _marks(self) -> list[str]:
        number_format = self.chart.number_format
        return [scale.marked(mark, self.scale, number_format) for mark in self.scale.marks]

    @cached_property
    def _top(self) -> float:
        lines = len(self.key_rows) + self._rows_of_events
        if self.chart.is_horizontal:
            return (lines + bool(self.limits)) * LINE
        above = LINE if any(one.labels for one in self.series) else SPACE
        return lines * LINE + above

    @cached_property
    def _bottom(self) -> float:
        if self.chart.is_horizontal:
            return LINE + SPACE if self.has_axis else SPACE
        room = self._room * self.step - SPACE
        named = [self.chart.categories[place] for place in self.named]
        most = max((self._lines(name, room) for name in named), default=0)
        return min(most, LINES_OF_NAME) * LINE + SPACE

    def _needed(self, name: str) -> float:
        """The least width of a name: its longest word, or its part on one of the lines."""
        longest = max(map(self._width, WORD.findall(name)), default=0)
        return max(longest, self._width(name) / LINES_OF_NAME)

    def _lines(self, name: str, room: float) -> int:
        return line_count(document(name), max(room, TEXT), TEXT, self.measure)

    def _width(self, text: str) -> float:
        return self.measure(document(text), TEXT)
