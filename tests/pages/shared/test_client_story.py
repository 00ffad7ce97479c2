"""A client's story draws each record where and as it was, and hides what few answers say."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.charts import TIER_COLOURS, event_lines
from pages.shared.charts.client_story_complaints import in_lanes
from pages.shared.charts.client_story_events import lines
from tests.pages.shared.drawn import hovers, said
from tests.pages.shared.drawn_client import (
    SEEN,
    SINCE,
    UNTIL,
    comments,
    complaint,
    event,
    records,
    story,
    ticket,
    tier,
    windows,
)

ROWS = {"tier": "y", "scores": "y2", "tickets": "y3", "promises": "y4", "complaints": "y5"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def traces(row: str, figure: Any = None) -> list[Any]:
    figure = figure or story()
    return [trace for trace in figure.data if (trace.yaxis or "y") == ROWS[row]]


def test_a_tier_is_a_bar_in_its_lane_and_colour_cut_to_the_months() -> None:
    (bar,) = traces("tier")
    assert list(bar.base) == ["2025-11-01", "2026-05-01"]
    assert [length / 86_400_000 for length in bar.x] == [181, 199]
    assert list(bar.y) == [3, 1]
    assert list(bar.marker.color) == [TIER_COLOURS["loyal"], TIER_COLOURS["basic"]]
    assert next(iter(story().layout.yaxis.ticktext)) == "lifelong"


def test_days_without_a_tier_are_a_hatched_band_over_all_lanes() -> None:
    gap = records(tier("loyal", "2025-06-01", "2026-01-01"), tier("basic", "2026-05-01"))
    silent, _tiers = traces("tier", story(gap))
    assert (list(silent.base), list(silent.text)) == (["2026-01-01"], ["unheard"])
    assert silent.marker.pattern.shape == "/"
    assert [length / 86_400_000 for length in silent.x] == [120]


def test_days_before_and_after_it_was_a_client_are_no_silence() -> None:
    (silent,) = traces("tier", story(records(), served=(date(2026, 1, 1), date(2026, 2, 1))))
    assert list(silent.base) == ["2026-01-01"]
    assert [length / 86_400_000 for length in silent.x] == [31]
    assert not traces("tier", story(records(), served=(date(2027, 1, 1), None)))


def test_months_with_few_answers_break_the_lines_and_show_no_number() -> None:
    *_bands, expected, perceived, few = traces("scores")
    assert list(perceived.y) == [7.0, None, 5.5, 5.0]
    assert [value == value and value is not None for value in expected.y] == [
        True,
        False,
        True,
        False,
    ]
    assert list(few.hovertext) == ["<b>2026-09-30</b><br>too few answers (3)"]
    assert "6.5" not in "\n".join(hovers(story()))


def test_the_zone_is_not_drawn_across_a_hidden_month() -> None:
    bands = [trace for trace in traces("scores") if trace.fill == "tonexty"]
    assert [len(band.x) for band in bands] == [1, 1]


def test_lines_end_with_their_names_and_last_values() -> None:
    told = said(story(seen=SEEN.head(3)))
    assert "Perceived</span> 5.5" in told
    assert "Expected</span> 6.2" in told


def test_only_few_answers_leave_no_line_at_all() -> None:
    figure = story(seen=windows(("2026-09-30", 6.0, 6.5, 4)))
    assert "Perceived</span>" not in said(figure).split("too few answers")[-1]
    assert "6.5" not in "\n".join(hovers(figure))


def test_late_tickets_have_another_shape_and_open_ones_are_hollow() -> None:
    _targets, dots = traces("tickets")
    shapes = ["circle", "triangle-up", "circle-open", "triangle-up-open"]
    assert list(dots.marker.symbol) == shapes
    assert list(dots.y) == [8, 80, 12, 300]
    assert "open, past its target" in dots.hovertext[3]


def test_a_ticket_at_its_target_is_within_it() -> None:
    _targets, dots = traces("tickets", story(records(ticket("2026-01-05", 40, "2026-01-09"))))
    assert list(dots.marker.symbol) == ["circle"]


def test_each_outcome_of_a_promise_has_its_lane_and_shape() -> None:
    lanes = {trace.marker.symbol: list(trace.y) for trace in traces("promises")}
    assert lanes == {"circle": [3], "x": [2], "triangle-down": [1], "circle-open": [0]}


def test_a_complaint_is_a_bar_from_received_to_resolved_or_to_now() -> None:
    bars, beginnings = traces("complaints")
    assert [length // 86_400_000 for length in bars.x] == [31, 246, 0]
    assert list(beginnings.marker.symbol) == ["square", "triangle-up", "circle-open"]
    assert "resolved on 2026-04-01" in bars.hovertext[0]


def test_complaints_open_at_the_same_time_do_not_cover_each_other() -> None:
    day = date(2026, 1, 1)
    spans = [
        (day, date(2026, 1, 9)),
        (date(2026, 1, 5), date(2026, 1, 6)),
        (date(2026, 2, 1), UNTIL),
    ]
    assert in_lanes(spans) == [3, 2, 3]
    assert min(in_lanes([(day, UNTIL)] * 9)) == 0


def test_comments_too_few_to_show_are_said_and_not_drawn() -> None:
    assert "too few responses to show comments" in said(story())
    drawn = story(said=comments("2026-05-05"))
    assert "too few responses" not in said(drawn)
    assert list(drawn.data[-1].hovertext) == ["<b>2026-05-05</b><br>&lt;b&gt;A &amp; B&lt;/b&gt;"]


def test_events_are_lines_of_which_its_own_is_solid() -> None:
    drawn = [each for each in story().layout.shapes if each.x0 in ("2026-02-17", "2026-09-07")]
    assert [each.line.dash for each in drawn if each.line.width == 1] == ["dot", "solid"]
    assert "Own" in said(story())


def labelled(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return event_lines.labels(lines(rows, SINCE, UNTIL))


def test_labels_of_events_never_touch_and_where_there_is_no_room_flags_stand() -> None:
    close = records(*(event(f"2026-02-{day:02}", "A long name of it") for day in range(1, 28, 6)))
    told = labelled(close)
    assert [each["text"] for each in told].count("▾") == 1
    days = ("2026-10-26", "2026-11-01", "2026-11-07", "2026-11-13")
    late = records(*(event(day, "A long name of it") for day in days))
    assert [each.get("xanchor") for each in labelled(late)] == [
        "center",
        "center",
        "right",
        "right",
    ]
    assert {each["yshift"] for each in labelled(late)[2:]} == {14, 31}


def test_no_name_becomes_markup() -> None:
    figure = story(said=comments("2026-05-05"))
    assert "<b>A" not in "\n".join([said(figure), *hovers(figure)])
    assert "&lt;b&gt;A &amp; B" in "\n".join(hovers(figure))


def test_a_client_without_any_record_is_drawn_in_words() -> None:
    figure = story(records(), windows(), comments())
    for told in (
        "no answers in these months",
        "no ticket in these months",
        "no promised date in these months",
        "no complaint in these months",
        "none in these months",
    ):
        assert told in said(figure)


def test_the_axis_reaches_beyond_what_is_known_for_what_is_promised() -> None:
    assert list(story().layout.xaxis.range) == ["2025-11-01", "2026-11-30"]


def test_a_tier_that_ends_later_is_drawn_up_to_the_end_of_the_period() -> None:
    _silent, bar = traces("tier", story(records(tier("loyal", "2026-11-15"))))
    assert [length // 86_400_000 for length in bar.x] == [1]


def test_a_ticket_resolved_at_once_is_drawn_on_the_axis_of_times() -> None:
    _targets, dots = traces("tickets", story(records(ticket("2026-01-05", 0, "2026-01-05"))))
    assert list(dots.y) == [0.1]


def test_a_row_of_complaints_names_a_major_one() -> None:
    figure = story(records(complaint("2026-01-01", severity="major")))
    assert "major, technical, open" in "\n".join(hovers(figure))
