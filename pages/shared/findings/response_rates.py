"""How many invitations were answered, and how answers were collected.

A response answers an invitation when it says that it was invited on the day it was sent, to the
same client and in the same way. Where no response of a way of collecting names its invitation, the
rate is not known; it is not 0. Both periods are looked at as they were at their own end, so that
the last invitations had as little time to be answered in the one as in the other.
"""

from math import nan
from typing import NamedTuple

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings.wording import paragraph, points, share_of
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import hide_few
from pages.shared.text import _, dates, numbers, words
from queries.statistics import intervals

RATES = (
    "answered_share",
    "share_low",
    "share_high",
    "difference",
    "difference_low",
    "difference_high",
)
COLUMNS = (
    "method",
    "invitation_count",
    "answered_count",
    "unanswered_count",
    *RATES,
    "response_count",
    "response_share",
    "hidden",
)


class Rate(NamedTuple):
    """Invitations sent, and of them answered by the end of the period."""

    sent: int = 0
    answered: int = 0
    is_known: bool = True

    @property
    def share(self) -> float:
        """The share answered; at least one was sent."""
        return self.answered / self.sent


def rate(rows: pd.DataFrame) -> Rate:
    """All ways of collecting together; those whose rate is not known are left out."""
    every = rows_of(rows)
    known = [row for row in every if _is_known(row)]
    sent, answered = (
        sum(int(row[name]) for row in known) for name in ("invitation_count", "answered_count")
    )
    return Rate(sent, answered, sent > 0 or not any(row["invitation_count"] for row in every))


def _is_known(row: Row) -> bool:
    """Unknown where people answered, but none of them says to which invitation."""
    return bool(row["named_count"] or row["answered_count"] or not row["response_count"])


def told(rows: pd.DataFrame, before: pd.DataFrame, view: View, minimum_n: int) -> str:
    """The response rate with its interval and its change, and the mix of ways."""
    now, earlier = rate(rows), rate(before)
    return paragraph(
        _rate(now, minimum_n), _change(now, earlier, view, minimum_n), _mix(rows, minimum_n)
    )


def _rate(now: Rate, minimum_n: int) -> str:
    if not now.is_known:
        return _("The response rate is not known: no answer says to which invitation it belongs.")
    if now.sent == 0:
        return _("No invitation was sent in the period.")
    if now.sent < minimum_n:
        return _("Too few invitations for a response rate ({count}).").format(
            count=numbers.number(now.sent)
        )
    return _("Invitations answered: {share}.").format(share=share_of(now.answered, now.sent))


def _change(now: Rate, before: Rate, view: View, minimum_n: int) -> str | None:
    if not now.is_known or now.sent < minimum_n:
        return None
    period = dates.days(view.previous_since, view.previous_until)
    if not before.is_known or before.sent < minimum_n:
        return _("Too few invitations in {period} to compare with ({count}).").format(
            period=period, count=numbers.number(before.sent)
        )
    difference = intervals.newcombe(now.answered, now.sent, before.answered, before.sent)
    if not difference.excludes_zero:
        return _("No clear change against {period}.").format(period=period)
    sentence = (
        _("That is {points} points more than in {period} (difference {interval}).")
        if difference.low > 0
        else _("That is {points} points less than in {period} (difference {interval}).")
    )
    return sentence.format(
        points=points(now.share - before.share),
        period=period,
        interval=numbers.interval_text(100 * difference.low, 100 * difference.high, 1, "signed"),
    )


def _mix(rows: pd.DataFrame, minimum_n: int) -> str:
    """The way most answers came, and the ways that were not used."""
    total = int(rows["response_count"].sum())
    if total == 0:
        return _("Nobody answered in the period.")
    if total < minimum_n:
        return _("Too few answers to tell how they were collected ({count}).").format(
            count=numbers.number(total)
        )
    most = max(rows_of(rows), key=lambda row: int(row["response_count"]))
    said = _("Most answers came by {method}: {share}.").format(
        method=words.method(most["method"]), share=share_of(int(most["response_count"]), total)
    )
    unused = rows[rows["response_count"] == 0]["method"]
    if unused.empty:
        return said
    names = words.join(words.method(str(name)) for name in unused)
    return paragraph(said, _("Not used: {methods}.").format(methods=names))


def interval(now: Rate, minimum_n: int) -> str | None:
    """The interval of the response rate; None where it is not known or rests on too few."""
    if not now.is_known or now.sent < minimum_n:
        return None
    return numbers.interval_text(*intervals.wilson(now.answered, now.sent), style="percent")


def seen(rows: pd.DataFrame) -> pd.DataFrame:
    """The table as it is read: intervals behind their numbers, in words."""
    records = rows_of(rows)
    told = {"interval": map(_ends_told, records), "change": map(_change_told, records)}
    shown = rows.assign(
        **{name: pd.Series(list(cells), dtype=object) for name, cells in told.items()}
    )
    first = ["method", "invitation_count", "answered_count", "unanswered_count", "answered_share"]
    return shown[[*first, "interval", "change", "response_count", "response_share", "hidden"]]


def _ends_told(row: Row) -> str | None:
    if pd.isna(row["share_low"]):
        return None
    return numbers.interval_text(row["share_low"], row["share_high"], style="percent")


def _change_told(row: Row) -> str | None:
    """The change in points with its interval, or that there is no clear one."""
    if pd.isna(row["difference"]):
        return None
    low, high = 100 * row["difference_low"], 100 * row["difference_high"]
    if low <= 0 <= high:
        return _("no clear change")
    value = numbers.signed(100 * row["difference"])
    return words.noted(value, numbers.interval_text(low, high, 1, "signed"))


def table(rows: pd.DataFrame, before: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """Per way of collecting: invitations, how many were answered, the change, and the mix.

    Columns: method, invitation_count, answered_count, unanswered_count, answered_share, share_low,
    share_high, difference, difference_low, difference_high (shares), response_count,
    response_share, hidden. A rate is missing where it is not known.
    """
    earlier = {row["method"]: row for row in rows_of(before)}
    total = max(int(rows["response_count"].sum()), 1)
    told = [
        {
            **row,
            "unanswered_count": row["invitation_count"] - row["answered_count"],
            "response_share": row["response_count"] / total,
            **dict(zip(RATES, _rates(row, earlier[row["method"]], minimum_n), strict=True)),
        }
        for row in rows_of(rows)
    ]
    hidden = hide_few(
        pd.DataFrame(told, columns=COLUMNS[:-1]),
        "invitation_count",
        RATES,
        minimum_n,
        total_shown=False,
    )
    hidden.loc[hidden["invitation_count"] == 0, "hidden"] = None
    return hidden[list(COLUMNS)]


def _rates(row: Row, before: Row, minimum_n: int) -> tuple[float, ...]:
    """In the order of `RATES`; NaN for what is not known."""
    own, old = (
        (int(each["answered_count"]), int(each["invitation_count"])) for each in (row, before)
    )
    if not _is_known(row) or own[1] == 0:
        return (nan,) * len(RATES)
    share = (own[0] / own[1], *intervals.wilson(*own))
    if not _is_known(before) or old[1] < minimum_n:
        return (*share, nan, nan, nan)
    return (*share, share[0] - old[0] / old[1], *intervals.newcombe(*own, *old))
