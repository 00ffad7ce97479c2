"""Each chart about tickets shows what it is named for and hides what is hidden."""

from collections.abc import Iterator

import pytest

from pages.shared import charts, text
from tests.pages.shared.drawn import hovers, said
from tests.pages.shared.drawn_service import AGEING, DRAWN, HOURS, WATCHED, waits


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_half_and_nine_in_ten_are_marked_on_the_curve() -> None:
    figure = DRAWN["waiting"]()
    dots = next(trace for trace in figure.data if trace.mode == "markers")
    assert list(dots.x) == [4, 30]
    assert list(dots.y) == [0.5, 0.1]
    assert "half: 4.0" in said(figure)
    assert "nine in ten: 30.0" in said(figure)


def test_the_curve_falls_in_steps_from_all_open() -> None:
    line = DRAWN["waiting"]().data[2]
    assert line.line.shape == "hv"
    assert line.y[0] == 1
    assert list(line.y) == sorted(line.y, reverse=True)


def test_a_percentile_that_is_not_reached_has_no_mark() -> None:
    figure = charts.waiting(waits(WATCHED.assign(open_count=[0, 0, 60, 0])))
    dots = next(trace for trace in figure.data if trace.mode == "markers")
    assert list(dots.x) == []


def test_kinds_stand_side_by_side_and_say_why_they_are_empty() -> None:
    figure = DRAWN["waiting"]()
    words = said(figure)
    for name in ("Fault", "Requirement", "Delivery", "no ticket in the period", "too few (3)"):
        assert name in words
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]
    assert figure.layout.xaxis2.domain[1] < figure.layout.xaxis3.domain[0]


def test_columns_of_ages_stack_to_what_is_open() -> None:
    figure = DRAWN["ticket_ages"]()
    stacked = [sum(parts) for parts in zip(*[trace.y for trace in figure.data], strict=True)]
    assert stacked == AGEING.open_count.tolist()


def test_late_tickets_are_hatched_and_not_only_red() -> None:
    late = DRAWN["ticket_ages"]().data[-1]
    assert late.marker.pattern.shape == "/"
    assert list(late.y) == AGEING.breached_count.tolist()


def test_nothing_open_is_said_in_place_of_ages() -> None:
    assert said(charts.ticket_ages(AGEING.head(0))) == "No ticket is open."


def test_buckets_are_shares_of_each_clock() -> None:
    figure = DRAWN["time_buckets"]()
    assert len(figure.data) == 2
    assert all(sum(trace.y) == pytest.approx(1) for trace in figure.data)
    assert figure.data[0].marker.pattern.shape == "/"


def test_a_kind_with_few_times_says_so_in_place_of_columns() -> None:
    assert "too few (3)" in said(DRAWN["time_buckets"]())


def test_the_load_has_every_hour_of_the_week() -> None:
    cells = DRAWN["load"]().data[0]
    assert (len(cells.z), len(cells.z[0])) == (7, 24)
    assert cells.text[0][9] == "9"
    assert cells.text[1][9] == ""
    assert "Monday 9:00–10:00" in cells.hovertext[0][9]


def test_large_counts_leave_their_cells_to_shade_and_hover() -> None:
    cells = charts.load(HOURS.assign(opened_count=HOURS.opened_count * 1000)).data[0]
    assert {text for row in cells.text for text in row} == {""}
    assert "9,000 opened" in cells.hovertext[0][9]


def test_a_hidden_share_has_no_mark_and_says_why() -> None:
    figure = DRAWN["on_target"]()
    assert list(figure.data[0].x) == [0.9]
    assert list(figure.data[0].error_x.arrayminus) == pytest.approx([0.2])
    assert "too few (3)" in said(figure)
    assert "90% (70–97)" in said(figure)


def test_a_narrow_chart_writes_names_and_numbers_above_the_dots() -> None:
    figure = DRAWN["compact_on_target"]()
    assert figure.layout.margin.l == figure.layout.margin.r == 14
    words = said(figure)
    for told in ("<b>Fault</b>", "90% (70–97)", "<b>critical</b>", "too few (3)"):
        assert told in words


def test_hover_repeats_counts_and_interval() -> None:
    (told,) = hovers(DRAWN["on_target"]())
    assert "18 of 20 within target" in told
    assert "90% (70–97)" in told
