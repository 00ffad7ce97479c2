"""Were the clients won back after their complaints (measures.md §7)?

A client may come back on the first day and is given up only after the last, so of complaints
still watched nearly all that are decided are recovered: the share is of those whose days are over.
"""

from datetime import date

import pandas as pd

from pages.shared.findings.wording import few_names, paragraph, share_of
from pages.shared.text import _, dates, ngettext, numbers


def told(
    recovery: pd.DataFrame, since: date, days: int, few: int, *, in_short: bool = False
) -> str:
    """How many clients are satisfied or better again, of those watched to the end.

    `recovery`: the rows of `complaints/recovery` from `since` on; `days`: how long a client is
    watched; `few`: complaints that a share needs; `in_short`: without those still watched.
    """
    if recovery.empty:
        return _("No complaint was resolved since {day}.").format(day=dates.day(since))
    over = recovery[recovery.is_over]
    won, n = count(over, "recovered"), int(over.complaint_count.sum())
    if n == 0:
        return paragraph(
            _("No client has been watched for {days} days after its complaint yet.").format(
                days=numbers.number(days)
            ),
            _watched(recovery),
        )
    return paragraph(_won(won, n, since, days, few), None if in_short else _watched(recovery))


def count(recovery: pd.DataFrame, *outcomes: str) -> int:
    """Complaints with one of these outcomes."""
    return int(recovery.complaint_count[recovery.outcome.isin(outcomes)].sum())


def _won(won: int, n: int, since: date, days: int, few: int) -> str:
    if n < few:
        sentence = ngettext(
            "{won} of {n} client was won back within {days} days of a resolution since {day}: "
            "too few for a share.",
            "{won} of {n} clients were won back within {days} days of a resolution since {day}: "
            "too few for a share.",
            n,
        )
        share = ""
    else:
        sentence = _("Won back within {days} days of a resolution since {day}: {share}.")
        share = share_of(won, n)
    return sentence.format(
        won=numbers.number(won),
        n=numbers.number(n),
        days=numbers.number(days),
        day=dates.day(since),
        share=share,
    )


def _watched(recovery: pd.DataFrame) -> str | None:
    under_way = recovery[~recovery.is_over]
    total = int(under_way.complaint_count.sum())
    if total == 0:
        return None
    return ngettext(
        "{count} resolved later is still watched; {won} of it back already.",
        "{count} resolved later are still watched; {won} of them back already.",
        total,
    ).format(count=numbers.number(total), won=numbers.number(count(under_way, "recovered")))


def lost(rows: pd.DataFrame) -> str:
    """Who did not come back or left (`complaints/lost_clients`)."""
    if rows.empty:
        return _("No client was lost after a complaint.")
    gone, stayed = rows[rows.outcome == "left"], rows[rows.outcome == "not_recovered"]
    return paragraph(
        _who(gone, _("Left after a complaint: {who}.")),
        _who(stayed, _("Not won back in time: {who}.")),
    )


def _who(rows: pd.DataFrame, sentence: str) -> str | None:
    if rows.empty:
        return None
    clients = rows.drop_duplicates("client_id")
    names = few_names(list(clients.client_name))
    many = ngettext("{count} client", "{count} clients", len(clients))
    return sentence.format(who=names or many.format(count=numbers.number(len(clients))))
