"""Places, axes and labels of charts, by numbers worked out by hand."""

from itertools import pairwise
from typing import Any

import pytest

from pages.meeting.pack import bars, names, scale
from pages.meeting.pack.frame import LINE, TEXT, Frame
from pages.meeting.pack.layout import Box, estimated, fitting
from pages.meeting.pack.scale import Scale
from pages.meeting.pack.table_fit import fitted
from pages.meeting.slides.model import Cell, Table
from pages.shared.charts.plain import Chart, Mark, NumberFormat, Series, Shape

BOX = Box(100, 50, 400, 300)


def series(*values: float | None, name: str = "a", **more: Any) -> Series:
    return Series(name, values, "#1d4f91")._replace(**more)


def chart(*drawn: Series, shape: Shape = "clustered", **more: Any) -> Chart:
    categories = tuple(f"W{place}" for place in range(len(drawn[0].values)))
    return Chart(shape, categories, drawn)._replace(**more)


@pytest.mark.parametrize(
    ("values", "number_format", "expected"),
    [
        ((1, 43), "whole", Scale(0, 50, 10)),
        ((40, 43), "whole", Scale(0, 50, 10)),
        ((1, 3), "whole", Scale(0, 3, 1)),
        ((0.2, 0.9), "share", Scale(0, 1, 0.2)),
        ((-1.2, 0.3), "tenth", Scale(-1.5, 0.5, 0.5)),
        ((0, 0), "whole", Scale(0, 1, 1)),
        ((), "whole", Scale(0, 1, 1)),
    ],
)
def test_bars_begin_at_zero_and_end_at_a_round_number(
    values: tuple[float, ...], number_format: NumberFormat, expected: Scale
) -> None:
    found = scale.of(chart(series(*values), number_format=number_format))
    assert found == pytest.approx(expected)


def test_what_is_stacked_is_added_up() -> None:
    both = chart(series(3, None), series(4, 2), shape="stacked")
    assert scale.of(both).high == 8


def test_lines_far_from_zero_do_not_begin_there_and_hold_intervals_and_limits() -> None:
    line = series(7.0, 7.4, low=(6.9, 7.0), high=(7.1, 7.8))
    limit = series(8.05, 8.05, is_limit=True)
    found = scale.of(chart(line, limit, shape="lines", number_format="tenth"))
    assert 6.5 <= found.low <= 6.9
    assert 8.05 <= found.high <= 8.5


@pytest.mark.parametrize("number_format", ["whole", "tenth", "share"])
def test_an_axis_never_writes_two_marks_alike(number_format: NumberFormat) -> None:
    for high in (0.013, 0.07, 0.31, 0.99, 1.7, 3, 8, 26, 990, 12_345):
        found = scale.of(chart(series(high), number_format=number_format))
        told = [scale.marked(mark, found, number_format) for mark in found.marks]
        assert len(set(told)) == len(told)
        assert len(told) <= 8


def test_bars_stand_side_by_side_in_their_category() -> None:
    frame = Frame(chart(series(1, 2), series(2, None, name="b")), BOX, estimated)
    boxes = [bars.box(frame, bar) for bar in bars.of(frame)]
    assert len(boxes) == 3
    first, second, other = boxes
    assert other.left == pytest.approx(first.right)
    assert second.height == pytest.approx(2 * first.height)
    assert first.bottom == pytest.approx(frame.plot.bottom)


def test_stacked_bars_begin_where_the_one_below_ends() -> None:
    frame = Frame(chart(series(1, 2), series(2, 1, name="b"), shape="stacked"), BOX, estimated)
    lower, upper, *_others = (bars.box(frame, bar) for bar in bars.of(frame))
    assert upper.bottom == pytest.approx(lower.top)
    assert upper.height == pytest.approx(2 * lower.height)


def test_bars_below_zero_keep_their_numbers_off_the_names() -> None:
    labelled = series(-1.0, 1.0, labels=("−1.0", "+1.0"))
    frame = Frame(chart(labelled, is_horizontal=True, number_format="tenth"), BOX, estimated)
    below = bars.box(frame, bars.of(frame)[0])
    assert below.left - estimated("−1.0", TEXT) > frame.names_end


def test_everything_of_a_chart_stays_in_its_box() -> None:
    lines = [series(1, 2, 3, name=name, labels=("1", "2", "3")) for name in ("near", "far away")]
    marks = (Mark(0, "a first event"), Mark(2, "an event at the very end of the chart"))
    frame = Frame(chart(*lines, shape="lines", marks=marks), BOX, estimated)
    assert frame.plot.left > BOX.left
    assert frame.plot.bottom < BOX.bottom
    for (_one, text), y in zip(frame.ends, frame.end_places, strict=True):
        assert frame.plot.right + estimated(text, TEXT) < BOX.right
        assert BOX.top < y < BOX.bottom
    assert tuple(frame.marked) == marks
    for mark, marked in frame.marked.items():
        assert marked.left + estimated(mark.label, TEXT) <= BOX.right
        assert frame.height_of(marked) - LINE / 2 >= BOX.top


def test_names_at_the_end_are_moved_apart() -> None:
    placed = names.apart([100, 104, 96, 200], 20, 0, 300)
    assert placed[2] < placed[0] < placed[1] < placed[3]
    ordered = sorted(placed)
    gaps = [high - low for low, high in pairwise(ordered)]
    assert min(gaps) >= 20


def test_type_is_as_large_as_its_place_allows_and_no_larger() -> None:
    room = Box(0, 0, 300, 60)
    assert fitting("short", room, 26, estimated) == 26
    size = fitting("a long sentence " * 8, room, 26, estimated)
    assert 8 < size < 16


def test_a_table_gets_smaller_type_until_its_rows_have_room() -> None:
    row = (Cell("a name of some length"), Cell("words " * 6))
    table = Table(("Name", "Words"), (row,) * 6, (0.4, 0.6), left_out=3)
    wide, narrow = (fitted(table, Box(0, 0, width, 240), estimated) for width in (800, 250))
    assert narrow.size < wide.size == 16
    assert sum(narrow.heights) <= 240
