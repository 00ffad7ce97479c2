"""Lines on paper, each named at its end; limits as thin dashed lines across the chart."""

from collections.abc import Iterator

from pages.meeting.pack.frame import LINE, SPACE, TEXT, Frame
from pages.meeting.pack.pdf_page import Point, SlidePaper
from pages.shared.charts.plain import Series
from pages.shared.safe import document

WIDTH, LIMIT, DOT, TICK = 2.25, 1.25, 6.0, 3.0


def draw(paper: SlidePaper, frame: Frame) -> None:
    """Lines with a dot at each number; a missing one breaks the line."""
    for series in frame.series:
        for run in _runs(frame, series):
            if len(run) > 1:
                paper.stroke(run, series.colour, WIDTH)
        for place, value in enumerate(series.values):
            if value is not None:
                _number(paper, frame, series, place, value)


def limits(paper: SlidePaper, frame: Frame) -> None:
    """From edge to edge."""
    for series in frame.limits:
        for run in _runs(frame, series):
            paper.stroke(_to_edges(frame, run), series.colour, LIMIT, dashed=True)


def ends(paper: SlidePaper, frame: Frame) -> None:
    """The names at the right, moved apart where they would lie on each other."""
    for (series, text), y in zip(frame.ends, frame.end_places, strict=True):
        colour = series.colour
        lines = paper.broken(document(text), frame.box.right - frame.plot.right - SPACE, TEXT)
        paper.lettered((frame.plot.right + SPACE, y), lines[0], TEXT, colour)


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


def _number(paper: SlidePaper, frame: Frame, series: Series, place: int, value: float) -> None:
    """The dot, its interval and what is said of it."""
    x, y = frame.along(place), frame.at(value)
    colour = series.colours[place] if series.colours else series.colour
    _interval(paper, frame, series, place)
    paper.dot((x, y), colour, DOT)
    is_last = (series.name, place) in frame.named_at_end
    if series.labels and series.labels[place] and not is_last:
        paper.lettered((x, y - 0.75 * LINE), document(series.labels[place]), TEXT, align="centre")


def _interval(paper: SlidePaper, frame: Frame, series: Series, place: int) -> None:
    if not series.low or series.low[place] is None or series.high[place] is None:
        return
    x = frame.along(place)
    low, high = (
        frame.at(end) for end in (series.low[place], series.high[place]) if end is not None
    )
    for points in (
        [(x, low), (x, high)],
        *([(x - TICK, end), (x + TICK, end)] for end in (low, high)),
    ):
        paper.stroke(points, series.colour, 1)
