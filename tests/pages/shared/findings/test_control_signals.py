"""Which weeks are said to be out of the ordinary, and which take no part."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared.findings import control_signals, control_weeks
from pages.shared.findings.control_weeks import Control

FIRST = pd.Timestamp("2026-01-05")
EARLY = date(2025, 1, 1)


def flow(*received: int, clients: int = 50) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "week": [FIRST + pd.Timedelta(weeks=place) for place in range(len(received))],
            "received": received,
            "active_clients": clients,
            "is_partial": False,
        }
    )


def chart(weeks: pd.DataFrame, **record: Any) -> Control:
    known = {"recorded_from": "2025-12-01", "known_until": "2026-11-15", **record}
    row: dict[Any, Any] = {name: pd.to_datetime(day) for name, day in known.items()}
    return control_weeks.chart(weeks, row, limit_weeks=24, trial_weeks=12, minimum_n=5)


STEADY = (5, 7, 6, 8, 5, 7, 6, 8, 5, 7, 6, 8)


def test_a_last_week_above_the_limits_is_the_first_thing_said() -> None:
    found = chart(flow(*STEADY, 30))
    assert control_signals.latest(found, EARLY) == (
        "Complaints rose to 30 in week 14 of 2026, above the usual 0–17."
    )


def test_a_week_below_the_limits_fell() -> None:
    found = chart(flow(*[40, 42] * 12, 2))
    said = control_signals.told(found, EARLY)
    assert said.startswith("Complaints fell to 2 in week 26 of 2026, below the usual ")


def test_ordinary_weeks_are_said_to_be_ordinary() -> None:
    said = control_signals.told(chart(flow(*STEADY)), EARLY)
    assert said == "No week is out of the ordinary: 8 in week 13 of 2026, usually 2–11."


def test_several_weeks_are_named_with_their_counts() -> None:
    found = chart(flow(*STEADY, *STEADY, 20, 6, 30, 7))
    said = control_signals.told(found, EARLY)
    assert "2 weeks were out of the ordinary: week 26 of 2026 (20, usually " in said
    assert "week 28 of 2026 (30, usually " in said


def test_of_many_weeks_the_last_three_are_named() -> None:
    found = chart(flow(*STEADY, *STEADY, 20, 6, 30, 7, 25, 6, 28))
    said = control_signals.told(found, EARLY)
    assert said.startswith("4 weeks were out of the ordinary, the last of them week 28 of 2026 (30")
    assert "in a row" not in said
    assert "Two of three" not in said


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ((6, 7, 8, 7, 8, 7, 8, 7), "Above the average seven weeks in a row up to week 33 of 2026."),
        ((7, 5, 6, 5, 6, 5, 6, 5), "Below the average seven weeks in a row up to week 33 of 2026."),
        ((7, 3, 4, 5, 6, 7, 8, 9), "Rising seven weeks in a row up to week 33 of 2026."),
        ((7, 10, 9, 8, 7, 6, 5, 4), "Falling seven weeks in a row up to week 33 of 2026."),
    ],
)
def test_long_runs_are_said_in_words(weeks: tuple[int, ...], said: str) -> None:
    found = chart(flow(*[6, 7, 5, 8] * 6, *weeks))
    assert said in control_signals.told(found, EARLY)


def test_two_of_three_weeks_far_up_are_said() -> None:
    found = chart(flow(*[6, 7, 5, 8] * 6, 11, 6, 11))
    spread = (found.weeks.upper - found.weeks.centre) / 3
    far = found.weeks.rate > found.weeks.centre + 2 * spread
    assert list(far.tail(3)) == [True, False, True]
    said = control_signals.told(found, EARLY)
    assert "Two of three weeks were unusually high up to week 28 of 2026." in said


def test_only_weeks_of_the_period_are_spoken_of() -> None:
    found = chart(flow(30, *STEADY))
    said = control_signals.told(found, date(2026, 2, 1))
    assert "week 2 of 2026" not in said


def test_limits_rest_on_the_first_weeks_and_are_not_moved_by_a_shift() -> None:
    before = chart(flow(*STEADY, *STEADY))
    after = chart(flow(*STEADY, *STEADY, 30, 31, 29, 30))
    assert after.weeks.upper.iloc[0] == before.weeks.upper.iloc[0]
    assert after.weeks.upper.iloc[-1] == pytest.approx(before.weeks.upper.iloc[-1])
    assert control_signals.limits(after) == "Limits from the first 24 weeks shown."


def test_limits_of_few_weeks_are_trial_limits() -> None:
    assert control_signals.limits(chart(flow(*STEADY[:11]))) == "Trial limits from 11 weeks."
    assert control_signals.limits(chart(flow(*STEADY))) == "Limits from the first 12 weeks shown."


def test_cut_weeks_take_no_part_in_limits_and_signals() -> None:
    whole = flow(*STEADY, 30)
    cut = whole.assign(is_partial=[False] * 12 + [True])
    found = chart(cut)
    assert list(found.weeks.is_whole) == [True] * 12 + [False]
    assert found.baseline == 12
    assert found.weeks.signals.iloc[-1] == ()
    assert pd.isna(found.weeks.upper.iloc[-1])
    assert found.weeks.rate.iloc[-1] == pytest.approx(0.6)


def test_weeks_before_the_records_are_not_quiet_weeks() -> None:
    found = chart(flow(0, 0, 0, *STEADY), recorded_from="2026-01-28")
    assert list(found.weeks.received) == list(STEADY)
    assert list(found.weeks.is_whole) == [False] + [True] * 11


def test_a_week_whose_monday_begins_the_records_is_whole() -> None:
    found = chart(flow(0, 0, 0, *STEADY), recorded_from="2026-01-26")
    assert list(found.weeks.is_whole) == [True] * 12


def test_weeks_after_the_last_import_are_not_quiet_weeks() -> None:
    found = chart(flow(*STEADY, 0, 0), known_until="2026-03-31")
    assert len(found.weeks) == 13
    assert list(found.weeks.is_whole) == [True] * 12 + [False]
    until_sunday = chart(flow(*STEADY, 0, 0), known_until="2026-04-05")
    assert list(until_sunday.weeks.is_whole) == [True] * 13


def test_nothing_recorded_has_no_weeks() -> None:
    found = chart(flow(0, 0), recorded_from=None)
    assert found.weeks.empty
    assert control_signals.latest(found, EARLY) is None
    assert control_signals.limits(found) is None
    assert control_signals.told(found, EARLY) == "There is no whole week in the period to judge."


def test_quiet_weeks_have_nothing_to_be_measured_against() -> None:
    said = control_signals.told(chart(flow(0, 0, 0)), EARLY)
    assert said == "No complaint in any whole week: there is nothing to measure a week against."


def test_weeks_without_clients_are_left_out() -> None:
    found = chart(flow(*STEADY).assign(active_clients=[0, *[50] * 11]))
    assert pd.isna(found.weeks.rate.iloc[0])
    assert found.weeks.signals.iloc[0] == ()
    assert control_signals.told(found, EARLY).startswith("No week is out of the ordinary")


def test_one_client_and_one_week_say_nothing() -> None:
    found = chart(flow(1, clients=1))
    said = control_signals.told(found, EARLY)
    assert said == "Usual weeks would rest on 1 complaint, which is too few."
    assert control_signals.limits(found) is None


def test_one_week_with_enough_complaints_has_honest_limits() -> None:
    found = chart(flow(5, clients=1))
    said = control_signals.told(found, EARLY)
    assert said == "No week is out of the ordinary: 5 in week 2 of 2026, usually 0–11."
    assert control_signals.limits(found) == "Trial limits from 1 week."


@pytest.mark.parametrize(
    ("baseline", "last", "is_news"), [(0, 1, False), (0, 4, False), (0, 5, True), (2, 3, True)]
)
def test_a_complaint_of_a_client_that_hardly_complains_is_no_news(
    baseline: int, last: int, is_news: bool
) -> None:
    found = chart(flow(*[1] * baseline, *[0] * (24 - baseline), 0, last, clients=1))
    assert bool(found.weeks.signals.iloc[-1]) == is_news
    assert (control_signals.latest(found, FIRST.date()) or "").startswith("Complaints") == is_news


def test_of_too_few_complaints_it_is_not_said_what_is_usual() -> None:
    found = chart(flow(*[0] * 24, 1, clients=1))
    assert found.weeks.upper.isna().all()
    said = control_signals.told(found, EARLY)
    assert said == "Usual weeks would rest on 0 complaints, which are too few."


def test_files_carry_signals_in_words() -> None:
    rows = control_signals.rows(chart(flow(*STEADY, 30)))
    assert rows.signals.iloc[0] is None
    assert rows.signals.iloc[-1].startswith("outside the usual range")
