"""A client beside others, and where clients of its tier were three months later, by hand."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import Answer, Given, Row

NEXT, COMPARED = "clients/next_tier", "clients/compared"
YEAR = {"since": "2025-11-16", "until": "2026-11-15"}


def told(given: Given, client: str, day: str, recommend: float) -> None:
    row = {"response_id": f"{client} {day}", "client_id": client, "answered_at": f"{day} 12:00"}
    given("responses", {**row, "recommend": recommend})


def answered(given: Given, client: str, day: str, perceived: float) -> None:
    key = f"{client} {day}"
    given("responses", {"response_id": key, "client_id": client, "answered_at": f"{day} 12:00"})
    levels = {"minimum": 5, "expected": 6, "desired": 8, "perceived": perceived}
    given("answers", {"response_id": key, "indicator_id": "q", **levels})


def compared(answer: Answer, **more: Any) -> dict[str, Row]:
    rows = answer(COMPARED, **YEAR, client_id="a", **more)
    return {row["grouped_by"]: row for row in rows}


def test_four_moves_of_a_client_heard_all_year(given: Given, answer: Answer) -> None:
    for day, score in (
        ("2025-11-10", 9),
        ("2026-02-10", 9),
        ("2026-05-10", 9),
        ("2026-08-10", 0),
        ("2026-11-10", 0),
    ):
        told(given, "a", day, score)
    rows = answer(NEXT, until="2026-11-15")
    moves = {(row["from_tier"], row["to_tier"]): row["move_count"] for row in rows}
    assert moves == {("loyal", "loyal"): 2, ("loyal", "basic"): 1, ("basic", "complaining"): 1}
    assert {row["from_move_count"] for row in rows if row["from_tier"] == "loyal"} == {3}
    assert {row["from_client_count"] for row in rows} == {1}


def test_leaving_is_a_move_and_silence_is_none(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "gone", "left_on": "2026-11-15"})
    told(given, "gone", "2026-08-01", 9)
    told(given, "silent", "2026-02-20", 9)
    rows = answer(NEXT, until="2026-11-15")
    assert [(row["from_tier"], row["to_tier"], row["move_count"]) for row in rows] == [
        ("loyal", "left", 1),
        ("loyal", "loyal", 1),
    ]
    assert rows[0]["from_client_count"] == 2


def test_the_client_is_in_neither_of_the_groups_it_is_compared_with(
    given: Given, answer: Answer
) -> None:
    for name, segment in (("a", "vip"), ("b", "vip"), ("c", "regular")):
        given("clients", {"client_id": name, "segment": segment})
    rows = compared(answer)
    assert list(rows) == ["client", "segment", "base"]
    assert [row["client_count"] for row in rows.values()] == [1, 1, 2]
    assert rows["base"]["day_count"] == 730


def test_a_group_s_gap_is_the_mean_of_its_clients_and_the_client_s_of_its_answers(
    given: Given, answer: Answer
) -> None:
    given("indicators", {"indicator_id": "q"})
    for client, day, perceived in (
        ("a", "2026-10-01", 8),
        ("a", "2026-10-02", 6),
        ("b", "2026-10-01", 5),
        ("b", "2026-10-03", 5),
        ("c", "2026-10-01", 9),
    ):
        answered(given, client, day, perceived)
    rows = compared(answer)
    own, base = rows["client"], rows["base"]
    assert (own["expectation_gap"], own["gap_count"], own["answer_count"]) == (1, 2, 2)
    assert own["expectation_gap_spread"] == pytest.approx(2**0.5)
    assert (base["expectation_gap"], base["gap_count"], base["answer_count"]) == (1, 2, 3)
    assert base["expectation_gap_spread"] == pytest.approx(8**0.5)


def test_an_open_ticket_past_its_target_counts_as_missed(given: Given, answer: Answer) -> None:
    for key, opened, resolved in (
        ("in time", "2026-10-05 09:00", "2026-10-05 12:00"),
        ("late", "2026-10-05 09:00", "2026-10-09 12:00"),
        ("at its target", "2026-10-05 09:00", "2026-10-06 18:00"),
        ("open late", "2026-10-05 09:00", None),
        ("open at its target", "2026-11-12 09:00", None),
        ("open", "2026-11-15 09:00", None),
    ):
        row = {"ticket_id": key, "client_id": "a", "opened_at": opened, "resolved_at": resolved}
        given("tickets", {**row, "severity": "major"})
    own = compared(answer)["client"]
    assert (own["decided"], own["within_target"]) == (4, 2)


def test_promises_and_complaints_of_the_period_are_counted(given: Given, answer: Answer) -> None:
    for key, due, kept in (
        ("k", "2026-10-01", "2026-10-01"),
        ("b", "2026-10-01", "2026-10-02"),
        ("o", "2026-10-01", None),
        ("d", "2026-11-30", None),
    ):
        row = {"promise_id": key, "client_id": "a", "promised_on": "2026-09-01", "due_on": due}
        given("promises", {**row, "kept_on": kept, "what": "?", "source": "other"})
    for day, form in (
        ("2025-11-15", "complaint"),
        ("2025-11-16", "complaint"),
        ("2026-11-15", "complaint"),
        ("2026-10-02", "grumble"),
    ):
        row = {"complaint_id": day, "client_id": "a", "received_at": f"{day} 09:00"}
        given("complaints", {**row, "form": form})
    own = compared(answer)["client"]
    assert (own["due"], own["kept"], own["received"]) == (3, 1, 2)


@pytest.mark.parametrize(
    ("since", "left", "days"),
    [
        (None, None, 365),
        ("2026-11-15", None, 1),
        (None, "2025-11-17", 1),
        ("2026-01-01", "2026-01-11", 10),
    ],
)
def test_days_as_a_client_are_those_inside_the_period(
    given: Given, answer: Answer, since: str | None, left: str | None, days: int
) -> None:
    given("clients", {"client_id": "a", "client_since": since, "left_on": left})
    assert compared(answer)["client"]["day_count"] == days


def test_days_end_with_the_last_import(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a"})
    later = str(date(2026, 11, 15) + timedelta(days=30))
    (row,) = answer(COMPARED, since="2026-11-14", until=later, client_id="a")
    assert row["day_count"] == 2


def test_one_that_was_no_client_in_the_period_has_no_row(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a", "left_on": "2025-11-16"}, {"client_id": "b"})
    assert "client" not in compared(answer)


def test_nobody_outside_the_clients_allowed_is_told_about(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a"}, {"client_id": "b"})
    assert compared(answer, client_ids=["b"]) == {}
    assert list(compared(answer, client_ids=["a"])) == ["client"]
