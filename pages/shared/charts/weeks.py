"""What charts by week share: the axis of weeks, and how a week is called when pointed at."""

from datetime import timedelta

import pandas as pd

from pages.shared.charts import house
from pages.shared.rows import Row
from pages.shared.text import _, dates, words

MOST_LABELS = 8


def week_axis(weeks: list[pd.Timestamp], most: int = MOST_LABELS) -> house.Part:
    """At most so many weeks numbered, the last always; the year below where it changes."""
    shown = house.every(len(weeks), most)
    years = [None, *(weeks[place].isocalendar().year for place in shown)]
    return {
        "range": [-0.6, len(weeks) - 0.4],
        "tickvals": shown,
        "ticktext": [_label(weeks[place], year) for place, year in zip(shown, years, strict=False)],
        "tickangle": 0,
    }


def _label(week: pd.Timestamp, year_before: int | None) -> str:
    year, number, _weekday = week.isocalendar()
    label = _("W{number}").format(number=number)
    return label if year == year_before else f"{label}<br>{year}"


def name(row: Row) -> str:
    """`week 46 of 2026` in bold, its days below, and whether some of them are missing."""
    monday = row["week"].date()
    heading = f"<b>{house.safe(words.capital(dates.week(monday)))}</b>"
    span = dates.span(monday, monday + timedelta(days=6))
    return f"{heading}<br>{words.noted(span, _('part of the week')) if is_cut(row) else span}"


def is_cut(row: Row) -> bool:
    """A week that is not judged: the period, the records or the last import cut it."""
    return not row["is_whole"] if "is_whole" in row else bool(row["is_partial"])
