"""What somebody should hear of before the meeting: the few things that call for an act.

A tier fallen, a promise due or broken, a week of complaints out of the ordinary, a ticket about to
pass its promised date. Each has a key that stays the same as long as the case does, so that it is
told once; a date moved or another week makes it a new one. Quiet where numbers are too few to mean
anything: a fall that rests on few answers and not on a complaint, limits from few weeks.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from pages.shared import complaint_panels
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.filters.periods import WEEK
from pages.shared.findings import control_signals, moves
from pages.shared.findings.wording import RANKS
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, words

MOVED, DUE, BROKEN = (
    "satisfaction/moved_clients",
    "service/promises_due",
    "service/broken_promises",
)
OF_TICKETS, COMPLAINT = ("fault", "requirement", "delivery"), "complaint"
DAY = timedelta(days=1)
LONGEST = 80  # letters of what was promised


class Alert(NamedTuple):
    """One case: the key it is remembered by, and the sentence it is told in."""

    key: str
    sentence: str


def alerts(week: View) -> tuple[Alert, ...]:
    """Everything that fires for the clients of the view in this week, the gravest kind first."""
    return (
        *_fallen(week, settings().few.minimum_n),
        *_out_of_the_ordinary(week),
        *_broken(week),
        *_ahead(week, settings().triage.urgency.soon_days),
    )


def _fallen(week: View, minimum_n: int) -> Iterator[Alert]:
    for row in rows_of(ask(MOVED, week)):
        if RANKS[row["to_tier"]] > RANKS[row["from_tier"]] and _is_enough(row, minimum_n):
            yield Alert(
                f"fallen/{row['client_id']}/{row['to_tier']}/{week.since}",
                _fall(row, minimum_n),
            )


def _is_enough(row: Row, minimum_n: int) -> bool:
    """A complaint, and who left, is a fact; a tier from answers is an estimate."""
    is_fact = row["to_tier"] == "left" or moves.open_complaint(row) is not None
    fewest = min(row["previous_answer_count"], row["answer_count"])
    return is_fact or bool(fewest >= minimum_n)


def _fall(row: Row, minimum_n: int) -> str:
    sentence = _("{client} left ({reason}).")
    if row["to_tier"] != "left":
        sentence = _("{client} fell from {before} to {now} ({reason}).")
    return sentence.format(
        client=row["client_name"],
        before=words.tier(row["from_tier"]),
        now=words.tier(row["to_tier"]),
        reason=moves.reason(row, minimum_n),
    )


def _out_of_the_ordinary(week: View) -> Iterator[Alert]:
    """The last whole week; limits that rest on few weeks tell no news."""
    found = complaint_panels.control(week)
    whole = found.weeks[found.weeks.is_whole]
    if found.is_trial or whole.empty:
        return
    last = whole.iloc[-1]
    if last.week.date() > week.since - WEEK and last.signals:
        told = control_signals.told(found, last.week.date())
        yield Alert(f"complaints/{last.week.date()}/{','.join(last.signals)}", told)


def _broken(week: View) -> Iterator[Alert]:
    """Also those due on the last day of the week before: it may not have been over then."""
    for row in rows_of(ask(BROKEN, replace(week, since=week.since - DAY))):
        sentence = (
            _("A complaint of {client} was not settled by {day} as promised: {what}.")
            if row["kind"] == COMPLAINT
            else _("A promise to {client} of {day} was not kept in time: {what}.")
        )
        yield Alert(
            f"broken/{row['kind']}/{row['promise_id']}/{row['first_due_on'].date()}",
            sentence.format(
                client=row["client_name"], day=dates.iso(row["first_due_on"]), what=_what(row)
            ),
        )


def _ahead(week: View, soon_days: int) -> Iterator[Alert]:
    """Tickets within the days in which a date presses; other promises within the days ahead."""
    due = ask(DUE, week)
    for row in rows_of(due[~due.is_past_due.astype(bool)]):
        is_ticket = row["kind"] in OF_TICKETS
        if not is_ticket or row["days_left"] <= soon_days:
            name = "breach" if is_ticket else "due"
            yield Alert(
                f"{name}/{row['kind']}/{row['promise_id']}/{row['due_on'].date()}",
                _breach(row) if is_ticket else _promise(row),
            )


def _breach(row: Row) -> str:
    sentence = _("Promised to {client} for {day} and still open: {what} ({kind}).")
    return sentence.format(
        client=row["client_name"],
        day=dates.iso(row["due_on"]),
        what=_what(row),
        kind=words.kind(row["kind"]),
    )


def _promise(row: Row) -> str:
    sentence = (
        _("A complaint of {client} is promised to be settled by {day}: {what}.")
        if row["kind"] == COMPLAINT
        else _("A promise to {client} is due on {day}: {what}.")
    )
    return sentence.format(client=row["client_name"], day=dates.iso(row["due_on"]), what=_what(row))


def _what(row: Row) -> str:
    """What was promised, on one line, or the number of the case."""
    told = row["what"] if isinstance(row["what"], str) else str(row["promise_id"])
    line = " ".join(told.split())
    return words.quoted(line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…")
