"""The panels about gaps, worked out and ready to be drawn; numbers of few answers are hidden."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from pages.shared import charts, panel, trend_marks
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import drift, gap_intervals, segments, target_readings, zones
from pages.shared.findings.wording import paragraph
from pages.shared.text import dates

GAP = "expectation_gap"  # the measure whose target is drawn
Finding = Callable[[pd.DataFrame, int], str]
Chart = Callable[[pd.DataFrame], Any]


def dimensions(view: View) -> panel.Draw:
    """Service against the zone of tolerance, by dimension."""
    return _gaps("gaps_by_dimension", view, zones.zones, charts.zones_of_tolerance)


def vip_and_regular(view: View) -> panel.Draw:
    """VIP against regular clients."""
    return _gaps("gaps_by_segment", view, segments.compared, charts.segments)


def months(view: View) -> panel.Draw:
    """The gap month by month."""
    marks = trend_marks.of(view.trend, GAP, trend_marks.THIRD)
    chart = partial(charts.gap_over_time, marks=marks)
    return _gaps("gaps_by_month", view.trend, partial(_over_time, view.trend), chart)


def _over_time(view: View, by_month: pd.DataFrame, minimum_n: int) -> str:
    """The first and the last month, and whether the last reaches its target."""
    last, told = target_readings.gap(by_month, minimum_n), drift.over_time(by_month, minimum_n)
    if last is None:
        return told
    month, reached = last
    return paragraph(told, trend_marks.verdict(view, GAP, reached, dates.month(month)))


def _gaps(name: str, view: View, finding: Finding, chart: Chart) -> panel.Draw:
    query = f"satisfaction/{name}"
    gaps, minimum_n = ask(query, view), settings().few.minimum_n
    told = gap_intervals.shown(gaps, minimum_n)
    return partial(
        panel.show,
        finding(gaps, minimum_n),
        chart(told),
        answer=told,
        query=query,
        view=view,
        n=int(gaps.answer_count.sum()),
    )


def change(changes: pd.DataFrame, split: str, active: int, view: View) -> panel.Draw:
    """Did service change, or what clients expect? `split`: what `drift.overall` says of it.

    `changes`: the rows of `satisfaction/drift`; `active`: how many clients there are.
    """
    few = settings().few.minimum_n, active
    told = drift.shown(changes, *few)
    return partial(
        panel.show,
        paragraph(split, drift.by_dimension(changes, *few), trend_marks.between(view)),
        charts.drift(told),
        answer=told,
        query="satisfaction/drift",
        view=view,
        n=drift.client_count(changes),
        interval=drift.interval(changes, *few),
    )
