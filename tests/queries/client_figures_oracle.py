"""What a client is compared with, computed a second time: others' figures, and others' moves."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from statistics import mean, stdev
from typing import Any

import pandas as pd

from queries.statistics import migration
from tests.queries import promise_oracle
from tests.queries.client_oracle import gaps_of_days, of, tier_on
from tests.queries.companies import Row
from tests.queries.oracle import TIERS, Oracle, weighted
from tests.queries.ticket_oracle import TicketOracle, decided

LOOKS = (12, 9, 6, 3, 0)  # months before


def moves(oracle: Oracle, until: date) -> tuple[pd.DataFrame, dict[str, int]]:
    """Moves from tier to tier (or left) three months on, and the clients of each tier."""
    days = [(pd.Timestamp(until) - pd.DateOffset(months=months)).date() for months in LOOKS]
    sequences = [_states(oracle, client, days) for client in oracle.company["clients"]]
    counts = migration.transitions(sequences, order=[*TIERS, "left"]).counts
    holders: Counter[str] = Counter()
    for states in sequences:
        pairs = pairwise(states)
        holders.update({before for before, after in pairs if before and after})
    return counts.loc[list(TIERS)], dict(holders)


def _states(oracle: Oracle, client: Row, days: list[date]) -> list[str | None]:
    def state(day: date) -> str | None:
        if client["left_on"] is not None and client["left_on"] <= day:
            return "left"
        return tier_on(oracle, client, day)

    return [state(day) for day in days]


def figures(oracle: Oracle, client: Row, since: date, until: date) -> dict[str, Any] | None:
    """A client's gap, tickets, promises, complaints and days; None where it was no client."""
    days = sum(_active_days(oracle, client, since, until))
    if not days:
        return None
    name = client["client_id"]
    answers = answers_of(oracle, name, since, until)
    rows = [r for r in TicketOracle(oracle, until).opened(since) if r["client_id"] == name]
    judged = [decided(row, "resolution") for row in rows]
    due = [
        o for p, o in promise_oracle.of_period(oracle, since, until) if p.client_id == name and o
    ]
    return {
        "segment": client["segment"],
        "answer_count": len(answers),
        "gaps_of_days": gaps_of_days(answers),
        "gap": weighted(answers, "perceived") - weighted(answers, "expected")
        if len(answers)
        else None,
        "decided": sum(is_decided for is_decided, _met in judged),
        "within_target": sum(met for is_decided, met in judged if is_decided),
        "due": len(due),
        "kept": due.count("kept"),
        "received": sum(
            row["form"] == "complaint"
            and row["received_at"] < oracle.moment(until)
            and since <= oracle.day(row["received_at"]) <= until
            for row in of(oracle, "complaints", name)
        ),
        "day_count": days,
    }


def _active_days(oracle: Oracle, client: Row, since: date, until: date) -> Iterator[bool]:
    last = min(until, oracle.day(oracle.imported_at))
    return (oracle.is_active(client, day.date()) for day in pd.date_range(since, last))


def answers_of(oracle: Oracle, name: str, since: date, until: date) -> pd.DataFrame:
    """Its answers of the period with an expectation."""
    rows = oracle.answers
    if rows.empty:
        return rows
    inside = (rows.client_id == name) & (rows.day >= since) & (rows.day <= until)
    return rows[inside & rows.kind.isin(["measured", "assumed"])]


def group(rows: list[dict[str, Any]], *, is_one: bool) -> dict[str, Any]:
    """The figures of a group; the client alone has the gaps of its days."""
    names = ("answer_count", "decided", "within_target", "due", "kept", "received", "day_count")
    gaps = [row["gap"] for row in rows if row["gap"] is not None]
    spread = rows[0]["gaps_of_days"] if is_one else gaps
    return {
        **{name: sum(row[name] for row in rows) for name in names},
        "client_count": len(rows),
        "gap_count": len(spread),
        "expectation_gap": mean(gaps) if gaps else None,
        "expectation_gap_spread": stdev(spread) if len(spread) > 1 else None,
    }
