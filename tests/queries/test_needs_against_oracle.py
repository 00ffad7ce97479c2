"""Portfolio, follow-ups and open items equal an independent computation over random companies."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.queries import promise_oracle
from tests.queries.asked import Asked, often
from tests.queries.companies import companies, days
from tests.queries.handling_oracle import Handled
from tests.queries.needs_oracle import AHEAD, SOON, Needs
from tests.queries.promise_rows import EDGES
from tests.queries.step_rows import STEPS

asked = st.builds(Asked, companies(), days, st.sampled_from(EDGES) | days)
Row = dict[str, Any]


def needs_of(ask: Asked) -> Needs:
    return Needs(ask.oracle, ask.since, ask.until)


@often
@given(asked)
def test_points_of_a_portfolio(ask: Asked) -> None:
    needs, rows = needs_of(ask), ask("clients/portfolio")
    assert {row["client_id"] for row in rows} == set(needs.clients)
    assert len(rows) == len(needs.clients)
    for row in rows:
        parts = needs.points(row["client_id"])
        assert {name: row[name] for name in parts} == parts
        assert row["points"] == sum(parts.values())


@often
@given(asked)
def test_what_a_portfolio_counts_and_since_when(ask: Asked) -> None:
    needs = needs_of(ask)
    for row in ask("clients/portfolio"):
        name = row["client_id"]
        open_ones = needs.complaints(name)
        assert row["complaint_count"] == len(open_ones)
        assert row["overdue_count"] == sum(map(needs.is_late, open_ones))
        assert row["ticket_past_count"] == len(needs.late_tickets(name))
        assert (row["previous_tier"], row["tier"]) == needs.tiers(name)
        assert (row["tiers_fallen"] or 0) == needs.fallen(name)
        assert row["heard_on"] == needs.heard(name)
        assert row["silent_since"] == needs.silent_since(name)
        assert row["days_silent"] == needs.days_silent(name)
        assert row["is_silent"] == needs.is_silent(name)
        days_told = ("promise_days_late", "promise_days_left", "ticket_days_late")
        assert tuple(row[name] for name in days_told) == days_of(needs, row["client_id"])


def days_of(needs: Needs, client_id: str) -> tuple[int | None, int | None, int | None]:
    """Days of the latest promise, until the next one, and of the latest ticket."""
    said = [each for each in needs.promised(client_id) if each[0].kind == "promise"]
    past = [-left for _promise, is_past, left in said if is_past]
    soon = [left for _promise, is_past, left in said if not is_past and left <= SOON]
    late = [
        (needs.known - needs.oracle.day(ticket["promised_at"])).days
        for ticket in needs.late_tickets(client_id)
    ]
    return max(past, default=None), min(soon, default=None), max(late, default=None)


@often
@given(asked)
def test_the_order_of_a_portfolio(ask: Asked) -> None:
    rows = ask("clients/portfolio")
    assert rows == sorted(
        rows,
        key=lambda row: (
            -row["points"],
            row["yearly_worth"] is None,
            -(row["yearly_worth"] or 0),
            row["client_name"],
        ),
    )


@often
@given(asked)
def test_whom_to_call(ask: Asked) -> None:
    needs, found = needs_of(ask), dict[str, list[str]]()
    for row in ask("clients/follow_ups"):
        found.setdefault(row["follow_up"], []).append(row["client_id"])
        assert row["place"] == len(found[row["follow_up"]])
        promise = needs.first_promise(row["client_id"])
        told = (row["kind"], row["promise_id"], row["days_left"], row["is_past_due"])
        if promise is None:
            assert told == (None, None, None, None)
        else:
            assert told == (promise[0].kind, promise[0].key, promise[2], promise[1])
    assert found == {reason: names for reason, names in needs.follow_ups().items() if names}


@often
@given(asked)
def test_what_is_open_with_a_client(ask: Asked) -> None:
    needs, handled = needs_of(ask), Handled(ask)
    expected = {(item["item"], item["id"]): item for item in items(needs, handled)}
    rows = ask("clients/open_items")
    assert len(rows) == len(expected)
    for row in rows:
        item = expected[row["item"], row["id"]]
        assert {name: row[name] for name in item} == item


def items(needs: Needs, handled: Handled) -> list[Row]:
    """Item, id, due day, is it past, and the steps that an open complaint still lacks."""
    found: list[Row] = []
    for row in needs.oracle.company["complaints"]:
        if row in needs.complaints(row["client_id"]):
            due = row["promised_at"] or row["first_promised_at"]
            steps = [
                step
                for step in STEPS
                if handled.calls_for(row, step) and handled.first(row, step) is None
            ]
            found.append(
                {
                    "item": "complaint",
                    "id": row["complaint_id"],
                    "due_on": None if due is None else needs.oracle.day(due),
                    "is_past_due": needs.is_late(row),
                    "missing_steps": " ".join(steps) or None,
                }
            )
    for promise in needs.promises:
        due_on = promise.day_of["due"] or date.min
        is_past = promise_oracle.is_past(promise, promise.due, needs.moment)
        if promise.kind != "complaint" and (is_past or (due_on - needs.known).days <= AHEAD):
            found.append(
                {
                    "item": promise.kind,
                    "id": promise.key,
                    "due_on": due_on,
                    "first_due_on": promise.day_of["first_due"],
                    "is_past_due": is_past,
                }
            )
    return [*found, *actions(needs)]


def actions(needs: Needs) -> list[Row]:
    """Actions raised and not done by the end of the day; without a client they are none's."""
    return [
        {
            "item": "action",
            "id": row["action_id"],
            "due_on": row["due_on"],
            "is_past_due": row["due_on"] is not None and row["due_on"] < needs.known,
        }
        for row in needs.oracle.company["actions"]
        if row["raised_on"] <= needs.known
        and (row["done_on"] is None or row["done_on"] > needs.known)
    ]
