"""Whom to call today: three clients, one for each reason, and why (rows of `clients/follow_ups`).

The rule of three: silent the longest, fallen furthest, promised and most overdue. A client that
comes first for two reasons is called for the first of them; the other takes its next candidate.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.durations import days
from pages.shared.text.vocabulary import FOLLOW_UPS

REASONS = tuple(FOLLOW_UPS)  # in the order in which they choose
NEXT = 5  # candidates of each reason that the table shows


def chosen(candidates: pd.DataFrame) -> list[Row]:
    """At most one row per reason, no client twice, in the order of the reasons."""
    called: list[Row] = []
    for reason in REASONS:
        taken = [row["client_id"] for row in called]
        free = candidates[(candidates.follow_up == reason) & ~candidates.client_id.isin(taken)]
        called += rows_of(free.head(1))
    return called


def next_ones(candidates: pd.DataFrame, called: Sequence[Row]) -> pd.DataFrame:
    """The next candidates of each reason, without those who are called."""
    taken = [row["client_id"] for row in called]
    others = candidates[~candidates.client_id.isin(taken)]
    return others.groupby("follow_up", sort=False).head(NEXT)


def headline(called: Sequence[Row], since: date, silent_days: int, days_ahead: int) -> str:
    """Whom to call and why in short; and for which reason there is nobody."""
    named = [words.noted(row["client_name"], in_short(row)) for row in called]
    call = _("Call today: {clients}.").format(clients=words.join(named)) if named else None
    reasons = {row["follow_up"] for row in called}
    missing = {
        "silent": _("No other client has been silent for {days} or more."),
        "fell": _("No other client fell since {since}."),
        "promised": _("Nothing is past its date or due within {ahead} with any other client."),
    }
    if not named:
        missing = {
            "silent": _("No client has been silent for {days} or more."),
            "fell": _("No client fell since {since}."),
            "promised": _("Nothing is past its date or due within {ahead}."),
        }
    facts = {"days": days(silent_days), "since": dates.day(since), "ahead": days(days_ahead)}
    told = [text.format(**facts) for reason, text in missing.items() if reason not in reasons]
    return paragraph(call, *told)


def in_short(row: Row) -> str:
    """The reason in a few words."""
    if row["follow_up"] == "silent":
        count = days(int(row["days_silent"]))
        if pd.isna(row["heard_on"]):
            return _("never heard in {days}").format(days=count)
        return _("silent for {days}").format(days=count)
    if row["follow_up"] == "fell":
        before, now = words.tier(row["previous_tier"]), words.tier(row["tier"])
        return _("fell from {before} to {now}").format(before=before, now=now)
    return _promised(row)


def _promised(row: Row) -> str:
    kind, left = words.kind(row["kind"]), int(row["days_left"])
    if row["is_past_due"]:
        past = _("{kind} {days} past its date") if left else _("{kind} past its date today")
        return past.format(kind=kind, days=days(-left))
    soon = _("{kind} due in {days}") if left else _("{kind} due today")
    return soon.format(kind=kind, days=days(left))


def why(row: Row) -> str:
    """The reason with its dates, as a sentence."""
    if row["follow_up"] == "silent":
        return _silence(row)
    if row["follow_up"] == "fell":
        return _fall(row)
    told = _("Promised for {day}: {why}.")
    return told.format(day=dates.day(row["due_on"]), why=_promised(row))


def _silence(row: Row) -> str:
    sentences = {
        "answer": _("Nothing heard for {days}, since its answer of {day}."),
        "complaint": _("Nothing heard for {days}, since its complaint of {day}."),
        "client_since": _("Never heard in {days}, since it became a client on {day}."),
        "first_record": _("Never heard in {days}, since the first record of any client on {day}."),
    }
    since = dates.day(row["silent_since"])
    return sentences[row["silent_from"]].format(days=days(int(row["days_silent"])), day=since)


def _fall(row: Row) -> str:
    count = int(row["tiers_fallen"])
    return ngettext(
        "Fell {count} tier, from {before} to {now}, where it is since {day}.",
        "Fell {count} tiers, from {before} to {now}, where it is since {day}.",
        count,
    ).format(
        count=numbers.number(count),
        before=words.tier(row["previous_tier"]),
        now=words.tier(row["tier"]),
        day=dates.day(row["tier_since"]),
    )


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """Reason, whose turn it is next, why, worth and manager."""
    told = [why(row) for row in rows_of(rows)]
    shown = rows.assign(why=pd.Series(told, index=rows.index, dtype=object))
    return shown[["follow_up", "client_id", "client_name", "why", "yearly_worth", "manager"]]


def next_told(rows: pd.DataFrame) -> str:
    """What the table below the cards holds."""
    if rows.empty:
        return _("There is no other candidate.")
    return _("Who comes next for each reason; ties go to the client worth more, then by name.")
