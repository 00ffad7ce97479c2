"""Lines of events keep apart, and so do their labels."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared import charts, text
from pages.shared.charts import event_lines
from pages.shared.charts.event_lines import Line, Spot
from pages.shared.charts.marks import Marks
from pages.shared.findings.happened import Event
from tests.pages.shared.drawn import SHARES

RELEASE = Event(date(2026, 10, 16), "Release 8.0")
OWN = Event(date(2026, 11, 1), "Visit", "Alpha")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_events_close_together_share_a_line_and_many_are_counted() -> None:
    many = [Event(date(2026, 10, 16), f"Event {number}") for number in range(9)]
    figure = charts.tiers_over_time(SHARES, marks=Marks(tuple(many), plot=900))
    assert len(figure.layout.shapes) == 2  # a line over a wider one
    (label,) = [note for note in figure.layout.annotations if note.text.startswith("Event 0")]
    assert label.text == "Event 0 +8"
    assert label.hovertext.endswith("and 3 more")


def test_a_shared_line_is_named_for_what_concerns_all_clients() -> None:
    (line,) = event_lines.lines([Spot(5, 0, OWN), Spot(6, 0, RELEASE)], 900)
    assert line.label == "Release 8.0 +1"
    assert [each["line"].get("dash") for each in event_lines.shapes([line])] == [None, "dot"]


spots = st.lists(
    st.tuples(
        st.floats(0, 940), st.text("ab 春节", min_size=1, max_size=40), st.sampled_from(["", None])
    ),
    max_size=30,
)


@given(spots)
def test_no_label_touches_another_or_leaves_the_room(
    given_spots: list[tuple[float, str, str | None]],
) -> None:
    day = date(2026, 1, 1)
    found = event_lines.lines(
        [Spot(pixel, pixel, Event(day, name, who)) for pixel, name, who in given_spots], 1000
    )
    spans = sorted((line.lane, *span(line)) for line in found if line.lane is not None)
    assert all(start >= 0 and end <= 1000 for _lane, start, end in spans)
    assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(spans))
    assert sum(len(line.events) for line in found) == len(given_spots)
    pixels = [line.pixel for line in found]
    assert all(after - before >= event_lines.NEAREST for before, after in pairwise(pixels))


def span(line: Line) -> tuple[float, float]:
    wide = event_lines.width(line.label)
    start = line.pixel - wide if line.is_flipped else line.pixel
    return start, start + wide
