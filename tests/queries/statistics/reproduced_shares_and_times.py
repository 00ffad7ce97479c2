"""Published shares, scores, survival, percentiles and working hours (see reproducing.py)."""

from datetime import UTC, datetime

import pandas as pd

from queries.statistics import clock, intervals, survival
from tests.queries.statistics.reproducing import Computations, Computed, Fixture, Value, data_of

COMPUTED = Computations()


@COMPUTED.of("wilson.18.20", "wilson.4.20", "wilson.4.200", "wilson.190.200", "wilson.29.30")
def wilson(value: Value, fixture: Fixture) -> Computed:
    inputs = value["inputs"]
    return intervals.wilson(inputs["k"], inputs["n"])


@COMPUTED.of("newcombe.7/34-1/34")
def newcombe(value: Value, fixture: Fixture) -> Computed:
    return intervals.newcombe(7, 34, 1, 34)


@COMPUTED.of("agresti_caffo.7/34-1/34")
def agresti_caffo(value: Value, fixture: Fixture) -> Computed:
    return intervals.agresti_caffo(7, 34, 1, 34)


@COMPUTED.of("nps.var.[1, 2, 3]", "nps.var.[1, 1, 1]", "nps.var.[0, 1, 1]", "nps.var.[1, 0, 1]")
def net_promoter_variance(value: Value, fixture: Fixture) -> Computed:
    answers = value["inputs"]
    estimate = intervals.net_promoter(**answers)
    variance = intervals.score_variance(**answers)
    return [estimate.value / 100, variance, (variance / estimate.n) ** 0.5]


@COMPUTED.of("nps.scores")
def net_promoter_of_answers(value: Value, fixture: Fixture) -> Computed:
    for number, score in enumerate((0, 7, 7, 9, 9, 9)):
        fixture("given")("responses", {"response_id": number, "client_id": "a", "recommend": score})
    (row,) = fixture("answer")("satisfaction/recommend", "2026-10-01", "2026-11-10")
    return float(row["nps"] / 100)


@COMPUTED.of("nps.adjwald.rule")
def answers_added(value: Value, fixture: Fixture) -> Computed:
    return ",".join(f"{added:g}" for added in intervals.ADDED_ANSWERS)


def leukaemia(group: str) -> tuple[pd.Series, pd.Series]:
    cases = data_of("survival_aml.csv")
    cases = cases[cases.x == group]
    return cases.time, cases.status


@COMPUTED.of("km.aml.maintained.S")
def survival_of_maintained(value: Value, fixture: Fixture) -> Computed:
    return list(survival.kaplan_meier(*leukaemia("Maintained")).survival)


@COMPUTED.of("km.aml.maintained.se")
def error_of_maintained(value: Value, fixture: Fixture) -> Computed:
    return list(survival.kaplan_meier(*leukaemia("Maintained")).standard_error)


def medians() -> list[intervals.Estimate[float | None]]:
    groups = ("Maintained", "Nonmaintained")
    return [survival.kaplan_meier(*leukaemia(group)).quantile(0.5) for group in groups]


@COMPUTED.of("km.aml.median")
def median(value: Value, fixture: Fixture) -> Computed:
    return [estimate.value for estimate in medians()]


@COMPUTED.of("km.aml.median.lcl")
def lower_limits_of_medians(value: Value, fixture: Fixture) -> Computed:
    assert [estimate.high for estimate in medians()] == [None, None]
    return [estimate.low for estimate in medians()]


@COMPUTED.of("km.aml.bias")
def medians_of_three_ways(value: Value, fixture: Fixture) -> Computed:
    time, status = leukaemia("Maintained")
    closed_only = time[status == 1]
    curves = [
        survival.kaplan_meier(closed_only, [True] * len(closed_only)),
        survival.kaplan_meier(time, [True] * len(time)),
        survival.kaplan_meier(time, status),
    ]
    return [curve.quantile(0.5).value for curve in curves]


@COMPUTED.of("logrank.aml")
def log_rank(value: Value, fixture: Fixture) -> Computed:
    found = survival.log_rank(*leukaemia("Maintained"), *leukaemia("Nonmaintained"))
    return [found.expected, found.chi_square, found.p_value]


@COMPUTED.of("km.lung.ecog0.q")
def quartiles(value: Value, fixture: Fixture) -> Computed:
    cases = data_of(value["dataset"])
    cases = cases[cases["ph.ecog"] == 0]
    curve = survival.kaplan_meier(cases.time, cases.status == 2)
    return [curve.quantile(q).value for q in (0.25, 0.5, 0.75)]


@COMPUTED.of("pct.type7")
def percentile(value: Value, fixture: Fixture) -> Computed:
    fixture("con").execute("create temp table seen as select unnest([15, 20, 35, 40, 50]) as hours")
    (found,) = fixture("con").execute("select quantile_cont(hours, 0.4) from seen").fetchone()
    return float(found)


@COMPUTED.of("bh.1")
def hours_with_a_lunch_break(value: Value, fixture: Fixture) -> Computed:
    windows = {day: [("09:00", "12:00"), ("13:00", "18:00")] for day in range(5)}
    start, end = datetime(2016, 1, 18, 9, tzinfo=UTC), datetime(2016, 1, 22, 18, tzinfo=UTC)
    return clock.working_hours(start, end, clock.Calendar(windows))


@COMPUTED.of("bh.4")
def working_days(value: Value, fixture: Fixture) -> Computed:
    calendar = clock.Calendar({day: [("09:00", "10:00")] for day in range(5)})
    start, end = datetime(2018, 1, 1, tzinfo=UTC), datetime(2018, 4, 1, tzinfo=UTC)
    return clock.working_hours(start, end, calendar)
