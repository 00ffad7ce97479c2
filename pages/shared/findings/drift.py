"""Did service change, or what clients expect of it (measures.md §2, drift)?

Δgap = Δperceived − Δexpected over the clients heard in both periods. A gap that falls is said to
worsen, not to widen: it may start above 0.
"""

import math

import pandas as pd

from pages.shared.findings.gap_intervals import Gap, difference, expectation_gap, half_width
from pages.shared.findings.wording import nothing_earlier, paragraph, too_few_twice
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import hide_few
from pages.shared.text import _, dates, ngettext, numbers, words

NUMBERS = (
    "perceived_change",
    "expected_change",
    "gap_change",
    "perceived_change_spread",
    "expected_change_spread",
    "gap_change_spread",
    "gap_low",
    "gap_high",
)


def overall(drift: pd.DataFrame, minimum_n: int, population: int | None = None) -> str:
    """The change of the whole gap, split (`overall` row of `satisfaction/drift`)."""
    rows = rows_of(drift[drift.dimension == "overall"])
    if not rows or rows[0]["client_count"] == 0:
        return nothing_earlier()
    row = rows[0]
    if int(row["client_count"]) < minimum_n:
        return too_few_twice(int(row["client_count"]))
    return _whole(row, _verdict(row, gap_change(row, population)))


def in_short(drift: pd.DataFrame, minimum_n: int, population: int | None = None) -> str | None:
    """What became of the whole gap, as a part of a sentence; None where it cannot be told."""
    rows = rows_of(drift[drift.dimension == "overall"])
    if not rows or int(rows[0]["client_count"]) < max(minimum_n, 1):
        return None
    return _verdict(rows[0], gap_change(rows[0], population))


def client_count(drift: pd.DataFrame) -> int:
    """Clients heard in both periods."""
    return int(drift.client_count[drift.dimension == "overall"].sum())


def interval(drift: pd.DataFrame, minimum_n: int, population: int | None = None) -> str | None:
    """The interval of the change of the whole gap; None when too few were heard both times."""
    rows = drift[(drift.dimension == "overall") & (drift.client_count >= minimum_n)]
    for row in rows_of(rows):
        change = gap_change(row, population)
        ends = change.value - change.half_width, change.value + change.half_width
        return numbers.interval_text(*ends, decimals=1, style="signed")
    return None


def by_dimension(drift: pd.DataFrame, minimum_n: int, population: int | None = None) -> str | None:
    """The dimensions whose gap changed by more than noise; None when none can be judged."""
    rows = drift[(drift.dimension != "overall") & (drift.client_count >= minimum_n)]
    changes = [
        (words.dimension(row["dimension"]), gap_change(row, population))
        for row in rows_of(rows.sort_values("gap_change"))
    ]
    if not changes:
        return None
    worse = [_named(name, change) for name, change in changes if change.is_below()]
    better = [_named(name, change) for name, change in reversed(changes) if change.is_above()]
    if not worse and not better:
        return _("No clear change in any dimension.")
    return paragraph(
        _("Clearly worse: {names}.").format(names=words.join(worse)) if worse else None,
        _("Clearly better: {names}.").format(names=words.join(better)) if better else None,
    )


def _named(name: str, change: Gap) -> str:
    return _("{name} ({gap})").format(name=name, gap=numbers.signed(change.value))


def shown(drift: pd.DataFrame, minimum_n: int, population: int | None = None) -> pd.DataFrame:
    """The changes with the interval of `gap_change` (gap_low, gap_high); too few clients hidden."""
    widths = [gap_change(row, population).half_width for row in rows_of(drift)]
    width = pd.Series(widths, index=drift.index, dtype=float)
    told = drift.assign(gap_low=drift.gap_change - width, gap_high=drift.gap_change + width)
    return hide_few(told, "client_count", NUMBERS, minimum_n)


def gap_change(row: Row, population: int | None = None) -> Gap:
    """The change of the gap with the half-width of its interval over clients."""
    value = float(row["gap_change"])
    spread, n = float(row["gap_change_spread"]), int(row["client_count"])
    return Gap(value, half_width(spread, n, population))


def _is_clear(change: Gap) -> bool:
    return change.is_below() or change.is_above()


def _whole(row: Row, verdict: str) -> str:
    count = int(row["client_count"])
    return ngettext(
        "Service {service}, expectations {expectations}: {verdict}"
        " ({count} client heard both times).",
        "Service {service}, expectations {expectations}: {verdict}"
        " ({count} clients heard both times).",
        count,
    ).format(verdict=verdict, count=numbers.number(count), **_parts(row))


def _parts(row: Row) -> dict[str, str]:
    return {
        "service": numbers.signed(row["perceived_change"]),
        "expectations": numbers.signed(row["expected_change"]),
    }


def _verdict(row: Row, change: Gap) -> str:
    """What became of the gap; whichever of the two pushed further in its direction is the cause."""
    if not _is_clear(change):
        return _("no clear change of the gap")
    points = numbers.number(abs(change.value), 1)
    service, hopes = row["perceived_change"], row["expected_change"]
    if change.value < 0:
        return _worsened(points, because_of_expectations=hopes > -service)
    return _improved(points, because_of_expectations=-hopes > service)


def _worsened(points: str, *, because_of_expectations: bool) -> str:
    if because_of_expectations:
        return _("the gap worsened by {points} because expectations rose").format(points=points)
    return _("the gap worsened by {points} because service fell").format(points=points)


def _improved(points: str, *, because_of_expectations: bool) -> str:
    if because_of_expectations:
        return _("the gap improved by {points} because expectations fell").format(points=points)
    return _("the gap improved by {points} because service rose").format(points=points)


def over_time(by_month: pd.DataFrame, minimum_n: int, *, in_short: bool = False) -> str:
    """The gap of the first and the last month with enough answers (`satisfaction/gaps_by_month`).

    `in_short`: months without their years, for where no more than twelve are shown.
    The months are taken as independent though they share clients: rather too careful.
    """
    rows = rows_of(by_month[by_month.answer_count >= minimum_n].sort_values("month"))
    if len(rows) < 2:
        return _("Too few months with answers for a comparison.")
    first, last = rows[0], rows[-1]
    change = difference(expectation_gap(last), expectation_gap(first))
    sentence, month = (
        (_("Gap {before} in {first}, {now} in {last}: {verdict}."), dates.month_name)
        if in_short
        else (_("The gap was {before} in {first} and {now} in {last}: {verdict}."), dates.month)
    )
    return sentence.format(
        before=numbers.signed(first["expectation_gap"]),
        now=numbers.signed(last["expectation_gap"]),
        first=month(first["month"]),
        last=month(last["month"]),
        verdict=_better_or_worse(change),
    )


def _better_or_worse(change: Gap) -> str:
    if math.isnan(change.half_width):
        return _("one client, no interval")
    if change.is_below():
        return _("it worsened by {points}").format(points=numbers.number(-change.value, 1))
    if change.is_above():
        return _("it improved by {points}").format(points=numbers.number(change.value, 1))
    return _("no clear change")
