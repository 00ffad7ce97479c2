"""Worth per tier: what the bars, the whiskers and the words say."""

from collections.abc import Iterator

import pytest

from pages.shared import charts, text
from tests.pages.shared.drawn import hovers, said
from tests.pages.shared.drawn_value import DRAWN, WORTH


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_bars_begin_at_zero_and_the_unknown_has_none() -> None:
    bars, _ranges = DRAWN["worth"]().data
    assert list(bars.x) == [0, 2e6, 9e6, 600_000, None, 1e6]
    assert DRAWN["worth"]().layout.xaxis.range[0] == 0


def test_whiskers_reach_from_the_low_to_the_high_case_wherever_the_bar_ends() -> None:
    outside = WORTH.assign(worth=20e6)
    figure = charts.worth(outside, "CNY")
    assert list(figure.data[1].x)[:3] == [1.5e6, 3e6, None]
    assert figure.layout.xaxis.range[1] >= 20e6


def test_a_worth_that_is_the_same_in_both_cases_has_no_whisker() -> None:
    places = {place for place in DRAWN["worth"]().data[1].y if place is not None}
    assert places == {1, 2, 5}


def test_amounts_ranges_and_clients_are_written_and_what_is_at_stake_is_bold() -> None:
    words = said(DRAWN["worth"]())
    assert "CN¥2M<br>CN¥1.5M to CN¥3M" in words
    assert "Satisfied<br>5 clients, 1 unknown" in words
    assert "<b>Basic</b><br>3 clients" in words
    assert "<b>Complaining</b><br>1 client, 1 unknown" in words
    assert "unknown" in words.splitlines()


def test_the_narrow_one_leaves_ranges_and_clients_to_the_hover() -> None:
    figure = DRAWN["compact_worth"]()
    assert "to CN¥3M" not in said(figure)
    assert "5 clients" not in said(figure)
    told = hovers(figure)[1]
    for part in ("Loyal", "Worth, assumed: CN¥2,000,000", "CN¥1.5M to CN¥3M", "2 clients"):
        assert part in told
    assert "worth unknown" in hovers(figure)[4]


def test_the_unheard_are_hatched() -> None:
    assert list(DRAWN["worth"]().data[0].marker.pattern.shape) == [*[""] * 5, "/"]
