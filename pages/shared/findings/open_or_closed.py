"""How long until a ticket is resolved when the open ones are counted too (measures.md §6).

An open ticket counts as long as it has been watched (Kaplan and Meier): the percentiles of closed
ones alone would flatter. Where too many are open, a percentile is not reached, and that is said.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from data.settings import Few
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.wording import paragraph, too_few_cases
from pages.shared.text import _, numbers, words
from pages.shared.text.durations import few_hours, working_hours
from queries.statistics import survival
from queries.statistics.intervals import Estimate

MOST_POINTS = 200  # a line of more looks the same and weighs more
TAIL = 0.02  # the few that drag on would squeeze the rest to the left


class Wait(NamedTuple):
    """The curve of one kind: hours, share still open, its ends; the two percentiles, n, open."""

    curve: pd.DataFrame
    half: Estimate[float | None] | None
    nine_in_ten: Estimate[float | None] | None
    n: int
    still_open: int


def waits(watched: pd.DataFrame, few: Few, clock: str = "resolution") -> dict[str, Wait]:
    """Per kind with tickets its curve (rows of `service/survival`); too few have no percentile."""
    rows = watched[watched.clock == clock]
    return {kind: _wait(rows[rows.kind == kind], few) for kind in KINDS if kind in set(rows.kind)}


def _wait(rows: pd.DataFrame, few: Few) -> Wait:
    curve = survival.kaplan_meier_of_counts(rows.working_hours, rows.closed_count, rows.open_count)
    n = int(rows.closed_count.sum() + rows.open_count.sum())
    return Wait(
        _points(curve) if n >= few.minimum_n_median else pd.DataFrame(),
        curve.quantile(0.5) if n >= few.minimum_n_median else None,
        curve.quantile(0.9) if n >= few.minimum_n_p90 else None,
        n,
        int(rows.open_count.sum()),
    )


def _points(curve: survival.Curve) -> pd.DataFrame:
    """From all open at 0 hours on; at most MOST_POINTS, the long tail cut."""
    points = pd.DataFrame(
        {
            "hours": [0.0, *curve.hours],
            "share": [1.0, *curve.survival],
            "low": [1.0, *curve.low],
            "high": [1.0, *curve.high],
        }
    )
    shown = points[points.share >= TAIL]
    places = np.unique(np.linspace(0, len(shown) - 1, MOST_POINTS).round().astype(int))
    return shown.iloc[places].reset_index(drop=True)


def told(waits: dict[str, Wait]) -> str:
    """Half and nine in ten of each kind, open ones counted."""
    if not waits:
        return _("No ticket was opened in the period.")
    parts = [_kind(kind, wait) for kind, wait in waits.items()]
    return paragraph(_("Until resolved, with the open ones counted."), *parts)


def _kind(kind: str, wait: Wait) -> str:
    name = words.capital(words.kind(kind))
    if wait.half is None:
        return _("{name}: {text}.").format(name=name, text=too_few_cases(wait.n))
    if wait.nine_in_ten is None:
        sentence = _("{name}: half within {half}.")
        return sentence.format(name=name, half=_reached(wait.half))
    return _("{name}: half within {half}, nine in ten within {most}.").format(
        name=name, half=_reached(wait.half), most=_reached(wait.nine_in_ten)
    )


def _reached(found: Estimate[float | None]) -> str:
    """`16.4 working hours (14.9–17.8)`, or not reached."""
    if found.value is None:
        return _("a time not reached yet")
    return words.noted(working_hours(found.value), interval(found))


def interval(found: Estimate[float | None]) -> str:
    """`14.9–17.8`; `from 14.9` where the upper end is not reached."""
    if found.low is None:
        return numbers.MISSING
    if found.high is None:
        return _("from {low}").format(low=few_hours(found.low))
    return f"{few_hours(found.low)}–{few_hours(found.high)}"
