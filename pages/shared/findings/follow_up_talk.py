"""What to say to a client that is called, and what not to: sentences made from the record alone.

`row`: of `clients/follow_ups`; `items`: rows of `clients/open_items` of that client.
"""

from datetime import date
from typing import NamedTuple

import pandas as pd

from pages.shared.findings.follow_up_items import (
    TICKETS,
    action,
    complaint,
    most_pressing,
    promise,
    tickets,
)
from pages.shared.findings.wording import too_few_answers
from pages.shared.rows import Row
from pages.shared.text import _, dates, numbers, words
from pages.shared.text.durations import days

MOST_SAID, MOST_AVOIDED = 4, 3
LONGEST_COMMENT = 240


class Heard(NamedTuple):
    """What the answers of a client say: its gap (None: hidden or not asked), last words if any."""

    gap: float | None
    answer_count: int
    answered_on: date | None
    hidden: str | None
    tier_window: int
    minimum_n: int
    comment: str | None = None
    commented_on: date | None = None


def say(row: Row, items: pd.DataFrame, heard: Heard) -> list[str]:
    """Two to four things to say, what the call is about first."""
    is_own = (items.item == row["kind"]) & (items.id == row["promise_id"])
    others = items[~is_own] if row["follow_up"] == "promised" else items
    about = [
        opening(row, items[is_own]),
        complaint(others),
        promise(others),
        gap(heard),
        tickets(others),
        last_words(heard),
        action(others),
    ]
    return [told for told in about if told][:MOST_SAID]


def opening(row: Row, own: pd.DataFrame) -> str:
    """What the call begins with; `own`: the promise it is about, one row."""
    if row["follow_up"] == "silent":
        return _("Ask how satisfied it is and what it expects of us.")
    if row["follow_up"] == "fell":
        return _("Ask what has changed since it was {tier}.").format(
            tier=words.tier(row["previous_tier"])
        )
    return complaint(own) or promise(own, (*TICKETS, "promise")) or _("Speak of the promise.")


def gap(heard: Heard) -> str:
    """What its answers say of experience and expectation, with their number and the last day."""
    if heard.answer_count == 0:
        return _("No answer of the last {days} says how satisfied it is.").format(
            days=days(heard.tier_window)
        )
    if heard.hidden is not None or heard.answer_count < heard.minimum_n:
        why = heard.hidden or too_few_answers(heard.answer_count)
        return _("Its gap cannot be stated: {why}.").format(why=why)
    n, day = numbers.number(heard.answer_count), dates.day(heard.answered_on)
    if heard.gap is None or pd.isna(heard.gap):
        return _("It was not asked what it expects (n = {n}, last answer {day}): ask now.").format(
            n=n, day=day
        )
    return _gap(heard.gap).format(points=numbers.number(abs(heard.gap), 1), n=n, day=day)


def _gap(points: float) -> str:
    if round(points, 1) == 0:
        return _("It gets what it expects (n = {n}, last answer {day}).")
    if points < 0:
        return _(
            "It gets {points} points of ten less than it expects (n = {n}, last answer {day})."
        )
    return _("It gets {points} points of ten more than it expects (n = {n}, last answer {day}).")


def last_words(heard: Heard) -> str | None:
    """Its latest comment; given only where enough answers stand around it."""
    if heard.comment is None:
        return None
    text = " ".join(heard.comment.split())
    if len(text) > LONGEST_COMMENT:
        text = f"{text[: LONGEST_COMMENT - 1]}…"
    return _("Its last words, on {day}: {text}").format(
        day=dates.day(heard.commented_on), text=words.quoted(text)
    )


def avoid(row: Row, items: pd.DataFrame) -> list[str]:
    """What not to do, as far as the record says so."""
    told = [_untold(row, items), _moved(items), _undated(items), _unagreed(items)]
    return [sentence for sentence in told if sentence][:MOST_AVOIDED]


def _untold(row: Row, items: pd.DataFrame) -> str | None:
    """The regional manager has to know of a major complaint before anybody calls."""
    major = items[(items.item == "complaint") & (items.severity == "major")]
    if not any("escalated" in str(steps).split() for steps in major.missing_steps):
        return None
    if pd.isna(row["regional_manager"]):
        return _("Do not call before a regional manager knows of the major complaint.")
    return _("Do not call before {name} knows of the major complaint.").format(
        name=row["regional_manager"]
    )


def _moved(items: pd.DataFrame) -> str | None:
    moved = items[(items.first_due_on < items.due_on) & (items.item != "action")]
    if moved.empty:
        return None
    worst = most_pressing(moved)
    return _("Do not move a date again: the {item} was moved from {first} to {last}.").format(
        item=words.item(worst["item"]),
        first=dates.day(worst["first_due_on"]),
        last=dates.day(worst["due_on"]),
    )


def _undated(items: pd.DataFrame) -> str | None:
    undated = items[(items.item == "complaint") & items.due_on.isna()]
    if undated.empty:
        return None
    return _("Do not name a date for the complaint: none is agreed.")


def _unagreed(items: pd.DataFrame) -> str | None:
    late = items[items.is_past_due.astype(bool) & (items.item != "action")]
    if late.empty:
        return None
    owner = most_pressing(late)["owner"]
    if pd.isna(owner):
        return _("Do not promise a new date before whoever does the work has agreed to it.")
    return _("Do not promise a new date before {name} has agreed to it.").format(name=owner)


def caller(row: Row) -> str:
    """Who should call."""
    if pd.isna(row["manager"]):
        return _("Nobody is named as its manager: decide who calls.")
    return _("{name}, its project manager.").format(name=row["manager"])
