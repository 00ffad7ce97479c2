"""Names over the events of a chart on a slide: cut, in few rows, the same on screen and paper."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from random import Random

import pytest

from pages.meeting.pack.frame import LINE, Frame
from pages.meeting.pack.layout import Box, estimated
from pages.shared import text
from pages.shared.charts import plain_events, plain_labels, plain_marks
from pages.shared.charts.plain import Chart, Mark, Series
from pages.shared.charts.plain_events import ROWS
from pages.shared.charts.plain_figure import Axis, figure
from pages.shared.charts.plain_sheet import Sheet
from pages.shared.findings.happened import Event

DAY = date(2026, 11, 9)
LONG = "Upgrade of the billing system to release 9 计费系统升级"
WORDS = ("Outage", "Release 8.0 发布", "PRICE RISE, ALL MARKETS WWW", LONG, "春节")
TARGET = Series("target 3 a week", (3.0,) * 26, "#1b1f24", is_limit=True)
WEEKS = Chart(
    "lines",
    tuple(f"W{week}" for week in range(26)),
    (Series("complaints", tuple(map(float, range(26))), "#1d4f91"), TARGET),
)
PAPER = Box(36, 170, 430, 300)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def event(label: str, client: str | None = None) -> Event:
    return Event(DAY, label, client)


def labels(happened: dict[int, list[Event]], chart: Chart = WEEKS) -> dict[int, str]:
    return {mark.category: mark.label for mark in plain_events.marks(chart, happened)}


def on_screen(marks: tuple[Mark, ...]) -> Sheet:
    """The narrowest sheet of the screen."""
    bare = Sheet(WEEKS._replace(marks=marks), Axis(0, 30, ((0, "0"), (30, "30"))), 596, 300, 20)
    return bare._replace(left=40, right=170)


def test_few_events_keep_their_whole_names() -> None:
    told = labels({4: [event("Spring Festival 春节")], 20: [event("Release 8.0 发布")]})
    assert told == {4: "Spring Festival 春节", 20: "Release 8.0 发布"}


def test_several_of_a_category_are_named_for_the_first_of_all_clients_and_counted() -> None:
    told = labels({4: [event("Visit", "Acme"), event("Outage"), event("Release")]})
    assert told == {4: "Outage +2"}
    (mark,) = plain_events.marks(WEEKS, {4: [event("Visit", "Acme"), event("Outage")]})
    assert mark.told == "Visit · Acme · Outage"


def test_the_event_of_one_client_is_named_with_it_however_short() -> None:
    assert plain_events.name([event("Visit", "Acme")], 22) == "Visit · Acme"
    told = plain_events.name([event("Visit of the board", "Acme Holding International")], 10)
    assert told == "Visit… · Acme H…"
    assert plain_labels.wide(told, 1) <= 10


def test_long_names_are_cut_before_any_is_left_out() -> None:
    told = labels({place: [event(LONG)] for place in range(0, 26, 5)})
    assert len(told) == 6
    assert all(name.startswith("Upgrade") and name.endswith("…") for name in told.values())


def test_what_has_no_room_is_counted_at_its_first_line_and_those_of_all_clients_stay() -> None:
    happened = {place: [event("Client's own", "Acme")] for place in range(26)}
    told = labels({**happened, 9: [event("Outage")]})
    unnamed = [place for place, name in told.items() if not name]
    assert told[9] == "Outage"
    assert told[0] == f"and {len(unnamed) + 1} more"
    assert len(unnamed) < 20


@pytest.mark.parametrize("seed", range(40))
def test_on_screen_and_paper_names_take_few_rows_and_the_plot_keeps_its_height(seed: int) -> None:
    chance = Random(seed)
    happened = {
        place: [
            event(chance.choice(WORDS), chance.choice((None, "Juniper Education 刺柏教育")))
            for _each in range(chance.randint(1, 3))
        ]
        for place in chance.sample(range(26), chance.randint(1, 26))
    }
    marks = plain_events.marks(WEEKS, happened)
    sheet = on_screen(marks)
    assert plain_marks.row_count(sheet) <= ROWS
    margin = figure(sheet.chart, sheet.axis, 596, 400).layout.margin
    assert 400 - margin.t - margin.b >= 0.6 * 400
    frame = Frame(sheet.chart, PAPER, estimated)
    assert max(place.row for place in frame.marked.values()) < ROWS
    assert frame.plot.height >= 0.6 * PAPER.height
    for mark, place in frame.marked.items():
        assert PAPER.left <= place.left <= PAPER.right - estimated(mark.label, 14)
        assert PAPER.top <= frame.height_of(place) - LINE / 2


def test_names_lie_on_no_other() -> None:
    placed = plain_events.rows([0, 10, 200, 390], [50, 50, 50, 50], 0, 400, 5)
    assert [one.row for one in placed] == [0, 1, 0, 0]
    assert placed[3].left == 350
    first_row = sorted(one.left for one in placed if one.row == 0)
    assert all(right - left >= 55 for left, right in pairwise(first_row))
