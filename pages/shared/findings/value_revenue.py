"""Does revenue rise while tiers fall? Then satisfaction warns of what revenue does not show yet."""

from datetime import date

import pandas as pd

from pages.shared.findings.shares import Change, difference
from pages.shared.findings.wording import (
    LADDER,
    MOST_ROWS,
    SATISFIED,
    few_names,
    first_of,
    paragraph,
    points,
    too_few_twice,
)
from pages.shared.text import _, dates, ngettext, numbers

SMALLEST_CHANGE = 0.0005  # what one decimal of a per cent can show


def told(rows: pd.DataFrame, since: date, currency: str, minimum_n: int) -> str:
    """Revenue and tiers of all, then whose revenue rose while the tier fell.

    `rows`: `clients/revenue_and_tiers`; `since`: the day that the earlier tiers are of.
    """
    if rows.revenue.isna().all():
        return _("No revenue is recorded here: a file revenue.csv would show it beside the tiers.")
    if rows.previous_revenue.isna().all():
        return _(
            "Revenue is recorded from {month}: too short for twelve months and twelve before."
        ).format(month=dates.month(rows.recorded_from.iloc[0]))
    return paragraph(revenue(rows, currency), tiers(rows, since, minimum_n), flagged(rows))


def revenue(rows: pd.DataFrame, currency: str) -> str:
    """The sum of the twelve months, and how it stands to the twelve before."""
    now, before = float(rows.revenue.sum()), float(rows.previous_revenue.sum())
    month, amount = dates.month(rows.to_month.iloc[0]), numbers.short_money(now, currency)
    change = now / before - 1 if before else float("nan")
    if not abs(change) >= SMALLEST_CHANGE:
        same = _("Revenue of the twelve months to {month} was {amount}, as in the twelve before.")
        unknown = _("Revenue of the twelve months to {month} was {amount}.")
        return (same if before else unknown).format(month=month, amount=amount)
    sentence = (
        _("Revenue of the twelve months to {month} was {amount}, {share} more than before.")
        if change > 0
        else _("Revenue of the twelve months to {month} was {amount}, {share} less than before.")
    )
    share = numbers.percent(abs(change), 1)
    return sentence.format(month=month, amount=amount, share=share)


def tiers(rows: pd.DataFrame, since: date, minimum_n: int) -> str:
    """The change of the share satisfied or better among clients heard both times, by McNemar."""
    found, day = change(rows), dates.day(since)
    if found.heard < minimum_n:
        return too_few_twice(found.heard)
    moved = difference(found)
    if not moved.is_more_than_noise:
        return _("The share satisfied or better shows no clear change since {day}.").format(day=day)
    sentence = (
        _("The share satisfied or better rose by {points} points ({interval}) since {day}.")
        if moved.value > 0
        else _("The share satisfied or better fell by {points} points ({interval}) since {day}.")
    )
    least, most = sorted(abs(100 * end) for end in (moved.low, moved.high))
    return sentence.format(
        points=points(moved.value), interval=numbers.interval_text(least, most), day=day
    )


def change(rows: pd.DataFrame) -> Change:
    """Who crossed into or out of `satisfied`, of those heard both times that stayed."""
    both = rows[rows.tier_before.notna() & rows.tier_after.isin(LADDER)]
    now, before = both.tier_after.isin(SATISFIED), both.tier_before.isin(SATISFIED)
    return Change(int((now & ~before).sum()), int((before & ~now).sum()), len(both))


def flagged(rows: pd.DataFrame) -> str:
    """Whose revenue rose while the tier fell, named when few."""
    named = list(rows.client_name[rows.is_flagged.astype(bool)])
    if not named:
        return _("No client brings more revenue while its tier fell.")
    few, count = few_names(named), numbers.number(len(named))
    if few is None:
        return _("{count} clients bring more revenue though their tier fell.").format(count=count)
    return ngettext(
        "{count} client brings more revenue though its tier fell: {names}.",
        "{count} clients bring more revenue though their tier fell: {names}.",
        len(named),
    ).format(count=count, names=few)


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The flagged clients: tiers, both revenues and the change; at most `MOST_ROWS` of them."""
    warned = rows[rows.is_flagged.astype(bool)].head(MOST_ROWS)
    columns = ["client_id", "client_name", "tier_before", "tier_after", "previous_revenue"]
    shown = warned[[*columns, "revenue"]].copy()
    shown["revenue_change_share"] = (
        warned.revenue / warned.previous_revenue.where(warned.previous_revenue > 0) - 1
    )
    return shown.assign(manager=warned.manager).round({"previous_revenue": 0, "revenue": 0})


def left_out(rows: pd.DataFrame) -> str | None:
    """Said where the table does not hold all that are flagged."""
    count = int(rows.is_flagged.sum())
    return first_of(min(count, MOST_ROWS), count)
