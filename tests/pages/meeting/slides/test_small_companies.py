"""Slides 1 to 5 of companies made by hand, and of warehouses that lack what a slide is about."""

from datetime import date
from typing import Any

import pytest

from data.settings import Settings
from pages.meeting import slides, weeks
from pages.meeting.slides import (
    expectations,
    headline,
    promises_judged,
    response_times,
    tier_moves,
)
from pages.meeting.slides.model import Slide, Table
from pages.meeting.slides.wording import ALONE, BESIDE, FINDING, FULL, HALF, room, width
from pages.shared.access import Reader
from pages.shared.charts.plain import Chart
from pages.shared.filters.choice import Choice
from tests.pages import odd_companies
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import imported_on, rows, spoken, table, words
from tests.pages.opened import ASKED, Rows, answers

OWN = (headline, promises_judged, tier_moves, expectations, response_times)
WEEK = "2026-W46"  # 9 to 15 November


def shown(module: Any, name: str = WEEK, language: str = "en") -> Slide:
    with spoken(language):
        made: Slide = module.slide(weeks.of(name))
    return made


def promise(key: str, due_on: str, **more: Any) -> dict[str, Any]:
    told = {"client_id": "Acme", "what": f"Visit {key}", "source": "meeting", "made_by": "Li Wei"}
    return {"promise_id": key, "promised_on": "2026-08-03", "due_on": due_on, **told, **more}


def action(key: str, due_on: str | None, **more: Any) -> dict[str, Any]:
    told = {"client_id": "Acme", "what": f"Call {key}", "owner": "Wang Min"}
    return {"action_id": key, "raised_on": "2026-08-03", "due_on": due_on, **told, **more}


def clients(*names: str) -> Rows:
    return [{"client_id": name, "client_name": name} for name in names]


def scored(client: str, day: str, perceived: float) -> dict[str, Rows]:
    """One response of a client with one answer: minimum 5, expected 6, desired 8."""
    key = f"{client} {day}"
    levels = {"minimum": 5, "expected": 6, "desired": 8, "perceived": perceived}
    return {
        "responses": [
            {"response_id": key, "client_id": client, "answered_at": f"{day} 12:00:00+08"}
        ],
        "answers": [{"response_id": key, "indicator_id": "prompt", **levels}],
    }


def together(*parts: dict[str, Rows]) -> dict[str, Rows]:
    tables = {name for part in parts for name in part}
    return {name: [row for part in parts for row in part.get(name, [])] for name in tables}


def test_promises_and_actions_are_judged_side_by_side(company: Company) -> None:
    company(
        clients=clients("Acme"),
        promises=[
            promise("in time", "2026-11-11", kept_on="2026-11-10"),
            promise("late", "2026-11-10", kept_on="2026-11-12"),
            promise("new", "2026-11-12"),
            promise("old", "2026-10-22"),
            promise("moved", "2026-12-24", first_due_on="2026-11-04"),
        ],
        actions=[
            action("early", "2026-11-20", done_on="2026-11-10"),
            action("open", "2026-10-30"),
            action("next", "2026-11-17"),
            action("undated", None),
        ],
    )
    slide = shown(promises_judged)
    assert slide.finding == (
        "1 of 3 promises and 1 of 1 actions were done in time. Carried over: 4, 3 of them again."
    )
    promised, acted = slide.panels
    assert promised.finding == (
        "Promises kept in time: 1 of 3. 1 done late, 3 carried over (2 again)."
    )
    assert rows(promised) == [
        ["Acme", "Visit new (Li Wei)", "still open"],
        ["Acme", "Visit old (Li Wei)", "open 3 weeks"],
        ["Acme", "Visit moved (Li Wei)", "open 1 week, moved"],
        ["Acme", "Visit late (Li Wei)", "done late"],
    ]
    assert acted.finding == "Actions done in time: 1 of 1. 0 done late, 1 carried over (1 again)."
    assert rows(acted) == [["Acme", "Call open (Wang Min)", "open 2 weeks"]]
    assert (promised.n, promised.interval, acted.n) == (3, None, 1)


def test_from_five_on_the_share_kept_has_its_interval(company: Company) -> None:
    kept = [promise(str(n), "2026-11-11", kept_on="2026-11-10") for n in range(4)]
    company(clients=clients("Acme"), promises=[*kept, promise("5", "2026-11-11")])
    told = shown(promises_judged).panels[0]
    assert told.finding.startswith("Promises kept in time: 4 of 5 (80%, 38–96).")
    assert (told.n, told.interval) == (5, "38–96%")


def test_a_change_of_promises_kept_is_said_only_when_it_is_more_than_noise(
    company: Company,
) -> None:
    before = [promise(f"b{n}", "2026-11-04", kept_on="2026-11-04") for n in range(20)]
    now = [
        promise(f"n{n}", "2026-11-11", kept_on="2026-11-11" if n < 12 else None) for n in range(20)
    ]
    company(clients=clients("Acme"), promises=[*before, *now])
    assert "Promises kept: −40 (−61 to −16) points" in shown(promises_judged).finding
    lines = {line[0]: line[1:] for line in rows(shown(headline).panels[1])}
    assert lines["Promises kept"] == ["60% (39–78) of 20", "100% of 20: −40 (−61 to −16)"]
    assert shown(headline).panels[1].finding == "Clearly worse: Promises kept."


def test_who_moved_is_named_and_who_left_is_counted(company: Company) -> None:
    company(
        **together(
            {"indicators": ASKED, "clients": clients("Fell", "Rose", "Stayed")},
            {"clients": [{**clients("Gone")[0], "left_on": "2026-11-12", "left_because": "price"}]},
            scored("Fell", "2026-06-01", 8),
            scored("Fell", "2026-11-10", 1),
            scored("Rose", "2026-06-01", 5),
            scored("Rose", "2026-11-10", 8),
            scored("Stayed", "2026-11-01", 6),
            scored("Gone", "2026-11-01", 6),
        )
    )
    slide = shown(tier_moves)
    assert slide.finding == "1 client fell: Fell. 1 client rose: Rose. 1 client left: Gone."
    told = {line[0]: line[1:] for line in rows(slide.panels[1])}
    assert told["Gone"] == ["Satisfied → left us", "price"]
    assert told["Fell"][0] == "Loyal → complaining"  # (8 + 1) / 2 = 4.5, below the minimum of 5
    assert told["Rose"][0] == "Basic → satisfied"  # (5 + 8) / 2 = 6.5, expected 6
    assert {row[1].tier for row in table(slide.panels[1]).rows} == {
        "left",
        "complaining",
        "satisfied",
    }


def test_where_nobody_moved_this_week_those_of_twelve_weeks_are_shown(company: Company) -> None:
    company(
        **together(
            {"indicators": ASKED, "clients": clients("Fell", "Stayed")},
            scored("Fell", "2026-06-01", 8),
            scored("Fell", "2026-10-01", 1),
            scored("Stayed", "2026-11-14", 6),
        )
    )
    slide = shown(tier_moves)
    assert slide.finding == "No client changed tier since 9 November 2026."
    assert slide.panels[1].finding == "In the last twelve weeks 1 fell, 0 rose and 0 left."
    assert [line[0] for line in rows(slide.panels[1])] == ["Fell"]


def test_a_part_week_stands_against_the_same_days_before(
    company: Company, settings: Settings
) -> None:
    due = ["2026-11-03", "2026-11-06", "2026-11-10"]
    ask = {"received_at": "2026-11-11 12:00:00+08", "client_id": "Acme"}
    company(
        clients=clients("Acme"),
        promises=[promise(day, day, kept_on=day) for day in due],
        complaints=[{"complaint_id": "newest", **ask}],
    )
    imported_on("2026-11-11", settings)
    with spoken():
        now = weeks.of(WEEK)
        slide = headline.slide(now)
    assert now.until == date(2026, 11, 11)
    figures = slide.panels[1]
    assert table(figures).head[2] == "Same days before"
    kept = figures.answer.set_index("measure").loc["Promises kept"]
    assert kept.tolist() == [1, 1, 1, 1]  # not the one of Friday


def test_shares_of_few_are_not_told(company: Company) -> None:
    company(**answers("A", "B", "C", "D"))
    slide = shown(headline)
    assert slide.finding.startswith("Too few clients were heard for a share (4).")
    assert slide.panels[0].body is None
    assert "%" not in words(slide)


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


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    "made", [odd_companies.hostile, odd_companies.one_answer, odd_companies.one_client_and_no_more]
)
def test_every_slide_keeps_to_the_room_there_is(company: Company, made: Any, language: str) -> None:
    company(**made())
    with spoken(language):
        for name in ("2026-W46", "2026-W45", "2026-W40"):
            for slide in slides.deck(weeks.of(name)):
                fits(slide)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_sample_keeps_to_it_too(sample_company: None, language: str) -> None:
    with spoken(language):
        day = date(2025, 1, 6)
        choice = Choice(day, day, managers=("Li Wei 李伟",))
        for chosen in (None, choice):
            for name in ("2026-W46", "2026-W20", "2024-W48"):
                for slide in slides.deck(weeks.of(name, chosen)):
                    fits(slide)


def fits(slide: Slide) -> None:
    assert 0 < width(slide.finding) <= FINDING, slide
    assert len(slide.panels) <= 2
    line, most = (HALF, BESIDE) if len(slide.panels) == 2 else (FULL, ALONE)
    for panel in slide.panels:
        assert 0 < width(panel.finding) <= most, (slide.key, panel.finding)
        if not isinstance(panel.body, Table):
            continue
        assert len(panel.body.rows) <= 6
        assert sum(panel.body.widths) == pytest.approx(1)
        for row in panel.body.rows:
            for cell, share in zip(row, panel.body.widths, strict=True):
                assert 0 < width(cell.text) <= room(share, line), (slide.key, cell)


def test_charts_of_slides_are_small_enough_for_the_back_of_the_room(sample_company: None) -> None:
    with spoken():
        for slide in slides.deck(weeks.of(None)):
            for panel in slide.panels:
                if isinstance(panel.body, Chart):
                    count = len(panel.body.categories)
                    assert count <= 26
                    assert all(len(each.values) == count for each in panel.body.series)


def test_the_deck_is_ten_slides_each_named_once_and_tells_its_progress(
    sample_company: None,
) -> None:
    told: list[tuple[int, int]] = []
    with spoken():
        deck = slides.deck(weeks.of(None), lambda done, count: told.append((done, count)))
    assert [slide.key for slide in deck] == [
        "headline",
        "promises-judged",
        "tier-moves",
        "expectations",
        "response-times",
        "complaints",
        "problems",
        "value-at-stake",
        "plan",
        "method",
    ]
    assert told == [(number, 10) for number in range(1, 11)]
    assert all(slide.title and slide.finding for slide in deck)
