"""complaints/report_history: what went before."""

from datetime import date
from typing import Any

from tests.conftest import Given
from tests.queries.complaints.report.rows import ids, ticket

HISTORY = "complaints/report_history"


def test_history_is_what_the_client_complained_of_before(
    complain: Any, given: Given, asked: Any
) -> None:
    complain()
    complain("early", received_at="2020-05-01", resolved_at="2026-10-20", severity="ordinary")
    complain("grumble", received_at="2026-09-30", form="grumble", description="slow")
    complain("same", received_at="2026-10-01 09:00")
    complain("later", received_at="2026-10-02")
    complain("theirs", client_id="b", received_at="2026-09-01")
    rows = asked(HISTORY)
    assert [(row["record"], row["id"]) for row in rows] == [
        ("grumble", "grumble"),
        ("complaint", "early"),
    ]
    assert (rows[0]["what"], rows[0]["subject"], rows[1]["severity"]) == (
        "slow",
        "technical",
        "ordinary",
    )
    assert [asked(HISTORY, until)[-1]["resolved_on"] for until in ("2026-10-19", "2026-10-20")] == [
        None,
        date(2026, 10, 20),
    ]


def test_history_is_told_from_the_day_the_complaint_was_received(complain: Any, asked: Any) -> None:
    complain(received_at="2026-10-01 09:00")
    complain("early", received_at="2026-09-01")
    found = {until: len(asked(HISTORY, until)) for until in ("2026-09-30", "2026-10-01")}
    assert found == {"2026-09-30": 0, "2026-10-01": 1}


def test_faults_are_the_severe_ones_of_twelve_months(
    complain: Any, given: Given, asked: Any
) -> None:
    complain()
    given(
        "tickets",
        ticket("first", opened_at="2025-11-11 00:00"),
        ticket("last", opened_at="2026-11-10 23:59", severity="critical"),
        ticket("too early", opened_at="2025-11-10 23:59"),
        ticket("too late", opened_at="2026-11-11 00:00"),
        ticket("minor", severity="minor"),
        ticket("requirement", kind="requirement"),
        ticket("theirs", client_id="b"),
    )
    rows = asked(HISTORY)
    assert ids(rows) == ["last", "first"]
    assert (rows[0]["record"], rows[0]["subject"]) == ("fault", "m")
