"""Each shape of chart shows what it is named for, hides what is hidden, lets no name run."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from pages.shared import charts, text
from tests.pages.shared.drawn import (
    DRAWN,
    HOSTILE,
    MONTHS,
    NUMBERS,
    SHARES,
    TIERS,
    gaps,
    hovers,
    said,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_the_ladder_is_a_whole_of_those_heard() -> None:
    bar = DRAWN["ladder"]().data[0]
    assert sum(bar.x) == pytest.approx(100)
    assert list(bar.base) == pytest.approx([0, 2.5, 25, 75, 90])


def test_the_ladder_says_count_share_and_change_of_each_tier() -> None:
    words = said(DRAWN["ladder"]())
    for told in ("1 · 3% · ±0", "9 · 23% · +2", "20 · 50% · −1", "6 · 15%", "4 · 10% · −1"):
        assert told in words


def test_the_unheard_stand_beside_the_ladder_hatched() -> None:
    figure = DRAWN["ladder"]()
    assert list(figure.data[1].x) == [3, 40]
    assert figure.data[1].xaxis == "x2"
    assert figure.data[1].marker.pattern.shape[0] == "/"
    assert "3 of 43" in said(figure)


def test_a_hidden_share_hides_the_whole_ladder() -> None:
    few = TIERS.head(2).assign(client_count=[1, 2], share=None)
    assert said(charts.ladder(few, 0, 3)) == "too few answers (3)"


def test_columns_stack_from_complaining_up_to_one() -> None:
    bar = DRAWN["tiers_over_time"]().data[0]
    assert bar.marker.color[0] == "#c0392b"
    assert max(base + share for base, share in zip(bar.base, bar.y, strict=True)) == pytest.approx(
        1
    )


def test_labels_at_the_line_ends_do_not_overlap() -> None:
    crowded = SHARES.assign(share=[0.96, 0.01, 0.01, 0.01, 0.01] * 3)
    figure = charts.tiers_over_time(crowded)
    heights = sorted(note.y for note in figure.layout.annotations)
    apart = [above - below for below, above in pairwise(heights)]
    assert min(apart) * 0.7 * (figure.layout.height - 50) >= 13


def test_both_sides_of_the_flow_keep_the_order_of_the_ladder() -> None:
    flow = DRAWN["tier_flow"]().data[0]
    names = [label.rsplit(" ", 1)[0] for label in flow.node.label]
    assert names == ["Loyal", "Basic", "Loyal", "Basic", "Complaining", "Left us"]


def test_flows_out_of_few_clients_are_grey() -> None:
    flow = DRAWN["tier_flow"]().data[0]
    assert [colour.startswith("rgba(102,112,133") for colour in flow.link.color] == [
        False,
        False,
        True,
        True,
    ]


def test_names_from_data_are_escaped_in_labels_and_on_hover() -> None:
    figure = DRAWN["tier_flow"]()
    shown = said(figure) + "".join(figure.data[0].link.customdata)
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in shown
    assert HOSTILE not in shown


def test_the_widest_gap_stands_on_top() -> None:
    figure = DRAWN["zones_of_tolerance"]()
    rows = sorted((note.y, note.text) for note in figure.layout.annotations if note.x == 0)
    assert [name for _y, name in rows if "●" not in name] == ["Empathy", "Tangibles", "Reliability"]


def test_the_whisker_is_the_interval_of_the_gap_around_perceived() -> None:
    dots = DRAWN["zones_of_tolerance"]().data[2]
    assert list(dots.x) == [6.0, 7.0, 7.5]
    assert list(dots.error_x.array) == pytest.approx([0.3, 0.2, 0.3])


def test_a_hidden_row_has_no_mark_and_says_why() -> None:
    figure = charts.zones_of_tolerance(gaps((30, 3, 50)))
    assert len(figure.data[2].x) == 2
    assert "too few answers (3)" in said(figure)


def test_a_hidden_month_breaks_the_line_and_the_band() -> None:
    rows = pd.concat([gaps(), gaps().assign(month=MONTHS + pd.DateOffset(months=3))])
    rows = rows.reset_index(drop=True)
    rows.loc[2, NUMBERS] = None
    figure = charts.gap_over_time(rows)
    assert len(figure.data) == 6
    assert list(figure.data[-1].y).count(None) == 1


def test_a_month_without_answers_keeps_its_place_and_breaks_the_line() -> None:
    rows = pd.concat([gaps(), gaps().assign(month=MONTHS + pd.DateOffset(months=4))])
    perceived = charts.gap_over_time(rows).data[-1]
    assert [value is None for value in perceived.y] == [False] * 3 + [True] + [False] * 3


def test_drift_within_noise_is_said_to_be_none() -> None:
    words = said(DRAWN["drift"]())
    assert "no clear change" in words
    assert "−0.7" in words


def test_overall_stands_last_below_its_dimensions() -> None:
    rows = [note for note in DRAWN["drift"]().layout.annotations if note.x == 0]
    assert max(rows, key=lambda note: note.y if note.yref != "paper" else -1).text == "Overall"


def test_the_two_segments_differ_in_symbol_and_not_in_colour_alone() -> None:
    marks: list[Any] = [trace for trace in DRAWN["segments"]().data if trace.mode == "markers"]
    assert {trace.marker.symbol for trace in marks} == {"diamond", "circle"}


def test_hover_repeats_value_n_and_interval() -> None:
    told = hovers(DRAWN["zones_of_tolerance"]())[0]
    for part in (
        "Empathy",
        "Perceived: 6.0",
        "−1.0 (−1.3 to −0.7)",
        "n = 40 answers of 12 clients",
    ):
        assert part in told
