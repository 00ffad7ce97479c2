"""What each client of a portfolio needs from us, in words (rows of `clients/portfolio`).

The reasons are built from what gave points, so that nobody has to believe a number.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from pages.shared.findings.need_parts import parts
from pages.shared.findings.wording import MOST_NAMES, first_of, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import HIDDEN, hide_few
from pages.shared.text import _, ngettext, numbers, words

IN_SHORT = 1  # parts of a reason that the first line has room for
SHOWN = (
    "points",
    "client_id",
    "client_name",
    "tier",
    "need",
    "previous_tier",
    "expectation_gap",
    "answer_count",
    "days_silent",
    "open_complaints",
    "promise_past_count",
    "promise_soon_count",
    "ticket_past_count",
    "yearly_worth",
    "manager",
    "complaint_points",
    "tier_points",
    "promise_points",
    "ticket_points",
    "silence_points",
    "vip_points",
)
_NEEDED: dict[str, Callable[[pd.DataFrame], Any]] = {
    "complaint": lambda rows: rows.complaint_count > 0,
    "fell": lambda rows: rows.tiers_fallen > 0,
    "complaining": lambda rows: (rows.tier == "complaining") & (rows.basis != "complaint"),
    "promise_past": lambda rows: rows.promise_past_count > 0,
    "promise_soon": lambda rows: rows.promise_soon_count > 0,
    "ticket": lambda rows: rows.ticket_past_count > 0,
    "silent": lambda rows: rows.is_silent.astype(bool),
}


def headline(rows: pd.DataFrame, managers: Sequence[str], soon_days: int) -> str:
    """Whose portfolio it is, how many of its clients need something, and the first three."""
    whose = _("Portfolio of {names}.").format(names=words.join(managers)) if managers else None
    needing = rows[rows.points > 0]
    if rows.empty:
        return _("There is no client in this view.")
    if needing.empty:
        return paragraph(whose, _("No client needs anything now."))
    told = ngettext(
        "{count} of {n} clients needs something now.",
        "{count} of {n} clients need something now.",
        len(needing),
    ).format(count=numbers.number(len(needing)), n=numbers.number(len(rows)))
    first_ones = rows_of(needing.head(MOST_NAMES))
    return paragraph(whose, told, *[_in_short(row, soon_days) for row in first_ones])


def _in_short(row: Row, soon_days: int) -> str:
    why = words.listed(parts(row, soon_days)[:IN_SHORT])
    return _("{told}.").format(told=words.labelled(row["client_name"], why))


def reason(row: Row, soon_days: int) -> str:
    """Everything that a client needs, as one sentence."""
    told = parts(row, soon_days)
    if not told:
        return _("Nothing now.")
    if row["segment"] == "vip":
        told = [*told, _("VIP client")]
    return _("{told}.").format(told=words.capital(words.listed(told)))


def with_reasons(rows: pd.DataFrame, soon_days: int) -> pd.DataFrame:
    """The same rows with what each client needs in words."""
    why = [reason(row, soon_days) for row in rows_of(rows)]
    return rows.assign(need=pd.Series(why, index=rows.index, dtype=object))


def hidden(rows: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The same clients without the gaps that rest on too few answers."""
    return hide_few(rows, "answer_count", ["expectation_gap"], minimum_n)


def table(rows: pd.DataFrame, soon_days: int) -> pd.DataFrame:
    """One row per client, the columns of `SHOWN`; a hidden gap says why (`rows`: of `hidden`)."""
    told = with_reasons(rows, soon_days).assign(open_complaints=_open_complaints(rows))
    return told[[*SHOWN, HIDDEN]]


def _open_complaints(rows: pd.DataFrame) -> "pd.Series[str]":
    """Only the few clients with an open complaint are worded."""
    some = rows[rows.complaint_count > 0]
    told = [_complaints(row) for row in rows_of(some)]
    return pd.Series(told, index=some.index, dtype=object).reindex(rows.index)


def _complaints(row: Row) -> str:
    count = numbers.number(row["complaint_count"])
    notes = [
        template.format(count=numbers.number(row[name]))
        for name, template in (
            ("major_count", _("{count} major")),
            ("overdue_count", _("{count} overdue")),
        )
        if row[name]
    ]
    return words.noted(count, words.listed(notes)) if notes else count


def listed(shown: int, count: int) -> str:
    """What the list is ordered by, and how much of it is shown."""
    ordered = _(
        "Most points first: complaints, a fallen tier, promises and tickets past their dates,"
        " silence."
    )
    return paragraph(ordered, first_of(shown, count))


def kinds(rows: pd.DataFrame) -> pd.DataFrame:
    """Per kind of need how many VIP and regular clients have it; the most frequent first."""
    counted = {}
    for need, has in _NEEDED.items():
        segments = rows.segment[has(rows)]
        counted[need] = {
            "vip_count": int((segments == "vip").sum()),
            "regular_count": int((segments == "regular").sum()),
        }
    frame = pd.DataFrame.from_dict(counted, orient="index")
    frame = frame[frame.sum(axis=1) > 0]
    return frame.loc[frame.sum(axis=1).sort_values(ascending=False, kind="stable").index]


def most_frequent(counts: pd.DataFrame) -> str:
    """Which needs are the most frequent (rows of `kinds`)."""
    if counts.empty:
        return _("No client needs anything now.")
    totals = counts.sum(axis=1)
    named = [
        words.noted(words.need(str(need)), numbers.number(totals[need]))
        for need in totals.index[:MOST_NAMES]
    ]
    return paragraph(
        _("Most frequent: {needs}.").format(needs=words.join(named)),
        _("A client may have several.") if len(counts) > 1 else None,
    )
