"""How long complaints take and how old the open ones are (measures.md §6).

An open complaint counts as long as it has been watched (Kaplan and Meier): the median of resolved
ones alone would flatter. Where too many are open, the median is not reached, and that is said.
"""

import pandas as pd

from data.settings import Few
from pages.shared.findings.wording import paragraph, share_of, too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import between, reached
from queries.statistics import survival
from queries.statistics.intervals import Estimate

HALF, NINE_IN_TEN = 0.5, 0.9


def quantile(watched: pd.DataFrame, share: float) -> Estimate[float | None]:
    """Hours by which this share is resolved (rows of `complaints/survival`)."""
    curve = survival.kaplan_meier_of_counts(watched.hours, watched.closed_count, watched.open_count)
    return curve.quantile(share)


def count(watched: pd.DataFrame) -> int:
    """Complaints behind the rows."""
    return int(watched.closed_count.sum() + watched.open_count.sum())


def within(watched: pd.DataFrame, share: float, minimum_n: int) -> str:
    """The quantile with its interval in words: `5.1 days (4.4–6.0 days)`, or too few."""
    n = count(watched)
    if n < minimum_n:
        return too_few_cases(n)
    value, low, high, _n = quantile(watched, share)
    if value is None or low is None:  # all resolved at the same time: no interval
        return reached(value)
    return words.noted(reached(value), between(low, high))


def told(watched: pd.DataFrame, few: Few) -> str:
    """Half of them within how long; the major ones apart."""
    if watched.empty:
        return _("No complaint was received in the period.")
    every = _half(watched, few.minimum_n_median)
    major = watched[watched.severity == "major"]
    if count(major) < few.minimum_n_median or count(major) == count(watched):
        return every
    half = within(major, HALF, few.minimum_n_median)
    return paragraph(every, _("Major ones: {half}.").format(half=half))


def _half(watched: pd.DataFrame, minimum_n: int) -> str:
    n = count(watched)
    if n < minimum_n:
        return ngettext(
            "{count} complaint: too few for a median time.",
            "{count} complaints: too few for a median time.",
            n,
        ).format(count=numbers.number(n))
    if quantile(watched, HALF).value is None:
        return _(
            "So many of the {count} complaints are open that the median time is not reached."
        ).format(count=numbers.number(n))
    half = within(watched, HALF, minimum_n)
    return _("Half of the complaints are resolved within {half}, open ones counted.").format(
        half=half
    )


def table(times: pd.DataFrame, watched: pd.DataFrame, few: Few) -> pd.DataFrame:
    """One row per severity, in words: counts, half and nine in ten within, reopened."""
    rows = []
    for row in rows_of(times):
        own = watched[watched.severity == row["severity"]]
        rows.append(
            {
                "severity": row["severity"],
                "complaint_count": row["complaint_count"],
                "open_count": row["open_count"],
                "half_within": within(own, HALF, few.minimum_n_median),
                "nine_in_ten_within": within(own, NINE_IN_TEN, few.minimum_n_p90),
                "reopened": _reopened(row, few.minimum_n),
            }
        )
    columns = ("severity", "complaint_count", "open_count", "half_within", "nine_in_ten_within")
    return pd.DataFrame(rows, columns=[*columns, "reopened"])


def hidden(times: pd.DataFrame, few: Few) -> pd.DataFrame:
    """The rows for files, without percentiles of too few resolved complaints."""
    resolved = times.complaint_count - times.open_count
    return times.assign(
        resolution_hours_p50=times.resolution_hours_p50.where(resolved >= few.minimum_n_median),
        resolution_hours_p90=times.resolution_hours_p90.where(resolved >= few.minimum_n_p90),
    )


def reopened(times: pd.DataFrame, minimum_n: int) -> str | None:
    """The share that was opened again; None where it is not recorded."""
    n, again = int(times.reopening_known_count.sum()), int(times.reopened_count.sum())
    if n < minimum_n:
        return None
    return _("Reopened: {reopened}.").format(reopened=share_of(again, n))


def _reopened(row: Row, minimum_n: int) -> str:
    n, again = int(row["reopening_known_count"]), int(row["reopened_count"])
    if n == 0:
        return _("not recorded")
    if n < minimum_n:
        return too_few_cases(n)
    return share_of(again, n)


def ages(ageing: pd.DataFrame) -> str:
    """How many are open, how many of them past their date, how old the oldest is."""
    still_open, late = int(ageing.open_count.sum()), int(ageing.overdue_count.sum())
    if still_open == 0:
        return _("No complaint is open.")
    oldest = ageing[ageing.open_count > 0].sort_values("from_days").iloc[-1]
    sentence = ngettext(
        "{count} complaint is open, {late} past the promised date. Its age: {span}.",
        "{count} complaints are open, {late} past the promised date. The oldest: {span}.",
        still_open,
    )
    return sentence.format(
        count=numbers.number(still_open),
        late=numbers.number(late),
        span=span(oldest.from_days, oldest.to_days),
    )


def span(from_days: float, to_days: float | None) -> str:
    """`14 to 30 days`, `90 days or more`, `under 1 day`."""
    low = numbers.number(from_days)
    if to_days is None or pd.isna(to_days):
        return _("{low} days or more").format(low=low)
    if from_days == 0:
        return _("under {high} day").format(high=numbers.number(to_days))
    return _("{low} to {high} days").format(low=low, high=numbers.number(to_days))
