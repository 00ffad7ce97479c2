"""Complaints as charts in values: the weeks between their limits, and the causes."""

from collections.abc import Sequence

import pandas as pd

from pages.shared.charts import marks
from pages.shared.charts.look import LIGHT, TIER_COLOURS
from pages.shared.charts.marks import Places
from pages.shared.charts.plain import Chart, Numbers, Series
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

WEEKS = 26  # shown
LIMITS = ("upper", "centre", "lower")


def control(weeks: pd.DataFrame) -> Chart | None:
    """Complaints of each week; its usual range and middle for as many clients as it has.

    `weeks`: week, received, active_clients, centre, lower, upper (per client), is_whole, signals.
    Weeks out of the ordinary have points of their own, one cut short is not joined to the others.
    None where no week is whole.
    """
    rows = rows_of(weeks.tail(WEEKS))
    if not any(row["is_whole"] for row in rows):
        return None
    names = tuple(_("W{number}").format(number=row["week"].isocalendar().week) for row in rows)
    limits = (_limit(name, rows) for name in LIMITS)
    drawn = (_received(rows), *_unusual(rows), *_cut(rows))
    return Chart("lines", names, (*drawn, *(each for each in limits if any(each.values))))


def places(weeks: pd.DataFrame) -> Places:
    """Where the days of the chart's weeks lie."""
    return marks.weeks(list(weeks.week.tail(WEEKS)))


def _received(rows: Sequence[Row]) -> Series:
    values = _counts(rows, is_whole=True)
    return Series(_("complaints"), values, LIGHT.accent, labels=_labels(values))


def _unusual(rows: Sequence[Row]) -> list[Series]:
    values = tuple(float(row["received"]) if row["signals"] else None for row in rows)
    colour = TIER_COLOURS["complaining"]
    return _unless_empty(Series(_("out of the ordinary"), values, colour))


def _cut(rows: Sequence[Row]) -> list[Series]:
    values = _counts(rows, is_whole=False)
    return _unless_empty(Series(_("part of a week"), values, LIGHT.muted, labels=_labels(values)))


def _unless_empty(series: Series) -> list[Series]:
    return [] if all(value is None for value in series.values) else [series]


def _counts(rows: Sequence[Row], *, is_whole: bool) -> Numbers:
    return tuple(float(row["received"]) if row["is_whole"] == is_whole else None for row in rows)


def _limit(name: str, rows: Sequence[Row]) -> Series:
    """A limit as a number of complaints; nothing for a week without one."""
    named = {
        "upper": _("usual up to"),
        "centre": _("average"),
        "lower": _("usual from"),
    }
    values = tuple(
        None if row[name] != row[name] else float(row[name] * row["active_clients"]) for row in rows
    )
    return Series(named[name], values, LIGHT.muted, labels=_labels(values, 1), is_limit=True)


def _labels(values: Numbers, decimals: int = 0) -> tuple[str, ...]:
    return tuple("" if value is None else numbers.number(value, decimals) for value in values)


def causes(shown: pd.DataFrame) -> Chart:
    """A bar per cause, most frequent first; at it count, share, and share with those above.

    `shown`: cause, complaint_count, share, cumulative_share (missing where there are too few).
    """
    rows = rows_of(shown[shown.complaint_count > 0])
    bars = Series(
        _("complaints: count, share, together"),
        tuple(float(row["complaint_count"]) for row in rows),
        LIGHT.accent,
        labels=tuple(_facts(row) for row in rows),
    )
    names = tuple(words.capital(words.cause(row["cause"])) for row in rows)
    return Chart("clustered", names, (bars,), is_horizontal=True)


def _facts(row: Row) -> str:
    told = [numbers.number(row["complaint_count"])]
    if row["share"] == row["share"]:
        told += [numbers.percent(row["share"]), numbers.percent(row["cumulative_share"])]
    return " · ".join(told)
