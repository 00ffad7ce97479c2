"""Slide 6: are complaints rising, is the last week unusual, and what are they about?"""

from dataclasses import replace
from datetime import date

import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import complaint_charts, trends, unknown
from pages.meeting.slides.model import Panel, Slide
from pages.meeting.slides.wording import BESIDE, FINDING, fitting, said
from pages.shared import complaint_panels, trend_marks
from pages.shared.complaint_panels import FLOW, PER_WEEK
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.filters.periods import DAY, WEEK
from pages.shared.findings import complaint_causes, complaint_trends, control_signals
from pages.shared.findings.complaint_trends import Comparison, Period
from pages.shared.findings.control_weeks import Control
from pages.shared.findings.wording import paragraph
from pages.shared.rows import rows_of
from pages.shared.text import _, dates, ngettext, numbers, words

CAUSES = "complaints/causes"
WEEKS = 12  # a week alone has few complaints


def slide(week: View) -> Slide:
    """The complaints of the week; the last whole week judged, beside the causes of twelve weeks."""
    key, title = "complaints", _("Complaints")
    nothing = unknown.of_week(week)
    found, now = complaint_panels.control(week), complaint_panels.totals(week)
    if nothing or (found.weeks.empty and complaint_trends.is_quiet(now)):
        return unknown.slide(key, title, nothing or unknown.missing("complaints"))
    finding = _finding(week, found, now)
    return Slide(key, title, finding, (_judged(week, found), _causes(week)), _notes(found))


def _finding(week: View, found: Control, now: Period) -> str:
    """Is the week out of the ordinary, did more come than before, and do we keep pace?"""
    minimum_n = settings().few.minimum_n
    before, spread = complaint_panels.totals_before(week), found.sigma_z
    unusual = control_signals.outside_last(found, week.since)
    told = paragraph(
        _so_far(week),
        None if unusual is None else unusual[0],
        complaint_trends.rising(now, before, minimum_n, Comparison(False, spread)),
    )
    pace = complaint_trends.pace(now, minimum_n, spread)
    return fitting(FINDING, paragraph(told, pace), paragraph(told, _open(now)), told)


def _open(now: Period) -> str:
    return _("{resolved} resolved, {open} open ({before} at the start).").format(
        resolved=numbers.number(now.resolved),
        open=numbers.number(now.backlog),
        before=numbers.number(now.backlog_before),
    )


def _so_far(week: View) -> str | None:
    if not weeks.is_part(week):
        return None
    sentence = _("Up to {day}, against the same days of the week before.")
    return sentence.format(day=dates.day(week.until))


def _judged(week: View, found: Control) -> Panel:
    """The control chart; a week that is not over is shown but not judged."""
    chart = complaint_charts.control(found.weeks)
    return Panel(
        _told(week, found),
        trends.marked(chart, complaint_charts.places(found.weeks), week.trend, PER_WEEK)
        if chart
        else None,
        FLOW,
        week.trend,
        control_signals.rows(found),
        n=int(found.weeks.received.sum()),
    )


def _told(week: View, found: Control) -> str:
    """What the last whole week is, against its usual range and against the target."""
    monday = last_whole(week, found)
    whole = replace(week, since=monday, until=monday + WEEK - DAY)
    told = said(BESIDE, _verdict(found, monday), _is_cut(week))
    if whole.until > week.until:
        return told
    reached = complaint_panels.per_week(whole, found)
    return trends.judged([told], trend_marks.judged(whole, PER_WEEK, reached))


def _verdict(found: Control, monday: date) -> str:
    """Is the last whole week out of the ordinary, and why?"""
    its = rows_of(found.weeks[found.weeks.week.dt.date == monday])
    if not its or its[-1]["signals"] or control_signals.usual(its[-1]) is None:
        return control_signals.told(found, monday)
    last = its[-1]
    sentence = _("{week} is not out of the ordinary: {count}, usually {usual}.")
    return sentence.format(
        week=words.capital(dates.week(monday)),
        count=numbers.number(last["received"]),
        usual=control_signals.usual(last),
    )


def last_whole(week: View, found: Control) -> date:
    """The first day of the last whole week of the record; of the week itself where none is."""
    whole = list(found.weeks.week[found.weeks.is_whole].dt.date)
    return whole[-1] if whole else week.since


def _is_cut(week: View) -> str | None:
    return _("This week is not over.") if weeks.is_part(week) else None


def _causes(week: View) -> Panel:
    """What the complaints of the twelve weeks up to the end of the week are about."""
    view, minimum_n = weeks.longer(week, WEEKS), settings().few.minimum_n
    found = ask(CAUSES, view)
    total = int(found.complaint_count.sum())
    shown = complaint_causes.shown(found, minimum_n)
    return Panel(
        said(BESIDE, _about(found, total, minimum_n)),
        complaint_charts.causes(shown) if total else None,
        CAUSES,
        view,
        shown,
        n=total,
        interval=complaint_causes.interval(found, minimum_n),
    )


def _about(found: pd.DataFrame, total: int, minimum_n: int) -> str:
    """How many have a cause that service can change; how many there are where that is not known."""
    inside = complaint_causes.controllable(found, minimum_n)
    told = inside or ngettext("{count} complaint.", "{count} complaints.", total).format(
        count=numbers.number(total)
    )
    return words.labelled(_("In twelve weeks"), told)


def _notes(found: Control) -> tuple[str, ...]:
    limits = _("The usual range of a week is 3 σ about the average, for its number of clients.")
    trial = _("Its limits rest on fewer than {count} weeks: take them as a trial.").format(
        count=numbers.number(settings().complaints.trial_weeks)
    )
    return (limits, trial) if found.is_trial and found.baseline else (limits,)
