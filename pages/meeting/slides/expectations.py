"""Slide 4: is service what clients expect, and did service or what they expect change?"""

import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import trends, unknown
from pages.meeting.slides.model import Panel, Slide
from pages.meeting.slides.wording import BESIDE, FINDING, said
from pages.shared import trend_marks
from pages.shared.charts import marks
from pages.shared.charts.look import TIER_COLOURS
from pages.shared.charts.months import every_month
from pages.shared.charts.plain import Chart, Series
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import drift, gap_intervals, target_readings, zones
from pages.shared.findings.gap_intervals import expectation_gap
from pages.shared.gap_panels import GAP
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words

GAPS, MONTHS, DRIFT = (
    "satisfaction/gaps_by_dimension",
    "satisfaction/gaps_by_month",
    "satisfaction/drift",
)
WEEKS, MOST_MONTHS = 12, 12  # a week alone has too few answers for the five dimensions


def slide(week: View) -> Slide:
    """The gap of each dimension over twelve weeks, beside both its sides month by month."""
    key, title = "expectations", _("Expectations and experience")
    view, minimum_n = weeks.longer(week, WEEKS), settings().few.minimum_n
    nothing, gaps = unknown.of_week(week), ask(GAPS, view)
    if nothing or gaps.empty:
        return unknown.slide(key, title, nothing or unknown.missing("surveys"))
    where = [part for part in zones.parts(gaps, minimum_n, in_short=True) if part]
    finding = said(FINDING, where[0], _change(view, minimum_n), *where[1:])
    return Slide(key, title, finding, (_dimensions(gaps, view), _months(week)), _notes())


def _change(view: View, minimum_n: int) -> str:
    """Service or expectations: these twelve weeks against the twelve before, the same clients."""
    before = {"previous_since": view.previous_since, "previous_until": view.previous_until}
    active = int(ask("satisfaction/gaps_by_segment", view).active_count.sum())
    changes = ask(DRIFT, view, **before)
    verdict = drift.in_short(changes, minimum_n, active)
    if verdict is None:
        return drift.overall(changes, minimum_n, active)
    return _("Against the twelve weeks before: {verdict}.").format(verdict=verdict)


def _dimensions(gaps: pd.DataFrame, view: View) -> Panel:
    shown = gap_intervals.shown(gaps, settings().few.minimum_n)
    count = int(gaps.answer_count.sum())
    told = ngettext(
        "Gap to what is expected, points of ten: {count} answer of twelve weeks.",
        "Gap to what is expected, points of ten: {count} answers of twelve weeks.",
        count,
    )
    return Panel(
        said(BESIDE, told.format(count=numbers.number(count))),
        _bars(shown) if shown.expectation_gap.notna().any() else None,
        GAPS,
        view,
        shown,
        n=count,
    )


def _bars(shown: pd.DataFrame) -> Chart:
    """A bar per dimension, the widest gap on top; grey where it may be none."""
    rows = rows_of(shown.sort_values("expectation_gap", na_position="last"))
    values = [_value(row["expectation_gap"]) for row in rows]
    bars = Series(
        words.column("expectation_gap"),
        tuple(values),
        TIER_COLOURS["loyal"],
        labels=tuple(_label(row) for row in rows),
        colours=tuple(_colour(row) for row in rows),
        low=tuple(_value(row["gap_low"]) for row in rows),
        high=tuple(_value(row["gap_high"]) for row in rows),
    )
    names = tuple(words.capital(words.dimension(row["dimension"])) for row in rows)
    return Chart("clustered", names, (bars,), "tenth", is_horizontal=True)


def _value(number: float) -> float | None:
    return None if number != number else float(number)


def _label(row: Row) -> str:
    if row["expectation_gap"] != row["expectation_gap"]:
        return _("too few")
    return numbers.signed(row["expectation_gap"])


def _colour(row: Row) -> str:
    gap = expectation_gap(row)
    return TIER_COLOURS["basic" if gap.is_below() else "loyal" if gap.is_above() else "unheard"]


def _months(week: View) -> Panel:
    """What clients expect and what they get, month by month."""
    view, minimum_n = weeks.months(week, MOST_MONTHS), settings().few.minimum_n
    rows = ask(MONTHS, view)
    shown = gap_intervals.shown(rows, minimum_n)
    enough, drawn = int(shown.expectation_gap.notna().sum()), every_month(shown)
    return Panel(
        _over_time(rows, week, minimum_n),
        trends.marked(_lines(drawn), marks.months(list(drawn.month)), view) if enough > 1 else None,
        MONTHS,
        view,
        shown,
        n=int(rows.answer_count.sum()),
    )


def _over_time(rows: pd.DataFrame, week: View, minimum_n: int) -> str:
    """What became of the gap, and the verdict on its target, which has no line in this chart."""
    ways = [drift.over_time(rows, minimum_n, in_short=is_short) for is_short in (False, True)]
    last = target_readings.gap(rows, minimum_n)
    if last is None:
        return trends.judged(ways, None)
    month, reached = last
    return trends.judged(ways, trend_marks.judged(week, GAP, reached), dates.month(month))


def _lines(shown: pd.DataFrame) -> Chart:
    lines = (("expected", TIER_COLOURS["basic"]), ("perceived", TIER_COLOURS["loyal"]))
    series = tuple(
        Series(words.column(name), tuple(_value(number) for number in shown[name]), colour)
        for name, colour in lines
    )
    return Chart("lines", tuple(dates.month_name(month) for month in shown.month), series, "tenth")


def _notes() -> tuple[str, ...]:
    return (
        _("A week has too few answers for five dimensions: the twelve weeks up to it are shown."),
        _("The gap is experience less expectation: below 0 clients get less than they expect."),
    )
