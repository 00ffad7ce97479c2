"""complaints/report and complaints/report_ticket: what is known, and for whom."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Given, Row
from tests.queries.complaints.report.rows import fill, heard, ticket

REPORT, TICKET = "complaints/report", "complaints/report_ticket"
QUESTIONS = (
    REPORT,
    TICKET,
    "complaints/report_steps",
    "complaints/report_history",
    "complaints/report_promises",
    "complaints/report_lessons",
)


@pytest.mark.parametrize("name", QUESTIONS)
def test_only_the_reader_s_clients_are_reported_on(
    complain: Any, given: Given, asked: Any, name: str
) -> None:
    complain(ticket_id="t")
    fill(given)
    assert asked(name)
    assert asked(name, client_ids=["a"])
    assert asked(name, client_ids=["b"]) == asked(name, client_ids=[]) == []


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize(
    "other", [{"form": "grumble"}, {"received_at": "2026-11-11"}, {"received_at": "2026-11-16"}]
)
def test_there_is_no_report_of_a_grumble_or_of_what_came_later(
    complain: Any, given: Given, asked: Any, name: str, other: Row
) -> None:
    complain(ticket_id="t", **other)
    fill(given)
    assert asked(name) == []


@pytest.mark.parametrize("name", QUESTIONS)
def test_another_complaint_is_not_told(complain: Any, given: Given, asked: Any, name: str) -> None:
    complain(ticket_id="t")
    fill(given)
    assert asked(name, complaint_id="none") == []


def test_a_complaint_received_on_the_last_day_is_known(complain: Any, asked: Any) -> None:
    complain(received_at="2026-11-10 23:59")
    assert asked(REPORT)[0]["days_open"] == 0


def test_the_moment_is_the_end_of_the_day_or_the_last_import(complain: Any, asked: Any) -> None:
    complain()
    assert str(asked(REPORT)[0]["known_at"]) == "2026-11-11 00:00:00+08:00"
    assert str(asked(REPORT, "2026-11-20")[0]["known_at"]) == "2026-11-15 20:00:00+08:00"


def test_days_open_end_with_the_resolution_the_day_looked_at_or_the_last_import(
    complain: Any, asked: Any
) -> None:
    complain(resolved_at="2026-11-08 10:00")
    told = {until: asked(REPORT, until)[0] for until in ("2026-11-07", "2026-11-08", "2026-12-01")}
    assert [row["days_open"] for row in told.values()] == [37, 38, 38]
    assert [row["resolved_at"] is None for row in told.values()] == [True, False, False]
    complain("open")
    assert asked(REPORT, "2026-12-01", complaint_id="open")[0]["days_open"] == 45


@pytest.mark.parametrize(
    ("until", "is_overdue"),
    [("2026-10-14", False), ("2026-10-15", True), ("2026-10-19", True), ("2026-10-20", False)],
)
def test_overdue_is_open_past_the_last_promised_date(
    complain: Any, asked: Any, until: str, is_overdue: bool
) -> None:
    complain(
        promised_at="2026-10-15 12:00",
        first_promised_at="2026-10-10 12:00",
        resolved_at="2026-10-20 09:00",
    )
    (row,) = asked(REPORT, until)
    assert row["is_overdue"] is is_overdue
    assert [row[f"{which}promised_at"].date() for which in ("", "first_")] == [
        date(2026, 10, 15),
        date(2026, 10, 10),
    ]


def test_a_date_promised_once_is_the_first_and_the_last(complain: Any, asked: Any) -> None:
    complain(promised_at="2026-10-15 12:00")
    complain("other", first_promised_at="2026-10-16 12:00")
    for complaint_id in ("k", "other"):
        (row,) = asked(REPORT, complaint_id=complaint_id)
        assert row["promised_at"] == row["first_promised_at"] is not None


def test_the_tiers_are_those_of_the_eve_and_of_the_day_looked_at(
    complain: Any, given: Given, asked: Any
) -> None:
    complain(resolved_at="2026-10-20 10:00")
    given("responses", heard("r", "2026-09-30 23:00", 10), heard("s", "2026-10-25 12:00", 1))
    told = [asked(REPORT, until)[0] for until in ("2026-10-19", "2026-10-20", "2026-10-25")]
    assert [row["tier"] for row in told] == ["complaining", "lifelong", "basic"]
    assert {row["tier_before"] for row in told} == {"lifelong"}


def test_a_client_never_heard_has_no_tier_before(complain: Any, given: Given, asked: Any) -> None:
    complain(severity="ordinary")
    given("responses", heard("r", "2026-10-01 08:00", 10))
    (row,) = asked(REPORT)
    assert (row["tier_before"], row["tier"]) == (None, "lifelong")


def test_the_settings_say_which_causes_cannot_be_controlled(complain: Any, asked: Any) -> None:
    complain(cause="product")
    complain("attitude", cause="attitude")
    complain("other", cause="other")
    keys = ("k", "attitude", "other")
    told = [asked(REPORT, complaint_id=key)[0]["is_controllable"] for key in keys]
    assert told == [False, True, None]


def test_the_ticket_is_told_as_far_as_it_was_known(complain: Any, given: Given, asked: Any) -> None:
    complain(ticket_id="t")
    given(
        "tickets",
        ticket(
            first_response_at="2026-10-02 10:00",
            resolved_at="2026-10-05 10:00",
            lesson_recorded_at="2026-10-06 10:00",
            root_cause="a cable",
            promised_at="2026-10-07 10:00",
        ),
    )
    columns = ("first_response_at", "working_first_response_hours", "resolved_at", "root_cause",
               "working_resolution_hours", "lesson_recorded_on")  # fmt: skip
    known = {
        until: [column for column in columns if asked(TICKET, until)[0][column] is not None]
        for until in ("2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06")
    }
    assert list(map(len, known.values())) == [0, 2, 5, 6]
    (row,) = asked(TICKET)
    assert row["promised_at"] == row["first_promised_at"]


def test_a_ticket_of_another_client_is_not_told(complain: Any, given: Given, asked: Any) -> None:
    complain(ticket_id="t")
    given("tickets", ticket(client_id="b"))
    assert asked(TICKET) == asked("complaints/report_lessons") == []


def test_a_ticket_opened_after_the_day_looked_at_is_not_told(
    complain: Any, given: Given, asked: Any
) -> None:
    complain(ticket_id="t")
    given("tickets", ticket(opened_at="2026-10-03 10:00"))
    assert asked(TICKET, "2026-10-02") == []
    assert len(asked(TICKET, "2026-10-03")) == 1
