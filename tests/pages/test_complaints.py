from typing import Any

import pytest

from pages.shared import access
from pages.shared.access import Reader
from pages.shared.text import LANGUAGES
from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, opened


def complaints(**link: str) -> Screen:
    screen = opened("complaints/trends.py", **link)
    assert screen.faults == []
    return screen


def made(*days: str, **more: Any) -> dict[str, Rows]:
    """Complaints of Acme received at noon of these days."""
    rows = [
        {
            "complaint_id": str(number),
            "client_id": "a",
            "received_at": f"{day} 12:00:00+08",
            **more,
        }
        for number, day in enumerate(days)
    ]
    return {"clients": [{"client_id": "a", "client_name": "Acme"}], "complaints": rows}


@pytest.mark.usefixtures("sample_company")
def test_weeks_control_chart_causes_and_ages_are_drawn() -> None:
    assert complaints().chart_count == 4


@pytest.mark.usefixtures("sample_company")
def test_the_sample_s_surge_is_found_and_named_by_its_week() -> None:
    said = complaints().sentences[0]
    assert "Complaints rose to 13 in week 40 of 2026, above the usual 0–8." in said
    assert "clearly more per client" in said
    assert "about as fast as they arrive" in said


@pytest.mark.usefixtures("sample_company")
def test_half_the_time_open_ones_and_reopened_ones_are_said() -> None:
    screen = complaints()
    assert "open ones counted." in screen.words
    assert "Reopened: " in screen.words
    assert {"half_within", "nine_in_ten_within"} <= set(screen.app.dataframe[0].value)


@pytest.mark.usefixtures("sample_company")
def test_last_year_is_shown_where_the_view_compares_with_it() -> None:
    link = {"since": "2025-12-01", "until": "2026-11-15"}
    assert len(complaints(**link).app.dataframe) == 1
    screen = complaints(**link, compare="year")
    assert "than a year ago: September 2026." in screen.words
    months = screen.app.dataframe[1].value.months
    assert list(months)[:3] == ["December 2025", "Jan and Feb 2026", "March 2026"]


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_it_is_said_in_every_language(language: str) -> None:
    assert "13" in complaints(lang=language).sentences[0]


@pytest.mark.usefixtures("sample_company")
def test_a_shared_link_to_one_client_shows_only_that_client() -> None:
    screen = complaints(client="C0001")
    assert "66 complaints" not in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_client_that_may_not_be_seen_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("nobody",)))
    screen = complaints(client="C0001")
    assert screen.chart_count == 0
    assert "complaints were received" not in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_data_draws_nothing() -> None:
    screen = complaints(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert "There are no complaints in this view." in screen.words


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    screen = complaints()
    assert "complaints.csv" in screen.words
    assert screen.chart_count == 0


def test_one_complaint_is_counted_and_nothing_is_claimed(company: Company) -> None:
    company(**made("2026-11-02"))
    words = complaints().words
    assert "1 complaint was received; no earlier period is recorded to compare with." in words
    assert "1 complaint: too few for shares of causes." in words
    assert "1 complaint: too few for a median time." in words
    assert "1 complaint is open, 0 past the promised date." in words
    assert "There is no whole week in the period to judge." in words


def test_few_weeks_have_trial_limits(company: Company) -> None:
    days = ("2026-10-06", "2026-10-07", "2026-10-08", "2026-10-15", "2026-10-22")
    company(**made("2026-10-01", *days, "2026-11-10"))
    assert "Trial limits from 5 weeks." in complaints().words


def test_of_too_few_complaints_it_is_not_said_what_is_usual(company: Company) -> None:
    company(**made("2026-10-01", "2026-10-08", "2026-10-15", "2026-11-10"))
    words = complaints().words
    assert "Usual weeks" not in words.splitlines()[0]
    assert "Usual weeks would rest on 2 complaints, which are too few." in words
    assert "limits" not in words.split("Usual weeks")[1].splitlines()[0]


def test_only_grumbles_are_told_without_shares(company: Company) -> None:
    company(**made("2026-11-02", "2026-11-03", form="grumble"))
    words = complaints().words
    assert "No complaint was received" in words
    assert "2 grumbles were told to others beside them." in words


def test_a_period_after_the_last_import_claims_nothing(company: Company) -> None:
    company(**made("2026-11-02", "2026-11-03"))
    words = complaints(since="2027-01-01", until="2027-02-15", compare="year").words
    assert "2 complaints are open" in words
    assert "Nothing can be compared with the same months a year ago." in words
