"""What became of the promises that fell due: kept, broken, or still open (measures.md §6).

On time is kept / (kept + broken + overdue); to leave out those still open would flatter.
"""

from typing import NamedTuple

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings import standing_out
from pages.shared.findings.wording import paragraph, points, share_of, too_few_cases
from pages.shared.rows import rows_of
from pages.shared.suppression import hide_few
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.vocabulary import KINDS
from queries.statistics import intervals

OUTCOMES = ["kept", "broken", "overdue"]


class Tally(NamedTuple):
    """Promises that fell due or were kept: by outcome, and how many of them were moved."""

    kept: int = 0
    broken: int = 0
    overdue: int = 0
    moved: int = 0

    @property
    def n(self) -> int:
        """All of them."""
        return self.kept + self.broken + self.overdue


def tally(rows: pd.DataFrame) -> Tally:
    """All rows of `service/promises_by_month` together."""
    return Tally(*(int(rows[name].sum()) for name in Tally._fields))


def headline(now: Tally, before: Tally, view: View, minimum_n: int) -> str:
    """How many fell due, how many are done, late, open; the share kept and its change."""
    return paragraph(*counted(now), kept(now, minimum_n), change(now, before, view, minimum_n))


def counted(now: Tally) -> list[str]:
    """How many fell due and what became of them, in one sentence."""
    if now.n == 0:
        return [_("No promised date fell due in the period.")]
    sentence = ngettext(
        "{count} promised date fell due: {done} done ({late} of them late), {open} still open.",
        "{count} promised dates fell due: {done} done ({late} of them late), {open} still open.",
        now.n,
    )
    told = {"done": now.kept + now.broken, "late": now.broken, "open": now.overdue, "count": now.n}
    return [sentence.format(**{name: numbers.number(count) for name, count in told.items()})]


def kept(now: Tally, minimum_n: int) -> str | None:
    """The share kept with its interval; None where nothing fell due."""
    if now.n == 0:
        return None
    if now.n < minimum_n:
        return _("Too few for a share ({count}).").format(count=numbers.number(now.n))
    return _("Kept by the first date: {share}.").format(share=share_of(now.kept, now.n))


def interval(now: Tally, minimum_n: int) -> str | None:
    """The interval of that share in per cent; None where they are too few."""
    if now.n < minimum_n:
        return None
    return numbers.interval_text(*intervals.wilson(now.kept, now.n), style="percent")


def change(now: Tally, before: Tally, view: View, minimum_n: int) -> str | None:
    """The change of the share kept against the period of comparison, when it is more than noise."""
    if now.n < minimum_n:
        return None
    period = dates.days(view.previous_since, view.previous_until)
    if before.n < minimum_n:
        return _("Too few fell due in {period} to compare with ({count}).").format(
            period=period, count=numbers.number(before.n)
        )
    difference = intervals.newcombe(now.kept, now.n, before.kept, before.n)
    nearest = round(100 * min(abs(difference.low), abs(difference.high)), 1)
    if not difference.excludes_zero or not nearest:  # an end that is written 0.0 tells nothing
        return _("No clear change against {period}.").format(period=period)
    sentence = (
        _("That is {points} points more than in {period} (difference {interval}).")
        if difference.low > 0
        else _("That is {points} points less than in {period} (difference {interval}).")
    )
    return sentence.format(
        points=points(now.kept / now.n - before.kept / before.n),
        period=period,
        interval=numbers.interval_text(100 * difference.low, 100 * difference.high, 1, "signed"),
    )


def over_time(months: pd.DataFrame, minimum_n: int) -> str:
    """The months shown, and the one in which the smallest share was kept, all kinds together."""
    whole, summed = tally(months), by_month(months, minimum_n)
    enough = summed[summed.promise_count >= minimum_n]
    if enough.empty:
        return paragraph(*counted(whole))
    worst = enough.sort_values("kept_share", kind="stable").iloc[0]
    fell_due = int(worst[OUTCOMES].sum())
    return paragraph(
        _("Of {count} promises that fell due, {kept} were kept by the first date.").format(
            count=numbers.number(whole.n), kept=numbers.number(whole.kept)
        ),
        _("Fewest in {month}: {share}.").format(
            month=dates.month(worst.month), share=share_of(int(worst.kept), fell_due)
        ),
    )


def by_month(rows: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """All kinds together: month, counts, kept_share with share_low and share_high, few hidden."""
    summed = rows.groupby("month", as_index=False)[list(Tally._fields)].sum()
    return _with_shares(summed, minimum_n)


def by_kind(rows: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """All months together: kind, counts, promise_count, kept_share and its interval, few hidden."""
    summed = rows.groupby("kind", as_index=False)[list(Tally._fields)].sum()
    ranked = summed.sort_values("kind", key=lambda kinds: kinds.map(list(KINDS).index))
    shared = _with_shares(ranked.reset_index(drop=True), minimum_n)
    return shared[shared.promise_count > 0].reset_index(drop=True)


def _with_shares(counts: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    fell_due = counts[OUTCOMES].sum(axis=1)
    ends = [
        intervals.wilson(int(done), int(n)) if n else (None, None)
        for done, n in zip(counts.kept, fell_due, strict=True)
    ]
    told = counts.assign(
        promise_count=fell_due,
        kept_share=counts.kept / fell_due.where(fell_due > 0),
        share_low=pd.Series([low for low, _high in ends], counts.index, dtype=float),
        share_high=pd.Series([high for _low, high in ends], counts.index, dtype=float),
    )
    shares = ["kept_share", "share_low", "share_high"]
    return hide_few(told, "promise_count", shares, minimum_n, total_shown=False)


def kinds(rows: pd.DataFrame, minimum_n: int) -> str:
    """Which kinds are kept clearly less, or more, than the others."""
    found = standing_out.sides(rows, minimum_n)
    if (rows.promise_count >= minimum_n).sum() < 2:
        return _("Too few of each kind to compare.")
    less, more = rows[found == standing_out.LESS], rows[found == standing_out.MORE]
    said = (
        _("Kept clearly less than the others: {kinds}.").format(kinds=_named(less)),
        _("Kept clearly more: {kinds}.").format(kinds=_named(more)),
    )
    told = paragraph(said[0] if len(less) else None, said[1] if len(more) else None)
    return told or _("No clear difference between the kinds of promises.")


def _named(rows: pd.DataFrame) -> str:
    return words.join(
        words.labelled(words.kind(kind), share_of(int(kept), int(n)))
        for kind, kept, n in zip(rows.kind, rows.kept, rows.promise_count, strict=True)
    )


def moved(now: Tally, minimum_n: int) -> str:
    """How many of those that fell due were moved to a later date."""
    if now.n < minimum_n:
        return _("Moved to a later date: {count}.").format(count=numbers.number(now.moved))
    return _("Moved to a later date: {share}. Each is judged by its first date.").format(
        share=share_of(now.moved, now.n)
    )


def moved_table(kinds: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """Per kind: how many fell due, how many were moved, and the share with its interval."""
    told = [
        share_of(int(row["moved"]), int(row["promise_count"]))
        if row["promise_count"] >= minimum_n
        else too_few_cases(row["promise_count"])
        for row in rows_of(kinds)
    ]
    shown = kinds[["kind", "promise_count", "moved"]].copy()
    return shown.assign(moved_share_told=pd.Series(told, index=shown.index, dtype=object))


def shares_told(kinds: pd.DataFrame) -> list[str]:
    """The share kept behind each bar, or that it is hidden; the bar itself tells how few."""
    return [
        _("too few") if pd.isna(share) else numbers.percent(share) for share in kinds.kept_share
    ]
