"""`meeting/promises_judged` on cases worked by hand: the week of 9–15 November 2026 (week 46)."""

from datetime import date

import pytest

from tests.conftest import Answer, Given, Row

WEEK = {"since": "2026-11-09", "until": "2026-11-15"}


def promise(key: str, due_on: str, **more: str | None) -> Row:
    """A promise of 1 October of client K."""
    told = {"what": key, "promised_on": "2026-10-01", "source": "meeting", "client_id": "K"}
    return {"promise_id": key, "due_on": due_on, **told, **more}


def judged(answer: Answer, **more: object) -> dict[str, Row]:
    return {row["promise_id"]: row for row in answer("meeting/promises_judged", **WEEK, **more)}


@pytest.mark.parametrize(
    ("kept_on", "state"),
    [
        ("2026-11-12", "done_in_time"),
        ("2026-10-20", "done_in_time"),
        ("2026-11-13", "done_late"),
        ("2026-11-15", "done_late"),
        ("2026-11-16", "carried_over"),
        (None, "carried_over"),
    ],
)
def test_a_promise_due_in_the_week_is_judged_by_what_was_known_at_its_end(
    given: Given, answer: Answer, kept_on: str | None, state: str
) -> None:
    given("imports", {"imported_at": "2026-11-20 20:00:00"})
    given("promises", promise("p", "2026-11-12", kept_on=kept_on))
    row = judged(answer)["p"]
    assert (row["state"], row["is_due_now"]) == (state, True)
    assert row["done_on"] == (
        None if state == "carried_over" else date.fromisoformat(kept_on or "")
    )


def test_the_monday_of_the_week_belongs_to_it(given: Given, answer: Answer) -> None:
    given(
        "promises",
        promise("due", "2026-11-09", kept_on="2026-11-09"),
        promise("early", "2026-11-09", kept_on="2026-11-05"),
        promise("sunday", "2026-11-08", kept_on="2026-11-07"),
        promise("done", "2026-10-22", kept_on="2026-11-09"),
    )
    found = judged(answer)
    assert found.keys() == {"due", "early", "done"}
    assert (found["due"]["is_due_now"], found["done"]["is_due_now"]) == (True, False)


def test_what_is_due_on_the_last_day_is_open_until_that_day_has_ended(
    given: Given, answer: Answer
) -> None:
    given("promises", promise("p", "2026-11-15"))
    assert judged(answer)["p"]["state"] == "open"
    given("imports", {"import_id": "later", "imported_at": "2026-11-16 08:00:00"})
    assert judged(answer)["p"]["state"] == "carried_over"


def test_carried_over_counts_the_meetings_since_it_was_due(given: Given, answer: Answer) -> None:
    days = {"now": "2026-11-09", "last": "2026-11-08", "two": "2026-11-01", "year": "2025-11-15"}
    given("promises", *(promise(key, day, promised_on="2025-01-01") for key, day in days.items()))
    weeks = {key: row["carried_weeks"] for key, row in judged(answer).items()}
    assert weeks == {"now": 0, "last": 1, "two": 2, "year": 52}


def test_weeks_are_counted_across_week_53_and_new_year(given: Given, answer: Answer) -> None:
    given("imports", {"imported_at": "2027-02-01 20:00:00"})
    given("promises", promise("p", "2026-12-31"))  # Thursday of week 53 of 2026
    for until, weeks in (("2027-01-03", 0), ("2027-01-10", 1), ("2027-01-24", 3)):
        (row,) = answer("meeting/promises_judged", "2026-12-28", until)
        assert row["carried_weeks"] == weeks


def test_what_was_moved_is_judged_by_its_first_date(given: Given, answer: Answer) -> None:
    moved = promise("p", "2026-12-24", first_due_on="2026-11-03")
    given("promises", moved)
    row = judged(answer)["p"]
    assert (row["state"], row["carried_weeks"], row["is_moved"]) == ("carried_over", 1, True)


def test_what_was_done_late_is_judged_once_in_the_week_it_was_done(
    given: Given, answer: Answer
) -> None:
    given(
        "promises",
        promise("now", "2026-10-22", kept_on="2026-11-11"),
        promise("before", "2026-10-22", kept_on="2026-11-08"),
    )
    found = judged(answer)
    assert found.keys() == {"now"}
    assert (found["now"]["state"], found["now"]["carried_weeks"]) == ("done_late", 3)
    assert found["now"]["is_due_now"] is False


def test_what_is_due_later_or_not_promised_yet_is_not_judged(given: Given, answer: Answer) -> None:
    given("imports", {"imported_at": "2026-12-20 20:00:00"})
    given(
        "promises",
        promise("later", "2026-11-16"),
        promise("early", "2026-11-18", kept_on="2026-11-10"),
        promise("after", "2026-11-12", promised_on="2026-11-17"),
    )
    assert not judged(answer)


def test_dates_of_tickets_and_complaints_are_promises_too(given: Given, answer: Answer) -> None:
    at = {"client_id": "K", "promised_at": "2026-11-10 12:00:00"}
    given("tickets", {"ticket_id": "t", "opened_at": "2026-11-02 09:00:00", **at})
    given("complaints", {"complaint_id": "c", "received_at": "2026-11-02 09:00:00", **at})
    assert {row["kind"] for row in judged(answer).values()} == {"fault", "complaint"}


def test_only_clients_in_view_are_judged(given: Given, answer: Answer) -> None:
    given("promises", promise("p", "2026-11-10"), promise("q", "2026-11-10", client_id="L"))
    assert judged(answer, client_ids=["L"]).keys() == {"q"}
    assert judged(answer, client_ids=[]) == {}


def test_carried_over_comes_first_and_what_was_due_now_before_the_oldest(
    given: Given, answer: Answer
) -> None:
    given(
        "promises",
        promise("kept", "2026-11-10", kept_on="2026-11-10"),
        promise("late", "2026-11-10", kept_on="2026-11-12"),
        promise("old", "2026-10-10"),
        promise("older", "2026-10-03"),
        promise("now", "2026-11-12"),
    )
    assert list(judged(answer)) == ["now", "older", "old", "late", "kept"]
