"""Which weeks are out of the ordinary, in words (weeks of `control_weeks.chart`)?"""

from datetime import date
from math import ceil, floor

import pandas as pd

from pages.shared.findings.control_weeks import Control
from pages.shared.findings.wording import MOST_NAMES, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from queries.statistics import signals

ROUNDING = 1e-9


def rows(found: Control) -> pd.DataFrame:
    """The weeks as they go to files: signals in words."""
    told = [
        words.listed(map(words.signal, names)) if names else None for names in found.weeks.signals
    ]
    return found.weeks.assign(signals=pd.Series(told, index=found.weeks.index, dtype=object))


def usual(row: Row) -> str | None:
    """The counts inside the limits, `3–11`, for as many clients as the week has; None for none."""
    if row["upper"] != row["upper"]:
        return None
    low = ceil(row["lower"] * row["active_clients"] - ROUNDING)
    high = floor(row["upper"] * row["active_clients"] + ROUNDING)
    return numbers.number(high) if low >= high else numbers.interval_text(low, high)


def latest(found: Control, since: date) -> str | None:
    """The first line's sentence: weeks outside the limits, else what `told` says.

    The last week goes before all others; without any whole week, or where complaints are too few
    to judge one, there is nothing to say.
    """
    weeks = _whole(found, since)
    if not weeks or limits(found) is None:
        return None
    if signals.OUTSIDE in weeks[-1]["signals"]:
        return _outside_now(weeks[-1])
    outside = _weeks_outside(weeks)
    return _outside(outside) if outside else told(found, since)


def outside_last(found: Control, since: date) -> tuple[str, bool] | None:
    """The last whole week from `since` on, where it is out of the ordinary; is it above?"""
    weeks = _whole(found, since)
    if not weeks or signals.OUTSIDE not in weeks[-1]["signals"]:
        return None
    return _outside_now(weeks[-1]), bool(weeks[-1]["rate"] > weeks[-1]["centre"])


def told(found: Control, since: date) -> str:
    """The signals of the weeks from `since` on, each in words; or that there are none."""
    weeks = _whole(found, since)
    if not weeks:
        return _("There is no whole week in the period to judge.")
    if not found.weeks.received[found.weeks.is_whole].any():
        return _("No complaint in any whole week: there is nothing to measure a week against.")
    outside = _weeks_outside(weeks)
    if len(outside) > MOST_NAMES:  # runs would only repeat what a chart full of marks shows
        return _outside(outside)
    first = _outside(outside) if outside else None
    said = paragraph(first, *_runs(weeks), _two_of_three(weeks))
    return said or _ordinary(weeks[-1], found)


def limits(found: Control) -> str | None:
    """What the limits rest on; None where there are none."""
    if found.weeks.upper.isna().all():
        return None
    sentence = (
        ngettext(
            "Trial limits from {count} week.", "Trial limits from {count} weeks.", found.baseline
        )
        if found.is_trial
        else ngettext(
            "Limits from the first {count} week shown.",
            "Limits from the first {count} weeks shown.",
            found.baseline,
        )
    )
    return sentence.format(count=numbers.number(found.baseline))


def _whole(found: Control, since: date) -> list[Row]:
    judged = found.weeks.is_whole & (found.weeks.active_clients > 0)
    return rows_of(found.weeks[judged & (found.weeks.week.dt.date >= since)])


def _ordinary(row: Row, found: Control) -> str:
    if usual(row) is None:
        return _too_few(found)
    return _("No week is out of the ordinary: {count} in {week}, usually {usual}.").format(
        count=numbers.number(row["received"]), week=dates.week(row["week"]), usual=usual(row)
    )


def _too_few(found: Control) -> str:
    whole = found.weeks[found.weeks.is_whole]
    count = int(whole.received.head(found.baseline).sum())
    return ngettext(
        "Usual weeks would rest on {count} complaint, which is too few.",
        "Usual weeks would rest on {count} complaints, which are too few.",
        count,
    ).format(count=numbers.number(count))


def _outside_now(row: Row) -> str:
    sentence = (
        _("Complaints rose to {count} in {week}, above the usual {usual}.")
        if row["rate"] > row["centre"]
        else _("Complaints fell to {count} in {week}, below the usual {usual}.")
    )
    return sentence.format(
        count=numbers.number(row["received"]), week=dates.week(row["week"]), usual=usual(row)
    )


def _weeks_outside(weeks: list[Row]) -> list[Row]:
    return [row for row in weeks if signals.OUTSIDE in row["signals"]]


def _outside(outside: list[Row]) -> str:
    if len(outside) == 1:
        return _outside_now(outside[0])
    named = words.join(_named(row) for row in outside[-MOST_NAMES:])
    sentence = (
        _("{count} weeks were out of the ordinary: {weeks}.")
        if len(outside) <= MOST_NAMES
        else _("{count} weeks were out of the ordinary, the last of them {weeks}.")
    )
    return sentence.format(count=numbers.number(len(outside)), weeks=named)


def _named(row: Row) -> str:
    return _("{week} ({count}, usually {usual})").format(
        week=dates.week(row["week"]), count=numbers.number(row["received"]), usual=usual(row)
    )


def _last(weeks: list[Row], name: str, is_above: bool | None = None) -> str | None:
    """The last week with a signal; `is_above`: only those above (below) the average."""
    marked = [
        row
        for row in weeks
        if name in row["signals"] and is_above in (None, row["rate"] > row["centre"])
    ]
    return dates.week(marked[-1]["week"]) if marked else None


def _runs(weeks: list[Row]) -> list[str | None]:
    """Long runs, each up to the last week it still held."""
    above = _last(weeks, signals.SEVEN_ON_ONE_SIDE, is_above=True)
    below = _last(weeks, signals.SEVEN_ON_ONE_SIDE, is_above=False)
    rising, falling = _last(weeks, signals.SEVEN_RISING), _last(weeks, signals.SEVEN_FALLING)
    return [
        above and _("Above the average seven weeks in a row up to {week}.").format(week=above),
        below and _("Below the average seven weeks in a row up to {week}.").format(week=below),
        rising and _("Rising seven weeks in a row up to {week}.").format(week=rising),
        falling and _("Falling seven weeks in a row up to {week}.").format(week=falling),
    ]


def _two_of_three(weeks: list[Row]) -> str | None:
    """Said of the last such week; one outside the limits has been named already."""
    inside = [row for row in weeks if signals.OUTSIDE not in row["signals"]]
    high = _last(inside, signals.TWO_OF_THREE, is_above=True)
    low = _last(inside, signals.TWO_OF_THREE, is_above=False)
    return (
        paragraph(
            high and _("Two of three weeks were unusually high up to {week}.").format(week=high),
            low and _("Two of three weeks were unusually low up to {week}.").format(week=low),
        )
        or None
    )
