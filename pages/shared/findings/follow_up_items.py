"""Sentences about what is open between us and a client (rows of `clients/open_items`)."""

from collections.abc import Collection

import pandas as pd

from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.durations import days

TICKETS = ("fault", "requirement", "delivery")
LONGEST = 120  # letters of what others wrote, in a sentence


def most_pressing(items: pd.DataFrame) -> Row:
    """Past its date first, then major, then the earliest date; `items` is not empty."""
    by = items.assign(_is_major=items.severity == "major").sort_values(
        ["is_past_due", "_is_major", "due_on"], ascending=[False, False, True], kind="stable"
    )
    (first,) = rows_of(by.head(1))
    return first


def complaint(items: pd.DataFrame) -> str | None:
    """The open complaint that presses most: its date, cause, promise, and the steps missing."""
    some = items[items.item == "complaint"]
    if some.empty:
        return None
    first = most_pressing(some)
    about = _("Its complaint of {day} ({cause}) is open")
    if first["severity"] == "major":
        about = _("Its major complaint of {day} ({cause}) is open")
    told = about.format(day=dates.day(first["opened_on"]), cause=words.cause(first["cause"]))
    return paragraph(
        _("{told}, {date}.").format(told=told, date=_date(first)),
        _steps(first),
        _more(len(some) - 1),
    )


def _date(row: Row) -> str:
    """Where a promised date stands, both dates where it was moved."""
    if pd.isna(row["due_on"]):
        return _("no date is promised")
    left, due = int(row["days_left"]), dates.day(row["due_on"])
    sentence = _("promised for {due}") if left else _("promised for today")
    if row["is_past_due"]:
        sentence = (
            _("promised for {due} and {days} past") if left else _("promised for today and past")
        )
    if not pd.isna(row["first_due_on"]) and row["first_due_on"] != row["due_on"]:
        sentence = _("first promised for {first}, then {then}").format(
            first=dates.day(row["first_due_on"]), then=sentence
        )
    return sentence.format(due=due, days=days(abs(left)))


def _steps(row: Row) -> str | None:
    if not isinstance(row["missing_steps"], str):
        return None
    return _("Steps still missing: {steps}.").format(steps=words.steps(row["missing_steps"]))


def _more(count: int) -> str | None:
    if count == 0:
        return None
    return ngettext(
        "{count} more complaint is open.", "{count} more complaints are open.", count
    ).format(count=numbers.number(count))


def promise(items: pd.DataFrame, kinds: Collection[str] = ("promise",)) -> str | None:
    """The promise that presses most, in its words, with both its dates."""
    some = items[items.item.isin(kinds)]
    if some.empty:
        return None
    first = most_pressing(some)
    told = _("{item} of {day} {text}: {date}.").format(
        item=words.capital(words.item(first["item"])),
        day=dates.day(first["opened_on"]),
        text=_named(first),
        date=_date(first),
    )
    late = int(some.is_past_due.sum()) - bool(first["is_past_due"])
    return paragraph(told, _more_late(late))


def _more_late(count: int) -> str | None:
    if count <= 0:
        return None
    return ngettext(
        "{count} more promise is past its date.",
        "{count} more promises are past their dates.",
        count,
    ).format(count=numbers.number(count))


def tickets(items: pd.DataFrame) -> str | None:
    """Tickets past their promised times, and the latest of them."""
    late = items[items.item.isin(TICKETS) & items.is_past_due.astype(bool)]
    if late.empty:
        return None
    first = most_pressing(late)
    return ngettext(
        "{count} ticket is past its promised time: {text}, due {day}.",
        "{count} tickets are past their promised times; the latest: {text}, due {day}.",
        len(late),
    ).format(
        count=numbers.number(len(late)),
        text=_named(first),
        day=dates.day(first["due_on"]),
    )


def action(items: pd.DataFrame) -> str | None:
    """The latest action of the meeting that is still open."""
    some = items[items.item == "action"]
    if some.empty:
        return None
    (last,) = rows_of(some.sort_values("opened_on", kind="stable").tail(1))
    text = _named(last)
    if not pd.isna(last["owner"]):
        text = words.noted(text, last["owner"])
    return _("Agreed in the meeting of {day} and still open: {text}.").format(
        day=dates.day(last["opened_on"]), text=text
    )


def _named(row: Row) -> str:
    """What it is in others' words; its number where nobody wrote any."""
    line = " ".join(row["what"].split()) if isinstance(row["what"], str) else ""
    if not line:
        return str(row["id"])
    return words.quoted(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…")
