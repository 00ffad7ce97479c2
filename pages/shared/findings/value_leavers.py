"""Who left, for which reasons, and what went with them: the company's own counts.

Percentages that books quote for such reasons have no sound source and are not shown.
"""

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings.wording import (
    MOST_ROWS,
    first_of,
    paragraph,
    share_of,
    too_few_cases,
)
from pages.shared.text import _, dates, ngettext, numbers, words

NOT_RECORDED = "not recorded"


def told(leavers: pd.DataFrame, view: View, currency: str) -> str:
    """How many left, the reasons, and the revenue that went (`clients/leavers`)."""
    period = dates.days(view.since, view.until)
    if leavers.empty:
        return _("No external client left, {period}.").format(period=period)
    sentence = ngettext(
        "{count} external client left, {period}: {reasons}.",
        "{count} external clients left, {period}: {reasons}.",
        len(leavers),
    ).format(count=numbers.number(len(leavers)), period=period, reasons=_named(leavers))
    shown = first_of(min(len(leavers), MOST_ROWS), len(leavers))
    return paragraph(sentence, went_with_them(leavers, currency), shown)


def _named(leavers: pd.DataFrame) -> str:
    counts = _reasons(leavers).value_counts(sort=False).sort_values(ascending=False, kind="stable")
    return words.join(
        _("{name} {count}").format(name=_worded(str(reason)), count=numbers.number(count))
        for reason, count in counts.items()
    )


def _reasons(leavers: pd.DataFrame) -> "pd.Series[str]":
    return leavers.left_because.astype(object).where(leavers.left_because.notna(), NOT_RECORDED)


def _worded(reason: str) -> str:
    return _("no reason recorded") if reason == NOT_RECORDED else words.leaving(reason)


def went_with_them(leavers: pd.DataFrame, currency: str) -> str | None:
    """Revenue of their last twelve months, and of how many it is known; None where of nobody."""
    known = int(leavers.revenue.notna().sum())
    if not known:
        return None
    return _("Revenue of the twelve months before: {amount} (known of {count}).").format(
        amount=numbers.short_money(leavers.revenue.sum(), currency), count=numbers.number(known)
    )


def by_reason(leavers: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """why, client_count, share_told, revenue, worth: most first; shares from `minimum_n` on."""
    rows = leavers.assign(why=_reasons(leavers).map(_worded))
    grouped = rows.groupby("why", sort=False)
    summed = grouped[["revenue", "worth"]].sum(min_count=1).assign(client_count=grouped.size())
    ranked = summed.reset_index().sort_values("client_count", ascending=False, kind="stable")
    n = len(leavers)
    shares = [
        share_of(int(count), n) if n >= minimum_n else too_few_cases(n)
        for count in ranked.client_count
    ]
    told = ranked.assign(share_told=pd.Series(shares, index=ranked.index, dtype=object))
    return (
        told[["why", "client_count", "share_told", "revenue", "worth"]]
        .round(0)
        .reset_index(drop=True)
    )


def reasons_told(leavers: pd.DataFrame) -> str:
    """The reason given most often, or that no one stands out."""
    counts = leavers.left_because.dropna().value_counts()
    if counts.empty:
        return _("Nobody's reason for leaving is recorded.")
    most = [words.leaving(str(reason)) for reason in counts.index[counts == counts.max()]]
    if len(most) > 1:
        return _("No reason stands out: {reasons} were given equally often.").format(
            reasons=words.join(most)
        )
    return _("Given most often: {reason}, by {count} of {n}.").format(
        reason=most[0], count=numbers.number(counts.max()), n=numbers.number(len(leavers))
    )


def table(leavers: pd.DataFrame) -> pd.DataFrame:
    """Who left when, why, from which tier, and what went with them: the latest of them."""
    columns = ["client_id", "client_name", "left_on", "left_because", "tier_before"]
    shown = leavers[[*columns, "revenue", "worth"]].head(MOST_ROWS)
    return shown.round({"revenue": 0, "worth": 0})
