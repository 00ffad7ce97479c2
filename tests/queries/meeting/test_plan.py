"""meeting/plan by hand, and against a second computation over randomly made companies."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as examples

from data import entered
from tests.conftest import Answer, Given, Row
from tests.queries import promise_oracle
from tests.queries.asked import Asked, asked, often

PLAN = "meeting/plan"
UNTIL = {"until": "2026-11-08"}
AHEAD = timedelta(days=7)


def action(action_id: str, **more: Any) -> Row:
    return {"action_id": action_id, "raised_on": "2026-11-02", "what": "call", **more}


def promise(promise_id: str, due_on: str, **more: Any) -> Row:
    row = {"client_id": "a", "what": "report", "promised_on": "2026-10-01", "source": "meeting"}
    return {"promise_id": promise_id, "due_on": due_on, **row, **more}


def ids(rows: list[Row]) -> list[str]:
    return [row["id"] for row in rows]


def test_past_dates_come_first_the_nearest_of_them_first_then_what_comes_by_date(
    given: Given, answer: Answer
) -> None:
    given("promises", promise("long past", "2026-09-01"), promise("just past", "2026-11-07"))
    given("promises", promise("friday", "2026-11-13"), promise("sunday", "2026-11-15"))
    given("actions", action("monday", due_on="2026-11-09"), action("undated"))
    given("actions", action("slipped", due_on="2026-11-06"))
    rows = answer(PLAN, **UNTIL)
    assert ids(rows) == [
        *("just past", "slipped", "long past"),
        *("monday", "friday", "sunday", "undated"),
    ]
    assert [row["is_past_due"] for row in rows] == [True] * 3 + [False] * 4
    assert [row["days_left"] for row in rows] == [-1, -2, -68, 1, 5, 7, None]


def test_the_eighth_day_is_not_of_the_plan(given: Given, answer: Answer) -> None:
    given("promises", promise("eighth", "2026-11-16"))
    given("actions", action("eighth too", due_on="2026-11-16"))
    assert answer(PLAN, **UNTIL) == []


@pytest.mark.parametrize(
    ("more", "is_planned"),
    [
        ({"done_on": "2026-11-08"}, False),
        ({"done_on": "2026-11-09"}, True),
        ({"raised_on": "2026-11-15"}, True),
        ({"raised_on": "2026-11-16"}, False),
    ],
)
def test_an_action_is_of_the_plan_when_agreed_in_its_meeting_and_not_done_before(
    given: Given, answer: Answer, more: Row, is_planned: bool
) -> None:
    given("actions", action("a", due_on="2026-11-15", **more))
    assert bool(answer(PLAN, **UNTIL)) is is_planned


def test_a_promise_made_later_or_kept_before_is_not_of_it(given: Given, answer: Answer) -> None:
    given("promises", promise("later", "2026-11-13", promised_on="2026-11-09"))
    given("promises", promise("kept", "2026-11-13", kept_on="2026-11-08"))
    given("promises", promise("kept after", "2026-11-13", kept_on="2026-11-09"))
    assert ids(answer(PLAN, **UNTIL)) == ["kept after"]


def test_a_date_is_past_once_its_whole_day_is(given: Given, answer: Answer) -> None:
    given("promises", promise("promise", "2026-11-08"))
    given("actions", action("action", due_on="2026-11-08"))
    assert [row["is_past_due"] for row in answer(PLAN, **UNTIL)] == [True, True]
    # The last import is of 15 November, 20:00: that day is not over.
    given("promises", promise("new promise", "2026-11-15"))
    given("actions", action("new action", due_on="2026-11-15"))
    rows = answer(PLAN, until="2026-11-15")
    assert {row["id"] for row in rows if not row["is_past_due"]} == {"new promise", "new action"}


def test_a_ticket_and_a_complaint_are_promised_too(given: Given, answer: Answer) -> None:
    due = {"promised_at": "2026-11-12 10:00:00"}
    given("tickets", {"ticket_id": "t", "client_id": "a", "opened_at": "2026-11-05", **due})
    given("complaints", {"complaint_id": "k", "client_id": "a", "received_at": "2026-11-05", **due})
    assert {row["record"] for row in answer(PLAN, **UNTIL)} == {"fault", "complaint"}


def test_only_the_clients_in_view_and_actions_of_no_client(given: Given, answer: Answer) -> None:
    given("promises", promise("theirs", "2026-11-12", client_id="b"))
    given("actions", action("nobody's", due_on="2026-11-12"))
    given("actions", action("their action", due_on="2026-11-12", client_id="b"))
    assert ids(answer(PLAN, **UNTIL, client_ids=["a"])) == ["nobody's"]
    assert len(answer(PLAN, **UNTIL, client_ids=["b"])) == 3


def test_what_was_entered_in_the_meeting_is_of_the_plan_at_once(
    given: Given, answer: Answer, tmp_path: Path
) -> None:
    given("actions", action("a", due_on="2026-11-12", owner="Li"))
    values = {"what": "visit", "raised_on": "2026-11-09", "due_on": "2026-11-13"}
    entered.add(tmp_path, "actions", values, "Ann", "m-1")
    entered.edit(
        tmp_path, "actions", "a", {"due_on": "2026-11-12"}, {"due_on": "2026-11-14"}, "Ann"
    )
    laid = entered.overlay(tmp_path, "actions")
    rows = answer(PLAN, **UNTIL, entered_actions=laid)
    assert [(row["id"], row["due_on"], row["first_due_on"]) for row in rows] == [
        ("m-1", date(2026, 11, 13), date(2026, 11, 13)),
        ("a", date(2026, 11, 14), date(2026, 11, 12)),
    ]


@often
@examples(asked)
def test_the_plan_against_a_second_computation(ask: Asked) -> None:
    expected = sorted([*_promises(ask), *_actions(ask)])
    rows = ask(PLAN)
    found = [
        (row["record"], row["id"], str(row["due_on"]), bool(row["is_past_due"])) for row in rows
    ]
    assert sorted(found) == expected
    order = [
        (not row["is_past_due"], row["due_on"] is None, _distance(row["due_on"], ask.until))
        for row in rows
    ]
    assert order == sorted(order)


def _distance(due_on: date | None, until: date) -> int:
    return 0 if due_on is None else abs((due_on - until).days)


def _promises(ask: Asked) -> list[tuple[str, str, str, bool]]:
    moment, found = ask.oracle.moment(ask.until), []
    for each in promise_oracle.still_open(ask.oracle, ask.until):
        due_on, is_past = each.day_of["due"], promise_oracle.is_past(each, each.due, moment)
        if due_on is not None and (is_past or due_on <= ask.until + AHEAD):
            found.append((each.kind, each.key, str(due_on), is_past))
    return found


def _actions(ask: Asked) -> list[tuple[str, str, str, bool]]:
    moment, found = ask.oracle.moment(ask.until), []
    for row in ask.oracle.company["actions"]:
        due_on, done_on = row["due_on"], row["done_on"]
        is_over = done_on is not None and done_on <= ask.until
        is_far = due_on is not None and due_on > ask.until + AHEAD
        if row["raised_on"] > ask.until + AHEAD or is_over or is_far:
            continue
        ends = None if due_on is None else promise_oracle.start_of(due_on + timedelta(days=1))
        found.append(("action", row["action_id"], str(due_on), ends is not None and ends <= moment))
    return found
