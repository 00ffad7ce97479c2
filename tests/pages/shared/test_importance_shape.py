"""Importance against experience: what stands where, and that no name covers another."""

from itertools import combinations

import plotly.graph_objects as go
import pytest

from pages.shared import charts, text
from pages.shared.charts import dot_names
from pages.shared.charts.dot_names import Box, Dot, box_of, placed
from tests.pages.shared.drawn_drivers import CUTS, weighed


def said(figure: go.Figure) -> list[str]:
    return [label.text for label in figure.layout.annotations]


@pytest.fixture(autouse=True)
def _english() -> None:
    text.use("en")


def test_each_dot_has_both_intervals_and_what_could_be_chance_is_hollow() -> None:
    sure, chance = charts.importance(weighed(), *CUTS).data
    assert list(sure.x) == [6.1, 7.4]
    assert list(sure.y) == [0.35, 0.22]
    assert sure.error_y.array[0] == pytest.approx(0.1)
    assert chance.error_y.arrayminus[0] == pytest.approx(0.01)
    assert sure.error_x.arrayminus[0] == pytest.approx(0.2)
    assert chance.marker.color != chance.marker.line.color
    assert sure.marker.color == sure.marker.line.color


def test_corners_are_named_in_plain_words_and_cut_where_they_are_told() -> None:
    figure = charts.importance(weighed(), *CUTS)
    assert "important, weak: improve first" in said(figure)
    upright, level = figure.layout.shapes
    assert (upright.x0, upright.x1, level.y0, level.y1) == (7.0, 7.0, 0.2, 0.2)


def test_without_a_line_of_importance_no_corner_is_named() -> None:
    figure = charts.importance(weighed(), None, 7.0)
    assert "important, weak: improve first" not in said(figure)
    assert len(figure.layout.shapes) == 1


def test_what_could_be_chance_says_so_and_names_are_harmless() -> None:
    assert "&lt;b&gt;A &amp; B&lt;/b&gt; (could be chance)" in said(
        charts.importance(weighed(), *CUTS)
    )


def test_hidden_numbers_are_not_drawn() -> None:
    hidden = weighed({"attribute": "Few", "importance": 0.1, "perceived": None})
    assert "Few" not in said(charts.importance(hidden, *CUTS))


def test_axes_hold_every_whisker_and_both_lines() -> None:
    figure = charts.importance(weighed(), 0.6, 9.5)
    low, high = figure.layout.xaxis.range
    assert low < 5.9
    assert high > 9.5
    assert figure.layout.yaxis.range[0] < 0  # the lower corners are named below 0
    assert figure.layout.yaxis.range[1] > 0.6
    assert min(figure.layout.yaxis.tickvals) == 0


def test_one_attribute_without_an_interval_is_drawn() -> None:
    alone = weighed()[:1].assign(perceived_low=float("nan"), perceived_high=float("nan"))
    assert charts.importance(alone, None, None).data[0].error_x.array[0] == 0


def dot(x: float, y: float, name: str = "Responsiveness") -> Dot:
    return Dot(name, x, y, x - 20, x + 20, y - 20, y + 20)


def test_names_of_near_dots_do_not_cover_each_other() -> None:
    near = [dot(200, 150), dot(205, 152), dot(210, 148), dot(190, 155)]
    boxes = [box_of(own, place) for own, place in zip(near, placed(near, 460, 300), strict=True)]
    assert not any(one.common(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize("x", [0, 230, 460])
def test_a_name_stays_inside_the_plot(x: float) -> None:
    own = dot(x, 150)
    (place,) = placed([own], 460, 300)
    box = box_of(own, place)
    assert box.common(Box(0, 0, 460, 300)) == pytest.approx(
        (box.right - box.left) * (box.high - box.low)
    )


def test_a_line_is_not_written_over() -> None:
    line = Box(0, 158, 460, 164)
    (place,) = placed([dot(200, 150)], 460, 300, [line])
    assert not box_of(dot(200, 150), place).common(line)


def test_chinese_letters_are_wider() -> None:
    place = dot_names.Place(True, 0)
    assert box_of(dot(0, 0, "信赖"), place).right > box_of(dot(0, 0, "ab"), place).right
