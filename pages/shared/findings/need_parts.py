"""What a client needs, part by part in words (a row of `clients/portfolio`)."""

import pandas as pd

from pages.shared.rows import Row
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import days


def parts(row: Row, soon_days: int) -> list[str]:
    """What the client needs, in the order in which it is told; empty where it needs nothing."""
    kinds = (complaints(row), tier(row), promises(row, soon_days), tickets(row), silence(row))
    return [told for kind in kinds for told in kind]


def complaints(row: Row) -> list[str]:
    """Open complaints: how many, major, overdue."""
    count = int(row["complaint_count"])
    if count == 0:
        return []
    if count == 1:
        told = _("major complaint open") if row["major_count"] else _("complaint open")
        notes = [_past(int(row["complaint_days_late"]))] if row["overdue_count"] else []
    else:
        told = _("{count} complaints open").format(count=numbers.number(count))
        notes = [*_major(int(row["major_count"])), *_overdue(row)]
    return [words.noted(told, words.listed(notes)) if notes else told]


def _major(count: int) -> list[str]:
    return [_("{count} major").format(count=numbers.number(count))] if count else []


def _overdue(row: Row) -> list[str]:
    if not row["overdue_count"]:
        return []
    sentence = _("{count} past the date by up to {days}")
    late = days(int(row["complaint_days_late"]))
    return [sentence.format(count=numbers.number(row["overdue_count"]), days=late)]


def _past(count: int) -> str:
    return _("{days} past its date").format(days=days(count)) if count else _("past its date today")


def tier(row: Row) -> list[str]:
    """A fall, and a client that complains by its answers alone."""
    by_answers = row["tier"] == "complaining" and row["basis"] != "complaint"
    if pd.isna(row["tiers_fallen"]):
        return [_("complaining by its answers")] if by_answers else []
    fell = _("fell from {before} to {now}")
    if by_answers:
        fell = _("fell from {before} to {now} by its answers")
    return [fell.format(before=words.tier(row["previous_tier"]), now=words.tier(row["tier"]))]


def promises(row: Row, soon_days: int) -> list[str]:
    """Promises past their date and those due soon."""
    told = []
    if past := int(row["promise_past_count"]):
        late = days(int(row["promise_days_late"]))
        told.append(
            ngettext(
                "{count} promise past its date by {days}",
                "{count} promises past their dates by up to {days}",
                past,
            ).format(count=numbers.number(past), days=late)
        )
    if soon := int(row["promise_soon_count"]):
        told.append(
            ngettext(
                "{count} promise due within {days}", "{count} promises due within {days}", soon
            ).format(count=numbers.number(soon), days=days(soon_days))
        )
    return told


def tickets(row: Row) -> list[str]:
    """Open tickets past their promised time."""
    count = int(row["ticket_past_count"])
    if count == 0:
        return []
    late = days(int(row["ticket_days_late"]))
    return [
        ngettext(
            "{count} ticket past its time by {days}",
            "{count} tickets past their times by up to {days}",
            count,
        ).format(count=numbers.number(count), days=late)
    ]


def silence(row: Row) -> list[str]:
    """For how long nothing was heard."""
    if not row["is_silent"]:
        return []
    count = days(int(row["days_silent"]))
    if pd.isna(row["heard_on"]):
        return [_("never heard in {days}").format(days=count)]
    return [_("silent for {days}").format(days=count)]
