"""Bars on paper: stacked or side by side, upright or running to the right."""

from pages.meeting.pack import bars
from pages.meeting.pack.bars import Bar
from pages.meeting.pack.frame import SPACE, TEXT, Frame
from pages.meeting.pack.layout import Box
from pages.meeting.pack.pdf_page import EDGE, Point, SlidePaper
from pages.shared.charts.look import LIGHT
from pages.shared.charts.plain_sheet import on

TICK = 4.0  # half of a whisker's end


def draw(paper: SlidePaper, frame: Frame) -> None:
    """All bars, then their whiskers and numbers, which lie above any bar."""
    drawn = bars.of(frame)
    for bar in drawn:
        paper.area(bars.box(frame, bar), bar.colour, hatched=bar.series.is_hatched)
    for bar in drawn:
        _whisker(paper, frame, bar)
        if bars.is_labelled(frame, bar):
            label = _inside if frame.chart.shape == "stacked" else _beyond
            label(paper, frame, bar)


def _point(frame: Frame, value: float, along: float) -> Point:
    """A value at a place, as x and y."""
    at = frame.at(value)
    return (at, along) if frame.chart.is_horizontal else (along, at)


def _whisker(paper: SlidePaper, frame: Frame, bar: Bar) -> None:
    """The interval of a number: a thin line with two ends, edged to be seen on dark bars."""
    if bar.interval is None:
        return
    low, high = bar.interval
    middle, before, behind = bar.middle, bar.middle - TICK, bar.middle + TICK
    parts = (
        ((low, before), (low, behind)),
        ((high, before), (high, behind)),
        ((low, middle), (high, middle)),
    )
    for colour, width in ((LIGHT.ground, 1 + 2 * EDGE), (LIGHT.ink, 1)):
        for start, end in parts:
            paper.stroke([_point(frame, *start), _point(frame, *end)], colour, width)


def _inside(paper: SlidePaper, frame: Frame, bar: Bar) -> None:
    """In the middle; what is hatched makes room for letters."""
    box = bars.box(frame, bar)
    middle = (box.left + box.width / 2, box.top + box.height / 2)
    if bar.series.is_hatched:
        width = paper.width_of(bar.label, TEXT) + 4
        paper.area(Box(middle[0] - width / 2, middle[1] - TEXT / 2, width, TEXT), bar.colour)
    paper.lettered(middle, bar.label, TEXT, on(bar.colour), "centre")


def _beyond(paper: SlidePaper, frame: Frame, bar: Bar) -> None:
    """Behind the end, whiskers included."""
    ends = [bar.end, *(bar.interval or ())]
    x, y = _point(frame, max(ends) if bar.is_up else min(ends), bar.middle)
    if frame.chart.is_horizontal:
        shift, align = (SPACE, "left") if bar.is_up else (-SPACE, "right")
        paper.lettered((x + shift, y), bar.label, TEXT, align=align)
    else:
        paper.lettered(
            (x, y + (-0.7 if bar.is_up else 0.7) * TEXT), bar.label, TEXT, align="centre"
        )
