"""The weeks of complaints between their limits (measures.md §7: u′ limits, signals).

Limits rest on the first whole weeks shown and are never worked out again after a shift. A week that
the period, the beginning of the records or the last import cuts takes no part in them: its count
is that of fewer days. Below the minimum n of complaints, those the limits rest on and the week's
own, nothing is said: of a client that never complains every complaint would be news.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from pages.shared.rows import Row
from queries.statistics import control

WEEK = timedelta(days=6)
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
