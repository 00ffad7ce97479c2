"""The slide of method: who was heard, how it was collected, what the rules are."""

from dataclasses import replace

import pytest

from pages.meeting import weeks
from pages.meeting.slides import method
from pages.meeting.slides.model import Slide
from pages.shared.filters.choice import Choice
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import rows, spoken
from tests.pages.opened import IMPORTED, Rows, answers

ANSWERED = "2026-11-11 12:00:00+08"


def told(segments: tuple[str, ...] = ()) -> Slide:
    with spoken():
        week = weeks.of("2026-W46")
        if segments:
            choice = replace(Choice(week.since, week.until), segments=segments)
            week = weeks.of("2026-W46", choice)
        return method.slide(week)


def invited(*clients: str) -> Rows:
    sent = {"sent_at": "2026-11-02 09:00:00+08", "method": "questionnaire"}
    return [{"invitation_id": name, "client_id": name, **sent} for name in clients]


def test_unheard_clients_are_counted_and_those_that_left_are_not(company: Company) -> None:
    made = answers("Acme", "Beta", answered_at=ANSWERED)
    others = [
        {"client_id": "Quiet", "client_name": "Quiet"},
        {"client_id": "Gone", "client_name": "Gone", "left_on": "2026-11-10"},
    ]
    company(**{**made, "clients": [*made["clients"], *others]})
    found = told()
    assert found.finding == (
        "2 of 3 active clients were heard in the last 180 days."
        " 2 responses came this week, 0 in the week before."
    )
    assert found.panels[1].finding == "Tiers rest on: measured: 2."


def test_one_client_was_heard(company: Company) -> None:
    company(**answers("Acme", answered_at=ANSWERED))
    assert told().finding.startswith("1 of 1 active client was heard in the last")


def test_a_response_rate_of_few_invitations_is_not_given(company: Company) -> None:
    company(**answers("Acme", answered_at=ANSWERED), invitations=invited("Acme"))
    panel = told().panels[0]
    assert "%" not in panel.finding
    assert panel.interval is None
    assert rows(panel)[0][2] == "too few (1)"


def test_a_response_rate_has_its_interval(company: Company) -> None:
    names = [f"c{place}" for place in range(10)]
    made = answers(*names, answered_at=ANSWERED)
    for row in made["responses"][:4]:
        row["invited_at"] = "2026-11-02 09:00:00+08"
    company(**made, invitations=invited(*names))
    panel = told().panels[0]
    assert "4 of 10 (40%, 17–69)" in panel.finding
    assert (panel.n, panel.interval) == (10, "17–69%")
    assert rows(panel)[0] == ["Questionnaire", "10", "40%", "10"]


def test_nobody_heard_is_said(company: Company) -> None:
    ticket = {"ticket_id": "t", "client_id": "Acme", "opened_at": "2026-11-15 09:00:00+08"}
    company(clients=[{"client_id": "Acme", "client_name": "Acme"}], tickets=[ticket])
    found = told()
    assert found.finding.startswith("0 of 1 active client was heard")
    assert found.panels[1].finding == "No client was heard, so none has a tier."


def test_the_rules_say_filters_data_and_the_smallest_number(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(IMPORTED, "imported_at", "2026-11-14 20:00:00+08")
    company(**answers("Acme", answered_at=ANSWERED))
    lines = dict(rows(told(("regular",)).panels[1]))
    assert lines["Filter"] == "regular"
    assert lines["Data"] == "Up to 2026-11-11, imported 2026-11-14."
    assert lines["Change"].endswith("under 5.")


def test_an_empty_warehouse_names_the_file(company: Company) -> None:
    company()
    assert "clients.csv" in told().finding
