"""The list of open problems equals an independent computation over random companies."""

from collections import Counter
from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.queries import promise_oracle
from tests.queries.asked import Asked, often
from tests.queries.companies import companies, days
from tests.queries.oracle import Oracle
from tests.queries.promise_rows import EDGES

asked = st.builds(Asked, companies(), days, st.sampled_from(EDGES) | days)
Row = dict[str, Any]
SOON = 3


def problems(oracle: Oracle, until: date) -> list[Row]:
    """Everything open at the end of a day: source, key, state, opened, due (days), row."""
    moment = oracle.moment(until)
    found = []
    for ticket in oracle.company["tickets"]:
        if is_open(ticket["opened_at"], ticket["resolved_at"], moment):
            state = "paused" if is_paused(oracle, ticket, moment) else "running"
            found.append(problem(oracle, ticket, "opened_at", ticket["kind"], state, moment))
    for row in oracle.company["complaints"]:
        if row["form"] == "complaint" and is_open(row["received_at"], row["resolved_at"], moment):
            found.append(problem(oracle, row, "received_at", "complaint", "open", moment))
    for promise in promise_oracle.still_open(oracle, until):
        if promise.kind == "promise":
            is_past = promise_oracle.is_past(promise, promise.due, moment)
            found.append(
                {
                    "key": ("promise", promise.key),
                    "client_id": promise.client_id,
                    "state": "overdue" if is_past else "open",
                    "opened_on": promise.day_of["made"],
                    "due_on": promise.day_of["due"],
                    "owner": promise.made_by,
                    "row": {},
                }
            )
    return found


def is_open(began: datetime, ended: datetime | None, moment: datetime) -> bool:
    return began < moment and (ended is None or ended >= moment)


def is_paused(oracle: Oracle, ticket: Row, moment: datetime) -> bool:
    return any(
        max(pause["paused_at"], ticket["opened_at"]) < moment
        and (pause["resumed_at"] is None or pause["resumed_at"] >= moment)
        for pause in oracle.company["pauses"]
        if pause["ticket_id"] == ticket["ticket_id"]
    )


def problem(oracle: Oracle, row: Row, began: str, source: str, state: str, moment: datetime) -> Row:
    due = row["promised_at"]
    past = "overdue" if source == "complaint" else "breached"
    return {
        "key": (source, row["complaint_id"] if source == "complaint" else row["ticket_id"]),
        "client_id": row["client_id"],
        "state": past if due is not None and due < moment else state,
        "opened_on": oracle.day(row[began]),
        "due_on": None if due is None else oracle.day(due),
        "owner": holder(oracle, row, moment) if source == "complaint" else row["owner"],
        "row": row,
    }


def holder(oracle: Oracle, complaint: Row, moment: datetime) -> str | None:
    """The person of the last step, else the owner of the complaint's ticket, else the manager."""
    steps = [
        (step["done_at"], step["step"], step.get("done_by"))
        for step in oracle.company.get("complaint_steps", [])
        if step["complaint_id"] == complaint["complaint_id"] and step["done_at"] < moment
    ]
    owners = [
        ticket["owner"]
        for ticket in oracle.company["tickets"]
        if ticket["ticket_id"] == complaint.get("ticket_id")
        and ticket["client_id"] == complaint["client_id"]
        and ticket["opened_at"] < oracle.imported_at
    ]
    last = max(steps, key=lambda step: (step[0], STEPS.index(step[1])))[2] if steps else None
    return last or (owners[0] if owners else None) or client_of(oracle, complaint).get("manager")


STEPS = (
    "listened",
    "restated",
    "apologised",
    "measures_explained",
    "thanked",
    "escalated",
    "report_sent",
    "appraised",
    "followed_up",
)


def client_of(oracle: Oracle, row: Row) -> Row:
    return next(
        client for client in oracle.company["clients"] if client["client_id"] == row["client_id"]
    )


def points(oracle: Oracle, found: Row, known: date) -> tuple[int, int, int]:
    """Points of source, urgency and difficulty, as the delivered settings weigh them."""
    row, state = found["row"], found["state"]
    is_vip = client_of(oracle, found)["segment"] == "vip"
    source = promise_oracle.SOURCE_POINTS[found["key"][0]] + 3 * is_vip
    urgency = promise_oracle.SEVERITY_POINTS.get(row.get("severity", ""), 1)
    if state in ("breached", "overdue"):
        urgency += 5
    elif found["due_on"] is not None and (found["due_on"] - known).days <= SOON:
        urgency += 3
    is_reopened = (row.get("reopened_count") or 0) > 0
    is_handed_over = (row.get("handover_count") or 0) > 0
    difficulty = 3 * is_reopened + 2 * is_handed_over - 2 * (state == "paused")
    return source, urgency, difficulty


@often
@given(asked)
def test_open_problems(ask: Asked) -> None:
    known = promise_oracle.known_day(ask.oracle, ask.until)
    expected = problems(ask.oracle, ask.until)
    rows = ask("service/open_problems")
    found = {(row["source"], row["id"]): row for row in rows}
    assert len(rows) == len(expected) == len(found)
    for each in expected:
        row = found[each["key"]]
        due_on = each["due_on"]
        assert {name: row[name] for name in ("state", "opened_on", "due_on", "owner")} == {
            name: each[name] for name in ("state", "opened_on", "due_on", "owner")
        }
        assert row["days_left"] == (None if due_on is None else (due_on - known).days)
        weighed = points(ask.oracle, each, known)
        parts = (row["source_points"], row["urgency_points"], row["difficulty_points"])
        assert parts == weighed
        assert row["points"] == sum(weighed)


@often
@given(asked)
def test_the_order_of_open_problems(ask: Asked) -> None:
    rows = ask("service/open_problems")
    assert rows == sorted(
        rows,
        key=lambda row: (
            -row["points"],
            row["due_on"] or date.max,
            row["opened_on"],
            row["id"],
            row["source"],
        ),
    )


@often
@given(asked)
def test_open_problems_by_source(ask: Asked) -> None:
    known, tally = promise_oracle.known_day(ask.oracle, ask.until), Counter[Any]()
    for each in problems(ask.oracle, ask.until):
        is_past = each["state"] in ("breached", "overdue")
        is_soon = each["due_on"] is not None and (each["due_on"] - known).days <= SOON
        tally[each["key"][0]] += 1
        tally[each["key"][0], "past"] += is_past
        tally[each["key"][0], "soon"] += is_soon and not is_past
    for row in ask("service/open_problems_by_source"):
        assert row["open_count"] == tally.pop(row["source"])
        assert row["past_due_count"] == tally.pop((row["source"], "past"))
        assert row["due_soon_count"] == tally.pop((row["source"], "soon"))
    assert not tally
