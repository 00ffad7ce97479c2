"""The panels about complaints, worked out and ready to be drawn; shares of few are hidden."""

from functools import partial

from pages.shared import charts, panel, trend_marks
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.filters.periods import YEAR
from pages.shared.findings import (
    complaint_causes,
    complaint_times,
    complaint_trends,
    control_signals,
    control_weeks,
    target_readings,
    year_on_year,
)
from pages.shared.findings.complaint_trends import Period
from pages.shared.findings.control_weeks import Control
from pages.shared.findings.target_readings import Reading
from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row, rows_of

COMPACT = 220
ROW_HEIGHT = 35  # pixels of a row of a table, so that a year is seen whole
FLOW, PER_WEEK = "complaints/flow_by_week", "complaints_per_week"


def record(view: View) -> Row:
    """Since when complaints are recorded, and until when they are known."""
    return rows_of(ask("complaints/recorded", view))[0]


def control(view: View) -> Control:
    """The control chart of at least twelve months, so that a week has a past to stand against."""
    rules, few = settings().complaints, settings().few
    return control_weeks.chart(
        ask(FLOW, view.trend), record(view), rules.limit_weeks, rules.trial_weeks, few.minimum_n
    )


def totals(view: View) -> Period:
    """All weeks of the period together, as far as they are known."""
    known_until = min(view.until, record(view)["known_until"].date())
    day_count = max((known_until - view.since).days + 1, 0)
    return complaint_trends.period(ask(FLOW, view), day_count)


def per_week(view: View, found: Control) -> Reading | None:
    """Complaints a week in the days of the period that are recorded and known; None for no day."""
    recorded = record(view)
    begins, known = recorded["recorded_from"], recorded["known_until"].date()
    if begins != begins:
        return None
    since = max(view.since, begins.date())
    day_count = (min(view.until, known) - since).days + 1
    return target_readings.complaints(totals(view).received, day_count, found.sigma_z)


def totals_before(view: View) -> Period | None:
    """The same of the period of comparison; None unless the records reach back to its beginning."""
    begins = record(view)["recorded_from"]
    is_recorded = begins == begins and begins.date() <= view.previous_since
    return totals(view.previous) if is_recorded else None


def _at_length(view: View, found: Control, finding: str) -> str:
    verdict = trend_marks.verdict(view, PER_WEEK, per_week(view, found))
    return paragraph(finding, control_signals.limits(found), verdict)


def control_chart(view: View) -> panel.Draw:
    """Which weeks of the period are out of the ordinary? Compact: fits a quarter of a screen."""
    return judged_weeks(view, control(view), is_compact=True)


def judged_weeks(view: View, found: Control, *, is_compact: bool = False) -> panel.Draw:
    """The control chart; `found`: what `control` works out of the view."""
    finding = control_signals.told(found, view.since)
    marks = trend_marks.of(view.trend, PER_WEEK, 0 if is_compact else trend_marks.HALF)
    figure = (
        charts.control_chart(found.weeks, marks=marks, height=COMPACT, is_compact=True)
        if is_compact
        else charts.control_chart(found.weeks, marks=marks)
    )
    return partial(
        panel.show,
        finding if is_compact else _at_length(view, found, finding),
        figure,
        answer=partial(control_signals.rows, found),
        query=FLOW,
        view=view.trend,
        n=int(found.weeks.received.sum()),
        key="control",
    )


def weeks(view: View, now: Period) -> panel.Draw:
    """Received and resolved by week, and what stays open."""
    flow, marks = ask(FLOW, view), trend_marks.of(view, PER_WEEK, trend_marks.HALF)
    return partial(
        panel.show,
        complaint_trends.flow(now),
        charts.complaint_weeks(flow, marks=marks),
        answer=flow,
        query=FLOW,
        view=view,
        n=now.received,
        key="weeks",
    )


def causes(view: View) -> panel.Draw:
    """What they are about, and what service can change."""
    found, minimum_n = ask("complaints/causes", view), settings().few.minimum_n
    told = complaint_causes.shown(found, minimum_n)
    return partial(
        panel.show,
        complaint_causes.told(found, minimum_n),
        charts.pareto(told),
        answer=told,
        query="complaints/causes",
        view=view,
        n=int(found.complaint_count.sum()),
        interval=complaint_causes.interval(found, minimum_n),
    )


def times(view: View) -> panel.Draw:
    """How long they take, open ones counted as long as they have been open."""
    found, watched = ask("complaints/times", view), ask("complaints/survival", view)
    few = settings().few
    reopened = complaint_times.reopened(found, few.minimum_n)
    return partial(
        panel.table,
        paragraph(complaint_times.told(watched, few), reopened),
        panel.laid_out(complaint_times.table(found, watched, few)),
        answer=complaint_times.hidden(found, few),
        query="complaints/times",
        view=view,
        n=int(found.complaint_count.sum()),
    )


def ages(view: View) -> panel.Draw:
    """How old the open ones are."""
    found = ask("complaints/ageing", view)
    return partial(
        panel.show,
        complaint_times.ages(found),
        charts.ages(found),
        answer=found,
        query="complaints/ageing",
        view=view,
        n=int(found.open_count.sum()),
    )


def against_last_year(view: View, dispersion: float) -> list[panel.Draw]:
    """Months against the same months a year ago, January and February as one.

    No panel unless the view compares with last year.
    """
    if view.comparison != YEAR:
        return []
    found, minimum_n = ask("complaints/year_on_year", view), settings().few.minimum_n
    draw = partial(
        panel.table,
        year_on_year.told(found, minimum_n, dispersion),
        panel.laid_out(year_on_year.table(found, minimum_n, dispersion)),
        answer=found,
        query="complaints/year_on_year",
        view=view,
        n=int(found.complaint_count.sum() + found.previous_complaint_count.sum()),
        height=ROW_HEIGHT * (len(found) + 1) + 2,
    )
    return [draw]
