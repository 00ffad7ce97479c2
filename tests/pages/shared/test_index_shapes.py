"""Each chart about the index shows what it is named for and hides what is hidden."""

from collections.abc import Iterator

import pytest

from pages.shared import charts, text
from pages.shared.charts.path_diagram import (
    CENTRES,
    HALF_HEIGHT,
    HALF_WIDTH,
    ROUTES,
    Point,
    place,
)
from pages.shared.findings.index_model import ARROWS, CONSTRUCTS
from pages.shared.rows import Row
from tests.pages.shared.drawn import hovers, said
from tests.pages.shared.drawn_index import CONSTRUCTS as BOXES
from tests.pages.shared.drawn_index import DRAWN, EFFECTS, MONTHS


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_a_hidden_month_breaks_the_line_and_its_band() -> None:
    figure = DRAWN["index_over_time"]()
    line = next(trace for trace in figure.data if trace.line.dash == "solid")
    assert list(line.y) == [70, None, 72, 68]
    bands = [list(trace.x) for trace in figure.data if trace.fill == "tonexty"]
    assert bands == [[0], [2, 3]]
    assert "too few answers (3)" in hovers(figure)[1]


def test_a_month_that_did_not_ask_every_question_is_hollow() -> None:
    line = next(t for t in DRAWN["index_over_time"]().data if t.line.dash == "solid")
    assert [symbol.endswith("-open") for symbol in line.marker.symbol] == [False, True, False, True]


def test_the_path_model_s_line_is_left_out_where_none_was_fitted() -> None:
    columns = ["model_index", "model_low", "model_high"]
    figure = charts.index_over_time(MONTHS.assign(**dict.fromkeys(columns)))
    assert "path model" not in said(figure)
    assert "path model" in said(DRAWN["index_over_time"]())


def test_hover_repeats_the_index_its_interval_and_n() -> None:
    told = hovers(DRAWN["index_over_time"]())[0]
    for part in ("August 2026", "70.0 (66.0–74.0)", "Responses: 20"):
        assert part in told


def test_every_arrow_of_the_model_has_its_place() -> None:
    assert set(ROUTES) == set(ARROWS)
    assert set(CENTRES) == set(CONSTRUCTS)


def test_arrows_within_noise_are_dashed_and_the_others_thick() -> None:
    dashed, thick = DRAWN["path_diagram"]().data[:2]
    assert (dashed.line.dash, thick.line.dash) == ("dash", "solid")
    assert thick.line.width > dashed.line.width
    assert (len(dashed.x), len(thick.x)) == (3, 6)


def test_boxes_tell_the_mean_and_what_is_explained() -> None:
    words = said(DRAWN["path_diagram"]())
    for part in ("<b>Satisfaction</b><br>70.0 of 100<br>R²: 82%", "<b>Image</b><br>72.0 of 100"):
        assert part in words
    assert "<b>−0.40</b>" in words
    assert len(DRAWN["path_diagram"]().layout.shapes) == len(BOXES)


def test_an_effect_through_others_alone_has_no_arrow() -> None:
    assert "−0.20" not in said(DRAWN["path_diagram"]())


def test_pointing_at_an_arrow_tells_its_interval_and_whether_it_may_be_noise() -> None:
    told = hovers(DRAWN["path_diagram"]())
    (noise,) = (each for each in told if "Image → loyalty" in each)
    assert "0.10 (−0.10 to +0.30)" in noise
    assert "May be noise." in noise
    (clear,) = (each for each in told if "Quality → satisfaction" in each)
    assert "May be noise." not in clear


def _boxes_crossed(start: Point, end: Point, ends: set[str]) -> list[str]:
    """Boxes that a straight line runs through, apart from its own two."""
    steps = [step / 200 for step in range(201)]
    points = [
        (start[0] + s * (end[0] - start[0]), start[1] + s * (end[1] - start[1])) for s in steps
    ]
    return [
        name
        for name, (x, y) in CENTRES.items()
        if name not in ends
        and any(abs(px - x) < HALF_WIDTH and abs(py - y) < HALF_HEIGHT for px, py in points)
    ]


@pytest.mark.parametrize("arrow", ARROWS)
def test_no_arrow_runs_through_a_box(arrow: tuple[str, str]) -> None:
    route = ROUTES[arrow]
    assert _boxes_crossed(route.start, route.end, set(arrow)) == []


def test_coefficients_do_not_stand_on_each_other() -> None:
    rows: list[Row] = [{"from_construct": start, "to_construct": end} for start, end in ARROWS]
    places = [place(row) for row in rows]
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[:number]:
            assert abs(x - other_x) > 0.03 or abs(y - other_y) > 0.05


def test_effects_that_were_not_estimated_are_not_drawn() -> None:
    figure = charts.path_diagram(BOXES, EFFECTS.head(1))
    assert len(figure.data[0].x) == 0
