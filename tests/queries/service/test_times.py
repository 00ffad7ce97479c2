"""How fast tickets are answered and resolved, by hand. 2026-10-05 is a Monday; work is from 9 to 12
and from 13 to 18 in Shanghai."""

from typing import Any

import pytest

from tests.conftest import Answer, Given

MONTHS, TIMES = "service/times_by_month", "service/times"
BUCKETS, WITHIN = "service/time_buckets", "service/within_target"
CLIENTS, SURVIVAL = "service/times_by_client", "service/survival"
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


@pytest.mark.parametrize("name", ["service/times", "service/times_by_month"])
def test_percentiles_lie_between_the_values_like_type_7(
    name: str, ticket: Any, answer: Answer
) -> None:
    for minutes in (15, 20, 35, 40, 50):
        at = f"2026-10-05 09:{minutes}"
        ticket("2026-10-05 09:00", first_response_at=at, resolved_at=at)
    (row,) = answer(name, *PERIOD)
    for clock in ("first_response_hours", "resolution_hours"):
        for working in ("", "working_"):
            assert row[f"{working}{clock}_p50"] == pytest.approx(35 / 60)
            assert row[f"{working}{clock}_p90"] == pytest.approx(46 / 60)


def test_a_weekend_counts_on_the_calendar_and_not_as_work(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-09 17:00", first_response_at="2026-10-09 17:30", resolved_at="2026-10-12 10:00")
    (row,) = answer(TIMES, "2026-10-05", "2026-10-12")
    assert row["first_response_hours_p50"] == 0.5
    assert row["resolution_hours_p50"] == 65
    assert row["working_resolution_hours_p50"] == 2


def test_a_pause_is_taken_out_where_it_overlaps_work(
    ticket: Any, given: Given, answer: Answer
) -> None:
    name = ticket("2026-10-05 09:00", resolved_at="2026-10-05 18:00")
    pause = {"ticket_id": name, "paused_at": "2026-10-05 11:00", "resumed_at": "2026-10-05 14:00"}
    given("pauses", pause)
    (row,) = answer(TIMES, *PERIOD)
    assert row["working_resolution_hours_p50"] == 6
    assert row["resolution_hours_p50"] == 9


def test_months_and_kinds_without_tickets_have_no_row(ticket: Any, answer: Answer) -> None:
    ticket("2024-02-29 23:59", resolved_at="2024-03-01 00:00")
    ticket("2024-04-01 00:00", kind="delivery")
    rows = answer(MONTHS, "2024-02-29", "2024-04-01")
    assert [(str(row["month"]), row["kind"], row["ticket_count"]) for row in rows] == [
        ("2024-02-01", "fault", 1),
        ("2024-04-01", "delivery", 1),
    ]
    assert [row["open_count"] for row in rows] == [0, 1]
    assert rows[1]["resolution_hours_p50"] is None
    assert answer(MONTHS, "2024-03-01", "2024-03-31") == []


def test_a_ticket_resolved_after_the_period_is_open_in_it(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", first_response_at="2026-10-11 23:59", resolved_at="2026-10-12 00:00")
    (row,) = answer(TIMES, *PERIOD)
    assert (row["open_count"], row["first_response_count"]) == (1, 1)
    assert row["working_resolution_hours_p50"] is None
    (row,) = answer(TIMES, "2026-10-05", "2026-10-12")
    assert (row["open_count"], row["working_resolution_hours_p50"]) == (0, 40)


def test_what_happens_after_the_last_import_is_not_known(ticket: Any, answer: Answer) -> None:
    ticket("2026-11-15 19:00", resolved_at="2026-11-15 20:00")
    ticket("2026-11-15 20:00")
    (row,) = answer(TIMES, "2026-11-09", "2026-11-30")
    assert (row["ticket_count"], row["open_count"]) == (1, 1)


def test_a_time_on_the_bound_stands_in_its_bucket(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", resolved_at="2026-10-05 10:00")
    ticket("2026-10-05 09:00", resolved_at="2026-10-05 10:01")
    ticket("2025-10-05 09:00")
    ticket("2026-10-05 09:00")
    rows = answer(BUCKETS, *PERIOD)
    assert len(rows) == 20
    counts = {
        row["up_to_hours"]: row["ticket_count"] for row in rows if row["clock"] == "resolution"
    }
    bounds = (1, 2, 4, 8, 16, 40, 80, 160, 320, None)
    assert counts == {**dict.fromkeys(bounds, 0), 1: 1, 2: 1}
    assert sum(row["ticket_count"] for row in rows if row["clock"] == "first_response") == 0


def test_the_last_bucket_has_no_bound(ticket: Any, answer: Answer) -> None:
    ticket("2026-01-05 09:00", resolved_at="2026-10-05 10:00")
    rows = answer(BUCKETS, "2026-01-05", "2026-10-11")
    (last,) = [row for row in rows if row["ticket_count"]]
    assert (last["clock"], last["up_to_hours"]) == ("resolution", None)


def test_an_open_ticket_past_its_target_is_missed_and_another_undecided(
    ticket: Any, answer: Answer
) -> None:
    critical = {"severity": "critical", "first_response_at": "2026-10-05 09:30"}
    ticket("2026-10-05 09:00", **critical, resolved_at="2026-10-05 14:00")
    ticket("2026-10-05 09:00", **critical, resolved_at="2026-10-05 14:01")
    ticket("2026-10-05 09:00", **critical)
    ticket("2026-10-11 09:00", severity="critical")
    ticket("2026-10-05 09:00")
    rows = answer(WITHIN, *PERIOD)
    by_group = {(row["grouped_by"], row["value"]): row for row in rows}
    assert by_group.keys() == {
        ("all", None),
        ("segment", "regular"),
        ("severity", "critical"),
        ("severity", "minor"),
    }
    own = by_group["severity", "critical"]
    assert (own["resolution_decided"], own["resolution_within"]) == (3, 1)
    assert (own["first_response_decided"], own["first_response_within"]) == (3, 3)
    minor = by_group["severity", "minor"]
    assert (minor["resolution_decided"], minor["first_response_decided"]) == (0, 1)
    assert minor["first_response_within"] == 0


def test_a_target_is_in_working_hours(ticket: Any, answer: Answer) -> None:
    ticket(
        "2026-10-09 17:30",
        severity="critical",
        first_response_at="2026-10-10 09:00",
        resolved_at="2026-10-12 12:30",
    )
    (row,) = [row for row in answer(WITHIN, "2026-10-09", "2026-10-12") if row["value"] is None]
    assert (row["first_response_within"], row["resolution_within"]) == (1, 1)


@pytest.fixture
def round_the_clock(given: Given) -> None:
    """Client `a` is served at every hour."""
    given("clients", {"client_id": "a", "calendar": "always"})


@pytest.mark.usefixtures("round_the_clock")
def test_an_open_ticket_is_missed_only_after_the_whole_target(ticket: Any, answer: Answer) -> None:
    for opened_at in ("23:30", "20:00", "19:59", "19:59", "00:00"):
        ticket(f"2026-10-11 {opened_at}", severity="critical")
    ticket("2026-10-10 23:59", severity="critical")
    row = answer(WITHIN, "2026-10-11", "2026-10-11")[0]
    assert (row["first_response_decided"], row["resolution_decided"]) == (4, 3)
    (row,) = answer(CLIENTS, "2026-10-11", "2026-10-11")
    assert (row["ticket_count"], row["resolution_decided"]) == (5, 3)


@pytest.mark.usefixtures("round_the_clock")
def test_a_ticket_resolved_on_the_target_is_within_it(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-11 10:00", severity="critical", resolved_at="2026-10-11 14:00")
    ticket("2026-10-11 10:00", severity="critical", resolved_at="2026-10-11 14:01")
    (row,) = answer(CLIENTS, *PERIOD)
    assert (row["resolution_decided"], row["resolution_within"]) == (2, 1)


def test_a_client_with_most_missed_targets_stands_first(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", resolved_at="2026-10-05 10:00")
    ticket("2026-10-05 09:00", severity="critical", client_id="b")
    ticket("2026-10-05 09:00", kind="delivery", client_id="b")
    rows = answer(CLIENTS, *PERIOD)
    assert [(row["client_name"], row["kind"]) for row in rows] == [
        ("b", "fault"),
        ("a", "fault"),
        ("b", "delivery"),
    ]
    assert (rows[0]["resolution_decided"], rows[0]["resolution_within"]) == (1, 0)
    assert (rows[1]["resolution_decided"], rows[1]["resolution_within"]) == (1, 1)
    assert rows[1]["working_resolution_hours_p50"] == 1
    assert [row["first_response_count"] for row in rows] == [0, 0, 0]


def test_hours_are_rounded_up_to_the_next_tenth(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", resolved_at="2026-10-05 10:06")
    ticket("2026-10-05 09:00", resolved_at="2026-10-05 10:07")
    rows = answer(SURVIVAL, *PERIOD)
    assert [(row["clock"], row["working_hours"], row["closed_count"]) for row in rows] == [
        ("resolution", 1.1, 1),
        ("resolution", 1.2, 1),
    ]


def test_open_tickets_have_run_until_the_end_of_the_period(ticket: Any, answer: Answer) -> None:
    ticket("2026-10-05 09:00", first_response_at="2026-10-05 17:00")
    ticket("2026-10-09 15:00", kind="delivery")
    rows = answer(SURVIVAL, *PERIOD)
    told = [(r["kind"], r["clock"], r["working_hours"], r["open_count"]) for r in rows]
    assert told == [
        ("fault", "first_response", 7, 0),
        ("fault", "resolution", 40, 1),
        ("delivery", "first_response", 3, 1),
        ("delivery", "resolution", 3, 1),
    ]


def test_a_ticket_resolved_before_it_was_opened_has_run_no_time(
    ticket: Any, answer: Answer
) -> None:
    ticket("2026-10-06 09:00", resolved_at="2026-10-05 09:00")
    (row,) = answer(SURVIVAL, *PERIOD)
    assert (row["working_hours"], row["closed_count"]) == (0, 1)


@pytest.mark.parametrize("name", [MONTHS, TIMES, BUCKETS, WITHIN, CLIENTS, SURVIVAL])
def test_only_clients_in_view_and_days_of_the_period_count(
    name: str, ticket: Any, answer: Answer
) -> None:
    for day in ("2026-10-04", "2026-10-12"):
        ticket(f"{day} 09:00", first_response_at=f"{day} 10:00", resolved_at=f"{day} 11:00")
    ticket("2026-10-05 09:00", client_id="b")
    ticket("2026-10-05 09:00", client_id="b", resolved_at="2026-10-05 10:00")
    assert answer(name, *PERIOD, client_ids=["a"]) == []
    assert answer(name, *PERIOD, client_ids=[]) == []
    assert answer(name, *PERIOD, client_ids=["b"]) == answer(name, *PERIOD)
