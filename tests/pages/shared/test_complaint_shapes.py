"""The charts about complaints: what is cut, unusual, late or beyond control is told by its mark."""

from collections.abc import Iterator

import pandas as pd
import pytest

from pages.shared import charts, text
from pages.shared.charts import weeks
from tests.pages.shared.drawn import hovers, said
from tests.pages.shared.drawn_complaints import AGEING, CAUSES, DRAWN, JUDGED, UNMARKED, WEEKS


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_columns_and_backlog_stand_on_scales_of_their_own() -> None:
    received, resolved, backlog = DRAWN["complaint_weeks"]().data
    assert list(received.y) == [4, 0, 2, 3, 12, 1]
    assert list(resolved.y) == [1, 3, 2, 2, 4, 0]
    assert (list(backlog.y), backlog.yaxis) == ([9, 6, 6, 7, 15, 16], "y2")
    layout = DRAWN["complaint_weeks"]().layout
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1]
    assert layout.yaxis.range[0] == 0
    assert layout.yaxis2.range[0] < 0 < 16 < layout.yaxis2.range[1]


def test_many_columns_are_plain_because_hatching_cannot_be_seen() -> None:
    many = pd.concat([WEEKS] * 5)
    assert charts.complaint_weeks(many).data[1].marker.pattern.shape is None
    assert DRAWN["complaint_weeks"]().data[1].marker.pattern.shape == "/"


def test_a_part_week_is_faint_and_says_so() -> None:
    figure = DRAWN["complaint_weeks"]()
    *whole, cut = figure.data[0].marker.opacity
    assert whole == [1] * 5
    assert cut < 1
    assert "(part of the week)" in hovers(figure)[5]
    assert "(part of the week)" not in hovers(figure)[4]


def test_the_hover_of_a_week_says_all_of_its_counts() -> None:
    told = hovers(DRAWN["complaint_weeks"]())[4]
    assert told.startswith("<b>Week 45 of 2026</b><br>2026-11-02 – 2026-11-08<br>")
    for line in ("Received: 12", "Resolved: 4", "Backlog: 15", "Overdue: 1", "Grumbles: 2"):
        assert line in told


def test_the_backlog_is_named_at_its_end() -> None:
    assert "16 open" in said(DRAWN["complaint_weeks"]())


def test_rates_are_per_hundred_clients_and_cut_weeks_are_hollow() -> None:
    _lower, _upper, centre, line, cut, marked = DRAWN["control_chart"]().data
    assert list(line.x) == [0, 1, 2, 3, 4]
    assert list(line.y) == pytest.approx([8, 0, 4, 7.5, 30])
    assert (list(cut.x), list(cut.y)) == ([5], [2.5])
    assert cut.marker.color == "#ffffff"
    assert list(centre.y) == pytest.approx([8] * 6)
    assert (list(marked.x), marked.marker.symbol) == ([4], "diamond")


def test_the_band_reaches_over_whole_weeks_only() -> None:
    lower, upper, *_rest = DRAWN["control_chart"]().data
    assert list(upper.x) == [0, 1, 2, 3, 4]
    assert list(upper.y) == pytest.approx([20, 20, 20, 22, 22])
    assert list(lower.y) == pytest.approx([0, 0, 0, 1, 1])


def test_a_marked_week_says_its_signals_and_its_usual_range() -> None:
    told = next(each for each in hovers(DRAWN["control_chart"]()) if "Outside" in each)
    assert "Complaints per 100 clients: 30.0" in told
    assert "Received: 12 of 40 clients" in told
    assert "Usual range: 1.0–22.0" in told
    assert "Outside the usual range<br>Two of three weeks" in told


def test_limits_are_named_at_the_end_of_the_band() -> None:
    words = said(DRAWN["control_chart"]())
    for told in ("usual from 1.0", "average 8.0", "usual up to 22.0"):
        assert told in words


def test_a_chart_without_limits_still_shows_its_weeks() -> None:
    cut = JUDGED.assign(is_whole=False, centre=None, lower=None, upper=None, signals=UNMARKED)
    figure = charts.control_chart(cut)
    assert list(figure.data[4].y) == pytest.approx([8, 0, 4, 7.5, 30, 2.5])
    assert "usual" not in said(figure)


def test_quiet_weeks_are_drawn_at_zero() -> None:
    quiet = JUDGED.assign(rate=0.0, centre=0.0, lower=0.0, upper=0.0, signals=UNMARKED)
    assert list(charts.control_chart(quiet).data[3].y) == [0] * 5


def test_a_compact_chart_has_its_height_and_fewer_marks_in_its_key() -> None:
    figure = DRAWN["compact_control_chart"]()
    assert figure.layout.height == 220
    assert "part of a week" in said(DRAWN["control_chart"]())
    assert "part of a week" not in said(figure)
    for told in ("≥ 1.0", "⌀ 8.0", "≤ 22.0"):
        assert told in said(figure)


def test_causes_keep_the_order_of_their_rows() -> None:
    bars = DRAWN["pareto"]().data[0]
    assert list(bars.x) == [6, 3, 1]
    assert list(bars.y) == sorted(bars.y)
    assert DRAWN["pareto"]().layout.yaxis.range[0] > DRAWN["pareto"]().layout.yaxis.range[1]


def test_what_service_cannot_change_is_hatched_and_said() -> None:
    figure = DRAWN["pareto"]()
    assert list(figure.data[0].marker.pattern.shape) == ["", "/", ""]
    assert "service cannot change it" in said(figure)
    assert "service can change it" in hovers(figure)[0]
    assert "service cannot change it" in hovers(figure)[1]
    assert "neither within nor beyond" in hovers(figure)[2]
    within = charts.pareto(CAUSES[CAUSES.cause != "product"])
    assert "service cannot change it" not in said(within)


def test_shares_and_their_sum_are_written_behind_the_bars() -> None:
    words = said(DRAWN["pareto"]())
    for told in ("6 · 60% · 60%", "3 · 30% · 90%", "1 · 10% · 100%"):
        assert told in words
    assert list(DRAWN["pareto"]().data[1].x) == [2, 0, 1]


def test_hidden_shares_leave_the_counts() -> None:
    few = CAUSES.assign(share=None, cumulative_share=None, hidden="too few answers (4)")
    words = said(charts.pareto(few))
    assert "60%" not in words
    assert "Technical" in words
    assert "too few answers (4)" in hovers(charts.pareto(few))[0]


def test_severities_are_added_up_and_late_ones_hatched() -> None:
    in_time, late = DRAWN["ages"]().data
    assert (list(in_time.y), list(late.y)) == ([4, 0], [1, 2])
    assert late.marker.pattern.shape == "/"
    assert "5" in said(DRAWN["ages"]()).split("\n")
    assert hovers(DRAWN["ages"]())[0] == "<b>under 1 day</b><br>5 open, 1 past the promised date"


def test_nothing_open_is_said() -> None:
    none = AGEING.assign(open_count=0, overdue_count=0)
    assert said(charts.ages(none)) == "No complaint is open."


def test_the_year_of_a_week_is_written_where_it_changes() -> None:
    mondays = [pd.Timestamp("2025-12-22"), pd.Timestamp("2025-12-29"), pd.Timestamp("2026-01-05")]
    assert weeks.week_axis(mondays)["ticktext"] == ["W52<br>2025", "W1<br>2026", "W2"]


def test_many_weeks_are_not_all_named() -> None:
    many = list(pd.date_range("2024-01-01", periods=110, freq="7D"))
    axis = weeks.week_axis(many)
    assert len(axis["tickvals"]) <= weeks.MOST_LABELS
    assert axis["tickvals"][-1] == 109
    assert len(weeks.week_axis(list(WEEKS.week), 4)["tickvals"]) <= 4


def test_rates_of_any_size_have_a_few_round_marks() -> None:
    many = JUDGED.assign(rate=JUDGED.rate * 30, upper=JUDGED.upper * 30)
    axis = charts.control_chart(many).layout.yaxis
    assert list(axis.ticktext) == ["0", "200", "400", "600", "800"]
    tiny = JUDGED.assign(rate=0.001, centre=0.001, lower=0.0, upper=0.002, signals=UNMARKED)
    assert list(charts.control_chart(tiny).layout.yaxis.ticktext) == ["0.0", "0.1", "0.2"]
