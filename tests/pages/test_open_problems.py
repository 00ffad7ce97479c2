from typing import Any

import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Screen, opened

PERIOD = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Acme</b> [x](http://y)"


def open_problems(**link: str) -> Screen:
    screen = opened("service/open_problems.py", **link)
    assert screen.faults == []
    return screen


def ticket(ticket_id: str, **more: Any) -> dict[str, Any]:
    row = {"ticket_id": ticket_id, "client_id": "a", "opened_at": "2026-11-01 09:00:00+08"}
    return {**row, **more}


def of(*tickets: dict[str, Any], name: str = "Acme", **more: Any) -> dict[str, Any]:
    return {
        "clients": [{"client_id": "a", "client_name": name, **more}],
        "tickets": list(tickets),
    }


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_says_how_many_are_open_and_what_comes_first() -> None:
    said = open_problems().sentences[0]
    assert "problems are open," in said
    assert "First: Harbour Logistics 海港物流 (major complaint, 11 days past its date" in said


@pytest.mark.usefixtures("sample_company")
def test_problems_repeats_and_missing_reports_are_shown() -> None:
    screen = open_problems()
    assert (screen.chart_count, len(screen.app.dataframe)) == (1, 3)
    points = list(screen.app.dataframe[0].value.points)
    assert points == sorted(points, reverse=True)
    assert "Lessons followed by the same trouble within 90 days:" in screen.words
    assert "lack their root cause or their lesson." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_data_draws_nothing() -> None:
    screen = open_problems(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert "No problem is open." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_an_unknown_client_in_the_link_shows_nobody_s_problems() -> None:
    screen = open_problems(client="nobody")
    assert screen.chart_count == 0
    assert "No problem is open." in screen.words


def test_an_empty_warehouse_says_which_files_fill_it(company: Company) -> None:
    company()
    assert "complaints.csv" in open_problems().words


def test_the_reason_names_everything_that_gave_points(company: Company) -> None:
    row = ticket(
        "1",
        severity="critical",
        promised_at="2026-11-04 12:00:00+08",
        reopened_count=1,
        handover_count=2,
    )
    company(**of(row, name=HOSTILE, segment="vip"))
    screen = open_problems(**PERIOD)
    why = "critical fault, 11 days past its date, VIP client, reopened 1 time, handed over 2 times"
    assert f"First: {HOSTILE} ({why})." in screen.words
    assert list(screen.app.dataframe[0].value.reason) == [why]


def test_a_waiting_one_and_one_due_soon_say_so(company: Company) -> None:
    soon = ticket("2", promised_at="2026-11-17 12:00:00+08")
    paused = {"ticket_id": "1", "paused_at": "2026-11-02 09:00:00+08"}
    company(**of(ticket("1", promised_at="2026-11-30 12:00:00+08"), soon), pauses=[paused])
    assert list(open_problems(**PERIOD).app.dataframe[0].value.reason) == [
        "minor fault, due in 2 days",
        "minor fault, waits for the client",
    ]


def test_only_settled_faults_still_show_what_they_lack(company: Company) -> None:
    row = ticket("1", severity="major", resolved_at="2026-11-02 09:00:00+08", root_cause="cable")
    company(**of(row))
    screen = open_problems(**PERIOD)
    assert "No problem is open." in screen.words
    assert "1 of 1 critical or major fault lacks its root cause or its lesson." in screen.words
    assert list(screen.app.dataframe[-1].value.missing) == ["lesson"]


def test_only_the_first_rows_are_sent_and_that_is_said(company: Company) -> None:
    company(**of(*(ticket(str(number)) for number in range(203))))
    screen = open_problems(**PERIOD)
    assert len(screen.app.dataframe[0].value) == 200
    assert "The first 200 of 203 are shown; the files have all." in screen.words
