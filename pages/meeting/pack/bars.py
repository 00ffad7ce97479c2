"""Where the bars of a chart stand, and which of their numbers have room."""

from collections.abc import Iterator
from typing import NamedTuple

from pages.meeting.pack.frame import BAR, TEXT, Frame
from pages.meeting.pack.layout import Box
from pages.shared.charts.plain import Series
from pages.shared.safe import document

TOO_WIDE = 1.15  # of its bar: a number wider than this touches the next


class Bar(NamedTuple):
    """One bar: from and to a value, its place along the axis of categories, its width there."""

    series: Series
    place: int
    start: float
    end: float
    middle: float
    width: float

    @property
    def colour(self) -> str:
        """Its own colour, else that of its series."""
        return self.series.colours[self.place] if self.series.colours else self.series.colour

    @property
    def label(self) -> str:
        """What is said of it."""
        return document(self.series.labels[self.place]) if self.series.labels else ""

    @property
    def is_up(self) -> bool:
        """Does it grow away from zero upwards, or to the right?"""
        return self.end >= self.start

    @property
    def interval(self) -> tuple[float, float] | None:
        """The ends of its whisker; None without one."""
        low = self.series.low[self.place] if self.series.low else None
        high = self.series.high[self.place] if self.series.high else None
        return None if low is None or high is None else (low, high)


def of(frame: Frame) -> list[Bar]:
    """All bars that there are; a missing number has none."""
    return list(_stacked(frame) if frame.chart.shape == "stacked" else _clustered(frame))


def _stacked(frame: Frame) -> Iterator[Bar]:
    """Each begins where the one before it ends; negative ones grow the other way."""
    for place in range(len(frame.chart.categories)):
        up = down = 0.0
        for series in frame.series:
            value = series.values[place] or 0.0
            start = up if value >= 0 else down
            if series.values[place] is not None:
                end, width = start + value, frame.slot * BAR
                yield Bar(series, place, start, end, frame.along(place), width)
            up, down = (start + value, down) if value >= 0 else (up, start + value)


def _clustered(frame: Frame) -> Iterator[Bar]:
    width = frame.slot * BAR / max(len(frame.series), 1)
    for number, series in enumerate(frame.series):
        shift = (number - (len(frame.series) - 1) / 2) * width
        for place, value in enumerate(series.values):
            if value is not None:
                yield Bar(series, place, 0.0, value, frame.along(place) + shift, width)


def box(frame: Frame, bar: Bar) -> Box:
    """The rectangle of a bar."""
    start, end = sorted((frame.at(bar.start), frame.at(bar.end)))
    before = bar.middle - bar.width / 2
    if frame.chart.is_horizontal:
        return Box(start, before, end - start, bar.width)
    return Box(before, start, bar.width, end - start)


def is_labelled(frame: Frame, bar: Bar) -> bool:
    """Has its number room: inside of a stacked bar, beside its neighbours at the end of others?"""
    width, place = frame.measure(bar.label, TEXT), box(frame, bar)
    if not bar.label:
        return False
    if frame.chart.shape == "stacked":
        return width <= place.width and place.height >= TEXT
    return frame.chart.is_horizontal or width <= bar.width * TOO_WIDE
