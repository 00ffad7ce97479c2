"""What happened with a client, by hand: each record on its own edge."""

import json
from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given, Row

STORY, WINDOWS = "clients/story", "clients/expectations"
PERIOD = {"since": "2026-10-01", "until": "2026-10-31"}
LEVELS = {"minimum": 5, "expected": 6, "desired": 8}


def story(answer: Answer, record: str, **more: Any) -> list[Row]:
    return [row for row in answer(STORY, **{**PERIOD, **more}) if row["record"] == record]


def answered(given: Given, day: str, perceived: float, **more: Any) -> None:
    given("responses", {"response_id": day, "client_id": "a", "answered_at": f"{day} 12:00:00"})
    row = {"response_id": day, "indicator_id": "q", "perceived": perceived}
    given("answers", {**row, **LEVELS, **more})


def ticket(given: Given, opened: str, resolved: str | None = None, **more: Any) -> None:
    row = {"ticket_id": opened, "client_id": "a", "opened_at": opened, "resolved_at": resolved}
    given("tickets", {**row, **more})


def complain(given: Given, key: str, received: str, **more: Any) -> None:
    given("complaints", {"complaint_id": key, "client_id": "a", "received_at": received, **more})


def promise(given: Given, key: str, due_on: str, **more: Any) -> None:
    row = {"promise_id": key, "client_id": "a", "what": "Visit", "source": "meeting"}
    given("promises", {**row, "promised_on": "2026-09-01", "due_on": due_on, **more})


def test_tiers_that_touch_the_period_are_told_with_their_own_days(
    given: Given, answer: Answer
) -> None:
    for day, score in (("2026-09-10", 9), ("2026-10-05", 2), ("2026-11-03", 10)):
        row = {"response_id": day, "client_id": "a", "answered_at": f"{day} 12:00"}
        given("responses", {**row, "recommend": score})
    rows = story(answer, "tier")
    assert [(row["tier"], row["from_on"], row["to_on"]) for row in rows] == [
        ("loyal", date(2026, 9, 10), date(2026, 10, 5)),
        ("basic", date(2026, 10, 5), None),
    ]


def test_a_tier_that_ended_on_the_first_day_is_no_part_of_the_story(
    given: Given, answer: Answer
) -> None:
    for day, score in (("2026-09-10", 9), ("2026-10-01", 2)):
        row = {"response_id": day, "client_id": "a", "answered_at": f"{day} 12:00"}
        given("responses", {**row, "recommend": score})
    assert [row["tier"] for row in story(answer, "tier")] == ["basic"]


def test_a_ticket_is_told_in_working_hours_with_its_target(given: Given, answer: Answer) -> None:
    ticket(given, "2026-10-05 09:00:00", "2026-10-06 10:00:00", severity="critical", title="Down")
    (row,) = story(answer, "ticket")
    assert (row["state"], row["hours"], row["target_hours"]) == ("resolved", 9, 4)
    assert (row["from_on"], row["to_on"]) == (date(2026, 10, 5), date(2026, 10, 6))
    assert (row["kind"], row["severity"], row["what"]) == ("fault", "critical", "Down")


def test_a_ticket_resolved_later_is_open_with_its_hours_so_far(
    given: Given, answer: Answer
) -> None:
    ticket(given, "2026-10-30 09:00:00", "2026-11-02 10:00:00")
    (row,) = story(answer, "ticket")
    assert (row["state"], row["hours"], row["to_on"]) == ("running", 8, None)


def test_tickets_of_the_first_and_the_last_day_are_told(given: Given, answer: Answer) -> None:
    ticket(given, "2026-10-01 00:00:00", "2026-10-31 23:59:00")
    ticket(given, "2026-10-01 00:01:00")
    ticket(given, "2026-10-31 23:00:00", "2026-10-31 23:30:00")
    ticket(given, "2026-10-31 23:59:00")
    assert [row["to_on"] for row in story(answer, "ticket")] == [
        date(2026, 10, 31),
        None,
        date(2026, 10, 31),
        None,
    ]


def test_tickets_of_other_months_are_not_told(given: Given, answer: Answer) -> None:
    ticket(given, "2026-09-30 09:00:00")
    ticket(given, "2026-11-01 09:00:00")
    ticket(given, "2026-09-29 09:00:00", "2026-10-05 09:00:00")
    assert story(answer, "ticket") == []


@pytest.mark.parametrize(
    ("more", "ended", "state"),
    [
        ({}, None, "open"),
        ({"promised_at": "2026-10-20 12:00"}, None, "overdue"),
        ({"promised_at": "2026-10-31 12:00"}, None, "overdue"),
        ({"promised_at": "2026-11-05 12:00"}, None, "open"),
        ({"resolved_at": "2026-10-31 12:00"}, date(2026, 10, 31), "resolved"),
        ({"resolved_at": "2026-11-01 12:00"}, None, "open"),
        ({"resolved_at": "2026-10-01 12:00"}, date(2026, 10, 1), "resolved"),
    ],
)
def test_a_complaint_from_before_is_told_while_it_was_open(
    given: Given, answer: Answer, more: dict[str, str], ended: date | None, state: str
) -> None:
    complain(given, "1", "2026-09-10 09:00", **more)
    (row,) = story(answer, "complaint")
    assert (row["to_on"], row["state"], row["kind"]) == (ended, state, "technical")


def test_a_complaint_settled_before_and_an_old_grumble_are_not_told(
    given: Given, answer: Answer
) -> None:
    complain(given, "1", "2026-09-10 09:00", resolved_at="2026-09-30 12:00")
    complain(given, "2", "2026-09-10 09:00", form="grumble")
    complain(given, "3", "2026-10-01 09:00", form="grumble")
    complain(given, "4", "2026-10-31 09:00", form="grumble")
    complain(given, "5", "2026-11-01 09:00", form="grumble")
    assert story(answer, "complaint") == []
    assert [row["id"] for row in story(answer, "grumble")] == ["3", "4"]


def test_promises_stand_on_their_first_date_with_what_became_of_them(
    given: Given, answer: Answer
) -> None:
    promise(given, "kept", "2026-10-01", kept_on="2026-09-20")
    promise(given, "broken", "2026-10-20", first_due_on="2026-10-10", kept_on="2026-10-15")
    promise(given, "overdue", "2026-10-11", kept_on="2026-11-02")
    promise(given, "due", "2026-11-14")
    promise(given, "too late", "2026-11-15")
    promise(given, "too early", "2026-09-30")
    promise(given, "not made", "2026-11-03", promised_on="2026-11-01")
    rows = story(answer, "promise")
    assert {row["id"]: row["state"] for row in rows} == {
        name: name for name in ("kept", "broken", "overdue", "due")
    }
    due = {row["id"]: row["due_on"] for row in rows}
    assert due["broken"] == date(2026, 10, 10)
    assert {row["id"]: row["to_on"] for row in rows}["overdue"] is None


def test_events_of_all_clients_and_of_its_own(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a"})
    for key, day, client in (
        ("all", "2026-10-01", None),
        ("own", "2026-10-31", "a"),
        ("other", "2026-10-05", "b"),
        ("later", "2026-11-01", None),
    ):
        given("events", {"event_id": key, "happened_on": day, "label": key, "client_id": client})
    rows = story(answer, "event", client_ids=["a"])
    assert [(row["id"], row["client_id"]) for row in rows] == [("all", None), ("own", "a")]


def test_experience_is_that_of_the_tier_window_at_each_month_s_end(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "q"})
    answered(given, "2026-04-04", 4)
    answered(given, "2026-04-05", 5)
    answered(given, "2026-10-20", 9)
    rows = answer(WINDOWS, since="2026-09-15", until="2026-10-31")
    assert [(row["as_of"], row["perceived"], row["answer_count"]) for row in rows] == [
        (date(2026, 9, 30), 4.5, 2),
        (date(2026, 10, 31), 9, 1),
    ]
    assert rows[0]["expectation_gap_spread"] == pytest.approx(0.5**0.5)
    (row,) = answer(WINDOWS, since="2026-10-01", until="2026-10-01")
    assert (row["as_of"], row["perceived"]) == (date(2026, 10, 1), 5)


def test_levels_beat_what_was_stated_and_stated_alone_has_no_levels(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "q"})
    given("responses", {"response_id": "s", "client_id": "a", "recommend": 3})
    (row,) = answer(WINDOWS, since="2026-11-01", until="2026-11-10")
    assert (row["perceived"], row["expected"], row["expectation_gap"]) == (3, None, None)
    answered(given, "2026-11-02", 7)
    (row,) = answer(WINDOWS, since="2026-11-01", until="2026-11-10")
    assert (row["perceived"], row["expectation_gap"], row["answer_count"]) == (7, 1, 1)


def test_no_month_after_a_client_left(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a", "left_on": "2026-10-31"})
    given("indicators", {"indicator_id": "q"})
    answered(given, "2026-09-05", 5)
    rows = answer(WINDOWS, since="2026-09-01", until="2026-10-31")
    assert [row["as_of"] for row in rows] == [date(2026, 9, 30)]


def test_events_are_told_as_people_left_them(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a"})
    given("events", {"event_id": "e", "happened_on": "2026-10-05", "label": "Release"})
    given("events", {"event_id": "gone", "happened_on": "2026-10-06", "label": "Wrong"})
    entered = [
        {"event_id": "e", "label": "Release 8", "edited": ["label"]},
        {"event_id": "gone", "edited": [], "is_removed": True},
        {
            "event_id": "new",
            "happened_on": "2026-10-07",
            "label": "Price",
            "client_id": "a",
            "edited": ["happened_on", "label", "client_id"],
            "is_added": True,
        },
    ]
    rows = story(answer, "event", client_ids=["a"], entered_events=json.dumps(entered))
    assert [(row["id"], row["what"], row["from_on"]) for row in rows] == [
        ("e", "Release 8", date(2026, 10, 5)),
        ("new", "Price", date(2026, 10, 7)),
    ]
