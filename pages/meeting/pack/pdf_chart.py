"""A chart drawn on paper: the axes, then bars or lines, then what stands above them."""

from pages.meeting.pack import pdf_bars, pdf_lines, scale
from pages.meeting.pack.frame import KEY, LINE, LINES_OF_NAME, SPACE, TEXT, Frame
from pages.meeting.pack.layout import Box
from pages.meeting.pack.pdf_page import Point, SlidePaper
from pages.shared.charts.look import LIGHT
from pages.shared.charts.plain import Chart, Series
from pages.shared.charts.plain_sheet import is_sparse
from pages.shared.safe import document

THIN = 0.75


def draw(paper: SlidePaper, chart: Chart, box: Box) -> None:
    """The chart in its place."""
    frame = Frame(chart, box, paper.width_of)
    _key(paper, frame)
    _axis(paper, frame)
    _names(paper, frame)
    if chart.shape == "lines":
        pdf_lines.draw(paper, frame)
    else:
        pdf_bars.draw(paper, frame)
    _marks(paper, frame)
    pdf_lines.limits(paper, frame)
    pdf_lines.ends(paper, frame)


def _key(paper: SlidePaper, frame: Frame) -> None:
    """What the colours mean, in lines above the chart."""
    for row, entries in enumerate(frame.key_rows):
        left, middle = frame.box.left, frame.box.top + (row + 0.4) * LINE
        for one in entries:
            _sample(paper, frame.chart, one, (left, middle))
            name = document(one.name)
            paper.lettered((left + KEY - SPACE, middle), name, TEXT)
            left += KEY + paper.width_of(name, TEXT) + 2 * SPACE


def _sample(paper: SlidePaper, chart: Chart, one: Series, place: Point) -> None:
    """What the series looks like: a bar, a line with a dot, or a point that no line joins."""
    left, middle = place
    if chart.shape != "lines":
        patch = Box(left, middle - TEXT * 0.35, TEXT * 0.9, TEXT * 0.7)
        paper.area(patch, one.colour, hatched=one.is_hatched)
        return
    if not is_sparse(one):
        line = [(left, middle), (left + TEXT * 0.9, middle)]
        paper.stroke(line, one.colour, pdf_lines.WIDTH)
    pdf_lines.point(paper, (left + TEXT * 0.45, middle), one, one.colour)


def _axis(paper: SlidePaper, frame: Frame) -> None:
    """Thin lines across, with their numbers, where bars do not say their own; and zero."""
    for mark in frame.scale.marks if frame.has_axis else ():
        _line_at(paper, frame, mark, LIGHT.grid)
        told = scale.marked(mark, frame.scale, frame.chart.number_format)
        if frame.chart.is_horizontal:
            below = frame.plot.bottom + LINE / 2 + SPACE / 2
            paper.lettered((frame.at(mark), below), told, TEXT, LIGHT.muted, "centre")
        else:
            place = (frame.plot.left - SPACE, frame.at(mark))
            paper.lettered(place, told, TEXT, LIGHT.muted, "right")
    if frame.scale.low <= 0 <= frame.scale.high:
        _line_at(paper, frame, 0, LIGHT.muted)


def _line_at(paper: SlidePaper, frame: Frame, value: float, colour: str) -> None:
    place, plot = frame.at(value), frame.plot
    if frame.chart.is_horizontal:
        paper.stroke([(place, plot.top), (place, plot.bottom)], colour, THIN)
    else:
        paper.stroke([(plot.left, place), (plot.right, place)], colour, THIN)


def _names(paper: SlidePaper, frame: Frame) -> None:
    """The categories: at the left of bars that run to the right, else below."""
    for place in frame.named:
        name = document(frame.chart.categories[place])
        if frame.chart.is_horizontal:
            _name_at_side(paper, frame, place, name)
        else:
            _name_below(paper, frame, place, name)


def _name_at_side(paper: SlidePaper, frame: Frame, place: int, name: str) -> None:
    lines = paper.broken(name, frame.names_end - frame.box.left, TEXT)
    lines = lines[: max(int(frame.slot / LINE), 1)]
    top = frame.along(place) - (len(lines) - 1) * LINE / 2
    for number, line in enumerate(lines):
        paper.lettered((frame.names_end, top + number * LINE), line, TEXT, align="right")


def _name_below(paper: SlidePaper, frame: Frame, place: int, name: str) -> None:
    lines = paper.broken(name, max(frame.slot * frame.step - SPACE, TEXT), TEXT)
    for number, line in enumerate(lines[:LINES_OF_NAME]):
        below = frame.plot.bottom + SPACE + (number + 0.4) * LINE
        paper.lettered((frame.along(place), below), line, TEXT, LIGHT.muted, "centre")


def _marks(paper: SlidePaper, frame: Frame) -> None:
    """Events: thin lines across the plot, seen on dark bars too, and their labels above it."""
    for mark in frame.chart.marks:
        x = frame.along(mark.category)
        drawn = paper.stroke if frame.chart.shape == "lines" else paper.edged
        drawn([(x, frame.plot.bottom), (x, frame.plot.top)], LIGHT.muted, THIN)
    for mark, place in frame.marked.items():
        middle = (place.left, frame.height_of(place))
        paper.lettered(middle, document(mark.label), TEXT, LIGHT.muted)
