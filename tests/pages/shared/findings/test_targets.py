"""A target is met or missed only where the interval says so; near it, that is said."""

from collections.abc import Iterator
from datetime import date
from math import nan

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import happened, target_readings, target_tables, targets
from pages.shared.findings.happened import Event
from pages.shared.findings.promises import Tally
from pages.shared.findings.target_tables import Beside
from pages.shared.findings.targets import Judged
from pages.shared.rows import Row
from queries.statistics import intervals
from queries.statistics.intervals import Estimate


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def share(value: float, low: float, high: float, n: int = 60) -> Estimate[float]:
    return Estimate(value, low, high, n)


@pytest.mark.parametrize(
    ("reached", "verdict", "sentence"),
    [
        (share(0.8, 0.76, 0.84), "met", "The target of 75% is met: 80% (76–84)."),
        (share(0.7, 0.66, 0.74), "missed", "The target of 75% is missed: 70% (66–74)."),
        (
            share(0.77, 0.64, 0.87),
            "barely met",
            "The target of 75% is met, but within reach of noise: 77% (64–87).",
        ),
        (
            share(0.71, 0.58, 0.81),
            "barely missed",
            "The target of 75% is missed, but within reach of noise: 71% (58–81).",
        ),
        (
            share(0.75, 0.75, 0.8),
            "barely met",
            "The target of 75% is met, but within reach of noise: 75% (75–80).",
        ),
        (
            share(0.9, 0.6, 1.0, 4),
            None,
            "Whether the target of 75% is met cannot be told: too few answers (4).",
        ),
    ],
)
def test_the_interval_decides(reached: Estimate[float], verdict: str | None, sentence: str) -> None:
    found = targets.judged("satisfied_share", 0.75, reached, 5)
    assert found.verdict == verdict
    assert targets.told(found) == sentence


def test_fewer_complaints_are_better() -> None:
    many = Estimate(5.5, 4.1, 7.3, 84)
    assert targets.verdict("complaints_per_week", 3, many) == "missed"
    assert targets.verdict("complaints_per_week", 8, many) == "met"
    assert targets.verdict("complaints_per_week", 5.5, many) == "barely met"
    assert targets.verdict("complaints_per_week", 5, many) == "barely missed"
    told = targets.told(targets.judged("complaints_per_week", 3, many, 5))
    assert told == "The target of 3 a week is missed: 5.5 (4.1–7.3)."


def test_without_an_interval_nothing_is_certain() -> None:
    found = targets.judged("index", 75, Estimate(80.0, nan, nan, 30), 5)
    assert (found.verdict, found.reached) == ("barely met", "80.0")


def test_a_value_that_misses_its_target_does_not_look_like_it() -> None:
    found = targets.judged("kept_share", 0.85, share(0.8486, 0.82, 0.87), 5)
    assert found.reached == "84.9% (82.0–87.0)"
    assert targets.judged("nps", 20, Estimate(19.6, 1, 30, 90), 5).reached.startswith("+19.6 (")


@pytest.mark.parametrize(
    ("measure", "value", "written"),
    [
        ("satisfied_share", 0.725, "72.5%"),
        ("index", 75, "75"),
        ("index", 75.25, "75.25"),
        ("nps", 20, "+20"),
        ("nps", -5, "−5"),
        ("expectation_gap", -0.3, "−0.3"),
        ("complaints_per_week", 2.5, "2.5 a week"),
    ],
)
def test_a_target_is_written_as_it_was_set(measure: str, value: float, written: str) -> None:
    assert targets.goal_told(measure, value) == written


def test_the_time_of_a_value_is_said_where_it_is_another() -> None:
    found = targets.judged("index", 75, Estimate(68.5, 62.3, 73.5, 25), 5)
    told = targets.told(found, "November 2026")
    assert told == "The target of 75 is missed: 68.5 (62.3–73.5), November 2026."


def test_readings_rest_on_the_answers_and_their_intervals() -> None:
    tiers = pd.DataFrame({"tier": ["loyal", "satisfied", "basic", None]})
    found = target_readings.satisfied(tiers)
    assert found == Estimate(2 / 3, *intervals.wilson(2, 3), 3)
    assert target_readings.satisfied(tiers.tail(1)) is None
    assert target_readings.kept(Tally(8, 1, 1)) == Estimate(0.8, *intervals.wilson(8, 10), 10)
    assert target_readings.kept(Tally()) is None
    recommend = pd.DataFrame(
        {"promoters": [6], "passives": [3], "detractors": [1], "response_count": [10]}
    )
    assert target_readings.net_promoter(recommend) == intervals.net_promoter(6, 3, 1)
    assert target_readings.net_promoter(recommend * 0) is None


def test_all_kinds_of_tickets_count_together_against_the_target() -> None:
    rows = pd.DataFrame(
        {
            "kind": ["fault", "fault", "delivery"],
            "grouped_by": ["all", "severity", "all"],
            "resolution_within": [8, 8, 1],
            "resolution_decided": [10, 10, 2],
        }
    )
    found = target_readings.within_target(rows)
    assert found is not None
    assert (found.value, found.n) == (0.75, 12)


def test_the_gap_is_that_of_the_last_month_with_enough_answers() -> None:
    months = pd.DataFrame(
        {
            "month": pd.to_datetime(["2026-09-01", "2026-10-01", "2026-11-01"]),
            "answer_count": [30, 40, 3],
            "client_count": [10, 12, 1],
            "expectation_gap": [-0.5, -1.0, 2.0],
            "expectation_gap_spread": [0.5, 0.6, nan],
        }
    )
    found = target_readings.gap(months, 5)
    assert found is not None
    month, reached = found
    width = 2.20098516 * 0.6 / 12**0.5
    assert (month, reached.value, reached.n) == (date(2026, 10, 1), -1.0, 40)
    assert (reached.low, reached.high) == pytest.approx((-1 - width, -1 + width))
    assert target_readings.gap(months.tail(1), 5) is None


def test_complaints_a_week_spread_as_much_as_weeks_do() -> None:
    found, wider = (target_readings.complaints(10, 28, spread) for spread in (0.5, 2.0))
    assert found is not None
    assert wider is not None
    assert (found.value, found.n) == (2.5, 28)
    assert (found.low, found.high) == pytest.approx((1.358, 4.602), abs=0.001)
    # at both ends the rate lies 1.96 of its own spread, twice as wide, from the value
    assert (wider.low, wider.high) == pytest.approx((0.775, 8.067), abs=0.001)
    assert target_readings.complaints(0, 0, 1.0) is None


def row(measure: str, segment: str | None = None) -> Row:
    days: Row = {"begins_on": pd.Timestamp("2026-01-01"), "ends_on": pd.NaT}
    return {"measure": measure, "segment": segment, "value": 0.8, **days}


def test_the_finding_sorts_targets_by_what_became_of_them() -> None:
    found = [
        Beside(row("satisfied_share", "vip"), Judged("80%", "90% (85–95)", "met")),
        Beside(row("kept_share"), Judged("80%", "70% (65–75)", "missed")),
        Beside(row("within_target_share"), Judged("80%", "79% (70–85)", "barely missed")),
        Beside(row("index"), Judged("0.8", "too few answers (3)", None)),
        Beside(row("nps"), None),
    ]
    assert target_tables.finding(found) == (
        "Met: clients satisfied or better (VIP). Missed: promises kept. Met or missed within reach"
        " of noise: tickets resolved within target. Too few answers to tell: satisfaction index."
    )
    told = target_tables.table(found)
    assert list(told["verdict"]) == [
        "met",
        "missed",
        "missed, within reach of noise",
        "too few answers",
        "nothing to measure or not in force",
    ]
    assert list(told["segment"])[:2] == ["VIP", "all clients"]
    assert told["reached"].tolist()[3] == "too few answers (3)"
    assert told["reached"].isna().tolist() == [False] * 4 + [True]


def test_a_period_without_targets_says_so() -> None:
    assert target_tables.finding([]) == "No target is set for this period."
    assert target_tables.table([]).empty
    ended = [Beside(row("nps"), None)]
    assert target_tables.finding(ended).startswith("No target that can be measured is in force")


def test_what_happened_meanwhile_is_named_or_counted() -> None:
    day = date(2026, 9, 7)
    release = Event(day, "Release 8.0")
    own = [Event(day, f"Visit {number}", "Alpha") for number in range(3)]
    assert happened.in_between([]) == ""
    assert happened.in_between([release]) == "Meanwhile: Release 8.0 (2026-09-07)."
    assert happened.in_between([release, *own]) == "Meanwhile: Release 8.0 (2026-09-07)."
    assert happened.in_between([*own, *own]) == "Meanwhile 6 events were entered."
