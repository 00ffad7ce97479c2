"""Lines on paper, each named at its end; limits as thin dashed lines across the chart."""

from collections.abc import Iterator

from pages.meeting.pack.frame import DIAMOND, DOT, LINE, SPACE, TEXT, Frame
from pages.meeting.pack.names import last
from pages.meeting.pack.pdf_page import EDGE, Point, SlidePaper
from pages.shared.charts.look import LIGHT
from pages.shared.charts.plain import Series
from pages.shared.charts.plain_sheet import is_sparse
from pages.shared.safe import document

WIDTH, LIMIT, TICK = 2.25, 1.25, 3.0


def draw(paper: SlidePaper, frame: Frame) -> None:
    """Lines with a dot at each number; a missing one breaks the line, single ones have none."""
    for series in frame.series:
        for run in _runs(frame, series):
            if len(run) > 1 and not is_sparse(series):
                paper.stroke(run, series.colour, WIDTH)
        for place, value in enumerate(series.values):
            if value is not None:
                _point(paper, frame, series, place, value)
        for place in frame.kept(series):
            _number(paper, frame, series, place)


def limits(paper: SlidePaper, frame: Frame) -> None:
    """From edge to edge; upright where bars run to the right."""
    for series in frame.limits:
        for run in _runs(frame, series):
            points = _to_edges(frame, run)
            if frame.chart.is_horizontal:
                points = [(y, x) for x, y in points]
            if frame.chart.shape != "lines":
                paper.stroke(points, LIGHT.ground, LIMIT + 2 * EDGE)
            paper.stroke(points, series.colour, LIMIT, dashed=True)


def ends(paper: SlidePaper, frame: Frame) -> None:
    """The names at the right, moved apart; those of upright limits stand above them."""
    for (series, text), y in zip(frame.ends, frame.end_places, strict=True):
        if frame.chart.is_horizontal:
            above = (frame.at(last(series)), frame.plot.top - LINE / 2)
            paper.lettered(above, document(text), TEXT, series.colour, "centre")
        else:
            room = frame.box.right - frame.plot.right - SPACE
            line = paper.broken(document(text), room, TEXT)[0]
            paper.lettered((frame.plot.right + SPACE, y), line, TEXT, series.colour)


def _runs(frame: Frame, series: Series) -> Iterator[list[Point]]:
    """Neighbouring numbers."""
    run: list[Point] = []
    for place, value in enumerate((*series.values, None)):
        if value is not None:
            run.append((frame.along(place), frame.at(value)))
        elif run:
            yield run
            run = []


def _to_edges(frame: Frame, run: list[Point]) -> list[Point]:
    (x, y), (last_x, last_y) = run[0], run[-1]
    return [(x - frame.slot / 2, y), *run, (last_x + frame.slot / 2, last_y)]


def _point(paper: SlidePaper, frame: Frame, series: Series, place: int, value: float) -> None:
    """The dot, and its interval."""
    x, y = frame.along(place), frame.at(value)
    ends = _interval(frame, series, place)
    if ends:
        paper.stroke([(x, end) for end in ends], series.colour, 1)
    for end in ends:
        paper.stroke([(x - TICK, end), (x + TICK, end)], series.colour, 1)
    colour = series.colours[place] if series.colours else series.colour
    point(paper, (x, y), series, colour)


def point(paper: SlidePaper, at: Point, series: Series, colour: str) -> None:
    """The mark of a number: its shape says what its colour does."""
    if is_sparse(series):
        paper.diamond(at, colour, DIAMOND)
    else:
        paper.dot(at, colour, DOT)


def _number(paper: SlidePaper, frame: Frame, series: Series, place: int) -> None:
    """What is said of a number, above it and its interval."""
    y = min(_interval(frame, series, place), default=frame.at(series.values[place] or 0.0))
    middle = (frame.along(place), y - 0.65 * LINE)
    paper.lettered(middle, document(series.labels[place]), TEXT, align="centre")


def _interval(frame: Frame, series: Series, place: int) -> list[float]:
    """Both ends; none where one is not known."""
    ends = [each[place] for each in (series.low, series.high) if each]
    known = [frame.at(end) for end in ends if end is not None]
    return known if len(known) == 2 else []
