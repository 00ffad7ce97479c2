import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, opened


def tiers(**link: str) -> Screen:
    screen = opened("satisfaction/tiers.py", **link)
    assert screen.faults == []
    return screen


@pytest.mark.usefixtures("sample_company")
def test_every_active_client_stands_in_the_evidence() -> None:
    screen = tiers()
    evidence = screen.app.dataframe[1].value
    active = int(screen.words.split(" active clients heard")[0].split()[-1])
    assert len(evidence) == active
    assert {"basis", "answer_count", "last_answered_on", "open_complaint"} <= set(evidence)


@pytest.mark.usefixtures("sample_company")
def test_ladder_flow_and_months_are_drawn() -> None:
    assert tiers().chart_count == 3


@pytest.mark.usefixtures("sample_company")
def test_a_shared_link_to_one_client_shows_only_that_client() -> None:
    screen = tiers(client="C0001")
    assert len(screen.app.dataframe[-1].value) <= 1


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "clients.csv" in tiers().words


def test_scores_of_too_few_answers_are_not_shown(company: Company) -> None:
    company(**answers(*"ABCDEF"))
    evidence = tiers().app.dataframe[-1].value
    assert len(evidence) == 6
    assert evidence.expectation_gap.isna().all()
    assert list(evidence.remark) == ["too few answers (1)"] * 6


def test_a_client_that_left_is_told_and_not_counted(company: Company) -> None:
    tables = answers(*"ABCDEF", answered_at="2026-07-01 12:00:00+08")
    tables["clients"][0].update(left_on="2026-10-01", left_because="price")
    company(**tables)
    screen = tiers(since="2026-08-24", until="2026-11-15")
    assert "1 client left: A." in screen.words
    assert "5 of 5 active clients heard." in screen.words


def test_one_client_heard_for_the_first_time_is_told_once(company: Company) -> None:
    company(**answers("Acme"))
    assert tiers().sentences[0].count("There are no earlier answers to compare with.") == 1
