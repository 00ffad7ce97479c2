"""Slides of weeks that nothing is known of, and of warehouses that lack what a slide is about."""

from typing import Any

import pytest

from pages.meeting import slides, weeks
from pages.meeting.slides import (
    expectations,
    headline,
    promises_judged,
    response_times,
    tier_moves,
    unknown,
)
from pages.shared.access import Reader
from tests.pages import odd_companies
from tests.pages.conftest import Company
from tests.pages.meeting.made import WEEK, clients, promise, shown
from tests.pages.meeting.spoken import rows, spoken, words
from tests.pages.opened import answers

OWN = (headline, promises_judged, tier_moves, expectations, response_times)


@pytest.mark.parametrize("module", OWN, ids=lambda module: module.__name__.split(".")[-1])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("2026-W48", "Week 48 of 2026 lies ahead: what is known ends on 15 November 2026."),
        ("2020-W53", "Week 53 of 2020 lies before the first record, which is of 2 November 2026."),
    ],
)
def test_a_week_without_data_says_why(
    company: Company, module: Any, name: str, reason: str
) -> None:
    company(**answers("A"))
    slide = shown(module, name)
    assert slide.finding.startswith(reason)
    assert slide.panels == ()


@pytest.mark.parametrize(
    ("module", "reason"),
    [
        (headline, "There are no clients yet."),
        (promises_judged, "There are no promises yet."),
        (tier_moves, "There are no clients yet."),
        (expectations, "There are no survey answers yet."),
        (response_times, "There are no tickets yet."),
    ],
)
def test_an_empty_warehouse_says_which_file_is_missing(
    company: Company, module: Any, reason: str
) -> None:
    company()
    slide = shown(module)
    assert slide.finding.startswith(reason)
    assert "python -m data import" in slide.finding
    assert "`" not in slide.finding


def test_without_surveys_the_headline_tells_the_rest(company: Company) -> None:
    company(clients=clients("Acme"), promises=[promise("p", "2026-11-11")])
    slide = shown(headline)
    assert slide.finding.startswith("The one client has not been heard")
    assert ["Promises kept", "too few (1)", "none"] in rows(slide.panels[1])


def test_a_reader_of_no_client_learns_nothing(company: Company) -> None:
    company(**odd_companies.hostile())
    with spoken(reader=Reader("nobody", ())):
        deck = slides.deck(weeks.of(WEEK))
    names = [name for name in odd_companies.NAMES if name.strip()]
    assert not [name for name in names for slide in deck if name[:12] in words(slide)]


def test_where_another_view_would_show_some_it_is_one_that_the_meeting_has(
    company: Company,
) -> None:
    company(**odd_companies.hostile())
    with spoken():
        advice = {need: unknown.missing(need) for need in ("clients", "tickets", "surveys")}
    assert all("Another week or fewer filters" in told for told in advice.values())
    assert not any("longer period" in told for told in advice.values())
