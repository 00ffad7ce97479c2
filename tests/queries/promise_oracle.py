"""Promises, lessons and open problems computed a second time, literally, over the raw rows.

A moment is compared with moments: a time by itself, a day by its beginning (made, kept) or its end
(due). Nothing here is shared with the SQL.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from tests.queries.companies import Row
from tests.queries.oracle import ZONE, Oracle

DAY = timedelta(days=1)
REPEAT_WITHIN = 90 * DAY
SOURCE_POINTS = {"complaint": 5, "fault": 4, "promise": 3, "delivery": 3, "requirement": 2}
SEVERITY_POINTS = {"critical": 4, "major": 3}


class Promise(NamedTuple):
    """A promise; `late_from`, `first_late_from`: the moments at which its dates begin to be past.

    A due time is past after it, a due day once it has ended: `is_late` tells the two apart.
    """

    key: str
    kind: str
    client_id: str
    made_by: str | None
    made: datetime
    first_due: datetime
    due: datetime
    done: datetime | None
    is_kept: bool
    is_day: bool
    day_of: dict[str, date | None]


def start_of(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZONE)


def promises(oracle: Oracle) -> Iterator[Promise]:
    """Every promise of the company, also those that are not known yet."""
    for ticket in oracle.company["tickets"]:
        made_by = ticket["first_owner"] or ticket["owner"]
        yield from _with_a_time(
            oracle, ticket, ticket["ticket_id"], ticket["kind"], "opened_at", made_by
        )
    for row in oracle.company["complaints"]:
        if row["form"] == "complaint":
            yield from _with_a_time(
                oracle, row, row["complaint_id"], "complaint", "received_at", None
            )
    yield from (_with_a_day(row) for row in oracle.company["promises"])


def _with_a_time(
    oracle: Oracle, row: Row, key: str, kind: str, began: str, made_by: str | None
) -> Iterator[Promise]:
    due, done = row["promised_at"], row["resolved_at"]
    if due is None:
        return
    first = row["first_promised_at"] or due
    if done is not None and done >= oracle.imported_at:
        done = None
    days = {
        "made": oracle.day(row[began]),
        "first_due": oracle.day(first),
        "due": oracle.day(due),
        "done": None if done is None else oracle.day(done),
    }
    is_kept = done is not None and done <= first
    client = row["client_id"]
    yield Promise(key, kind, client, made_by, row[began], first, due, done, is_kept, False, days)


def _with_a_day(row: Row) -> Promise:
    first, done = row["first_due_on"] or row["due_on"], row["kept_on"]
    days = {"made": row["promised_on"], "first_due": first, "due": row["due_on"], "done": done}
    return Promise(
        row["promise_id"],
        "promise",
        row["client_id"],
        row["made_by"],
        start_of(row["promised_on"]),
        start_of(first) + DAY,
        start_of(row["due_on"]) + DAY,
        None if done is None else start_of(done),
        done is not None and done <= first,
        True,
        days,
    )


def is_past(promise: Promise, due: datetime, moment: datetime) -> bool:
    """A day that ends with the moment is past; a time at the moment is not."""
    return due <= moment if promise.is_day else due < moment


def is_done(promise: Promise, moment: datetime) -> bool:
    return promise.done is not None and promise.done < moment


def outcome(promise: Promise, moment: datetime) -> str | None:
    """kept, broken or overdue at a moment; None while neither due nor done."""
    if is_done(promise, moment):
        return "kept" if promise.is_kept else "broken"
    return "overdue" if is_past(promise, promise.first_due, moment) else None


def of_period(oracle: Oracle, since: date, until: date) -> list[tuple[Promise, str | None]]:
    """The promises made by the end of a period and first due in it, with their outcome."""
    moment = oracle.moment(until)
    return [
        (promise, outcome(promise, moment))
        for promise in promises(oracle)
        if promise.made < moment and since <= (promise.day_of["first_due"] or date.min) <= until
    ]


def still_open(oracle: Oracle, until: date) -> list[Promise]:
    """The promises that are made and not done at the end of a day."""
    moment = oracle.moment(until)
    return [
        promise
        for promise in promises(oracle)
        if promise.made < moment and not is_done(promise, moment)
    ]


def known_day(oracle: Oracle, until: date) -> date:
    return min(until, oracle.day(oracle.imported_at))


def lessons(oracle: Oracle, since: date, until: date) -> list[dict[str, Any]]:
    """The lessons recorded in a period, with the first repeat that is known at its end."""
    moment = oracle.moment(until)
    found = []
    for row, source, key, subject in _cases(oracle):
        recorded = row["lesson_recorded_at"]
        began = row["opened_at"] if "opened_at" in row else row["received_at"]
        if subject is None or recorded is None or max(recorded, began) >= oracle.imported_at:
            continue
        if recorded < moment and since <= oracle.day(recorded) <= until:
            repeats = _repeats(oracle, row, source, key, subject)
            window_end = start_of(oracle.day(recorded) + REPEAT_WITHIN + DAY)
            found.append(
                {
                    "source": source,
                    "id": key,
                    "subject": subject,
                    "repeat": next((name for at, name in repeats if at < moment), None),
                    "is_over": window_end <= moment,
                }
            )
    return found


def _cases(oracle: Oracle) -> Iterator[tuple[Row, str, str, str | None]]:
    for row in oracle.company["tickets"]:
        yield row, row["kind"], row["ticket_id"], row["module"]
    for row in oracle.company["complaints"]:
        if row["form"] == "complaint":
            yield row, "complaint", row["complaint_id"], row["cause"]


def _repeats(
    oracle: Oracle, lesson: Row, source: str, key: str, subject: str
) -> list[tuple[datetime, str]]:
    """Moment and key of the same trouble after the lesson and in its window, first one first."""
    recorded = lesson["lesson_recorded_at"]
    last_day = oracle.day(recorded) + REPEAT_WITHIN
    wanted = "complaint" if source == "complaint" else "fault"
    return sorted(
        (at, other)
        for row, kind, other, about in _cases(oracle)
        if (kind, about, row["client_id"]) == (wanted, subject, lesson["client_id"])
        and other != key
        and (at := row["opened_at"] if "opened_at" in row else row["received_at"]) > recorded
        and oracle.day(at) <= last_day
    )
