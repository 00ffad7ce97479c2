"""A client's comments and the promises made to it, by hand."""

from datetime import date
from typing import Any

from tests.conftest import Answer, Given

COMMENTS, PROMISES = "clients/comments", "clients/open_promises"
PERIOD = {"since": "2026-10-01", "until": "2026-10-31"}


def said(given: Given, day: str, comment: str | None, client: str = "a") -> None:
    row = {"response_id": day, "client_id": client, "answered_at": f"{day} 12:00"}
    given("responses", {**row, "comment": comment, "role": "Key user"})


def promise(given: Given, key: str, due_on: str, **more: Any) -> None:
    row = {"promise_id": key, "client_id": "a", "what": key, "source": "meeting"}
    given("promises", {**row, "promised_on": "2026-09-01", "due_on": due_on, **more})


def test_comments_newest_first_among_all_responses(given: Given, answer: Answer) -> None:
    said(given, "2026-09-30", "Before")
    said(given, "2026-10-01", "First")
    said(given, "2026-10-31", "Last")
    said(given, "2026-10-15", None)
    said(given, "2026-10-16", "  ")
    said(given, "2026-11-01", "After")
    rows = answer(COMMENTS, **PERIOD)
    assert [row["comment"] for row in rows] == ["Last", "First"]
    assert {row["response_count"] for row in rows} == {4}
    assert rows[0]["respondent_role"] == "Key user"


def test_responses_of_others_do_not_count(given: Given, answer: Answer) -> None:
    said(given, "2026-10-01", "Mine")
    said(given, "2026-10-02", "Theirs", client="b")
    (row,) = answer(COMMENTS, **PERIOD, client_ids=["a"])
    assert row["response_count"] == 1


def test_no_more_comments_than_asked_for(given: Given, answer: Answer) -> None:
    said(given, "2026-10-01", "One")
    said(given, "2026-10-02", "Two")
    (row,) = answer(COMMENTS, **PERIOD, most_rows=1)
    assert (row["comment"], row["response_count"]) == ("Two", 2)


def test_open_promises_by_the_date_last_agreed(given: Given, answer: Answer) -> None:
    promise(given, "moved", "2026-11-20", first_due_on="2026-10-01")
    promise(given, "past", "2026-10-20")
    promise(given, "kept", "2026-10-05", kept_on="2026-10-31")
    promise(given, "kept later", "2026-10-06", kept_on="2026-11-01")
    rows = answer(PROMISES, until="2026-10-31")
    assert [(row["promise_id"], row["days_left"], row["is_past_due"]) for row in rows] == [
        ("kept later", -25, True),
        ("past", -11, True),
        ("moved", 20, False),
    ]
    assert rows[2]["due_on"] == date(2026, 11, 20)


def test_no_more_promises_than_asked_for(given: Given, answer: Answer) -> None:
    promise(given, "a", "2026-11-20")
    promise(given, "b", "2026-11-19")
    (row,) = answer(PROMISES, until="2026-10-31", most_rows=1)
    assert row["promise_id"] == "b"
