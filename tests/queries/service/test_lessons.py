"""service/repeats, repeated_troubles, faults_without_report and fault_reports by hand."""

from datetime import date
from typing import Any

import pytest

from tests.conftest import Answer, Given

REPEATS, TROUBLES = "service/repeats", "service/repeated_troubles"
WITHOUT, REPORTS = "service/faults_without_report", "service/fault_reports"
PERIOD = ("2026-07-01", "2026-11-15")
LESSON = "2026-08-01 12:00"


@pytest.fixture
def fault(given: Given) -> Any:
    """Insert a major fault of client `a` in the module `billing`."""

    def insert(ticket_id: str, opened_at: str, **more: Any) -> None:
        row = {"client_id": "a", "severity": "major", "module": "billing"}
        given("tickets", {"ticket_id": ticket_id, "opened_at": opened_at, **row, **more})

    return insert


def repeated(answer: Answer, *period: str, **more: Any) -> list[tuple[str, str]]:
    return [(row["id"], row["repeat_id"]) for row in answer(TROUBLES, *(period or PERIOD), **more)]


def test_the_first_fault_after_the_lesson_is_its_repeat(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    fault("before", "2026-08-01 12:00")
    fault("again", "2026-09-02")
    fault("first", "2026-09-01")
    (row,) = answer(TROUBLES, *PERIOD)
    assert (row["source"], row["id"], row["repeat_id"]) == ("fault", "1", "first")
    assert (row["recorded_on"], row["repeated_on"]) == (date(2026, 8, 1), date(2026, 9, 1))
    assert (row["subject"], row["client_name"]) == ("billing", "a")


def test_ninety_days_are_watched(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    fault("last", "2026-10-30 23:59")
    assert repeated(answer) == [("1", "last")]


def test_after_ninety_days_it_is_no_repeat(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    fault("late", "2026-10-31 00:00")
    assert repeated(answer) == []
    (row,) = answer(REPEATS, *PERIOD)
    assert (row["lesson_count"], row["repeated_count"], row["watching_count"]) == (1, 0, 0)


def test_another_client_module_or_kind_is_another_trouble(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    fault("2", "2026-09-01", module="portal")
    fault("3", "2026-09-01", client_id="b")
    fault("4", "2026-09-01", kind="requirement")
    fault("5", "2026-09-01", module=None)
    assert repeated(answer) == []


def test_a_requirement_s_lesson_is_repeated_by_a_fault(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", kind="requirement", lesson_recorded_at=LESSON)
    fault("2", "2026-09-01")
    (row,) = answer(REPEATS, *PERIOD)
    assert (row["source"], row["subject"], row["repeated_count"]) == ("requirement", "billing", 1)


def test_a_case_is_no_repeat_of_itself(fault: Any, answer: Answer) -> None:
    fault("1", "2026-08-05", lesson_recorded_at=LESSON)
    assert repeated(answer) == []
    fault("2", "2026-08-06")
    assert repeated(answer) == [("1", "2")]
    fault("0", "2026-08-05")
    assert repeated(answer) == [("1", "0")]


def test_of_two_at_the_same_moment_the_first_by_name(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    for name in ("c", "b", "d"):
        fault(name, "2026-09-01")
    assert repeated(answer) == [("1", "b")]


def test_a_complaint_is_repeated_by_its_cause(given: Given, answer: Answer) -> None:
    row = {"client_id": "a", "received_at": "2026-09-01", "cause": "attitude"}
    lesson = {"received_at": "2026-07-01", "lesson_recorded_at": LESSON}
    given(
        "complaints",
        {**row, **lesson, "complaint_id": "1"},
        {**row, "complaint_id": "2", "form": "grumble"},
        {**row, "complaint_id": "3", "cause": "quality"},
        {**row, "complaint_id": "4", "received_at": "2026-09-02"},
        {**row, **lesson, "complaint_id": "5", "form": "grumble"},
    )
    given("tickets", {"ticket_id": "t", "client_id": "a", "opened_at": "2026-08-02"})
    (row,) = answer(TROUBLES, *PERIOD)
    assert (row["source"], row["subject"], row["repeat_id"]) == ("complaint", "attitude", "4")


def test_a_repeat_is_not_known_before_it_happens(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    fault("2", "2026-09-01")
    assert repeated(answer, "2026-07-01", "2026-08-31") == []
    (row,) = answer(REPEATS, "2026-07-01", "2026-08-31")
    assert (row["repeated_count"], row["watching_count"]) == (0, 1)
    assert repeated(answer, "2026-07-01", "2026-09-01") == [("1", "2")]


def test_a_lesson_is_watched_to_the_end_of_its_last_day(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at=LESSON)
    watching = [
        answer(REPEATS, "2026-07-01", until)[0]["watching_count"]
        for until in ("2026-10-29", "2026-10-30")
    ]
    assert watching == [1, 0]


def test_on_the_day_of_the_import_the_last_day_is_not_over(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at="2026-08-17 12:00")
    fault("2", "2026-07-01", lesson_recorded_at="2026-08-16 12:00", module="portal")
    rows = answer(REPEATS, "2026-07-01", "2026-12-31")
    assert {row["subject"]: row["watching_count"] for row in rows} == {"billing": 1, "portal": 0}


def test_lessons_and_troubles_after_the_import_are_unknown(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", lesson_recorded_at="2026-11-15 20:00")
    fault("2", "2026-07-01", lesson_recorded_at="2026-11-15 19:59")
    fault("3", "2026-11-15 20:00", lesson_recorded_at="2026-11-01")
    (row,) = answer(REPEATS, "2026-07-01", "2026-12-31")
    assert (row["lesson_count"], row["repeated_count"], row["watching_count"]) == (1, 0, 1)


def test_so_are_those_of_complaints(given: Given, answer: Answer) -> None:
    at, before = "2026-11-15 20:00", "2026-11-01"
    row = {"client_id": "a", "cause": "other", "received_at": "2026-07-01"}
    given(
        "complaints",
        {**row, "complaint_id": "1", "lesson_recorded_at": at},
        {**row, "complaint_id": "2", "lesson_recorded_at": before, "received_at": at},
        {**row, "complaint_id": "3", "lesson_recorded_at": before},
    )
    (found,) = answer(REPEATS, "2026-07-01", "2026-12-31")
    assert (found["lesson_count"], found["repeated_count"]) == (1, 0)


def test_only_lessons_recorded_in_the_period_count(fault: Any, answer: Answer) -> None:
    for day in ("2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01"):
        fault(day, "2026-07-01", lesson_recorded_at=f"{day} 12:00")
    (row,) = answer(REPEATS, "2026-08-01", "2026-08-31")
    assert row["lesson_count"] == 2
    fault("again", "2026-08-31 13:00")
    assert len(repeated(answer, "2026-08-01", "2026-08-31")) == 2
    assert repeated(answer, "2026-08-01", "2026-08-31", most_rows=1) == [("2026-08-31", "again")]
    assert repeated(answer, "2026-08-01", "2026-08-31", client_ids=["b"]) == []
    assert answer(REPEATS, "2026-08-01", "2026-08-31", client_ids=["b"]) == []


def test_the_newest_repeat_stands_first(fault: Any, given: Given, answer: Answer) -> None:
    fault("b", "2026-07-01", lesson_recorded_at="2026-08-03")
    fault("a", "2026-07-01", lesson_recorded_at="2026-08-03")
    fault("earlier", "2026-07-01", lesson_recorded_at="2026-08-02")
    fault("again", "2026-09-01")
    fault("newer", "2026-07-01", module="mail", lesson_recorded_at="2026-08-01")
    fault("mail", "2026-09-02", module="mail")
    row = {"client_id": "a", "cause": "other", "received_at": "2026-07-01"}
    given(
        "complaints",
        {**row, "complaint_id": "z", "lesson_recorded_at": "2026-08-03"},
        {**row, "complaint_id": "y", "received_at": "2026-09-01 00:00"},
    )
    assert [name for name, _repeat in repeated(answer)] == ["newer", "z", "a", "b", "earlier"]


def test_most_repeats_stand_first(fault: Any, answer: Answer) -> None:
    fault("1", "2026-07-01", module="portal", lesson_recorded_at=LESSON)
    fault("2", "2026-07-01", lesson_recorded_at=LESSON)
    fault("3", "2026-07-01", module="mail", lesson_recorded_at=LESSON)
    fault("4", "2026-07-01", module="mail", lesson_recorded_at=LESSON)
    fault("5", "2026-07-01", module="audit", kind="delivery", lesson_recorded_at=LESSON)
    fault("6", "2026-07-01", module="backup", lesson_recorded_at=LESSON)
    fault("again", "2026-09-01", module="portal")
    rows = [(row["source"], row["subject"]) for row in answer(REPEATS, *PERIOD)]
    assert rows == [
        ("fault", "portal"),
        ("fault", "mail"),
        ("delivery", "audit"),
        ("fault", "backup"),
        ("fault", "billing"),
    ]


def test_grave_faults_without_cause_or_lesson(fault: Any, answer: Answer) -> None:
    done = {"resolved_at": "2026-11-02"}
    whole = {**done, "root_cause": "cable", "lesson_recorded_at": "2026-11-03"}
    fault("whole", "2026-11-01", **whole)
    fault("no lesson", "2026-11-01", **{**whole, "lesson_recorded_at": None})
    fault("no cause", "2026-11-01", **{**whole, "root_cause": None}, owner="Bo", title="Down")
    fault("neither", "2026-11-01", severity="critical", resolved_at="2026-11-04")
    fault("minor", "2026-11-01", **done, severity="minor")
    fault("no fault", "2026-11-01", **done, kind="delivery")
    fault("open", "2026-11-01")
    rows = answer(WITHOUT, *PERIOD)
    assert [(row["ticket_id"], row["has_root_cause"], row["has_lesson"]) for row in rows] == [
        ("neither", False, False),
        ("no cause", False, True),
        ("no lesson", True, False),
    ]
    assert (rows[1]["owner"], rows[1]["title"], rows[1]["client_name"]) == ("Bo", "Down", "a")
    assert [row["ticket_id"] for row in answer(WITHOUT, *PERIOD, most_rows=1)] == ["neither"]
    assert answer(WITHOUT, *PERIOD, client_ids=["b"]) == []
    assert answer(REPORTS, *PERIOD) == [
        {"severity": "critical", "fault_count": 1, "reported_count": 0},
        {"severity": "major", "fault_count": 3, "reported_count": 1},
    ]
    assert answer(REPORTS, *PERIOD, client_ids=["b"]) == []


def test_a_report_is_asked_for_by_the_day_of_the_resolution(fault: Any, answer: Answer) -> None:
    for day in ("2026-10-31", "2026-11-01", "2026-11-15", "2026-11-16"):
        fault(day, "2026-10-01", resolved_at=f"{day} 08:00")
    rows = answer(WITHOUT, "2026-11-01", "2026-11-15")
    assert [row["ticket_id"] for row in rows] == ["2026-11-15", "2026-11-01"]
    assert answer(REPORTS, "2026-11-01", "2026-11-15")[0]["fault_count"] == 2


def test_a_lesson_recorded_later_is_not_known_yet(fault: Any, answer: Answer) -> None:
    done = {"resolved_at": "2026-11-02", "root_cause": "cable"}
    fault("1", "2026-11-01", **done, lesson_recorded_at="2026-11-10")
    assert len(answer(WITHOUT, "2026-11-01", "2026-11-09")) == 1
    assert answer(WITHOUT, "2026-11-01", "2026-11-10") == []
    assert answer(REPORTS, "2026-11-01", "2026-11-09")[0]["reported_count"] == 0
    assert answer(REPORTS, "2026-11-01", "2026-11-10")[0]["reported_count"] == 1
