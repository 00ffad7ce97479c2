"""The card of a client: who it is, where it stands, how long it has been silent, by hand."""

from datetime import date
from typing import Any

from tests.conftest import Answer, Given, Row

NAME, UNTIL = "clients/card", "2026-11-10"


def told(given: Given, recommend: float | None, at: str, **more: Any) -> None:
    row = {"response_id": at, "client_id": "a", "answered_at": f"{at} 12:00:00"}
    given("responses", {**row, "recommend": recommend, **more})


def card(answer: Answer, until: str = UNTIL) -> Row:
    (row,) = answer(NAME, until=until)
    return row


def invited(given: Given, *moments: str) -> None:
    for moment in moments:
        row = {"invitation_id": moment, "client_id": "a", "sent_at": moment}
        given("invitations", {**row, "method": "questionnaire"})


def test_its_tier_and_the_day_it_began(given: Given, answer: Answer) -> None:
    told(given, 9, "2026-10-01")
    told(given, 2, "2026-10-20")
    row = card(answer)
    assert (row["tier"], row["tier_since"]) == ("basic", date(2026, 10, 20))
    assert (row["basis"], row["answer_count"]) == ("stated", 2)
    assert row["last_answered_on"] == date(2026, 10, 20)


def test_what_comes_after_the_period_is_not_known_yet(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a", "left_on": "2026-11-11", "left_because": "price"})
    told(given, 9, "2026-11-11")
    row = card(answer)
    assert (row["left_on"], row["left_because"], row["last_answered_on"]) == (None, None, None)
    assert card(answer, until="2026-11-11")["left_on"] == date(2026, 11, 11)


def test_a_client_that_left_has_no_tier_and_its_reason(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a", "left_on": "2026-11-01", "left_because": "neglect"})
    told(given, 9, "2026-10-01")
    row = card(answer)
    assert (row["tier"], row["left_because"]) == (None, "neglect")


def test_what_comes_on_the_last_day_is_known(given: Given, answer: Answer) -> None:
    told(given, 9, UNTIL)
    given("complaints", {"complaint_id": "1", "client_id": "a", "received_at": f"{UNTIL} 09:00"})
    row = card(answer)
    assert row["last_answered_on"] == row["last_complaint_on"] == date(2026, 11, 10)


def test_a_response_without_a_score_is_heard_too(given: Given, answer: Answer) -> None:
    told(given, None, "2026-10-05", comment="Hello")
    assert card(answer)["last_answered_on"] == date(2026, 10, 5)


def test_a_grumble_is_no_complaint(given: Given, answer: Answer) -> None:
    for day, form in (("2026-10-01", "complaint"), ("2026-10-09", "grumble")):
        row = {"complaint_id": day, "client_id": "a", "received_at": f"{day} 09:00:00"}
        given("complaints", {**row, "form": form})
    assert card(answer)["last_complaint_on"] == date(2026, 10, 1)


def test_invitations_since_the_last_answer_are_unanswered(given: Given, answer: Answer) -> None:
    told(given, 9, "2026-10-01")
    invited(given, "2026-09-30 09:00", "2026-10-01 09:00", "2026-10-02 09:00", "2026-11-11 09:00")
    assert card(answer)["unanswered_count"] == 1
    assert card(answer, until="2026-09-30")["unanswered_count"] == 1


def test_worth_is_that_of_a_year_and_its_years_its_own(given: Given, answer: Answer) -> None:
    lines = {"order_value": 50_000, "orders_per_year": 2, "related_sales": 20_000}
    given("clients", {"client_id": "a", **lines, "relationship_years": 3})
    row = card(answer)
    assert (row["yearly_worth"], row["relationship_years"]) == (120_000, 3)


def test_unknown_worth_is_null_not_nothing(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "a", "order_value": 50_000})
    assert card(answer)["yearly_worth"] is None
