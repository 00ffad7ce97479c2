"""What stands against a target: the value of its measure with its interval, from the answers.

None where there is nothing to measure; whether it may be shown is decided where it is judged.
"""

from datetime import date

import pandas as pd

from pages.shared.findings import index_numbers, recommend, shares
from pages.shared.findings.gap_intervals import expectation_gap
from pages.shared.findings.on_target import KINDS, share
from pages.shared.findings.promises import Tally
from pages.shared.rows import rows_of
from queries.statistics import intervals, rates
from queries.statistics.intervals import Estimate

Reading = Estimate[float]


def _share(count: int, n: int) -> Reading | None:
    return Estimate(count / n, *intervals.wilson(count, n), n) if n else None


def satisfied(tiers: pd.DataFrame) -> Reading | None:
    """Clients satisfied or better among those heard (`satisfaction/client_tiers`)."""
    return _share(*shares.counts(tiers))


def kept(tally: Tally) -> Reading | None:
    """Promises kept among those that fell due."""
    return _share(tally.kept, tally.n)


def within_target(rows: pd.DataFrame) -> Reading | None:
    """Tickets of all kinds resolved within target among those decided (`service/within_target`)."""
    found = [share(rows, kind) for kind in KINDS]
    return _share(sum(each.within for each in found), sum(each.decided for each in found))


def net_promoter(rows: pd.DataFrame) -> Reading | None:
    """The score in points (`satisfaction/recommend`)."""
    if not recommend.response_count(rows):
        return None
    return intervals.net_promoter(*recommend.counts(rows))


def index(readings: index_numbers.Readings) -> Reading | None:
    """The index of the period by fixed weights; its ends are NaN where one client answered."""
    now = readings.of(index_numbers.NOW)
    return None if now is None else Estimate(now.value, now.low, now.high, now.response_count)


def gap(by_month: pd.DataFrame, minimum_n: int) -> tuple[date, Reading] | None:
    """The last month with enough answers (`satisfaction/gaps_by_month`), and its gap."""
    rows = rows_of(by_month[by_month["answer_count"] >= minimum_n].sort_values("month"))
    if not rows:
        return None
    found, n = expectation_gap(rows[-1]), int(rows[-1]["answer_count"])
    low, high = found.value - found.half_width, found.value + found.half_width
    return rows[-1]["month"].date(), Estimate(found.value, low, high, n)


def complaints(received: int, day_count: int, dispersion: float) -> Reading | None:
    """Complaints a week in so many days; `dispersion`: how much more than chance weeks differ.

    Its n counts the days: complaints are counted, nobody is asked.
    """
    if day_count < 1:
        return None
    weeks = day_count / 7
    low, high = rates.interval(received, weeks, dispersion=dispersion)
    return Estimate(received / weeks, low, high, day_count)
