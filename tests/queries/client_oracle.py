"""One client's record computed a second time, literally, over the raw rows.

Built on the other oracles (tiers, tickets, promises); nothing here is shared with the SQL.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from statistics import stdev
from typing import Any

import pandas as pd

from tests.queries import promise_oracle
from tests.queries.companies import Row
from tests.queries.oracle import Oracle, weighted
from tests.queries.ticket_oracle import TicketOracle

DAY, AHEAD = timedelta(days=1), 14 * timedelta(days=1)


def card(oracle: Oracle, client: Row, until: date) -> dict[str, Any]:
    """What is known of a client at the end of a day."""
    name, moment = client["client_id"], oracle.moment(until)
    answered = [
        oracle.day(row["answered_at"])
        for row in of(oracle, "responses", name)
        if row["answered_at"] < moment
    ]
    complained = [
        oracle.day(row["received_at"])
        for row in of(oracle, "complaints", name)
        if row["received_at"] < moment and row["form"] == "complaint"
    ]
    invited = [
        row
        for row in of(oracle, "invitations", name)
        if row["sent_at"] < moment and (not answered or oracle.day(row["sent_at"]) > max(answered))
    ]
    found = oracle.tier(client, until) or {"tier": None, "basis": None, "answer_count": 0}
    has_left = client["left_on"] is not None and client["left_on"] <= until
    return {
        "tier": found["tier"],
        "basis": found["basis"],
        "answer_count": found["answer_count"],
        "tier_since": since_when(oracle, client, until) if found["tier"] else None,
        "left_on": client["left_on"] if has_left else None,
        "left_because": client["left_because"] if has_left else None,
        "last_answered_on": max(answered, default=None),
        "last_complaint_on": max(complained, default=None),
        "unanswered_count": len(invited),
    }


def of(oracle: Oracle, table: str, client_id: str) -> list[Row]:
    return [row for row in oracle.company[table] if row["client_id"] == client_id]


def tier_on(oracle: Oracle, client: Row, day: date) -> str | None:
    return _tier(oracle, client["client_id"], day)


@cache
def _tier(oracle: Oracle, name: str, day: date) -> str | None:
    """Asked for the same days again and again."""
    client = next(row for row in oracle.company["clients"] if row["client_id"] == name)
    found = oracle.tier(client, day)
    return None if found is None else found["tier"]


def since_when(oracle: Oracle, client: Row, day: date) -> date:
    """The first day of the tier held at the end of a day, day by day backwards."""
    tier = tier_on(oracle, client, day)
    while tier_on(oracle, client, day - DAY) == tier:
        day -= DAY
    return day


def tier_days(oracle: Oracle, client: Row, since: date, until: date) -> list[str | None]:
    """Its tier at the end of each day of a period."""
    return [tier_on(oracle, client, day.date()) for day in pd.date_range(since, until)]


def complaints(oracle: Oracle, name: str, since: date, until: date) -> set[tuple[Any, ...]]:
    """Complaints open at some time of the period and grumbles received in it."""
    moment, found = oracle.moment(until), set()
    for row in of(oracle, "complaints", name):
        received, resolved = row["received_at"], row["resolved_at"]
        if received >= moment:
            continue
        is_known = resolved is not None and resolved < moment
        was_open = row["form"] == "complaint" and (
            resolved is None or resolved >= oracle.imported_at or oracle.day(resolved) >= since
        )
        if oracle.day(received) < since and not was_open:
            continue
        promised = row["promised_at"]
        is_late = promised is not None and promised < moment
        state = "resolved" if is_known else "overdue" if is_late else "open"
        ended = oracle.day(resolved) if is_known else None
        found.add((row["form"], row["complaint_id"], oracle.day(received), ended, state))
    return found


def tickets(oracle: Oracle, name: str, since: date, until: date) -> dict[str, tuple[Any, ...]]:
    """Tickets opened in the period: day resolved, state, working hours, target."""
    return {
        row["ticket_id"]: (
            oracle.day(row["resolved_at"]) if row["is_resolved"] else None,
            "resolved" if row["is_resolved"] else row["state"],
            row["working_resolution_hours"] if row["is_resolved"] else row["working_age_hours"],
            row["resolution_target"],
        )
        for row in TicketOracle(oracle, until).opened(since)
        if row["client_id"] == name
    }


def promises(oracle: Oracle, name: str, since: date, until: date) -> set[tuple[Any, ...]]:
    """Promises first due from the beginning of the period to some days after its end."""
    moment, found = oracle.moment(until), set()
    for each in promise_oracle.promises(oracle):
        first = each.day_of["first_due"]
        assert first is not None
        if each.client_id == name and each.made < moment and since <= first <= until + AHEAD:
            done = each.day_of["done"] if promise_oracle.is_done(each, moment) else None
            state = promise_oracle.outcome(each, moment) or "due"
            found.add((each.key, each.kind, first, done, state))
    return found


def events(oracle: Oracle, name: str, since: date, until: date) -> set[str]:
    """Events of all clients and of this one."""
    return {
        row["event_id"]
        for row in oracle.company["events"]
        if row["client_id"] in (None, name) and since <= row["happened_on"] <= until
    }


def month_ends(since: date, until: date) -> list[date]:
    """The last day of each month of the period, the last one cut."""
    months = pd.period_range(since, until, freq="M")
    return [min(date(m.year, m.month, monthrange(m.year, m.month)[1]), until) for m in months]


def window(oracle: Oracle, client: Row, as_of: date) -> dict[str, Any] | None:
    """Experience and expectation over the days that a tier rests on."""
    rows = oracle.window(client["client_id"], as_of)
    if rows.empty or not oracle.is_active(client, as_of):
        return None
    levels = rows[rows.kind.isin(["measured", "assumed"])]
    stated = rows[rows.kind == "stated"]
    if levels.empty and stated.empty:
        return None
    best = stated if levels.empty else levels
    names = [] if levels.empty else ["minimum", "expected", "desired"]
    told: dict[str, Any] = {name: weighted(levels, name) for name in names}
    gaps = gaps_of_days(levels)
    return {
        **dict.fromkeys(("minimum", "expected", "desired")),
        **told,
        "perceived": weighted(best, "perceived"),
        "answer_count": len(best),
        "day_count": len(gaps),
        "expectation_gap_spread": stdev(gaps) if len(gaps) > 1 else None,
    }


def gaps_of_days(levels: pd.DataFrame) -> list[float]:
    """The weighted gap of each day on which it answered."""
    if levels.empty:
        return []
    days = [rows for _day, rows in levels.groupby("day")]
    return [weighted(rows, "perceived") - weighted(rows, "expected") for rows in days]


def comments(oracle: Oracle, name: str, since: date, until: date) -> tuple[list[str], int]:
    """Responses with words of their own, newest first, and how many responses there are."""
    moment = oracle.moment(until)
    known = [
        row
        for row in of(oracle, "responses", name)
        if row["answered_at"] < moment and oracle.day(row["answered_at"]) >= since
    ]
    said = [row for row in known if row["comment"] and row["comment"].strip()]
    said.sort(key=lambda row: row["response_id"])
    said.sort(key=lambda row: oracle.day(row["answered_at"]), reverse=True)
    return [row["response_id"] for row in said], len(known)
