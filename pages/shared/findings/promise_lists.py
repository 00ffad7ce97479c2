"""Lists of promises: late ones, and those that are due soon; the page shows the first of them."""

import pandas as pd

from pages.shared.findings.promises import Tally
from pages.shared.findings.wording import first_of, paragraph
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import days


def late(rows: pd.DataFrame, now: Tally) -> str:
    """How many were broken or are overdue, and which is the latest (`broken_promises`)."""
    if rows.empty:
        return _("No promise that fell due was late.")
    worst = rows.iloc[0]
    return paragraph(
        _("{broken} done late, {overdue} past their first date and still open.").format(
            broken=numbers.number(now.broken), overdue=numbers.number(now.overdue)
        ),
        _("The latest, by {days}: {client}.").format(
            days=days(int(worst.days_late)), client=worst.client_name
        ),
        first_of(len(rows), now.broken + now.overdue),
    )


def due(kinds: pd.DataFrame, shown: int, days_ahead: int) -> str:
    """How many open promises are past their date, and how many are due soon, by kind.

    `kinds`: the rows of `service/promises_due_by_kind`; `shown`: rows in the table.
    """
    past, soon = int(kinds.past_due_count.sum()), int(kinds.due_soon_count.sum())
    if past + soon == 0:
        return _("Nothing is past its date, and nothing is due in the next {days}.").format(
            days=days(days_ahead)
        )
    return paragraph(
        ngettext(
            "{count} open promise is due in the next {days}",
            "{count} open promises are due in the next {days}",
            soon,
        ).format(count=numbers.number(soon), days=days(days_ahead))
        + _of_kinds(kinds, "due_soon_count"),
        ngettext(
            "{count} is past the date last agreed",
            "{count} are past the date last agreed",
            past,
        ).format(count=numbers.number(past))
        + _of_kinds(kinds, "past_due_count"),
        first_of(shown, past + soon),
    )


def _of_kinds(kinds: pd.DataFrame, column: str) -> str:
    """`: fault 3, delivery 1.`, or the end of the sentence where there is none."""
    some = kinds[kinds[column] > 0]
    if some.empty:
        return _(".")
    named = [
        _("{name} {count}").format(name=words.kind(kind), count=numbers.number(count))
        for kind, count in zip(some.kind, some[column], strict=True)
    ]
    return _(": {list}.").format(list=words.listed(named))


def late_table(rows: pd.DataFrame) -> pd.DataFrame:
    """What was promised to whom by whom, how late it is and whether it was moved."""
    moved = rows.is_moved.map({True: _("yes"), False: _("no")}).astype(object)
    columns = ["days_late", "state", "client_name", "what", "kind", "made_by", "first_due_on"]
    return rows[[*columns, "done_on", "client_id"]].assign(moved=moved, what=_what(rows))


def due_table(rows: pd.DataFrame) -> pd.DataFrame:
    """What is due when, to whom, by whom."""
    when = [
        left(int(count), is_past)
        for count, is_past in zip(rows.days_left, rows.is_past_due, strict=True)
    ]
    columns = ["due_on", "client_name", "what", "kind", "made_by", "first_due_on", "client_id"]
    shown = rows[columns].assign(what=_what(rows))
    shown.insert(1, "when", pd.Series(when, index=rows.index, dtype=object))
    shown["first_due_on"] = rows.first_due_on.where(rows.is_moved)
    return shown.rename(columns={"first_due_on": "moved_from"})


def _what(rows: pd.DataFrame) -> pd.Series:
    """What was promised; the number of a ticket or complaint that nothing is said of."""
    return rows.what.where(rows.what.notna(), rows.promise_id)


def left(count: int, is_past: bool) -> str:
    """How a date stands to the day looked at: `3 days past`, `due today`, `in 2 days`."""
    if is_past and count >= 0:
        return _("past since today")
    if count == 0:
        return _("due today")
    template = _("in {days}") if count > 0 else _("{days} past")
    return template.format(days=days(abs(count)))
