"""Events and targets lie where their days are and are labelled without touching; no name runs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared import charts, text
from pages.shared.charts import event_lines, house, marked, marks
from pages.shared.charts.marks import Marks, Places, Target
from pages.shared.findings import targets
from pages.shared.findings.happened import Event
from tests.pages.shared.drawn import HOSTILE, MONTHS, SHARES, gaps, hovers, said
from tests.pages.shared.drawn_complaints import JUDGED, WEEKS

RELEASE = Event(date(2026, 10, 16), "Release 8.0")
OWN = Event(date(2026, 11, 1), HOSTILE, HOSTILE)
GOAL = Target(0.75, date(2026, 10, 5))
MONTH_PLACES = marks.months(list(MONTHS))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def percent(value: float) -> str:
    return targets.goal_told("satisfied_share", value)


def drawn(*events: Event, goals: tuple[Target, ...] = (), plot: int = 900) -> Any:
    return charts.tiers_over_time(SHARES, marks=Marks(events, goals, percent, plot))


def lines(figure: Any) -> list[Any]:
    return [shape for shape in figure.layout.shapes if shape.line.width == 1]


def steps(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.line.dash == "dash"]


@pytest.mark.parametrize(
    ("day", "place"),
    [
        ("2026-08-31", None),
        ("2026-09-01", -0.5 + 0.5 / 30),
        ("2026-10-16", 1.0),
        ("2026-11-30", 2.5 - 0.5 / 30),
        ("2026-12-01", None),
    ],
)
def test_a_day_lies_in_its_month(day: str, place: float | None) -> None:
    found = MONTH_PLACES.of(date.fromisoformat(day))
    assert found == (None if place is None else pytest.approx(place))


def test_a_day_of_a_month_that_is_not_drawn_lies_on_the_border() -> None:
    places = marks.months(list(pd.to_datetime(["2026-09-01", "2026-11-01"])))
    assert places.of(date(2026, 10, 20)) == 0.5


def test_a_day_lies_in_its_week() -> None:
    places = marks.weeks(list(pd.to_datetime(["2026-11-02", "2026-11-09"])))
    assert places.of(date(2026, 11, 12)) == pytest.approx(1.0)
    assert places.of(date(2026, 11, 16)) is None


def test_a_target_is_held_from_its_first_day_to_its_last() -> None:
    assert MONTH_PLACES.held(Target(1, date(2026, 10, 31))) == [1, 2]
    assert MONTH_PLACES.held(Target(1, date(2020, 1, 1), date(2026, 10, 1))) == [0, 1]
    assert MONTH_PLACES.held(Target(1, date(2026, 12, 1))) == []
    assert Target(1, date(2026, 1, 1), date(2026, 1, 2)).holds_on(date(2026, 1, 2))
    assert not Target(1, date(2026, 1, 1), date(2026, 1, 2)).holds_on(date(2026, 1, 3))


def test_of_two_targets_in_force_the_one_that_began_last_counts() -> None:
    both = [Target(2, date(2026, 6, 1)), Target(1, date(2026, 1, 1))]
    assert marks.holding(both, date(2026, 7, 1)) == both[0]
    assert marks.holding(both, date(2026, 5, 1)) == both[1]
    assert marks.holding(both, date(2025, 5, 1)) is None


def test_an_event_is_a_thin_line_through_the_plot_solid_for_one_client() -> None:
    figure = drawn(RELEASE, OWN)
    assert [line.x0 for line in lines(figure)] == [
        pytest.approx(1.0),
        pytest.approx(1.5 + 0.5 / 30),
    ]
    assert [line.line.dash for line in lines(figure)] == ["dot", "solid"]
    assert {(line.y0, line.y1, line.yref) for line in lines(figure)} == {(0, 1, "paper")}


def test_labels_have_rows_of_their_own_by_which_the_figure_grows() -> None:
    bare, figure = drawn(), drawn(RELEASE)
    assert figure.layout.height - bare.layout.height == house.LINE
    assert figure.layout.margin.t - bare.layout.margin.t == house.LINE
    (label,) = [note for note in figure.layout.annotations if note.text == "Release 8.0"]
    assert (label.yref, label.y, label.yanchor) == ("paper", 1, "bottom")


def test_a_figure_without_marks_is_as_it_was() -> None:
    assert drawn().to_json() == charts.tiers_over_time(SHARES).to_json()


def test_names_from_data_are_escaped_in_labels_and_when_pointed_at() -> None:
    figure = drawn(OWN)
    notes = "".join(f"{note.text} {note.hovertext}" for note in figure.layout.annotations)
    assert HOSTILE not in notes
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in notes


def test_where_labels_have_no_room_a_flag_tells_it_when_pointed_at() -> None:
    figure = drawn(RELEASE, plot=0)
    (flag,) = [note for note in figure.layout.annotations if note.text == event_lines.FLAG]
    assert flag.hovertext == "<b>2026-10-16</b> Release 8.0"
    assert "Release 8.0" not in [note.text for note in figure.layout.annotations]


def test_the_target_share_is_the_border_below_satisfied() -> None:
    figure = drawn(goals=(GOAL,))
    (step,) = steps(figure)
    assert list(step.x) == [0.5, 1.5, 1.5, 2.5]
    assert list(step.y) == [0.25] * 4
    assert "╌╌ target 75%" in said(figure)
    assert "<b>target 75%</b><br>since 2026-10-05" in hovers(figure)


def test_a_target_that_was_changed_is_told_with_both_values() -> None:
    before = Target(0.7, date(2026, 1, 1), date(2026, 9, 30))
    figure = drawn(goals=(before, Target(0.725, date(2026, 10, 1))))
    assert "╌╌ target 70% → 72.5%" in said(figure)
    assert [list(step.x) for step in steps(figure)] == [[-0.5, 0.5], [0.5, 1.5, 1.5, 2.5]]


def test_a_target_before_or_after_the_months_is_not_drawn() -> None:
    figure = drawn(goals=(Target(0.7, date(2020, 1, 1), date(2020, 9, 30)),))
    assert not steps(figure)
    assert "target" not in said(figure)


def test_the_target_of_the_gap_lies_as_far_above_what_is_expected() -> None:
    goal = Marks((), (Target(-0.5, date(2026, 1, 1)),), str, 300)
    figure = charts.gap_over_time(gaps(), marks=goal)
    (step,) = [trace for trace in steps(figure) if trace.line.width == 1.5]
    assert set(step.y) == {6.5}


def test_axes_reach_their_targets() -> None:
    far = Marks((), (Target(3.0, date(2026, 1, 1)),), str, 300)
    assert charts.gap_over_time(gaps(), marks=far).layout.yaxis.range[1] >= 10


def test_rows_become_events_and_targets() -> None:
    rows = pd.DataFrame(
        {
            "measure": ["index", "index", "nps"],
            "value": [70.0, 75.0, 20.0],
            "segment": [None, "vip", None],
            "begins_on": pd.to_datetime(["2026-01-01", "2026-02-01", "2026-01-01"]),
            "ends_on": [pd.NaT, pd.Timestamp("2026-06-30"), pd.NaT],
            "is_in_view": [True, False, True],
        }
    )
    assert marks.targets_of(rows, "index") == (Target(70, date(2026, 1, 1)),)
    of_vip = rows.assign(is_in_view=True)
    assert marks.targets_of(of_vip, "index") == (Target(75, date(2026, 2, 1), date(2026, 6, 30)),)
    happened = pd.DataFrame(
        {
            "happened_on": pd.to_datetime(["2026-02-01", "2026-01-01"]),
            "label": ["B", "A"],
            "client_id": [None, "K1"],
            "client_name": [None, "Alpha"],
        }
    )
    assert marks.events_of(happened) == (
        Event(date(2026, 1, 1), "A", "Alpha"),
        Event(date(2026, 2, 1), "B"),
    )


def test_slides_take_events_by_category_and_targets_as_a_limit() -> None:
    given_marks = Marks((RELEASE, OWN, RELEASE), (GOAL,))
    found = marks.happened(given_marks.events, MONTH_PLACES)
    assert found == {1: [RELEASE, RELEASE], 2: [OWN]}
    (limit,) = marks.limit(given_marks, MONTH_PLACES, "Target", "#000000")
    assert limit.values == (None, 0.75, 0.75)
    assert limit.is_limit
    assert marks.limit(Marks(), MONTH_PLACES, "Target", "#000000") == ()


def test_a_figure_without_places_draws_no_mark() -> None:
    empty = Places(())
    assert empty.of(date(2026, 1, 1)) is None
    axis = marked.Axis(empty, lambda _place, value: value, 0, 0)
    assert marked.reached(Marks((), (GOAL,)), axis) == []


def test_the_key_stands_above_the_labels() -> None:
    day = WEEKS.week.iloc[0].date()
    goal = Marks((Event(day, "Release"),), (Target(3, day),), percent, 900)
    figures = [charts.complaint_weeks(WEEKS), charts.complaint_weeks(WEEKS, marks=goal)]
    key, lifted = (
        next(note for note in figure.layout.annotations if "Resolved" in note.text)
        for figure in figures
    )
    assert lifted.yshift - key.yshift == 2 * house.LINE


def test_complaints_a_week_are_a_rate_of_the_clients_of_that_week() -> None:
    goal = Marks((), (Target(3, date(2020, 1, 1)),), str, 300)
    (step,) = [
        trace
        for trace in steps(charts.control_chart(JUDGED, marks=goal))
        if trace.line.width == 1.5
    ]
    assert list(step.y[::2]) == [100 * 3 / clients for clients in JUDGED.active_clients]
