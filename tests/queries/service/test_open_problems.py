"""service/open_problems and service/open_problems_by_source by hand."""

from datetime import date
from typing import Any

import pytest

from data.settings import Settings
from data.triage import Triage
from tests.conftest import Answer, Given

LIST, COUNTS = "service/open_problems", "service/open_problems_by_source"
PERIOD = ("2026-11-01", "2026-11-15")


@pytest.fixture
def complain(given: Given) -> Any:
    """Insert a complaint of client `a`, managed by Mo, received on 1 November."""
    given("clients", {"client_id": "a", "manager": "Mo"})

    def insert(complaint_id: str, **more: Any) -> None:
        row = {"client_id": "a", "received_at": "2026-11-01 09:00"}
        given("complaints", {"complaint_id": complaint_id, **row, **more})

    return insert


def ticket(ticket_id: str, **more: Any) -> dict[str, Any]:
    return {"ticket_id": ticket_id, "client_id": "a", "opened_at": "2026-11-01 09:00", **more}


def promise(promise_id: str, due_on: str, **more: Any) -> dict[str, Any]:
    made = {"client_id": "a", "what": "a report", "promised_on": "2026-11-01", "source": "meeting"}
    return {"promise_id": promise_id, "due_on": due_on, **made, **more}


def parts(row: dict[str, Any]) -> tuple[float, ...]:
    return tuple(row[f"{name}_points"] for name in ("source", "urgency", "difficulty"))


def test_each_source_has_its_points(complain: Any, given: Given, answer: Answer) -> None:
    complain("c")
    for kind in ("fault", "requirement", "delivery"):
        given("tickets", ticket(kind, kind=kind))
    given("promises", promise("p", "2026-12-24"))
    rows = {row["source"]: row for row in answer(LIST, *PERIOD)}
    assert {name: parts(row) for name, row in rows.items()} == {
        "complaint": (5, 1, 0),
        "fault": (4, 1, 0),
        "delivery": (3, 1, 0),
        "promise": (3, 1, 0),
        "requirement": (2, 1, 0),
    }
    assert all(row["points"] == sum(parts(row)) for row in rows.values())


def test_what_came_on_the_last_day_is_open_and_what_comes_later_is_not(
    complain: Any, given: Given, answer: Answer
) -> None:
    for name, day in (("last", "2026-11-10"), ("later", "2026-11-11")):
        complain(name, received_at=f"{day} 09:00")
        given("tickets", ticket(name, opened_at=f"{day} 09:00"))
        given("promises", promise(name, "2026-12-24", promised_on=day))
    rows = answer(LIST, "2026-11-01", "2026-11-10")
    assert sorted((row["source"], row["id"]) for row in rows) == [
        ("complaint", "last"),
        ("fault", "last"),
        ("promise", "last"),
    ]


def test_a_vip_client_counts_on_top(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "v", "segment": "vip"})
    given("tickets", ticket("1", client_id="v"))
    (row,) = answer(LIST, *PERIOD)
    assert (row["segment"], parts(row)) == ("vip", (7, 1, 0))


def test_past_soon_and_later_dates(given: Given, answer: Answer) -> None:
    given("promises", *(promise(day, day) for day in ("2026-11-14", "2026-11-15", "2026-11-18")))
    given("promises", promise("2026-11-19", "2026-11-19"))
    rows = {row["id"]: row for row in answer(LIST, *PERIOD)}
    assert {day: parts(row)[1] for day, row in rows.items()} == {
        "2026-11-14": 6,
        "2026-11-15": 4,
        "2026-11-18": 4,
        "2026-11-19": 1,
    }
    assert rows["2026-11-14"]["state"] == "overdue"
    assert rows["2026-11-15"]["state"] == "open"
    assert [rows[day]["days_left"] for day in sorted(rows)] == [-1, 0, 3, 4]


def test_a_moved_date_presses_by_its_last_day(given: Given, answer: Answer) -> None:
    given("promises", promise("1", "2026-12-24", first_due_on="2026-11-05"))
    (row,) = answer(LIST, *PERIOD)
    assert (row["state"], row["due_on"]) == ("open", date(2026, 12, 24))


def test_severity_presses(complain: Any, given: Given, answer: Answer) -> None:
    complain("major", severity="major")
    complain("ordinary", severity="ordinary")
    given("tickets", *(ticket(name, severity=name) for name in ("critical", "minor")))
    rows = {row["id"]: parts(row)[1] for row in answer(LIST, *PERIOD)}
    assert rows == {"major": 3, "ordinary": 1, "critical": 4, "minor": 1}


def test_what_has_proved_hard(given: Given, answer: Answer) -> None:
    given(
        "tickets",
        ticket("reopened", reopened_count=1, handover_count=0),
        ticket("handed over", handover_count=2, reopened_count=0),
        ticket("waiting"),
        ticket("late and waiting", promised_at="2026-11-10"),
    )
    for name in ("waiting", "late and waiting"):
        given("pauses", {"ticket_id": name, "paused_at": "2026-11-02"})
    rows = {row["id"]: row for row in answer(LIST, *PERIOD)}
    assert {name: parts(row)[2] for name, row in rows.items()} == {
        "reopened": 3,
        "handed over": 2,
        "waiting": -2,
        "late and waiting": 0,
    }
    assert rows["waiting"]["state"] == "paused"
    assert rows["late and waiting"]["state"] == "breached"


def test_the_settings_weigh(given: Given, answer: Answer, settings: Settings) -> None:
    given("tickets", ticket("t"))
    given("promises", promise("p", "2026-12-24"))
    weights = Triage.model_validate({"source": {"promise": 9}, "urgency": {"minor": 0.5}})
    rows = answer(LIST, *PERIOD, settings=settings.model_copy(update={"triage": weights}))
    assert [(row["id"], row["points"]) for row in rows] == [("p", 9.5), ("t", 4.5)]


def test_ties_go_to_the_earlier_due_then_the_older_then_the_name(
    given: Given, answer: Answer
) -> None:
    given(
        "promises",
        promise("d", "2026-12-24"),
        promise("c", "2026-12-24"),
        promise("older", "2026-12-24", promised_on="2026-10-01"),
        promise("earlier", "2026-12-20"),
    )
    given("tickets", ticket("undated", kind="delivery"))
    ids = [row["id"] for row in answer(LIST, *PERIOD)]
    assert ids == ["earlier", "older", "c", "d", "undated"]
    assert [row["id"] for row in answer(LIST, *PERIOD, most_rows=1)] == ["earlier"]


def test_only_what_is_open_at_the_end_of_the_period(
    complain: Any, given: Given, answer: Answer
) -> None:
    complain("settled", resolved_at="2026-11-15 08:00")
    complain("settled later", resolved_at="2026-11-16 08:00")
    complain("grumble", form="grumble")
    given("tickets", ticket("done", resolved_at="2026-11-14"))
    given("promises", promise("kept", "2026-11-20", kept_on="2026-11-15"))
    assert [row["id"] for row in answer(LIST, *PERIOD)] == ["settled later"]
    ids = {row["id"] for row in answer(LIST, "2026-11-01", "2026-11-13")}
    assert ids == {"settled", "settled later", "done", "kept"}
    assert answer(LIST, "2026-10-01", "2026-10-31") == []


def test_a_complaint_past_its_date_is_overdue(complain: Any, answer: Answer) -> None:
    complain("1", promised_at="2026-11-10 12:00", reopened_count=1, description="Slow")
    (row,) = answer(LIST, *PERIOD)
    assert (row["state"], row["days_left"], row["what"]) == ("overdue", -5, "Slow")
    assert (row["opened_on"], row["due_on"]) == (date(2026, 11, 1), date(2026, 11, 10))
    assert parts(row) == (5, 6, 3)
    states = [
        answer(LIST, "2026-11-01", until)[0]["state"] for until in ("2026-11-09", "2026-11-10")
    ]
    assert states == ["open", "overdue"]


def test_the_last_to_act_on_a_complaint_has_it(complain: Any, given: Given, answer: Answer) -> None:
    step = {"complaint_id": "1", "step": "listened"}
    complain("1", ticket_id="t")
    assert owner(answer) == "Mo"
    given("tickets", ticket("t", owner="Bo", resolved_at="2026-11-02"))
    assert owner(answer) == "Bo"
    given("complaint_steps", {**step, "done_at": "2026-11-02", "done_by": "Li"})
    given("complaint_steps", {**step, "done_at": "2026-11-03", "done_by": "An"})
    given("complaint_steps", {**step, "done_at": "2026-11-16", "done_by": "Zo"})
    assert owner(answer) == "An"
    assert owner(answer, "2026-11-02") == "Li"
    given("complaint_steps", {**step, "done_at": "2026-11-04"})
    assert owner(answer) == "Bo"


def owner(answer: Answer, until: str = "2026-11-15") -> str | None:
    (row,) = answer(LIST, "2026-11-01", until)
    held: str | None = row["owner"]
    return held


def test_a_ticket_of_another_client_has_no_say(complain: Any, given: Given, answer: Answer) -> None:
    given("tickets", ticket("t", client_id="b", owner="Bo"))
    complain("1", ticket_id="t")
    assert [row["owner"] for row in answer(LIST, *PERIOD, client_ids=["a"])] == ["Mo"]


def test_problems_are_counted_by_source(complain: Any, given: Given, answer: Answer) -> None:
    complain("c", promised_at="2026-11-10")
    given("tickets", ticket("1", promised_at="2026-11-10"), ticket("2", promised_at="2026-11-18"))
    given("tickets", ticket("3", promised_at="2026-11-19"), ticket("4"))
    given("promises", promise("p", "2026-11-14"), promise("q", "2026-11-15"))
    rows = {row.pop("source"): tuple(row.values()) for row in answer(COUNTS, *PERIOD)}
    assert rows == {"complaint": (1, 1, 0), "fault": (4, 1, 1), "promise": (2, 1, 1)}
    assert answer(COUNTS, *PERIOD, client_ids=["b"]) == []


def test_only_problems_of_the_clients_in_view(complain: Any, given: Given, answer: Answer) -> None:
    complain("c")
    given("tickets", ticket("t"), ticket("other", client_id="b"))
    given("promises", promise("p", "2026-11-20"))
    assert {row["id"] for row in answer(LIST, *PERIOD, client_ids=["b"])} == {"other"}
