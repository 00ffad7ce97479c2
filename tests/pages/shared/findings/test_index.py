"""The index in sentences: read from sums per group, changed only beyond noise, few hidden."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from pages.shared.filters import View
from pages.shared.findings import index, index_months, index_numbers
from pages.shared.findings.index_numbers import BEFORE, EARLIER, NOW, Readings
from pages.shared.text import dates
from tests.pages.shared.findings.conftest import MINIMUM_N

WEIGHTS = pd.Series({"one": 1.0, "two": 3.0})
VIEW = View(date(2026, 10, 1), date(2026, 11, 15), date(2026, 8, 16), date(2026, 9, 30))
PERIOD = dates.days(VIEW.previous_since, VIEW.previous_until)
NONE = pd.DataFrame(
    columns=[
        "month",
        "client_group",
        "indicator_id",
        "score100",
        "answer_count",
        "response_count",
    ]
).astype({"month": "datetime64[us]", "score100": float, "answer_count": int, "response_count": int})


def answers(month: str, scores: list[float], question: str = "one", **more: Any) -> pd.DataFrame:
    """One answer of each group of clients, numbered from 0."""
    rows = {
        "month": pd.Timestamp(month),
        "client_group": range(len(scores)),
        "indicator_id": question,
        "score100": scores,
        "answer_count": 1,
        "response_count": 1,
    }
    return pd.DataFrame({**rows, **more})


def read(
    now: pd.DataFrame, before: pd.DataFrame = NONE, trend: pd.DataFrame | None = None
) -> Readings:
    rows = index_numbers.parts(now, before, now if trend is None else trend, MINIMUM_N)
    return index_numbers.read(rows, WEIGHTS, 500, 1)


def headline(readings: Readings, client_count: int = 9) -> str:
    return index.headline(readings, client_count, VIEW, MINIMUM_N)


def test_questions_are_weighted_and_responses_counted_once() -> None:
    now = pd.concat(
        [
            answers("2026-10-01", [40, 80]),
            answers("2026-10-01", [20, 20], "two", response_count=0),
            answers("2026-10-01", [99, 99], "no weight", response_count=0),
        ]
    )
    found = read(now).of(NOW)
    assert found is not None
    assert found.value == pytest.approx((60 + 3 * 20) / 4)
    assert (found.response_count, found.question_count) == (2, 2)


def test_answers_of_one_client_have_a_value_without_an_interval() -> None:
    one = pd.concat([answers("2026-10-01", [80]), answers("2026-10-01", [40], "two")])
    found = read(one.assign(response_count=[6, 0])).of(NOW)
    assert found is not None
    assert found.value == pytest.approx((80 + 3 * 40) / 4)
    assert np.isnan(found.low)
    said = headline(read(one.assign(response_count=[6, 0])), 1)
    assert "Satisfaction index 50.0 of 100" in said
    assert "one client: too few to say how sure it is" in said


def test_the_mean_without_an_interval_counts_every_answer() -> None:
    rows = pd.concat([answers("2026-10-01", [80]), answers("2026-11-01", [40], answer_count=3)])
    found = read(rows).of(NOW)
    assert found is not None
    assert found.value == pytest.approx(50)


def test_nobody_asked_is_said() -> None:
    assert headline(read(NONE)) == "Nobody in view said in this period how satisfied they are."
    assert index.interval(read(NONE), MINIMUM_N) is None


def test_few_responses_have_no_index() -> None:
    few = read(answers("2026-10-01", [40, 60, 70, 20]))
    assert headline(few) == "Satisfaction index: too few answers (4)."
    assert index.interval(few, MINIMUM_N) is None


def test_a_period_of_few_clients_claims_no_change() -> None:
    many = answers("2026-08-20", [60.0, 62, 64, 66, 68, 70])
    few = answers("2026-10-01", [20.0, 22, 24, 26], response_count=2)
    assert "Too few clients to tell a change from noise." in headline(read(few, many), 4)
    enough = answers("2026-10-01", [20.0, 22, 24, 26, 28])
    assert "points less than in" in headline(read(enough, many), 5)


def test_the_headline_tells_method_interval_and_n() -> None:
    said = headline(read(answers("2026-10-01", [60, 62, 64, 66, 68])), 5)
    assert said.startswith("Satisfaction index 64.0 (")
    assert "of 100 by fixed weights, from 5 responses of 5 clients." in said
    assert "There are no earlier answers to compare with." in said


def test_a_fall_of_the_same_clients_beyond_noise_is_told() -> None:
    before = answers("2026-09-01", [70, 80, 60, 90, 75, 72])
    now = before.assign(month=pd.Timestamp("2026-10-01"), score100=before.score100 - 10)
    found = read(now, before)
    change = found.change(BEFORE, NOW)
    assert change is not None
    # Each client fell by as much: drawn together, they leave no doubt at all.
    assert (change.value, change.low, change.high) == pytest.approx((-10, -10, -10))
    assert f"That is 10.0 points less than in {PERIOD} (diff" in headline(found)
    assert "more than" in headline(read(before, now))


def test_a_change_within_noise_is_no_clear_change() -> None:
    before = answers("2026-09-01", [10, 90, 20, 80, 50, 40])
    now = answers("2026-10-01", [90, 15, 80, 10, 55, 45])
    assert f"No clear change against {PERIOD}." in headline(read(now, before))


def test_a_change_below_one_decimal_is_not_told() -> None:
    before = answers("2026-09-01", [70, 80, 60, 90, 75, 72])
    assert "No clear change" in headline(
        read(before.assign(score100=before.score100 + 0.04), before)
    )


def test_too_few_responses_before_are_told() -> None:
    said = headline(
        read(answers("2026-10-01", [60, 62, 64, 66, 68]), answers("2026-09-01", [9, 9]))
    )
    assert "Before: too few answers (2)." in said


def test_few_clients_cannot_tell_a_change_from_noise() -> None:
    now = answers("2026-10-01", [60, 62], response_count=[3, 3])
    before = answers("2026-09-01", [80, 82], response_count=[3, 3])
    assert "Too few clients to tell a change from noise." in headline(read(now, before))


def test_periods_without_a_common_question_have_no_change() -> None:
    now = answers("2026-10-01", [60, 62, 64, 66, 68])
    before = answers("2026-09-01", [60, 62, 64, 66, 68], "two")
    assert read(now, before).change(BEFORE, NOW) is None
    assert "Too few clients to tell a change from noise." in headline(read(now, before))


def months(trend: pd.DataFrame) -> tuple[Readings, pd.DataFrame]:
    found = read(trend, trend=trend)
    return found, index_months.by_month(found, None, VIEW, MINIMUM_N)


def test_months_from_the_first_with_answers_on_are_shown_and_few_hidden() -> None:
    five = [60.0, 62, 64, 66, 68]
    trend = [answers(month, five) for month in ("2026-06-01", "2026-07-01", "2026-10-01")]
    _found, told = months(pd.concat([*trend, answers("2026-11-01", [1, 2, 3, 4, 5, 6])]))
    assert [month.month for month in told.month] == [6, 7, 8, 9, 10, 11]
    assert told.response_count.tolist() == [5, 5, 0, 0, 5, 6]
    hidden = told.satisfaction_index.isna().tolist()
    assert hidden == [False, False, True, True, False, False]
    assert told.loc[202608, "hidden"] == "too few answers (0)"
    assert told.model_index.isna().all()


def test_the_last_month_stands_against_all_before_it() -> None:
    low = [60.0, 61, 59, 60, 62, 58]
    high = answers("2026-11-01", [score + 10 for score in low])
    trend = pd.concat([answers("2026-09-01", low), answers("2026-10-01", low), high])
    found, told = months(trend)
    earlier = found.of(EARLIER)
    assert earlier is not None
    assert earlier.value == pytest.approx(60)
    said = index.over_time(found, told, MINIMUM_N)
    assert said.startswith("November 2026: satisfaction index 70.0 (")
    assert "That is 10.0 points more than in the months before" in said


def test_a_last_month_of_few_clients_claims_no_difference() -> None:
    low = [60.0, 61, 59, 60, 62, 58]
    few = answers("2026-11-01", [90.0, 91, 89], response_count=3)
    trend = pd.concat([answers("2026-09-01", low), answers("2026-10-01", low), few])
    found, told = months(trend)
    said = index.over_time(found, told, MINIMUM_N)
    assert said.startswith("November 2026: satisfaction index 90.0 (")
    assert "months before" not in said


def test_a_last_month_with_few_answers_leaves_the_word_to_the_one_before() -> None:
    five = [60.0, 62, 64, 66, 68]
    trend = [answers(month, five) for month in ("2026-08-01", "2026-09-01", "2026-10-01")]
    found, told = months(pd.concat([*trend, answers("2026-11-01", [1, 2])]))
    said = index.over_time(found, told, MINIMUM_N)
    assert "1 month has too few answers." in said
    assert "November" not in said
    # October goes with November, of which the index of the period would tell.
    assert said.startswith("September 2026")


def test_months_that_asked_fewer_questions_are_named_as_not_comparable() -> None:
    five = [60.0, 62, 64, 66, 68]
    both = [answers("2026-09-01", five), answers("2026-09-01", five, "two", response_count=0)]
    found, told = months(pd.concat([*both, answers("2026-10-01", five)]))
    assert "1 month (hollow) did not ask every question" in index.over_time(found, told, MINIMUM_N)


def test_a_month_of_few_cannot_be_worked_out_from_the_index_of_its_period() -> None:
    five = [60.0, 62, 64, 66, 68]
    trend = [answers("2026-06-01", five[:4]), answers("2026-07-01", [70.0, *five])]
    trend += [answers("2026-10-01", five * 2), answers("2026-11-01", five[:2])]
    found, told = months(pd.concat(trend))
    # October and November are the period: had October been shown, November would follow.
    assert told.loc[[202610, 202611], "satisfaction_index"].isna().all()
    assert told.loc[202610, "hidden"] == "hidden to protect a smaller group (10)"
    assert found.of(202610) is not None


def test_no_month_with_enough_answers_is_said() -> None:
    found, told = months(answers("2026-10-01", [1, 2]))
    assert index.over_time(found, told, MINIMUM_N) == "No month has enough answers for an index."
