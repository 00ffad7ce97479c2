import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, opened


def expectations(**link: str) -> Screen:
    screen = opened("satisfaction/expectations.py", **link)
    assert screen.faults == []
    return screen


@pytest.mark.usefixtures("sample_company")
def test_gaps_months_drift_and_segments_are_drawn() -> None:
    assert expectations().chart_count == 4


@pytest.mark.usefixtures("sample_company")
def test_the_sample_s_creeping_expectations_are_found() -> None:
    assert "because expectations rose" in expectations().sentences[0]


@pytest.mark.usefixtures("sample_company")
def test_coverage_and_assumed_answers_are_said() -> None:
    said = expectations().sentences[0]
    assert "active clients answered in the period." in said
    assert "a level was not asked and is assumed." in said


@pytest.mark.usefixtures("sample_company")
def test_competitors_are_shown_where_known() -> None:
    assert "competitors were scored" in expectations().words


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_data_draws_nothing() -> None:
    screen = expectations(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert "This view has no survey answers of the kind that this page needs." in screen.words


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "answers.csv" in expectations().words


def test_one_answer_is_too_few(company: Company) -> None:
    company(**answers("Acme"))
    screen = expectations()
    assert "Responsiveness: too few answers (1)." in screen.words
    assert "There are no earlier answers to compare with." in screen.words


def test_only_the_question_of_recommending_still_has_its_panel(company: Company) -> None:
    answered = {"client_id": "a", "answered_at": "2026-11-02 12:00:00+08", "recommend": 9}
    responses = [{**answered, "response_id": str(number)} for number in range(6)]
    company(clients=[{"client_id": "a", "client_name": "Acme"}], responses=responses)
    screen = expectations()
    assert "Nobody in view was asked what they expect in this period." in screen.words
    assert "Net promoter score +100" in screen.words
