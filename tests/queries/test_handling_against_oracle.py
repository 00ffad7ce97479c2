"""Every question about the handling of complaints equals an independent computation."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries.asked import IMPORTED_AT, Asked, asked, often
from tests.queries.companies import Row
from tests.queries.handling_oracle import HOUR, Handled
from tests.queries.oracle import ZONE
from tests.queries.step_rows import STEPS

WITHIN = timedelta(days=180)
GOOD = ("lifelong", "loyal", "satisfied")
ends = st.sampled_from(["received", "resolved", *STEPS])


def exactly(value: float | None) -> Any:
    return None if value is None else pytest.approx(value, abs=1e-6)


@often
@given(asked)
def test_handling_steps(ask: Asked) -> None:
    known, rows = Handled(ask), ask("complaints/handling_steps")
    assert [row["step"] for row in rows] == list(STEPS)
    for row in rows:
        due = [each for each in known.received() if known.calls_for(each, row["step"])]
        hours = [took for each in due if (took := known.hours(each, row["step"])) is not None]
        assert (row["due_count"], row["done_count"]) == (len(due), len(hours))
        assert row["median_hours"] == exactly(median(hours) if hours else None)


@often
@given(asked)
def test_steps_by_role(ask: Asked) -> None:
    known = Handled(ask)
    expected = Counter(
        (step, taken["role"])
        for each in known.received()
        for step in STEPS
        if known.calls_for(each, step) and (taken := known.first(each, step)) is not None
    )
    rows = ask("complaints/steps_by_role")
    assert {(row["step"], row["role"]): row["done_count"] for row in rows} == expected
    for before, after in pairwise(rows):
        assert STEPS.index(before["step"]) <= STEPS.index(after["step"])


@often
@given(asked, ends, ends)
def test_time_between(ask: Asked, from_step: str, to_step: str) -> None:
    known = Handled(ask)

    def when(complaint: Row, end: str) -> float | None:
        if end == "received":
            return 0
        if end == "resolved":
            took = known.is_resolved(complaint)
            return (complaint["resolved_at"] - complaint["received_at"]) / HOUR if took else None
        return known.hours(complaint, end)

    both = [
        (when(each, from_step), when(each, to_step))
        for each in known.received()
        if all(
            end in ("received", "resolved") or known.calls_for(each, end)
            for end in (from_step, to_step)
        )
    ]
    lengths = [
        round(end - start, 6) for start, end in both if start is not None and end is not None
    ]
    in_order = sorted(length for length in lengths if length >= 0)
    (row,) = ask("complaints/time_between", from_step=from_step, to_step=to_step)
    assert row["complaint_count"] == len(both)
    assert row["measured_count"] == len(in_order)
    assert row["reverse_count"] == len(lengths) - len(in_order)
    assert row["median_hours"] == exactly(median(in_order) if in_order else None)
    assert row["p90_hours"] == exactly(_nine_in_ten(in_order))


def _nine_in_ten(ordered: list[float]) -> float | None:
    if not ordered:
        return None
    place = 0.9 * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])


@often
@given(asked)
def test_major_path(ask: Asked) -> None:
    known = Handled(ask)
    received = known.received()
    expected = {
        each["complaint_id"]: each
        for each in known.complaints
        if each["severity"] == "major" and (each in received or not known.is_resolved(each))
    }
    rows = ask("complaints/major_path")
    assert {row["complaint_id"] for row in rows} == set(expected)
    for row in rows:
        _compare_path(known, row, expected[row["complaint_id"]])
    order = [(row["resolved_on"] is not None, -row["received_on"].toordinal()) for row in rows]
    assert order == sorted(order)


def _compare_path(known: Handled, row: Row, complaint: Row) -> None:
    told = known.first(complaint, "escalated") or {"done_by": None, "role": None}
    followed = known.first(complaint, "followed_up")
    assert row["escalated_hours"] == exactly(known.hours(complaint, "escalated"))
    assert (row["escalated_by"], row["escalated_role"]) == (told["done_by"], told["role"])
    assert row["report_hours"] == exactly(known.hours(complaint, "report_sent"))
    assert row["appraised_hours"] == exactly(known.hours(complaint, "appraised"))
    assert row["calls_for_appraisal"] == known.calls_for(complaint, "appraised")
    assert row["followed_up_on"] == (followed and known.oracle.day(followed["done_at"]))
    assert row["received_on"] == known.oracle.day(complaint["received_at"])
    assert row["is_overdue"] == known.is_overdue(complaint)
    resolved = known.is_resolved(complaint)
    assert row["resolved_on"] == (known.oracle.day(complaint["resolved_at"]) if resolved else None)


@often
@given(asked)
def test_overdue(ask: Asked) -> None:
    known = Handled(ask)
    owners = {(t["ticket_id"], t["client_id"]): t["owner"] for t in _known_tickets(ask)}
    rows = {row["complaint_id"]: row for row in ask("complaints/overdue")}
    late = {each["complaint_id"]: each for each in known.complaints if known.is_overdue(each)}
    assert set(rows) == set(late)
    last_day = min(ask.until, ask.oracle.day(IMPORTED_AT))
    for complaint_id, complaint in late.items():
        row, client = rows[complaint_id], known.clients[complaint["client_id"]]
        taken = known.taken(complaint)
        last = taken[-1] if taken else {"done_by": None, "step": None, "done_at": None}
        owner = owners.get((complaint["ticket_id"], complaint["client_id"]))
        assert row["holder"] == (last["done_by"] or owner or client.get("manager"))
        assert row["last_step"] == last["step"]
        assert row["last_step_on"] == (last["done_at"] and ask.oracle.day(last["done_at"]))
        promised_on = ask.oracle.day(complaint["promised_at"])
        assert row["days_late"] == (last_day - promised_on).days
    days = [row["days_late"] for row in rows.values()]
    assert days == sorted(days, reverse=True)


def _known_tickets(ask: Asked) -> list[Row]:
    return [row for row in ask.oracle.company["tickets"] if row["opened_at"] < IMPORTED_AT]


@often
@given(asked)
def test_recovery_and_lost_clients(ask: Asked) -> None:
    known = Handled(ask)
    resolved = [
        each
        for each in known.complaints
        if known.is_resolved(each) and ask.since <= ask.oracle.day(each["resolved_at"]) <= ask.until
    ]
    told = {each["complaint_id"]: _recovered(known, each) for each in resolved}
    rows = ask("complaints/recovery")
    assert {
        (row["tier_before"], row["outcome"], row["is_over"]): row["complaint_count"] for row in rows
    } == Counter(told.values())
    lost = {row["complaint_id"]: row for row in ask("complaints/lost_clients")}
    assert {key: (row["tier_before"], row["outcome"]) for key, row in lost.items()} == {
        key: (tier, outcome)
        for key, (tier, outcome, _over) in told.items()
        if outcome in ("not_recovered", "left")
    }
    for each in resolved:
        if row := lost.get(each["complaint_id"]):
            assert row["tier_after"] == _after(known, each, row["outcome"])


def _tier(known: Handled, complaint: Row, day: date) -> str | None:
    found = known.oracle.tier(known.clients[complaint["client_id"]], day)
    return None if found is None else found["tier"]


def _recovered(known: Handled, complaint: Row) -> tuple[str | None, str, bool]:
    oracle, client = known.oracle, known.clients[complaint["client_id"]]
    first = oracle.day(complaint["resolved_at"])
    day_after = datetime.combine(first + WITHIN + timedelta(days=1), time(), ZONE)
    is_over = known.moment >= day_after
    last = min(known.ask.until, first + WITHIN, oracle.day(IMPORTED_AT))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    left = client["left_on"]
    if any(_tier(known, complaint, day) in GOOD for day in days):
        outcome = "recovered"
    elif left is not None and left <= last:
        outcome = "left"
    else:
        outcome = "not_recovered" if is_over else "watching"
    day_before = oracle.day(complaint["received_at"]) - timedelta(days=1)
    return _tier(known, complaint, day_before), outcome, is_over


def _after(known: Handled, complaint: Row, outcome: str) -> str | None:
    if outcome == "left":
        return "left"
    return _tier(known, complaint, known.oracle.day(complaint["resolved_at"]) + WITHIN)
