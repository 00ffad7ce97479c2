"""A chart of plain values as Plotly gets it: every number in its place, missing ones nowhere."""

import re
from dataclasses import dataclass
from typing import Any

import pytest

from pages.shared.charts import plain_labels
from pages.shared.charts.look import LIGHT
from pages.shared.charts.plain import Chart, Mark, Series
from pages.shared.charts.plain_figure import Axis, figure, key

AXIS = Axis(0, 40, ((0, "0"), (20, "20"), (40, "40")))
HOSTILE = '<a href="javascript:alert(1)">B</a>'
MONTHS = tuple(f"{name} 2026" for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun"))


@dataclass(frozen=True)
class Drawn:
    """A figure as the browser gets it."""

    traces: list[dict[str, Any]]
    layout: dict[str, Any]

    def of(self, kind: str, mode: str | None = None) -> list[dict[str, Any]]:
        return [
            trace
            for trace in self.traces
            if trace["type"] == kind and (mode is None or trace.get("mode") == mode)
        ]

    @property
    def told(self) -> list[str]:
        return [note["text"] for note in self.layout.get("annotations", ())]


def drawn(chart: Chart, axis: Axis = AXIS, width: int = 596) -> Drawn:
    made = figure(chart, axis, width, 300).to_plotly_json()
    return Drawn([dict(trace) for trace in made["data"]], made["layout"])


def series(*values: float | None, **more: Any) -> Series:
    told = {"labels": tuple("" if value is None else f"{value:g}" for value in values), **more}
    return Series("received", values, "#1d4f91", **told)


def test_a_missing_number_is_drawn_nowhere_and_never_as_zero() -> None:
    lines = drawn(Chart("lines", ("a", "b", "c"), (series(10, None, 30),)))
    assert lines.of("scatter", "lines+markers")[0]["y"] == [10, None, 30]
    assert not lines.of("scatter", "lines+markers")[0]["connectgaps"]
    bars = drawn(Chart("clustered", ("a", "b", "c"), (series(10, None, 30),)))
    assert bars.of("bar")[0]["y"] == [10, None, 30]
    assert bars.of("scatter", "text")[0]["text"] == ["10", "", "30"]


def test_without_any_number_it_says_so() -> None:
    assert drawn(Chart("lines", ("a",), (series(None),))).told == ["Too few points for a chart."]
    assert drawn(Chart("lines", (), ())).told == ["Too few points for a chart."]


def test_bars_are_stacked_from_zero_and_numbers_stand_in_the_middle() -> None:
    chart = Chart("stacked", ("a", "b"), (series(10, 20), series(20, None), series(10, 20)))
    made = drawn(chart)
    assert [trace["base"] for trace in made.of("bar")] == [[0, 0], [10, 20], [30, 20]]
    assert [trace["y"] for trace in made.of("scatter", "text")] == [[5, 10], [20, 20], [35, 30]]


def test_a_number_without_room_in_its_bar_is_left_out() -> None:
    made = drawn(Chart("stacked", ("a", "b"), (series(1, 30),)))
    assert made.of("scatter", "text")[0]["text"] == ["", "30"]


def test_a_number_wider_than_its_bar_is_left_out_where_bars_stand() -> None:
    wide = series(10, 20, labels=("10", "twenty " * 9))
    assert drawn(Chart("clustered", ("a", "b"), (wide,))).of("scatter", "text")[0]["text"] == [
        "10",
        "",
    ]


def test_bars_side_by_side_share_the_room_of_their_category() -> None:
    made = drawn(Chart("clustered", ("a", "b"), (series(10, 20), series(20, 30))))
    first, second = made.of("bar")
    assert first["offset"] + first["width"] <= second["offset"]
    assert second["offset"] + second["width"] <= 0.5


@pytest.mark.parametrize("is_horizontal", [True, False])
def test_whiskers_stand_in_the_middle_of_their_bars(is_horizontal: bool) -> None:
    both = (series(20, low=(15,), high=(27,)), series(10, low=(5,), high=(17,)))
    made = drawn(Chart("clustered", ("a",), both, is_horizontal=is_horizontal))
    along = "y" if is_horizontal else "x"
    middles = [trace["offset"] + trace["width"] / 2 for trace in made.of("bar")]
    places = [trace[along][0] for trace in made.of("scatter", "markers")]
    assert places == pytest.approx([middles[0], middles[0], middles[1], middles[1]])


def test_a_limit_over_bars_lies_on_a_broader_line_of_the_ground() -> None:
    limit = Series("target", (15, 15), LIGHT.ink, is_limit=True)
    both = (series(10, 20), limit)
    edge, line = drawn(Chart("stacked", ("a", "b"), both)).of("scatter", "lines")
    assert edge["line"]["color"] == LIGHT.ground
    assert edge["line"]["width"] > line["line"]["width"]
    assert edge["y"] == line["y"]
    assert len(drawn(Chart("lines", ("a", "b"), both)).of("scatter", "lines")) == 1


def test_whiskers_reach_from_low_to_high() -> None:
    made = drawn(Chart("clustered", ("a",), (series(20, low=(15,), high=(27,)),)))
    edge, whisker = (trace["error_y"] for trace in made.of("scatter", "markers"))
    for each in (edge, whisker):
        assert (each["arrayminus"], each["array"]) == ([5], [7])
    assert (edge["color"], whisker["color"]) == (LIGHT.ground, LIGHT.ink)
    assert edge["thickness"] > whisker["thickness"]
    assert made.of("scatter", "text")[0]["y"] == [27]  # its number stands beyond the whisker


@pytest.mark.parametrize("is_horizontal", [True, False])
def test_numbers_beyond_bars_have_room_on_both_sides(is_horizontal: bool) -> None:
    chart = Chart(
        "clustered",
        ("a", "b"),
        (series(-30, 30, labels=("−30 %", "+30 %")),),
        "share",
        is_horizontal,
    )
    made = drawn(chart, Axis(-30, 30))
    low, high = made.layout["xaxis" if is_horizontal else "yaxis"]["range"]
    assert low < -32
    assert high > 32 if is_horizontal else high == 30  # above bars that stand the margin has room


def test_a_limit_is_dashed_named_at_its_end_and_not_in_the_key() -> None:
    target = Series("target", (30, 30), "#1b1f24", labels=("30", "30"), is_limit=True)
    chart = Chart("clustered", ("a", "b"), (series(10, 20), target))
    made = drawn(chart)
    assert made.of("scatter", "lines")[-1]["y"] == [30, 30, 30, 30]
    assert made.of("scatter", "lines")[-1]["line"]["dash"]
    assert made.told == ["target 30"]
    assert [each.name for each in key(chart, 596)] == ["received"]


def test_several_lines_are_named_at_their_ends_and_names_do_not_touch() -> None:
    two = [series(10, 20.0)._replace(name="fault"), series(5, 20.1)._replace(name="delivery")]
    chart = Chart("lines", ("a", "b"), tuple(two))
    made = drawn(chart)
    assert made.told == ["fault 20", "delivery 20.1"]
    assert key(chart, 596) == []
    places = [note["y"] for note in made.layout["annotations"]]
    margins = made.layout["margin"]
    assert (places[1] - places[0]) / 40 * (300 - margins["t"] - margins["b"]) >= 20


def test_single_numbers_are_points_that_no_line_joins() -> None:
    signals = series(None, None, 30, 35, None)._replace(name="out of the ordinary")
    chart = Chart("lines", tuple("abcde"), (series(1, 2, 30, 35, 5), signals))
    made = drawn(chart)
    assert [trace["y"] for trace in made.of("scatter", "markers")] == [[None, None, 30, 35, None]]
    assert [each.look for each in key(chart, 596)] == ["line", "point"]


def test_long_names_of_lines_stand_in_the_key() -> None:
    long = [series(1, 2)._replace(name=f"{letter} " * 40) for letter in "ab"]
    chart = Chart("lines", ("a", "b"), tuple(long))
    assert len(key(chart, 596)) == 2
    assert drawn(chart).told == []


def test_the_first_category_of_bars_to_the_right_is_on_top() -> None:
    made = drawn(Chart("clustered", ("a", "b"), (series(10, 20),), is_horizontal=True))
    first, last = made.layout["yaxis"]["range"]
    assert first > last
    assert list(made.layout["yaxis"]["ticktext"]) == ["a", "b"]


def test_text_is_as_large_as_it_was_asked_for() -> None:
    made = figure(Chart("lines", ("a", "b"), (series(1, 2),)), AXIS, 596, 300, 20)
    sizes = [
        int(size) for size in re.findall(r'"size":(\d+)', made.to_json().split('"template"')[0])
    ]
    assert made.layout.font.size == 20
    assert [size for size in sizes if 9 < size < 20] == []


def test_names_from_data_are_text_and_nothing_more() -> None:
    named = series(10, 20)._replace(name=HOSTILE)
    limit = Series(HOSTILE, (5, 5), "#1b1f24", labels=(HOSTILE, HOSTILE), is_limit=True)
    named = named._replace(labels=(HOSTILE, HOSTILE))
    chart = Chart("lines", (HOSTILE, "b"), (named, limit), marks=(Mark(0, HOSTILE),))
    for is_horizontal in (True, False):
        for shape in ("lines", "stacked", "clustered"):
            made = drawn(chart._replace(shape=shape, is_horizontal=is_horizontal))
            assert "<a" not in str(made)


def test_an_event_is_a_line_with_its_name_in_a_row_of_its_own_and_all_of_it_on_hover() -> None:
    marks = tuple(Mark(place, f"Event number {place}", f"Whole {place}") for place in range(5))
    made = drawn(Chart("lines", MONTHS, (series(*range(6)),), marks=(*marks, Mark(5, "", "Last"))))
    assert len(made.layout["shapes"]) == 6
    names = [note for note in made.layout["annotations"] if note["text"].startswith("Event")]
    assert [note["text"] for note in names] == [mark.label for mark in marks]
    assert [note["yshift"] for note in names] == [50, 25, 50, 25, 0]
    assert made.layout["margin"]["t"] == 4 * 25
    (points,) = made.of("scatter", "markers")
    assert points["hovertext"] == [*(mark.whole for mark in marks), "Last"]


def test_an_event_over_bars_lies_on_a_wider_line_of_the_ground() -> None:
    bars = Chart("stacked", MONTHS, (series(*range(6)),), marks=(Mark(2, "Event"),))
    edge, line = drawn(bars).layout["shapes"]
    assert edge["line"]["width"] > line["line"]["width"]
    assert (edge["line"]["color"], line["x0"]) == (LIGHT.ground, 2)


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        (200, MONTHS),
        (60, tuple(name.replace(" ", "|") for name in MONTHS)),
    ],
)
def test_names_below_are_broken_between_words(slot: float, told: tuple[str, ...]) -> None:
    found = plain_labels.along(MONTHS, slot, 20)
    assert tuple("|".join(lines) for lines in found.values()) == told


def test_where_names_do_not_fit_some_are_left_out_and_the_last_stays() -> None:
    weeks = tuple(f"W{number}" for number in range(20, 46))
    found = plain_labels.along(weeks, 20, 20)
    assert max(found) == 25
    steps = {second - first for first, second in zip(list(found), list(found)[1:], strict=False)}
    assert len(steps) == 1
    assert all(plain_labels.wide(weeks[place], 20) < 20 * min(steps) for place in found)


def test_chinese_is_as_wide_as_high() -> None:
    assert plain_labels.wide("满意", 20) == 40
    assert plain_labels.cut("整体满意度", 60, 20) == "整体…"


@pytest.mark.parametrize("name", ["Fault", "Requirement", "Delivery", "投诉", "Lifelong (7)"])
def test_a_name_is_not_broken_in_the_room_made_for_it(name: str) -> None:
    exact = plain_labels.wide(name, 20)
    assert plain_labels.lines(name, exact + 20 - 20 - 1e-9, 20, 2) == [name]
