import pytest

from pages.shared.text import LANGUAGES
from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, named, opened

PAGE = "overview/executive.py"


def overview(**link: str) -> Screen:
    screen = opened(PAGE, **link)
    assert screen.faults == []
    return screen


@pytest.mark.usefixtures("sample_company")
def test_the_answer_stands_above_its_panels() -> None:
    screen = overview()
    question, answer = screen.sentences[0].split("?", 1)
    assert question.startswith("How satisfied are our clients")
    assert "clients are satisfied or better" in answer
    assert "fell to complaining" in answer
    assert screen.chart_count == 6


@pytest.mark.usefixtures("sample_company")
def test_the_sample_s_falling_vip_is_named_with_its_reason() -> None:
    screen = overview()
    moved = screen.app.dataframe[0].value
    why = dict(zip(named(moved.client_name), moved.why, strict=True))
    assert why["Harbour Logistics 海港物流"] == "major complaint since 2026-10-21"
    assert "Harbour Logistics" in screen.sentences[0]


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_it_is_said_in_every_language(language: str) -> None:
    assert "海港物流" in overview(lang=language).words


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_data_says_nobody_was_heard() -> None:
    screen = overview(since="2020-01-01", until="2020-03-31")
    assert "satisfied or better" not in screen.words
    assert screen.chart_count == 0


@pytest.mark.usefixtures("sample_company")
def test_the_first_period_of_the_data_has_nothing_to_compare_with() -> None:
    screen = overview(since="2024-11-18", until="2025-01-31")
    assert "There are no earlier answers to compare with." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_comparison_with_last_year_counts_the_change_from_there() -> None:
    assert "since 17 November 2025" in overview(compare="year").sentences[0]


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    screen = overview()
    assert "clients.csv" in screen.words
    assert screen.chart_count == 0


def test_only_tickets_leave_every_client_unheard(company: Company) -> None:
    ticket = {"ticket_id": "1", "client_id": "acme", "opened_at": "2026-11-02 12:00:00+08"}
    company(clients=[{"client_id": "acme", "client_name": "Acme"}], tickets=[ticket])
    screen = overview()
    assert "The one client has not been heard" in screen.words
    assert "answers.csv" in screen.words


def test_only_a_major_complaint_is_enough_to_be_heard(company: Company) -> None:
    complaint = {"complaint_id": "1", "client_id": "a", "received_at": "2026-11-02 12:00:00+08"}
    company(clients=[{"client_id": "a", "client_name": "Acme"}], complaints=[complaint])
    screen = overview()
    assert "Too few clients were heard for a share (1)." in screen.words
    assert "1 of 1 client is below satisfied: complaining 1." in screen.words


def test_one_client_with_one_answer_has_no_share(company: Company) -> None:
    company(**answers("Acme"))
    screen = overview()
    assert "Too few clients were heard for a share (1)." in screen.words
    assert "1 of 1 active client heard." in screen.words


def test_a_hostile_name_is_only_text(company: Company) -> None:
    tables = answers("<b>Acme</b>", *"ABCD")
    complaint = {
        "complaint_id": "1",
        "client_id": "<b>Acme</b>",
        "received_at": "2026-11-09 12:00:00+08",
    }
    company(**tables, complaints=[complaint])
    screen = overview(since="2026-11-05", until="2026-11-15")
    bodies = "".join(element.proto.body for element in screen.app.get("html"))
    assert "&lt;b&gt;Acme" in bodies
    assert "<b>Acme" not in bodies
