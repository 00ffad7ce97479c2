"""The path of major complaints, and complaints past their promised date, by hand."""

from functools import partial

import pytest

from tests.conftest import Answer, Given
from tests.queries.complaints.conftest import Received, Took

PATH, OVERDUE = "complaints/major_path", "complaints/overdue"
NOVEMBER = ("2026-11-01", "2026-11-14")


@pytest.fixture
def complain(received: Received) -> Received:
    """Insert a major complaint of client `a`, received on 2 November at 10:00 unless given."""
    return partial(received, severity="major")


def test_the_path_of_a_major_complaint(
    given: Given, complain: Received, took: Took, answer: Answer
) -> None:
    given("clients", {"client_id": "a", "manager": "Mei", "regional_manager": "Rui"})
    complain("k", promised_at="2026-11-06", resolved_at="2026-11-07 12:00")
    took("k", "escalated", "2026-11-02 12:00", done_by="Li", role="service_manager")
    took("k", "escalated", "2026-11-03 12:00", done_by="Wu", role="director")
    took("k", "report_sent", "2026-11-03 10:00", done_by="Wu")
    took("k", "appraised", "2026-11-04 10:00", done_by="Wu")
    took("k", "followed_up", "2026-11-10 10:00", done_by="Wu")
    (row,) = answer(PATH, *NOVEMBER)
    told = {name: value for name, value in row.items() if not name.endswith("_on")}
    assert told == {
        "complaint_id": "k",
        "client_id": "a",
        "client_name": "a",
        "cause": "technical",
        "manager": "Mei",
        "regional_manager": "Rui",
        "escalated_hours": 2,
        "escalated_by": "Li",
        "escalated_role": "service_manager",
        "report_hours": 24,
        "calls_for_appraisal": True,
        "appraised_hours": 48,
        "is_overdue": False,
    }
    days = {name: str(value) for name, value in row.items() if name.endswith("_on")}
    assert days == {
        "received_on": "2026-11-02",
        "followed_up_on": "2026-11-10",
        "promised_on": "2026-11-06",
        "resolved_on": "2026-11-07",
    }


def test_what_came_after_the_period_is_not_on_the_path_yet(
    complain: Received, took: Took, answer: Answer
) -> None:
    complain("k", promised_at="2026-11-09 12:00", resolved_at="2026-11-10 12:00")
    for step in ("escalated", "report_sent", "appraised", "followed_up"):
        took("k", step, "2026-11-10 12:00", done_by="Li", role="adviser")
    names = (
        "escalated_hours",
        "escalated_by",
        "escalated_role",
        "report_hours",
        "appraised_hours",
        "followed_up_on",
        "resolved_on",
    )
    (row,) = answer(PATH, "2026-11-01", "2026-11-09")
    assert [row[name] for name in names] == [None] * len(names)
    assert row["is_overdue"]
    (row,) = answer(PATH, "2026-11-01", "2026-11-10")
    assert None not in [row[name] for name in names]
    assert not row["is_overdue"]
    (row,) = answer(PATH, "2026-11-01", "2026-11-08")
    assert not row["is_overdue"]


@pytest.mark.parametrize(
    ("step", "column"),
    [
        ("escalated", "escalated_hours"),
        ("report_sent", "report_hours"),
        ("appraised", "appraised_hours"),
        ("followed_up", "followed_up_on"),
    ],
)
def test_each_part_of_the_path_is_known_on_its_own_day(
    complain: Received, took: Took, answer: Answer, step: str, column: str
) -> None:
    complain("k")
    took("k", step, "2026-11-03 10:00")
    took("k", "thanked", "2026-11-10 10:00")
    (row,) = answer(PATH, "2026-11-01", "2026-11-05")
    assert row[column] is not None


def test_the_list_holds_what_was_received_or_is_open_with_open_ones_first(
    complain: Received, answer: Answer
) -> None:
    complain("old and open", received_at="2025-01-01")
    complain("old and resolved", received_at="2025-01-01", resolved_at="2026-11-14")
    complain("old, resolved later", received_at="2026-01-01", resolved_at="2026-11-15")
    complain("first day", received_at="2026-11-01", resolved_at="2026-11-14")
    complain("the same day", received_at="2026-11-01", resolved_at="2026-11-02")
    complain("new", received_at="2026-11-14 23:59", resolved_at="2026-11-14 23:59")
    complain("too new", received_at="2026-11-15")
    complain("ordinary", severity="ordinary")
    complain("grumble", form="grumble")
    complain("another's", client_id="b")
    rows = answer(PATH, *NOVEMBER, client_ids=["a"])
    assert [row["complaint_id"] for row in rows] == [
        "old, resolved later",
        "old and open",
        "new",
        "first day",
        "the same day",
    ]


def test_an_open_complaint_is_overdue_only_past_a_promised_date(
    complain: Received, answer: Answer
) -> None:
    complain("dated", promised_at="2026-11-05")
    complain("undated")
    rows = answer(PATH, *NOVEMBER)
    assert {row["complaint_id"]: row["is_overdue"] for row in rows} == {
        "dated": True,
        "undated": False,
    }


def test_only_some_causes_call_for_an_appraisal(
    complain: Received, took: Took, answer: Answer
) -> None:
    complain("k", cause="attitude")
    took("k", "appraised", "2026-11-03")
    (row,) = answer(PATH, *NOVEMBER)
    assert (row["calls_for_appraisal"], row["appraised_hours"]) == (False, 14)


def test_overdue_complaints_are_held_by_who_took_the_last_step(
    given: Given, complain: Received, took: Took, answer: Answer
) -> None:
    given("clients", {"client_id": "a", "manager": "Mei"})
    complain("k", promised_at="2026-11-04 18:00")
    took("k", "listened", "2026-11-02 12:00", done_by="Li")
    took("k", "thanked", "2026-11-06 12:00", done_by="Wu")
    took("k", "listened", "2026-11-10 12:00", done_by="Xu")
    (row,) = answer(OVERDUE, until="2026-11-09")
    assert (row["holder"], row["last_step"], str(row["last_step_on"])) == (
        "Wu",
        "thanked",
        "2026-11-06",
    )
    assert (row["days_late"], str(row["promised_on"])) == (5, "2026-11-04")
    (row,) = answer(OVERDUE, until="2026-11-10")
    assert (row["holder"], row["last_step"]) == ("Xu", "listened")
    (row,) = answer(OVERDUE, until="2026-12-31")
    assert row["days_late"] == 11


def test_who_holds_it_is_known_from_its_first_late_day_until_it_is_resolved(
    complain: Received, took: Took, answer: Answer
) -> None:
    complain("k", promised_at="2026-11-04", resolved_at="2026-11-08")
    took("k", "listened", "2026-11-03", done_by="Li")
    for until in ("2026-11-04", "2026-11-07"):
        (row,) = answer(OVERDUE, until=until)
        assert row["holder"] == "Li"


def test_a_step_at_the_moment_of_the_import_is_not_known_yet(
    complain: Received, took: Took, answer: Answer
) -> None:
    complain("k", promised_at="2026-11-04")
    took("k", "listened", "2026-11-15 19:59", done_by="Li")
    took("k", "thanked", "2026-11-15 20:00", done_by="Wu")
    (row,) = answer(OVERDUE, until="2026-12-31")
    assert (row["holder"], row["last_step"]) == ("Li", "listened")


def test_of_two_steps_at_one_moment_the_later_in_order_is_the_last(
    complain: Received, took: Took, answer: Answer
) -> None:
    complain("k", promised_at="2026-11-04")
    took("k", "thanked", "2026-11-03 12:00", done_by="Wu")
    took("k", "listened", "2026-11-03 12:00", done_by="Li")
    (row,) = answer(OVERDUE, until="2026-11-14")
    assert (row["holder"], row["last_step"]) == ("Wu", "thanked")


def test_without_a_step_the_ticket_s_owner_holds_it_else_the_manager(
    given: Given, complain: Received, took: Took, answer: Answer
) -> None:
    given("clients", {"client_id": "a", "manager": "Mei"}, {"client_id": "b"})
    ticket = {"client_id": "a", "opened_at": "2026-10-01", "owner": "Owen"}
    given("tickets", {**ticket, "ticket_id": "t"}, {**ticket, "ticket_id": "u", "client_id": "b"})
    complain("1", promised_at="2026-11-03", ticket_id="t")
    complain("2", promised_at="2026-11-04", ticket_id="u")
    complain("3", promised_at="2026-11-05", ticket_id="t")
    complain("4", promised_at="2026-11-06", client_id="b")
    took("3", "listened", "2026-11-03", done_by=None)
    rows = answer(OVERDUE, until="2026-11-14")
    assert [(row["complaint_id"], row["holder"]) for row in rows] == [
        ("1", "Owen"),
        ("2", "Mei"),
        ("3", "Owen"),
        ("4", None),
    ]
    assert len(answer(OVERDUE, until="2026-11-14", client_ids=["b"])) == 1


def test_overdue_is_open_and_past_its_date(complain: Received, answer: Answer) -> None:
    complain("resolved in time", promised_at="2026-11-05", resolved_at="2026-11-04")
    complain("resolved late", promised_at="2026-11-05", resolved_at="2026-11-08")
    complain("open", promised_at="2026-11-08 10:00", severity="ordinary")
    complain("no date")
    complain("grumble", promised_at="2026-11-05", form="grumble")

    def late(until: str) -> list[str]:
        return [row["complaint_id"] for row in answer(OVERDUE, until=until)]

    assert late("2026-11-04") == []
    assert late("2026-11-05") == ["resolved late"]
    assert late("2026-11-07") == ["resolved late"]
    assert late("2026-11-08") == ["open"]
