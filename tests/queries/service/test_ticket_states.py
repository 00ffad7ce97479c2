"""Where tickets stand, how old the open ones are, when they come in, who keeps them: by hand."""

from typing import Any

import pytest

from tests.conftest import Answer, Given

STATES, AGEING, OPEN = "service/states", "service/ageing", "service/open_tickets"
LOAD, HANDOVERS = "service/load_by_hour", "service/handovers"
PERIOD = "2026-10-05", "2026-10-11"


@pytest.fixture
def ticket(given: Given) -> Any:
    """Insert a ticket of client `a`."""
    numbers = iter(range(100))

    def insert(opened_at: str, **more: Any) -> str:
        name = f"t{next(numbers)}"
        given("tickets", {"ticket_id": name, "client_id": "a", "opened_at": opened_at, **more})
        return name

    return insert


def test_the_six_states_add_up(ticket: Any, given: Given, answer: Answer) -> None:
    ticket("2026-10-05", promised_at="2026-10-12")
    ticket("2026-10-05", promised_at="2026-10-11 23:59")
    late = ticket("2026-10-05", promised_at="2026-10-06")
    paused = ticket("2026-10-05"), ticket("2026-10-05"), late
    for name in paused:
        given("pauses", {"ticket_id": name, "paused_at": "2026-10-06"})
    ticket("2026-10-05", promised_at="2026-10-06", resolved_at="2026-10-06")
    for minute in (1, 2):
        ticket("2026-10-05", promised_at="2026-10-06", resolved_at=f"2026-10-06 00:0{minute}")
    ticket("2026-10-05", resolved_at="2026-10-06")
    (row,) = answer(STATES, *PERIOD)
    assert row == {
        "kind": "fault",
        "ticket_count": 9,
        "running": 1,
        "paused": 2,
        "breached_open": 2,
        "met": 1,
        "breached_closed": 2,
        "without_promise": 1,
    }


def test_states_are_those_at_the_end_of_the_period(
    ticket: Any, given: Given, answer: Answer
) -> None:
    name = ticket("2026-10-11 10:00", promised_at="2026-10-12 00:00", resolved_at="2026-10-12")
    given(
        "pauses",
        {"ticket_id": name, "paused_at": "2026-10-11 11:00", "resumed_at": "2026-10-11 12:00"},
    )
    ticket("2026-10-04", kind="delivery")
    (row,) = answer(STATES, *PERIOD)
    assert (row["kind"], row["running"], row["ticket_count"]) == ("fault", 1, 1)
    (row,) = answer(STATES, "2026-10-11", "2026-10-12")
    assert (row["met"], row["ticket_count"]) == (1, 1)


def test_ages_begin_with_their_first_day_and_end_before_their_last(
    ticket: Any, answer: Answer
) -> None:
    for opened_at in ("2026-10-11 00:00", "2026-10-11 00:01", "2026-07-14 00:00"):
        ticket(opened_at)
    ticket("2026-10-05", resolved_at="2026-10-11 23:59")
    rows = answer(AGEING, *PERIOD)
    assert [(row["from_days"], row["to_days"]) for row in rows] == [
        (0, 1),
        (1, 3),
        (3, 7),
        (7, 14),
        (14, 30),
        (30, 90),
        (90, None),
    ]
    assert [row["open_count"] for row in rows] == [1, 1, 0, 0, 0, 0, 1]


def test_late_and_paused_ones_are_counted_in_their_age(
    ticket: Any, given: Given, answer: Answer
) -> None:
    for _ in range(2):
        ticket("2026-10-11 12:00", promised_at="2026-10-11 13:00")
        name = ticket("2026-10-10 12:00")
        given("pauses", {"ticket_id": name, "paused_at": "2026-10-10 13:00"})
    first, second, *others = answer(AGEING, *PERIOD)
    assert (first["breached_count"], first["paused_count"]) == (2, 0)
    assert (second["breached_count"], second["paused_count"]) == (0, 2)
    assert all(row["open_count"] == 0 for row in others)


def test_nothing_open_has_no_age(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-12")
    assert answer(AGEING, *PERIOD) == []
    assert answer(OPEN, *PERIOD) == []


def test_open_tickets_say_how_old_they_are_and_whose(
    ticket: Any, given: Given, answer: Answer
) -> None:
    ticket("2026-10-11 12:00", owner="Li Wei", title="Disk full")
    ticket("2026-10-09 17:00", kind="delivery", client_id="b")
    given("pauses", {"ticket_id": "t1", "paused_at": "2026-10-09 17:30"})
    older, newer = answer(OPEN, *PERIOD)
    assert (older["ticket_id"], older["client_name"], older["state"]) == ("t1", "b", "paused")
    assert (older["age_hours"], older["working_age_hours"]) == (55, 0.5)
    assert (newer["age_hours"], newer["working_age_hours"]) == (12, 0)
    assert (newer["owner"], newer["title"], newer["state"]) == ("Li Wei", "Disk full", "running")
    assert [row["ticket_id"] for row in answer(OPEN, *PERIOD, client_ids=["a"])] == ["t0"]


def test_what_is_due_at_the_moment_of_the_import_is_not_late_yet(
    ticket: Any, answer: Answer
) -> None:
    ticket("2026-11-12", promised_at="2026-11-15 20:00:00")
    ticket("2026-11-12", promised_at="2026-11-15 19:59:59")
    rows = answer(OPEN, "2026-11-09", "2026-11-15")
    assert [row["state"] for row in rows] == ["running", "breached"]


def test_a_ticket_without_any_work_so_far_is_open_all_the_same(
    ticket: Any, given: Given, answer: Answer
) -> None:
    given("clients", {"client_id": "a", "calendar": "china"})
    given("imports", {"imported_at": "2026-10-07 12:00:00"})
    ticket("2026-10-06 09:00")
    (row,) = answer(OPEN, *PERIOD)
    assert (row["age_hours"], row["working_age_hours"]) == (27, 0)


def test_the_hours_of_the_week_are_all_there_in_the_company_s_zone(
    ticket: Any, answer: Answer
) -> None:
    ticket("2026-10-11 23:59:59", resolved_at="2026-10-12 00:00")
    for _ in range(2):
        ticket("2026-10-04 23:59", resolved_at="2026-10-05 00:59")
    rows = {(row["weekday"], row["hour"]): row for row in answer(LOAD, *PERIOD)}
    assert len(rows) == 168
    busy = {key: row for key, row in rows.items() if row["opened_count"] + row["resolved_count"]}
    assert {key: (r["opened_count"], r["resolved_count"]) for key, r in busy.items()} == {
        (7, 23): (1, 0),
        (1, 0): (0, 2),
    }


def test_a_quiet_week_has_zeros_in_every_hour(answer: Answer) -> None:
    rows = answer(LOAD, *PERIOD)
    assert {(row["opened_count"], row["resolved_count"]) for row in rows} == {(0, 0)}


def test_handovers_of_three_and_more_are_one_and_unknown_ones_last(
    ticket: Any, answer: Answer
) -> None:
    resolved = {"resolved_at": "2026-10-05 10:00", "first_owner": "Li"}
    for count in (3, 4, 0, None):
        ticket("2026-10-05 09:00", handover_count=count, owner="Li", **resolved)
    ticket("2026-10-05 09:00", handover_count=0, owner="Bo", reopened_count=2, **resolved)
    ticket("2026-10-05 09:00", handover_count=0, reopened_count=0, **resolved)
    ticket("2026-10-05 09:00", resolved_at="2026-10-12")
    ticket("2026-10-03 09:00", resolved_at="2026-10-04 23:59")
    rows = answer(HANDOVERS, *PERIOD)
    told = [
        (r["handovers"], r["ticket_count"], r["first_owner_count"], r["owner_known_count"])
        for r in rows
    ]
    assert told == [(0, 3, 1, 2), (3, 2, 2, 2), (None, 1, 1, 1)]
    assert [row["reopened_count"] for row in rows] == [1, 0, 0]
    assert rows[0]["working_resolution_hours_p50"] == 1


@pytest.mark.parametrize("name", [STATES, AGEING, HANDOVERS])
def test_only_clients_in_view_count(name: str, ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", client_id="b")
    ticket("2026-10-05 09:00", client_id="b", resolved_at="2026-10-05 10:00")
    assert answer(name, *PERIOD, client_ids=["a"]) == []
    assert answer(name, *PERIOD, client_ids=["b"]) == answer(name, *PERIOD)


def test_the_load_is_that_of_the_clients_in_view(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", client_id="b", resolved_at="2026-10-05 10:00")
    rows = answer(LOAD, *PERIOD, client_ids=["a"])
    assert not any(row["opened_count"] + row["resolved_count"] for row in rows)
