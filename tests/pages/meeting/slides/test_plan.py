"""The slide of the plan: what is shown of much, what has no date, whom to call, nothing at all."""

from typing import Any

import pandas as pd
import pytest

from pages.meeting import weeks
from pages.meeting.slides import plan
from pages.meeting.slides.model import Slide
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import rows, spoken
from tests.pages.opened import Rows

CLIENTS = [{"client_id": name, "client_name": name} for name in ("Acme", "Beta")]
LAST = {
    "ticket_id": "last",
    "client_id": "Acme",
    "opened_at": "2026-11-15 09:00:00+08",
    "resolved_at": "2026-11-15 10:00:00+08",
}
COMING = "2026-11-20"


def told(client_ids: tuple[str, ...] | None = None) -> Slide:
    with spoken(reader=Reader("someone", client_ids)):
        return plan.slide(weeks.of("2026-W46"))


def action(name: str, **more: Any) -> dict[str, Any]:
    return {"action_id": name, "raised_on": "2026-11-02", "what": name, **more}


def promises(**due: str) -> Rows:
    made = {"client_id": "Acme", "source": "meeting", "promised_on": "2026-10-01", "made_by": "Li"}
    return [{"promise_id": name, "what": name, "due_on": day, **made} for name, day in due.items()]


def planned(past: int, coming: int) -> pd.DataFrame:
    flags = [True] * past + [False] * coming
    return pd.DataFrame({"id": range(past + coming), "is_past_due": flags})


@pytest.mark.parametrize(
    ("past", "coming", "shown"),
    [
        (9, 9, (3, 3)),
        (9, 1, (5, 1)),
        (1, 9, (1, 5)),
        (9, 0, (6, 0)),
        (0, 9, (0, 6)),
        (1, 1, (1, 1)),
    ],
)
def test_what_is_long_past_leaves_room_for_what_comes(
    past: int, coming: int, shown: tuple[int, int]
) -> None:
    found = plan.first_of_both(planned(past, coming))
    assert (int(found.is_past_due.sum()), int((~found.is_past_due).sum())) == shown
    assert list(found.is_past_due) == sorted(found.is_past_due, reverse=True)


def test_each_row_says_when_for_whom_what_and_who(company: Company) -> None:
    company(
        clients=CLIENTS,
        tickets=[LAST],
        promises=promises(report="2026-11-12"),
        actions=[action("visit", client_id="Beta", owner="Wu", due_on=COMING), action("think")],
    )
    found = told()
    assert rows(found.panels[0]) == [
        ["2026-11-12 past", "Acme", "report (Li)"],
        [COMING, "Beta", "visit (Wu)"],
        ["no date", "–", "think (nobody)"],
    ]
    assert found.finding.startswith("Due in seven days: 0 promises and 1 action. Late: 1.")
    assert found.panels[0].finding.endswith("then due 16–22 Nov 2026. 1 action has no date.")


def test_whom_to_call_stands_beside_with_the_reason_and_the_caller(company: Company) -> None:
    clients = [{**CLIENTS[0], "manager": "Ann"}, CLIENTS[1]]
    company(clients=clients, tickets=[LAST], promises=promises(report="2026-11-12"))
    found = told()
    assert rows(found.panels[1]) == [["Acme", "Promise 3 days past its date", "Ann"]]
    assert found.panels[1].finding == "Call the first 1 client."
    assert found.finding.endswith("Call: Acme.")


def test_who_comes_next_stands_below_those_who_are_called(company: Company) -> None:
    due = promises(report="2026-11-12", visit="2026-11-13")
    due[1]["client_id"] = "Beta"
    company(clients=CLIENTS, tickets=[LAST], promises=due)
    found = told()
    assert [line[0] for line in rows(found.panels[1])] == ["Acme", "Beta"]
    assert found.panels[1].finding == "Call the first 1 client. Below: who comes next."


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_that_there_is_nobody_to_call_is_said_whole(company: Company, language: str) -> None:
    company(clients=CLIENTS, tickets=[LAST], actions=[action("a", due_on=COMING)])
    with spoken(language):
        called = plan.slide(weeks.of("2026-W46")).panels[1].finding
    assert called.startswith(("Nobody to call: none was silent", "无需致电", "無需致電"))
    assert "…" not in called


def test_a_plan_without_anything_names_what_would_fill_it(company: Company) -> None:
    company(clients=CLIENTS, tickets=[LAST])
    found = told()
    assert found.panels == ()
    assert "promises.csv" in found.finding


def test_a_plan_with_all_promises_kept_says_so(company: Company) -> None:
    kept = [{**row, "kept_on": "2026-11-11"} for row in promises(report=COMING)]
    company(clients=CLIENTS, tickets=[LAST], promises=kept)
    assert told().finding == (
        "Nothing falls due in seven days, nothing is late, and nobody is to be called."
    )


def test_nothing_due_but_something_late_is_said_so(company: Company) -> None:
    company(clients=CLIENTS, tickets=[LAST], promises=promises(report="2026-11-12"))
    assert told().finding.startswith("Nothing falls due in seven days. Late: 1.")


def test_a_reader_sees_the_plan_of_own_clients_alone(company: Company) -> None:
    company(clients=CLIENTS, tickets=[LAST], promises=promises(report=COMING))
    assert told(("Beta",)).panels == ()
    assert len(told(("Acme",)).panels[0].answer) == 1
