"""Open problems in the order in which to take them up, each with the reason for its place.

The points are those of the settings; the reason names what they were given for, so that nobody has
to believe a number.
"""

from typing import Any

import pandas as pd

from pages.shared.findings.wording import first_of, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import days
from pages.shared.text.vocabulary import KINDS

PAST = ("breached", "overdue")


def headline(counts: pd.DataFrame, first: pd.DataFrame, soon_days: int) -> str:
    """How many are open, past their date, due soon; and what comes first.

    `counts`: `service/open_problems_by_source`; `first`: the first rows of `open_problems`.
    """
    count, past, soon = (int(counts[name].sum()) for name in _COUNTS)
    if count == 0:
        return _("No problem is open.")
    sentence = _open(count, past).format(
        count=numbers.number(count),
        past=numbers.number(past),
        soon=numbers.number(soon),
        days=days(soon_days),
    )
    return paragraph(sentence, _first(first, soon_days))


def _open(count: int, past: int) -> str:
    if count == 1:
        return _("{count} problem is open, {past} past its date, {soon} more due within {days}.")
    return ngettext(
        "{count} problems are open, {past} past its date, {soon} more due within {days}.",
        "{count} problems are open, {past} past their dates, {soon} more due within {days}.",
        past,
    )


_COUNTS = ("open_count", "past_due_count", "due_soon_count")


def _first(rows: pd.DataFrame, soon_days: int) -> str | None:
    for row in rows_of(rows.head(1)):
        why = reason(row, soon_days)
        return _("First: {client} ({why}).").format(client=row["client_name"], why=why)
    return None


def reason(row: Row, soon_days: int) -> str:
    """Why a problem stands where it does, in a few words (one row of `service/open_problems`)."""
    told = [
        _what(row),
        _date(row, soon_days),
        _("VIP client") if row["segment"] == "vip" else None,
        _reopened(_whole(row["reopened_count"])),
        _handed_over(_whole(row["handover_count"])),
        _("waits for the client") if row["state"] == "paused" else None,
    ]
    return words.listed(part for part in told if part)


def _what(row: Row) -> str:
    kind = words.kind(str(row["source"]))
    if not isinstance(row["severity"], str):
        return kind
    return _("{severity} {kind}").format(severity=words.severity(row["severity"]), kind=kind)


def _date(row: Row, soon_days: int) -> str | None:
    if row["state"] in PAST:
        count = -int(row["days_left"])
        past = _("{days} past its date").format(days=days(count))
        return past if count else _("past its time since today")
    left = _whole(row["days_left"])
    if left is None or left > soon_days:
        return None
    return _("due in {days}").format(days=days(left)) if left > 0 else _("due today")


def _reopened(count: int | None) -> str | None:
    if not count:
        return None
    return ngettext("reopened {count} time", "reopened {count} times", count).format(
        count=numbers.number(count)
    )


def _handed_over(count: int | None) -> str | None:
    if not count:
        return None
    return ngettext("handed over {count} time", "handed over {count} times", count).format(
        count=numbers.number(count)
    )


def _whole(value: Any) -> int | None:
    """A whole number of an answer; a column with missing ones comes as fractions."""
    return None if pd.isna(value) else int(value)


def with_reasons(rows: pd.DataFrame, soon_days: int) -> pd.DataFrame:
    """The same rows with the reason for the place in words."""
    why = [reason(row, soon_days) for row in rows_of(rows)]
    return rows.assign(reason=pd.Series(why, index=rows.index, dtype=object))


def table(rows: pd.DataFrame, soon_days: int) -> pd.DataFrame:
    """Points, whose problem, why it stands there, due when, who has it, what it is."""
    told = with_reasons(rows, soon_days)
    columns = ["points", "client_name", "reason", "due_on", "owner", "what", "id", "client_id"]
    return told[columns]


def listed(shown: int, counts: pd.DataFrame) -> str:
    """What the list is ordered by, and how much of it is shown."""
    if shown == 0:
        return _("No problem is open.")
    ordered = _("Most points first: where a problem comes from, how it presses, how hard it is.")
    return paragraph(ordered, first_of(shown, int(counts.open_count.sum())))


def by_source(counts: pd.DataFrame) -> str:
    """Where most open problems come from, and most of those past their date."""
    if counts.empty:
        return _("No problem is open.")
    most = counts.sort_values("open_count", ascending=False, kind="stable").iloc[0]
    late = counts.sort_values("past_due_count", ascending=False, kind="stable").iloc[0]
    said = _("Most open: {kind}, {count} of {n}.").format(
        kind=words.kind(str(most.source)),
        count=numbers.number(most.open_count),
        n=numbers.number(counts.open_count.sum()),
    )
    if late.past_due_count == 0:
        return paragraph(said, _("None is past its date."))
    overdue = _("Most past their dates: {kind}, {count} of {n}.")
    return paragraph(
        said,
        overdue.format(
            count=numbers.number(late.past_due_count),
            n=numbers.number(counts.past_due_count.sum()),
            kind=words.kind(str(late.source)),
        ),
    )


def split(counts: pd.DataFrame) -> pd.DataFrame:
    """Per source three parts that add up: past its date, due soon, and the others."""
    others = counts.open_count - counts.past_due_count - counts.due_soon_count
    parts = counts[["source", "past_due_count", "due_soon_count"]].assign(other_count=others)
    order = parts.source.map(list(KINDS).index)
    return parts.assign(order=order).sort_values("order").set_index("source").drop(columns="order")
