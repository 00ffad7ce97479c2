"""Every question about response times equals an independent computation, minute by minute."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries.asked import Asked, often
from tests.queries.companies import Company, companies, days
from tests.queries.oracle import ZONE
from tests.queries.ticket_oracle import (
    Row,
    TicketOracle,
    decided,
    groups,
    percentiles,
    quantile,
)

BOUNDS = (1, 2, 4, 8, 16, 40, 80, 160, 320, None)
AGES = (0, 1, 3, 7, 14, 30, 90, None)
CLOCKS = {"first_response": "is_answered", "resolution": "is_resolved"}
STATES = ("running", "paused", "breached", "met", "breached_closed", "without_promise")


def on_an_edge(company: Company) -> st.SearchStrategy[date]:
    """A day on which something happens to a ticket, so that periods begin and end there."""
    names = ("opened_at", "first_response_at", "resolved_at", "promised_at")
    moments = [row[name] for row in company["tickets"] for name in names if row[name]]
    edges = [moment.astimezone(ZONE).date() for moment in moments]
    return st.sampled_from(edges) if edges else days


asked = companies().flatmap(
    lambda company: st.builds(Asked, st.just(company), on_an_edge(company), on_an_edge(company))
)


def known(ask: Asked) -> TicketOracle:
    return TicketOracle(ask.oracle, ask.until)


def same(row: Row, expected: dict[str, Any]) -> None:
    for column, value in expected.items():
        assert row[column] == pytest.approx(value, abs=1e-9), column


def by(rows: list[Row], *columns: str) -> dict[tuple[Any, ...], Row]:
    """Rows by their grain, each only once."""
    found = {tuple(row[column] for column in columns): row for row in rows}
    assert len(found) == len(rows)
    return found


def counts(rows: list[Row]) -> dict[str, int]:
    return {
        "ticket_count": len(rows),
        "open_count": sum(not row["is_resolved"] for row in rows),
        "first_response_count": sum(row["is_answered"] for row in rows),
    }


@often
@given(asked)
def test_times_and_times_by_month(ask: Asked) -> None:
    opened = known(ask).opened(ask.since)
    dated = [{**row, "month": row["opened_on"].replace(day=1)} for row in opened]
    for name, columns in (
        ("service/times", ("kind",)),
        ("service/times_by_month", ("month", "kind")),
    ):
        rows, expected = by(ask(name), *columns), groups(dated, *columns)
        assert rows.keys() == expected.keys()
        for key, tickets in expected.items():
            same(rows[key], counts(tickets) | percentiles(tickets))


@often
@given(asked)
def test_time_buckets(ask: Asked) -> None:
    expected = groups(known(ask).opened(ask.since), "kind")
    rows = by(ask("service/time_buckets"), "kind", "clock", "up_to_hours")
    assert len(rows) == len(expected) * len(CLOCKS) * len(BOUNDS)
    for (kind,), tickets in expected.items():
        for clock in CLOCKS:
            found = Counter(
                next((b for b in BOUNDS[:-1] if hours <= b), None)
                for row in tickets
                if (hours := row[f"working_{clock}_hours"]) is not None
            )
            for bound in BOUNDS:
                assert rows[kind, clock, bound]["ticket_count"] == found[bound]


@often
@given(asked)
def test_within_target(ask: Asked) -> None:
    opened = known(ask).opened(ask.since)
    expected = {
        (kind, column if column != "kind" else "all", value if column != "kind" else None): tickets
        for column in ("kind", "severity", "segment")
        for (kind, value), tickets in groups(opened, "kind", column).items()
    }
    rows = by(ask("service/within_target"), "kind", "grouped_by", "value")
    assert rows.keys() == expected.keys()
    for key, tickets in expected.items():
        for clock in CLOCKS:
            judged = [decided(row, clock) for row in tickets]
            assert rows[key][f"{clock}_decided"] == sum(is_known for is_known, _met in judged)
            assert rows[key][f"{clock}_within"] == sum(met for _known, met in judged)


@often
@given(asked)
def test_times_by_client(ask: Asked) -> None:
    expected = groups(known(ask).opened(ask.since), "client_id", "kind")
    answer = ask("service/times_by_client")
    rows = by(answer, "client_id", "kind")
    assert rows.keys() == expected.keys()
    for key, tickets in expected.items():
        judged = [decided(row, "resolution") for row in tickets]
        told = {
            name: value
            for name, value in (counts(tickets) | percentiles(tickets)).items()
            if name in rows[key]
        }
        same(rows[key], told)
        assert rows[key]["resolution_decided"] == sum(is_known for is_known, _met in judged)
        assert rows[key]["resolution_within"] == sum(met for _known, met in judged)
    missed = [row["resolution_decided"] - row["resolution_within"] for row in answer]
    assert missed == sorted(missed, reverse=True)


@often
@given(asked)
def test_survival(ask: Asked) -> None:
    expected: dict[tuple[str, str, int], Counter[str]] = {}
    for row in known(ask).opened(ask.since):
        for clock, is_stopped in CLOCKS.items():
            if row[is_stopped]:
                hours, ends = row[f"working_{clock}_hours"], "closed_count"
            elif not row["is_resolved"]:
                hours, ends = row["working_age_hours"], "open_count"
            else:
                continue
            tenths = -(-round(hours * 60) // 6)
            expected.setdefault((row["kind"], clock, tenths), Counter())[ends] += 1
    rows = ask("service/survival")
    found = {(row["kind"], row["clock"], round(row["working_hours"] * 10)): row for row in rows}
    assert len(found) == len(rows)
    assert found.keys() == expected.keys()
    for key, ended in expected.items():
        assert found[key]["working_hours"] == pytest.approx(key[2] / 10)
        assert found[key]["closed_count"] == ended["closed_count"]
        assert found[key]["open_count"] == ended["open_count"]


@often
@given(asked)
def test_states_add_up(ask: Asked) -> None:
    expected = groups(known(ask).opened(ask.since), "kind")
    rows = by(ask("service/states"), "kind")
    assert rows.keys() == expected.keys()
    for key, tickets in expected.items():
        found = Counter(row["state"] for row in tickets)
        told = {name: found[name] for name in STATES if name != "breached"}
        same(rows[key], told | {"breached_open": found["breached"], "ticket_count": len(tickets)})


@often
@given(asked)
def test_ageing_and_open_tickets(ask: Asked) -> None:
    still_open = known(ask).open()
    listed = ask("service/open_tickets")
    order = sorted(still_open, key=lambda row: (row["opened_at"], row["ticket_id"]))
    assert [row["ticket_id"] for row in listed] == [row["ticket_id"] for row in order]
    for row, expected in zip(listed, order, strict=True):
        same(row, {name: expected[name] for name in ("age_hours", "working_age_hours")})
        for column in ("client_id", "kind", "severity", "opened_at", "promised_at", "state"):
            assert row[column] == expected[column], column
    rows = by(ask("service/ageing"), "kind", "from_days", "to_days")
    assert len(rows) == len(groups(still_open, "kind")) * (len(AGES) - 1)
    for (kind, from_days, to_days), row in rows.items():
        inside = [
            each["state"]
            for each in still_open
            if each["kind"] == kind
            and from_days <= each["age_hours"] / 24 < (to_days or float("inf"))
        ]
        assert row["open_count"] == len(inside)
        assert row["breached_count"] == inside.count("breached")
        assert row["paused_count"] == inside.count("paused")


@often
@given(asked)
def test_load_by_hour(ask: Asked) -> None:
    tickets = known(ask)
    resolved_at = [
        row["resolved_at"].astimezone(ZONE) for row in tickets.rows if row["is_resolved"]
    ]
    opened = Counter(
        (at.isoweekday(), at.hour)
        for row in tickets.opened(ask.since)
        for at in [row["opened_at"].astimezone(ZONE)]
    )
    resolved = Counter((at.isoweekday(), at.hour) for at in resolved_at if at.date() >= ask.since)
    rows = by(ask("service/load_by_hour"), "weekday", "hour")
    assert list(rows) == [(weekday, hour) for weekday in range(1, 8) for hour in range(24)]
    for key, row in rows.items():
        assert (row["opened_count"], row["resolved_count"]) == (opened[key], resolved[key])


@often
@given(asked)
def test_handovers(ask: Asked) -> None:
    resolved = [
        {
            **row,
            "handovers": None if row["handover_count"] is None else min(row["handover_count"], 3),
        }
        for row in known(ask).rows
        if row["is_resolved"] and ask.oracle.day(row["resolved_at"]) >= ask.since
    ]
    expected = groups(resolved, "kind", "handovers")
    rows = by(ask("service/handovers"), "kind", "handovers")
    assert rows.keys() == expected.keys()
    for key, tickets in expected.items():
        owned = [row for row in tickets if row["owner"] and row["first_owner"]]
        hours = [row["working_resolution_hours"] for row in tickets]
        same(
            rows[key],
            {
                "ticket_count": len(tickets),
                "owner_known_count": len(owned),
                "first_owner_count": sum(row["owner"] == row["first_owner"] for row in owned),
                "reopened_count": sum(bool(row["reopened_count"]) for row in tickets),
                "working_resolution_hours_p50": quantile(hours, 0.5),
            },
        )
