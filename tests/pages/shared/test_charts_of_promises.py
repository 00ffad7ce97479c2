"""The charts of promises: what stands where, what is hidden, what runs."""

from collections.abc import Iterator

import pandas as pd
import pytest

from pages.shared import charts, text
from pages.shared.findings import promise_people, promises
from tests.pages.shared.drawn import HOSTILE, hovers, said
from tests.pages.shared.findings.test_promises import PEOPLE, ROWS


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_columns_stack_kept_broken_and_overdue_under_the_share() -> None:
    figure = charts.promise_months(promises.by_month(ROWS, 5))
    kept, broken, overdue, share = figure.data
    assert [list(trace.y) for trace in (kept, broken, overdue)] == [[10, 4], [1, 6], [1, 0]]
    assert figure.layout.barmode == "stack"
    assert list(share.y) == pytest.approx([10 / 12, 0.4])
    assert overdue.marker.pattern.shape == "/"
    assert all(word in said(figure) for word in ("kept", "broken", "overdue"))


def test_a_hidden_share_has_no_dot_and_says_why() -> None:
    figure = charts.promise_months(promises.by_month(ROWS, 11))
    assert len(figure.data[3].y) == 1
    assert "too few answers (10)" in hovers(figure)[1]


def test_hover_tells_counts_share_interval_and_n() -> None:
    told = hovers(charts.promise_months(promises.by_month(ROWS, 5)))[1]
    for part in ("October 2026", "Kept: 4", "Broken: 6", "Overdue: 0", "40% (17–69%), n = 10"):
        assert part in told


def test_the_compact_one_has_columns_alone() -> None:
    figure = charts.promise_months(promises.by_month(ROWS, 5), is_compact=True)
    assert len(figure.data) == 3


def test_the_axis_of_shares_leaves_every_interval_inside() -> None:
    rows = promises.by_month(ROWS, 5)
    axis = charts.promise_months(rows).layout.yaxis2
    assert axis.range[0] <= rows.share_low.min()
    assert axis.range[1] >= rows.share_high.max()


def test_a_month_without_promises_keeps_its_place() -> None:
    rows = promises.by_month(ROWS, 5)
    apart = rows.assign(month=[rows.month[0], rows.month[0] + pd.DateOffset(months=3)])
    kept, _broken, _overdue, share = charts.promise_months(apart).data
    assert list(kept.y) == [10, 0, 0, 4]
    assert list(share.x) == [0, 3]


def test_what_stands_behind_a_bar_has_room_in_chinese() -> None:
    part = {"kept": charts.Part("兑现", "#000", "#fff")}
    counts = pd.DataFrame({"kept": [3]}, index=["fault"])
    margins = [
        charts.parts(counts, part, {"fault": "故障"}, [told]).layout.margin.r
        for told in ("too few", "样本过少（3）")
    ]
    assert margins[1] - margins[0] == 8 * (13 - 7)  # letters, a Chinese one counting twice


def test_months_without_promises_are_no_chart() -> None:
    assert said(charts.promise_months(promises.by_month(ROWS.head(0), 5))) == (
        "Too few points for a chart."
    )


def test_persons_have_a_dot_an_interval_and_their_slack() -> None:
    shown = promise_people.shown(PEOPLE, 5, 6)
    figure = charts.people(shown)
    assert list(figure.data[0].x) == pytest.approx([0.4, 0.88, 0.9])
    assert "0.5 days late" in said(figure)
    assert "Li" in hovers(figure)[0]
    assert "40% (28–54%), n = 50" in hovers(figure)[0]


def test_slack_of_one_day_and_unknown_slack() -> None:
    shown = promise_people.shown(PEOPLE, 5, 6)
    words = said(charts.people(shown.assign(slack_days_p50=[1.0, float("nan"), 2.0, 3.0])))
    assert "1 day to spare" in words
    assert "–" in words


def test_names_of_persons_are_escaped() -> None:
    figure = charts.people(promise_people.shown(PEOPLE.assign(made_by=HOSTILE), 5, 6))
    assert HOSTILE not in said(figure) + "".join(hovers(figure))


def test_nobody_with_enough_promises_is_said() -> None:
    few = promise_people.shown(PEOPLE, 5, 6).tail(1)
    assert said(charts.people(few)) == "Nobody made enough promises for a share."
