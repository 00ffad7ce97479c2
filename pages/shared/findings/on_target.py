"""Are tickets answered and resolved within their target, and has that changed (measures.md §6)?

A share is of those that are decided: the clock has stopped, or still runs past its target. Leaving
the late open ones out would flatter.
"""

from datetime import date
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from pages.shared.findings.wording import no_clear_change, paragraph, share_of, too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import HIDDEN
from pages.shared.suppression_tables import Line, hide_along
from pages.shared.text import _, dates, numbers, words
from queries.statistics import intervals, many
from queries.statistics.intervals import Interval

KINDS = ("fault", "requirement", "delivery")
CLOCKS = ("first_response", "resolution")
GROUPS = ("all", "severity", "segment")
SHARES = ("share", "share_low", "share_high")


class Share(NamedTuple):
    """Tickets within their target, and those decided."""

    within: int
    decided: int


def share(within: pd.DataFrame, kind: str, clock: str = "resolution") -> Share:
    """The share of a kind as a whole (rows of `service/within_target`)."""
    row = within[(within.kind == kind) & (within.grouped_by == "all")]
    return Share(int(row[f"{clock}_within"].sum()), int(row[f"{clock}_decided"].sum()))


def in_short(found: Share, minimum_n: int) -> str:
    """`89% (86–92)`, or why there is no share."""
    if found.decided < max(minimum_n, 1):
        return _why(found.decided)
    low, high = intervals.wilson(*found)
    told = numbers.percent(found.within / found.decided)
    return words.noted(told, numbers.interval_text(100 * low, 100 * high))


def difference(now: Share, before: Share, minimum_n: int) -> Interval | None:
    """Interval of the change, both shares on their own tickets; None where either is too few."""
    return intervals.newcombe(*now, *before) if _is_enough(now, before, minimum_n) else None


def _is_enough(one: Share, other: Share, minimum_n: int) -> bool:
    return min(one.decided, other.decided) >= max(minimum_n, 1)


def change(now: Share, before: Share, minimum_n: int) -> str:
    """The change in points when it is more than noise: `−6 points (−10 to −1)`."""
    between = difference(now, before, minimum_n)
    if between is None:
        return _("nothing to compare with")
    if not between.excludes_zero:
        return _("no clear change")
    value = now.within / now.decided - before.within / before.decided
    ends = numbers.interval_text(100 * between.low, 100 * between.high, 1, "signed")
    return _("{points} points ({interval})").format(
        points=numbers.signed(100 * value), interval=ends
    )


def changes(now: pd.DataFrame, before: pd.DataFrame, since: date, minimum_n: int) -> str | None:
    """Which kinds changed by more than noise since then; None where nothing can be compared."""
    pairs = {kind: (share(now, kind), share(before, kind)) for kind in KINDS}
    compared = {
        kind: between
        for kind, pair in pairs.items()
        if (between := difference(*pair, minimum_n)) is not None
    }
    if not compared:
        return _("There are no earlier tickets to compare with.") if len(now) else None
    clear = {kind: between for kind, between in compared.items() if between.excludes_zero}
    if not clear:
        return no_clear_change(since)
    return paragraph(*(_changed(kind, *pairs[kind], clear[kind], since) for kind in clear))


def _changed(kind: str, now: Share, before: Share, between: Interval, since: date) -> str:
    sentence = (
        _("{kind} rose by {points} points ({interval}) since {day}.")
        if between.low > 0
        else _("{kind} fell by {points} points ({interval}) since {day}.")
    )
    value = now.within / now.decided - before.within / before.decided
    least, most = sorted(abs(100 * end) for end in between)
    return sentence.format(
        kind=words.capital(words.kind(kind)),
        points=numbers.number(abs(100 * value), 1),
        interval=numbers.interval_text(least, most, 1),
        day=dates.day(since),
    )


def overall(within: pd.DataFrame, minimum_n: int) -> str:
    """The share of each kind that has tickets, in one sentence."""
    told = [
        _("{name} {count}").format(name=words.kind(kind), count=in_short(found, minimum_n))
        for kind in KINDS
        if kind in set(within.kind)
        for found in [share(within, kind)]
    ]
    if not told:
        return _("No ticket was opened in the period.")
    return _("Resolved within target: {parts}.").format(parts=words.join(told))


def lowest(within: pd.DataFrame, minimum_n: int) -> str:
    """The severity furthest below the rest of its kind; said only when it is more than noise.

    All severities are tested together: one of so many would be the lowest by chance alone.
    """
    severities = within[within.grouped_by == "severity"]
    pairs = [(row, _against_rest(row, severities)) for row in rows_of(severities)]
    tested = [(row, pair) for row, pair in pairs if _is_enough(*pair, minimum_n)]
    if not tested:
        return _("Too few tickets are decided to compare severities.")
    clear = many.stand_out([many.p_value(*own, *rest) for _row, (own, rest) in tested])
    found = [
        (intervals.newcombe(*own, *rest).high, row)
        for (row, (own, rest)), is_clear in zip(tested, clear, strict=True)
        if is_clear
    ]
    high, row = min(found, key=itemgetter(0), default=(0.0, {}))
    if high >= 0:
        return _("No severity is clearly below the others of its kind.")
    return _("Furthest below its kind: {kind}, {severity}, {share}.").format(
        kind=words.kind(row["kind"]),
        severity=words.severity(row["value"]),
        share=share_of(int(row["resolution_within"]), int(row["resolution_decided"])),
    )


def _against_rest(row: Row, severities: pd.DataFrame) -> tuple[Share, Share]:
    rest = severities[(severities.kind == row["kind"]) & (severities.value != row["value"])]
    own = Share(int(row["resolution_within"]), int(row["resolution_decided"]))
    return own, Share(int(rest.resolution_within.sum()), int(rest.resolution_decided.sum()))


def shown(within: pd.DataFrame, minimum_n: int, clock: str = "resolution") -> pd.DataFrame:
    """Per row the share of one clock with its Wilson interval; hidden where too few are decided.

    Columns: kind, grouped_by, value, within_count, decided_count, share, share_low, share_high
    (0–1) and `hidden`. Where one severity or segment of a kind is hidden, so is a second.
    """
    rows = within[["kind", "grouped_by", "value"]].assign(
        within_count=within[f"{clock}_within"], decided_count=within[f"{clock}_decided"]
    )
    ends = [
        intervals.wilson(count, n) if n else (float("nan"), float("nan"))
        for count, n in zip(rows.within_count.tolist(), rows.decided_count.tolist(), strict=True)
    ]
    rows["share"] = rows.within_count / rows.decided_count.where(rows.decided_count > 0)
    rows["share_low"], rows["share_high"] = zip(*ends, strict=True) if ends else ((), ())
    return _hidden(rows, minimum_n)


def _hidden(rows: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    values = ["within_count", *SHARES]
    return hide_along(
        rows, "decided_count", values, _lines(rows), minimum_n, numerator="within_count", few=_why
    )


def _lines(rows: pd.DataFrame) -> list[Line]:
    """Severities and segments of a kind both add up to the kind."""
    is_whole = rows.grouped_by == "all"
    whole = {kind: cell for cell, kind in rows.kind[is_whole].items()}
    groups = rows[~is_whole].groupby(["kind", "grouped_by"], sort=False)
    kinds = [each.kind.iloc[0] for _by, each in groups]
    return [
        Line(tuple(each.index), whole.get(kind, kind))
        for kind, (_by, each) in zip(kinds, groups, strict=True)
    ]


def _why(count: int) -> str:
    return too_few_cases(count) if count else _("none decided yet")


def labelled(shown: pd.DataFrame) -> pd.DataFrame:
    """The same with `label` and `is_whole`: the kind itself, then its severities and segments."""
    labels = [_group(row) for row in rows_of(shown)]
    rank = shown.kind.map(KINDS.index) * 10 + shown.grouped_by.map(GROUPS.index)
    told = shown.assign(label=labels, is_whole=shown.grouped_by == "all", _rank=rank)
    return told.sort_values("_rank", kind="stable").drop(columns="_rank")


def _group(row: Row) -> str:
    if row["grouped_by"] == "all":
        return words.capital(words.kind(row["kind"]))
    return (words.severity if row["grouped_by"] == "severity" else words.segment)(row["value"])


def both_clocks(within: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The rows for files: the shares of both clocks below each other, groups in words."""
    told = [
        labelled(shown(within, minimum_n, clock)).assign(clock=clock) for clock in reversed(CLOCKS)
    ]
    columns = ["kind", "label", "clock", "within_count", "decided_count", *SHARES, HIDDEN]
    return pd.concat(told)[columns].rename(columns={"label": "group"})
