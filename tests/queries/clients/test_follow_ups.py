"""clients/follow_ups and clients/open_items by hand: whom to call, and what is open with them."""

from datetime import date
from typing import Any

from tests.conftest import Answer, Given
from tests.queries.clients.test_portfolio import complaint, promise, ticket

FOLLOW_UPS, ITEMS = "clients/follow_ups", "clients/open_items"
PERIOD = ("2026-10-01", "2026-11-15")


def called(rows: list[dict[str, Any]], reason: str) -> list[str]:
    return [row["client_id"] for row in rows if row["follow_up"] == reason]


def score(given: Given, client_id: str, recommend: float, answered_at: str) -> None:
    number = f"{client_id} {answered_at}"
    row = {"response_id": number, "client_id": client_id, "answered_at": answered_at}
    given("responses", {**row, "recommend": recommend})


def test_the_longest_silent_first_and_nobody_below_90_days(given: Given, answer: Answer) -> None:
    for name, day in (("a", "2026-06-01"), ("b", "2026-01-01"), ("c", "2026-11-01")):
        score(given, name, 9, f"{day} 12:00")
    assert called(answer(FOLLOW_UPS, *PERIOD), "silent") == ["b", "a"]


def test_the_furthest_fall_first_then_the_latest(given: Given, answer: Answer) -> None:
    for name in ("one", "far", "late"):
        score(given, name, 10, "2026-05-01 12:00")
    score(given, "one", 8, "2026-10-20 12:00")
    score(given, "late", 8, "2026-11-02 12:00")
    score(given, "far", 2, "2026-10-10 12:00")
    rows = answer(FOLLOW_UPS, *PERIOD)
    assert called(rows, "fell") == ["far", "late", "one"]
    falls = [row["tiers_fallen"] for row in rows if row["follow_up"] == "fell"]
    assert falls == [4, 2, 2]


def test_the_most_overdue_promise_first_else_the_one_due_soonest(
    given: Given, answer: Answer
) -> None:
    given("promises", promise("1", "2026-11-29", client_id="soon"))
    given("promises", promise("2", "2026-11-30", client_id="too late to matter"))
    given("promises", promise("3", "2026-11-10", client_id="past"))
    given("tickets", ticket("4", "2026-11-01 09:00", client_id="longest"))
    rows = answer(FOLLOW_UPS, *PERIOD)
    assert called(rows, "promised") == ["longest", "past", "soon"]
    told = [(row["kind"], row["days_left"], row["is_past_due"]) for row in rows]
    assert told == [("fault", -14, True), ("promise", -5, True), ("promise", 14, False)]


def test_a_client_stands_once_in_a_reason_with_its_first_promise(
    given: Given, answer: Answer
) -> None:
    given("promises", promise("1", "2026-11-20"), promise("2", "2026-11-02"))
    (row,) = answer(FOLLOW_UPS, *PERIOD)
    assert (row["promise_id"], row["due_on"]) == ("2", date(2026, 11, 2))


def test_a_promise_due_within_today_is_past_before_one_that_is_not(
    given: Given, answer: Answer
) -> None:
    given("tickets", ticket("1", "2026-11-15 21:00", client_id="a"))
    given("tickets", ticket("2", "2026-11-15 09:00", client_id="b"))
    assert called(answer(FOLLOW_UPS, *PERIOD), "promised") == ["b", "a"]


def test_ties_go_to_the_client_worth_more_then_by_name(given: Given, answer: Answer) -> None:
    names = {"1": "A", "2": "C", "3": "D", "4": "B", "5": "B"}
    for name, value in (("5", 5), ("1", None), ("2", 5), ("3", 7), ("4", 5)):
        row = {"client_id": name, "client_name": names[name], "orders_per_year": 1}
        given("clients", {**row, "order_value": value})
        given("promises", promise(name, "2026-11-10", client_id=name))
    rows = answer(FOLLOW_UPS, *PERIOD)
    assert called(rows, "promised") == ["3", "4", "5", "2", "1"]
    assert [row["place"] for row in rows] == [1, 2, 3, 4, 5]
    assert called(answer(FOLLOW_UPS, *PERIOD, most_rows=2), "promised") == ["3", "4"]


def test_who_left_or_came_later_is_not_called(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "left", "left_on": "2026-11-15"})
    given("clients", {"client_id": "new", "client_since": "2026-11-16"})
    for name in ("left", "new"):
        given("promises", promise(name, "2026-11-01", client_id=name))
    assert answer(FOLLOW_UPS, *PERIOD) == []


def test_what_happens_after_the_period_changes_nothing(given: Given, answer: Answer) -> None:
    given("promises", promise("1", "2026-11-01", kept_on="2026-11-11"))
    given("complaints", complaint("1", resolved_at="2026-11-11 09:00", received_at="2026-10-01"))
    given("complaint_steps", step("1", "listened", "2026-11-10 09:00"))
    given("complaint_steps", step("1", "thanked", "2026-11-11 09:00"))
    rows = answer(ITEMS, "2026-10-01", "2026-11-10")
    assert [(row["item"], row["is_past_due"]) for row in rows] == [
        ("complaint", False),
        ("promise", True),
    ]
    assert rows[0]["missing_steps"] == "restated apologised measures_explained thanked"
    assert answer(ITEMS, "2026-10-01", "2026-11-11") == []


def step(complaint_id: str, name: str, done_at: str) -> dict[str, Any]:
    return {"complaint_id": complaint_id, "step": name, "done_at": done_at}


def test_an_open_complaint_tells_both_its_dates_and_who_has_it(
    given: Given, answer: Answer
) -> None:
    dates = {"first_promised_at": "2026-11-05 09:00", "promised_at": "2026-11-10 09:00"}
    given("complaints", complaint("1", cause="attitude", description="Rude", **dates))
    given("complaint_steps", {**step("1", "listened", "2026-11-02 09:00"), "done_by": "Mo"})
    (row,) = answer(ITEMS, *PERIOD)
    assert (row["first_due_on"], row["due_on"]) == (date(2026, 11, 5), date(2026, 11, 10))
    assert (row["what"], row["cause"], row["owner"], row["days_left"]) == (
        "Rude",
        "attitude",
        "Mo",
        -5,
    )


def test_actions_of_the_client_are_open_until_they_are_done(given: Given, answer: Answer) -> None:
    raised = {"raised_on": "2026-11-01", "what": "Call", "due_on": "2026-11-14"}
    given("actions", {"action_id": "1", "client_id": "a", **raised})
    given("actions", {"action_id": "2", "client_id": "a", **raised, "done_on": "2026-11-15"})
    given("actions", {"action_id": "3", "client_id": None, **raised})
    today = {"raised_on": "2026-11-15", "due_on": "2026-11-15"}
    given("actions", {"action_id": "4", "client_id": "a", **raised, **today})
    given("actions", {"action_id": "5", "client_id": "a", **raised, "raised_on": "2026-11-16"})
    rows = answer(ITEMS, *PERIOD, client_ids=["a"])
    assert [(row["id"], row["is_past_due"]) for row in rows] == [("1", True), ("4", False)]


def test_a_complaint_of_today_lacks_its_steps_and_one_with_all_of_them_none(
    given: Given, answer: Answer
) -> None:
    steps = ("listened", "restated", "apologised", "measures_explained", "thanked")
    today = {"received_at": "2026-11-15 09:00", "promised_at": "2026-11-15 10:00"}
    given("complaints", complaint("done"), complaint("today", **today))
    given("complaint_steps", *(step("done", name, "2026-11-02 09:00") for name in steps))
    rows = {row["id"]: (row["missing_steps"], row["is_past_due"]) for row in answer(ITEMS, *PERIOD)}
    assert rows == {"done": (None, False), "today": (" ".join(steps), True)}
