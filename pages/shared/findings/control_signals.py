"""Which weeks are out of the ordinary (measures.md §7: u′ limits, signals)?

Limits rest on the first whole weeks shown and are never worked out again after a shift. A week that
the period, the beginning of the records or the last import cuts takes no part in them: its count
is that of fewer days. Below the minimum n of complaints, those the limits rest on and the week's
own, nothing is said: of a client that never complains every complaint would be news.
"""

from datetime import date, timedelta
from math import ceil, floor
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from pages.shared.findings.wording import MOST_NAMES, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from queries.statistics import control, signals

WEEK = timedelta(days=6)
ROUNDING = 1e-9
LIMITS = ("rate", "centre", "lower", "upper")


class Control(NamedTuple):
    """The weeks with rate, limits (per active client), `is_whole` and `signals` (tuple of names).

    A week that rests on too few complaints has no limits and no signals. `baseline`: whole weeks
    the limits rest on; `is_trial`: fewer than it takes to trust them; `sigma_z`: how much more than
    chance the weeks differ.
    """

    weeks: pd.DataFrame
    baseline: int
    is_trial: bool
    sigma_z: float


def chart(
    flow: pd.DataFrame, record: Row, limit_weeks: int, trial_weeks: int, minimum_n: int
) -> Control:
    """The control chart of `complaints/flow_by_week`; weeks before the records began are left out.

    `record`: the row of `complaints/recorded`.
    """
    weeks = _recorded(flow, record)
    whole = weeks[weeks.is_whole]
    for name in LIMITS:
        weeks[name] = np.nan
    weeks["rate"] = weeks.received / weeks.active_clients.where(weeks.active_clients > 0)
    weeks["signals"] = [()] * len(weeks)
    if whole.empty:
        return Control(weeks, 0, True, 1.0)
    baseline = min(limit_weeks, len(whole))
    found = control.u_prime(whole.received, whole.active_clients, baseline=baseline)
    is_enough = (_complaints(whole, baseline) >= minimum_n).to_numpy()
    for name in LIMITS:
        weeks.loc[whole.index, name] = np.where(is_enough, getattr(found, name), np.nan)
    told = [marks if enough else () for marks, enough in zip(found.signals, is_enough, strict=True)]
    weeks["signals"] = pd.Series(told, index=whole.index).reindex(weeks.index)
    weeks["signals"] = [marks if isinstance(marks, tuple) else () for marks in weeks.signals]
    return Control(weeks, baseline, baseline < trial_weeks, found.sigma_z)


def _complaints(whole: pd.DataFrame, baseline: int) -> "pd.Series[int]":
    """By week, the complaints that a judgement rests on: those of the baseline and its own."""
    beyond = np.arange(len(whole)) >= baseline
    return whole.received.head(baseline).sum() + whole.received.where(beyond, 0)


def _recorded(flow: pd.DataFrame, record: Row) -> pd.DataFrame:
    """The weeks since complaints are recorded, with `is_whole`."""
    starts = flow.week.dt.date
    begins, known = _day(record["recorded_from"]), _day(record["known_until"])
    if begins is None or known is None:
        return flow.head(0).assign(is_whole=pd.Series(dtype=bool))
    is_whole = ~flow.is_partial & (starts >= begins) & (starts + WEEK <= known)
    shown = (starts + WEEK >= begins) & (starts <= known)
    kept: pd.DataFrame = flow.assign(is_whole=is_whole)[shown]
    return kept.reset_index(drop=True)


def _day(when: Any) -> date | None:
    """The day of a moment as a frame gives it; None where it is missing."""
    day: date = when.date()
    return day if day == day else None


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

    The last week goes before all others; without any whole week there is nothing to say.
    """
    weeks = _whole(found, since)
    if not weeks:
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
