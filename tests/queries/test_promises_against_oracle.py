"""Every question about promises, lessons and reports equals an independent computation."""

from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries import promise_oracle
from tests.queries.asked import Asked, often
from tests.queries.companies import companies, days
from tests.queries.oracle import Oracle
from tests.queries.promise_rows import EDGES

some_days = st.sampled_from(EDGES) | days
asked = st.builds(Asked, companies(), some_days, some_days)
OUTCOMES = ("kept", "broken", "overdue")


def counts(ask: Asked) -> dict[Any, Counter[str]]:
    """Counts by month of the first date and kind."""
    found: dict[Any, Counter[str]] = {}
    for promise, outcome in promise_oracle.of_period(ask.oracle, ask.since, ask.until):
        first_due = promise.day_of["first_due"] or date.min
        counted = found.setdefault((first_due.replace(day=1), promise.kind), Counter())
        if outcome is not None:
            counted[outcome] += 1
            counted["moved"] += promise.due > promise.first_due
    return found


@often
@given(asked)
def test_promises_by_month(ask: Asked) -> None:
    rows = {(row["month"], row["kind"]): row for row in ask("service/promises_by_month")}
    expected = counts(ask)
    assert rows.keys() == expected.keys()
    for key, row in rows.items():
        assert all(row[name] == expected[key][name] for name in (*OUTCOMES, "moved"))
        fell_due = sum(expected[key][name] for name in OUTCOMES)
        share = expected[key]["kept"] / fell_due if fell_due else None
        assert row["kept_share"] == pytest.approx(share)


@often
@given(asked)
def test_promises_by_person(ask: Asked) -> None:
    people: dict[str | None, list[Any]] = {}
    for promise, outcome in promise_oracle.of_period(ask.oracle, ask.since, ask.until):
        if outcome is not None:
            people.setdefault(promise.made_by, []).append((promise, outcome))
    rows = {row["made_by"]: row for row in ask("service/promises_by_person")}
    assert rows.keys() == people.keys()
    for person, theirs in people.items():
        tally = Counter(outcome for _promise, outcome in theirs)
        row = rows[person]
        assert row["promise_count"] == len(theirs)
        assert all(row[name] == tally[name] for name in OUTCOMES)
        assert row["moved"] == sum(promise.due > promise.first_due for promise, _ in theirs)
        assert row["kept_share"] == pytest.approx(tally["kept"] / len(theirs))
        given_days = [between(promise, "made", "first_due") for promise, _outcome in theirs]
        slack = [between(one, "done", "first_due") for one, what in theirs if what != "overdue"]
        assert row["days_promised_p50"] == pytest.approx(np.median(given_days))
        assert row["slack_days_p50"] == (pytest.approx(np.median(slack)) if slack else None)
        assert row["done_count"] == len(slack)


def between(promise: promise_oracle.Promise, one: str, other: str) -> int:
    first, last = promise.day_of[one], promise.day_of[other]
    assert first is not None
    assert last is not None
    return (last - first).days


@often
@given(asked)
def test_broken_and_overdue_promises(ask: Asked) -> None:
    expected = {}
    for promise, outcome in promise_oracle.of_period(ask.oracle, ask.since, ask.until):
        if outcome in ("broken", "overdue"):
            done = promise.day_of["done"] if outcome == "broken" else None
            last = done or promise_oracle.known_day(ask.oracle, ask.until)
            first_due = promise.day_of["first_due"] or date.min
            expected[promise.kind, promise.key] = (outcome, done, (last - first_due).days)
    rows = ask("service/broken_promises")
    assert expected == {
        (row["kind"], row["promise_id"]): (row["state"], row["done_on"], row["days_late"])
        for row in rows
    }
    assert [row["days_late"] for row in rows] == sorted(
        (row["days_late"] for row in rows), reverse=True
    )


@often
@given(asked)
def test_promises_due(ask: Asked) -> None:
    known, moment = promise_oracle.known_day(ask.oracle, ask.until), ask.oracle.moment(ask.until)
    expected = {}
    for promise in promise_oracle.still_open(ask.oracle, ask.until):
        days_left = ((promise.day_of["due"] or date.max) - known).days
        if days_left <= 14:
            is_past = promise_oracle.is_past(promise, promise.due, moment)
            expected[promise.kind, promise.key] = (days_left, is_past)
    rows = ask("service/promises_due")
    assert expected == {
        (row["kind"], row["promise_id"]): (row["days_left"], row["is_past_due"]) for row in rows
    }
    tally = Counter((kind, past) for (kind, _key), (_left, past) in expected.items())
    assert {(row["kind"], True): row["past_due_count"] for row in by_kind(ask)} == {
        (kind, True): tally[kind, True] for kind in {kind for kind, _past in tally}
    }
    assert sum(row["due_soon_count"] for row in by_kind(ask)) == sum(
        count for (_kind, past), count in tally.items() if not past
    )


def by_kind(ask: Asked) -> list[dict[str, Any]]:
    return ask("service/promises_due_by_kind")


@often
@given(asked)
def test_lessons_and_repeats(ask: Asked) -> None:
    lessons = promise_oracle.lessons(ask.oracle, ask.since, ask.until)
    expected: dict[Any, Counter[str]] = {}
    for lesson in lessons:
        tally = expected.setdefault((lesson["source"], lesson["subject"]), Counter())
        tally["lesson_count"] += 1
        tally["repeated_count"] += lesson["repeat"] is not None
        tally["watching_count"] += lesson["repeat"] is None and not lesson["is_over"]
    rows = ask("service/repeats")
    assert {(row["source"], row["subject"]) for row in rows} == expected.keys()
    for row in rows:
        tally = expected[row["source"], row["subject"]]
        assert {name: row[name] for name in tally} == dict(tally)
    repeated = {
        (row["source"], row["id"]): row["repeat_id"] for row in ask("service/repeated_troubles")
    }
    assert repeated == {
        (lesson["source"], lesson["id"]): lesson["repeat"] for lesson in lessons if lesson["repeat"]
    }


@often
@given(asked)
def test_faults_without_a_report(ask: Asked) -> None:
    expected, tally = {}, Counter[Any]()
    for row in resolved_faults(ask.oracle, ask.since, ask.until):
        lesson_at = row["lesson_recorded_at"]
        has_lesson = lesson_at is not None and lesson_at < ask.oracle.moment(ask.until)
        has_cause = row["root_cause"] is not None
        tally[row["severity"], has_cause and has_lesson] += 1
        if not (has_cause and has_lesson):
            expected[row["ticket_id"]] = (has_cause, has_lesson)
    assert expected == {
        row["ticket_id"]: (row["has_root_cause"], row["has_lesson"])
        for row in ask("service/faults_without_report")
    }
    for row in ask("service/fault_reports"):
        severity = row["severity"]
        assert row["reported_count"] == tally[severity, True]
        assert row["fault_count"] == tally.pop((severity, True), 0) + tally.pop(
            (severity, False), 0
        )
    assert not +tally


def resolved_faults(oracle: Oracle, since: date, until: date) -> list[dict[str, Any]]:
    return [
        row
        for row in oracle.company["tickets"]
        if row["kind"] == "fault"
        and row["severity"] != "minor"
        and row["opened_at"] < oracle.imported_at
        and row["resolved_at"] is not None
        and row["resolved_at"] < oracle.imported_at
        and since <= oracle.day(row["resolved_at"]) <= until
    ]
