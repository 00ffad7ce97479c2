"""What the weekly meeting judges, against a second computation over random companies."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.queries import promise_oracle
from tests.queries.asked import Asked, often
from tests.queries.companies import companies, days
from tests.queries.promise_rows import EDGES

some_days = st.sampled_from(EDGES) | days
asked = st.builds(Asked, companies(), some_days, some_days)
STATES = {"kept": "done_in_time", "broken": "done_late", "overdue": "carried_over", None: "open"}


def monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)


def judged(ask: Asked) -> dict[Any, tuple[str, bool, int, bool]]:
    """State, due in the period, meetings since it was due, moved; by kind and key."""
    found = {}
    for promise, outcome in promise_oracle.of_period(ask.oracle, date.min, ask.until):
        first, done = promise.day_of["first_due"] or date.min, promise.day_of["done"]
        is_now, is_done_now = first >= ask.since, done is not None and ask.since <= done
        if not (is_now or outcome == "overdue" or (outcome == "broken" and is_done_now)):
            continue
        end = done if outcome == "broken" else ask.until
        is_late = outcome in ("broken", "overdue")
        weeks = (monday(end or ask.until) - monday(first)).days // 7 if is_late else 0
        is_moved = promise.due > promise.first_due
        found[promise.kind, promise.key] = (STATES[outcome], is_now, weeks, is_moved)
    return found


@often
@given(asked)
def test_promises_judged(ask: Asked) -> None:
    rows = ask("meeting/promises_judged")
    told = {
        (row["kind"], row["promise_id"]): (
            row["state"],
            row["is_due_now"],
            row["carried_weeks"],
            row["is_moved"],
        )
        for row in rows
    }
    assert len(told) == len(rows)
    assert told == judged(ask)
