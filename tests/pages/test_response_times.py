import pytest

from pages.shared import access
from pages.shared.access import Reader
from pages.shared.text import LANGUAGES
from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, named, opened

NONE = "There are no tickets in this view."


def response_times(**link: str) -> Screen:
    screen = opened("service/response_times.py", **link)
    assert screen.faults == []
    return screen


def tickets(count: int, **more: object) -> dict[str, Rows]:
    """Tickets of one client, opened on a Monday and resolved an hour later."""
    ticket = {
        "client_id": "a",
        "opened_at": "2026-11-02 10:00:00+08",
        "first_response_at": "2026-11-02 10:30:00+08",
        "resolved_at": "2026-11-02 11:00:00+08",
        **more,
    }
    return {
        "clients": [{"client_id": "a", "client_name": "<b>Acme</b>"}],
        "tickets": [{**ticket, "ticket_id": str(number)} for number in range(count)],
    }


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_tells_share_change_and_time_of_each_kind() -> None:
    screen = response_times()
    assert "Resolved within target: fault " in screen.sentences[0]
    assert "since 24 August 2026" in screen.sentences[0]
    assert "Half are resolved within (working hours): fault " in screen.sentences[0]
    assert screen.chart_count == 6
    assert len(screen.app.dataframe) == 5


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_it_is_said_in_every_language(language: str) -> None:
    assert response_times(lang=language).chart_count == 6


@pytest.mark.usefixtures("sample_company")
def test_working_hours_come_first_and_the_calendar_beside_them() -> None:
    card = response_times().app.dataframe[0].value.set_index("measure").value
    assert "working hours (" in card["Half resolved in"]
    assert "working hours (" in card["9 in 10 resolved in"]


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_data_has_no_ticket() -> None:
    screen = response_times(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert NONE in screen.words


@pytest.mark.usefixtures("sample_company")
def test_the_first_weeks_have_nothing_to_compare_with() -> None:
    screen = response_times(since="2024-11-18", until="2024-12-31")
    assert "There are no earlier tickets to compare with." in screen.sentences[0]


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "tickets.csv" in response_times().words


def test_one_ticket_is_too_few_for_any_number(company: Company) -> None:
    company(**tickets(1))
    screen = response_times()
    assert "Resolved within target: fault too few (1)." in screen.sentences[0]
    assert "%" not in screen.words
    assert "Requirement: no ticket was opened in the period" in screen.words


def test_shares_and_medians_appear_with_enough_tickets(company: Company) -> None:
    company(**tickets(5))
    assert "fault 100% (57–100)" in response_times().sentences[0]
    company(**tickets(6))
    screen = response_times()
    assert "Half are resolved within (working hours): fault 1.0." in screen.sentences[0]
    card = screen.app.dataframe[0].value.set_index("measure").value
    assert card["Half resolved in"] == "1.0 working hour (1 hour)"
    assert card["9 in 10 resolved in"] == "too few (6)"


def test_tickets_without_a_first_response_say_so(company: Company) -> None:
    company(**tickets(6, first_response_at=None))
    card = response_times().app.dataframe[0].value.set_index("measure").value
    assert card["Half answered in"] == "none recorded"


def test_open_tickets_keep_the_median_from_being_reached(company: Company) -> None:
    company(**tickets(6, resolved_at=None))
    assert "Fault: half within a time not reached yet." in response_times().words


def test_tickets_opened_before_the_period_still_age_in_it(company: Company) -> None:
    company(**tickets(2, resolved_at=None))
    screen = response_times(since="2026-11-09", until="2026-11-15")
    assert "2 tickets were open on 15 November 2026: fault 2." in screen.words
    assert "No ticket was opened in the period." in screen.sentences[0]


def test_a_hostile_name_is_only_text(company: Company) -> None:
    company(**tickets(6, resolved_at="2026-11-13 11:00:00+08"))
    bodies = "".join(element.proto.body for element in response_times().app.get("html"))
    assert "&lt;b&gt;Acme" in bodies
    assert "<b>Acme" not in bodies


@pytest.mark.usefixtures("sample_company")
def test_a_reader_sees_only_own_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0003",)))
    clients = response_times().app.dataframe[-1].value
    assert set(named(clients.client_name)) == {"Harbour Logistics 海港物流"}


@pytest.mark.usefixtures("sample_company")
def test_another_s_client_in_the_link_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0003",)))
    screen = response_times(client="C0001")
    assert screen.chart_count == 0
    assert NONE in screen.words
