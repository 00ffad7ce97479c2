"""The tier engine over time: windows, complaints, who is a client (measures.md, section 1)."""

from typing import Any

import pytest

from tests.conftest import Answer, Given

QUESTION = "satisfaction/client_tiers"
SINCE, UNTIL = "2026-10-01", "2026-11-10"


@pytest.mark.parametrize(
    ("answered_at", "until", "heard"),
    [
        ("2026-05-15 00:00", "2026-11-10", True),
        ("2026-05-14 23:59", "2026-11-10", False),
        ("2026-11-10 23:59", "2026-11-10", True),
        ("2026-11-11 00:00", "2026-11-10", False),
        ("2026-11-15 21:00", "2026-11-20", False),
    ],
)
def test_the_window_has_a_first_and_a_last_day_and_ends_with_the_last_import(
    given: Given, answer: Answer, answered_at: str, until: str, heard: bool
) -> None:
    given(
        "responses",
        {"response_id": "r", "client_id": "a", "recommend": 9, "answered_at": answered_at},
    )
    (row,) = answer(QUESTION, SINCE, until)
    assert (row["tier"] is not None) == heard


@pytest.mark.parametrize(
    ("complaint", "tier", "reason"),
    [
        ({"severity": "major"}, "complaining", "major"),
        ({"severity": "major", "received_at": "2026-11-11 00:00"}, "satisfied", None),
        ({"severity": "major", "resolved_at": "2026-11-10 23:00"}, "satisfied", None),
        ({"severity": "major", "resolved_at": "2026-11-11 00:00"}, "complaining", "major"),
        ({"severity": "major", "form": "grumble"}, "satisfied", None),
        ({}, "satisfied", None),
        ({"promised_at": "2026-11-10 23:59"}, "complaining", "overdue"),
        ({"promised_at": "2026-11-11 00:00"}, "satisfied", None),
        ({"promised_at": "2026-11-05", "resolved_at": "2026-11-08"}, "satisfied", None),
    ],
)
def test_an_open_major_or_overdue_complaint_decides(
    tier_of: Any, given: Given, complaint: dict[str, Any], tier: str, reason: str | None
) -> None:
    whole = {"complaint_id": "c", "client_id": "a", "received_at": "2026-11-02", **complaint}
    given("complaints", whole)
    row = tier_of(expected=6, perceived=6)
    assert (row["tier"], row["deciding_reason"]) == (tier, reason)
    assert row["basis"] == ("complaint" if reason else "assumed")
    assert row["perceived"] == 6


def test_a_promise_that_ends_after_the_last_import_is_not_late_yet(
    given: Given, answer: Answer
) -> None:
    given("imports", {"imported_at": "2026-11-10 12:00"})
    promised = {"complaint_id": "c", "client_id": "a", "received_at": "2026-11-02"}
    given("complaints", {**promised, "promised_at": "2026-11-10 18:00"})
    (row,) = answer(QUESTION, SINCE, "2026-11-12")
    assert row["tier"] is None


def test_the_basis_stays_when_the_answers_say_complaining_as_well(
    tier_of: Any, given: Given
) -> None:
    complaint = {"complaint_id": "c", "client_id": "a", "received_at": "2026-11-02"}
    given("complaints", {**complaint, "severity": "major"})
    row = tier_of(expected=6, perceived=2)
    assert (row["tier"], row["basis"]) == ("complaining", "assumed")


def test_the_first_major_complaint_is_named(given: Given, answer: Answer) -> None:
    major = {"client_id": "a", "severity": "major"}
    given(
        "complaints",
        {**major, "complaint_id": "later", "received_at": "2026-11-04"},
        {**major, "complaint_id": "first", "received_at": "2026-11-02"},
        {
            "complaint_id": "overdue",
            "client_id": "a",
            "received_at": "2026-10-01",
            "promised_at": "2026-10-02",
        },
    )
    (row,) = answer(QUESTION, SINCE, UNTIL)
    assert (row["deciding_complaint_id"], str(row["deciding_since"])) == ("first", "2026-11-02")


@pytest.mark.parametrize(
    ("dates", "is_there"),
    [
        ({}, True),
        ({"client_since": UNTIL}, True),
        ({"client_since": "2026-11-11"}, False),
        ({"left_on": UNTIL}, False),
        ({"left_on": "2026-11-11"}, True),
    ],
)
def test_only_active_clients_have_a_row(
    given: Given, answer: Answer, dates: dict[str, str], is_there: bool
) -> None:
    given("clients", {"client_id": "a", **dates})
    assert len(answer(QUESTION, SINCE, UNTIL)) == is_there


def test_the_previous_tier_is_that_of_the_day_before_the_period(
    given: Given, answer: Answer
) -> None:
    stated = {"client_id": "a", "method": "questionnaire"}
    given(
        "responses",
        {**stated, "response_id": "r", "recommend": 10, "answered_at": "2026-09-30 23:00"},
        {**stated, "response_id": "s", "recommend": 0, "answered_at": "2026-10-01 00:00"},
    )
    (row,) = answer(QUESTION, SINCE, UNTIL)
    assert (row["previous_tier"], row["tier"]) == ("lifelong", "basic")
    assert str(row["tier_since"]) == "2026-10-01"


def test_clients_out_of_view_have_no_row(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a"}, {"client_id": "b"})
    assert [row["client_id"] for row in answer(QUESTION, SINCE, UNTIL, client_ids=["b"])] == ["b"]
    assert answer(QUESTION, SINCE, UNTIL, client_ids=[]) == []


def test_other_settings_give_another_tier(given: Given, answer: Answer, settings: Any) -> None:
    tight = settings.model_copy(
        update={"tiers": settings.tiers.model_copy(update={"eps": 0.0, "tier_window": 10})}
    )
    given("indicators", {"indicator_id": "i"})
    given("responses", {"response_id": "r", "client_id": "a"})
    levels = {"minimum": 5, "expected": 6, "desired": 8, "perceived": 8.2}
    given("answers", {"response_id": "r", "indicator_id": "i", **levels})
    (row,) = answer(QUESTION, SINCE, UNTIL, settings=tight)
    assert row["tier"] == "lifelong"
    (row,) = answer(QUESTION, SINCE, "2026-11-11", settings=tight)
    assert row["tier"] is None


def test_answers_after_the_last_import_are_ignored(given: Given, answer: Answer) -> None:
    given("indicators", {"indicator_id": "i", "dimension": "empathy"})
    for on, perceived in (("2026-11-15 19:59", 6), ("2026-11-15 20:00", 0)):
        given("responses", {"response_id": on, "client_id": "a", "answered_at": on})
        levels = {"expected": 6, "perceived": perceived}
        given("answers", {"response_id": on, "indicator_id": "i", **levels})
    (row,) = answer(QUESTION, SINCE, "2026-11-20")
    assert (row["tier"], row["answer_count"]) == ("satisfied", 1)
    (row,) = answer("satisfaction/gaps_by_dimension", SINCE, "2026-11-20")
    assert row["answer_count"] == 1
