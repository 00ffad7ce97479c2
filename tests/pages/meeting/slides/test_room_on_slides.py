"""Every slide of the deck keeps to the room there is for those at the back."""

from datetime import date
from typing import Any

import pytest

from pages.meeting import slides, weeks
from pages.meeting.slides.cells import FULL, HALF, Room, lines_of, room, table, with_who
from pages.meeting.slides.model import Slide, Table
from pages.meeting.slides.wording import ALONE, BESIDE, FINDING, cut
from pages.shared import database
from pages.shared.charts.plain import Chart
from pages.shared.filters.choice import Choice
from pages.shared.text.letters import width
from tests.pages import odd_companies
from tests.pages.conftest import Company
from tests.pages.meeting.made import WEEK
from tests.pages.meeting.spoken import spoken


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Acme", 4, "Acme"),
        ("Rainbow Textiles 彩虹纺织", 25, "Rainbow Textiles 彩虹纺织"),
        ("Rainbow Textiles 彩虹纺织", 22, "Rainbow Textiles…"),
        ("Rainbow Textiles 彩虹纺织", 24, "Rainbow Textiles 彩虹纺…"),
        ("Incomprehensibilities", 10, "Incompreh…"),
        ("上海浦东国际机场", 9, "上海浦东…"),
        ("one\n two\t three", 20, "one two three"),
        ("\u202etxt.exe", 20, "txt.exe"),
    ],
)
def test_what_is_too_long_ends_with_a_word_or_a_letter_and_dots(
    text: str, most: int, kept: str
) -> None:
    assert cut(text, most) == kept
    assert width(cut(text, most)) <= most


NAME = "Rising Tide Property 涨潮置业"


def test_a_name_stays_whole_on_as_many_lines_as_there_are() -> None:
    assert Room(2, 8.7).holds(NAME)  # Rising Tide | Property 涨潮置业
    assert not Room(2, 7.5).holds(NAME)
    assert Room(3, 7.5).holds(NAME)


@pytest.mark.parametrize(("rows", "lines"), [(0, 3), (1, 3), (4, 3), (5, 2), (6, 2), (100, 2)])
def test_few_rows_have_three_lines_each(rows: int, lines: int) -> None:
    assert lines_of(rows) == lines
    found = table(["Client"], [[NAME]] * rows, [1.0], line=7.8)
    assert found.lines == lines_of(len(found.rows))
    told = NAME if lines == 3 else "Rising Tide Property…"
    assert {cell.text for (cell,) in found.rows} <= {told}


def test_a_column_that_is_to_be_whole_costs_rows_not_words() -> None:
    rows = [[NAME], *[["Acme"]] * 5]
    cut_off = table(["Client"], rows, [1.0], line=7.8)
    assert (len(cut_off.rows), cut_off.left_out) == (6, 0)
    assert cut_off.rows[0][0].text == "Rising Tide Property…"
    kept = table(["Client"], rows, [1.0], line=7.8, left_out=2, whole=0)
    assert (len(kept.rows), kept.left_out, kept.lines) == (4, 4, 3)
    assert kept.rows[0][0].text == NAME
    assert len(table(["Client"], rows[1:], [1.0], line=7.8, whole=0).rows) == 5


def test_the_person_is_named_whole_beside_what_they_do() -> None:
    narrow = Room(2, 9.0)
    told = with_who("Explain the delay to the board", "Sofia Lindqvist", narrow)
    assert told.endswith("… (Sofia Lindqvist)")
    assert narrow.holds(told)
    assert with_who("Call", "Sofia Lindqvist", narrow) == "Call (Sofia Lindqvist)"


def test_a_text_without_end_is_cut_like_any_other() -> None:
    (row,) = table(["What"], [["long " * 20_000]], [1.0], line=10.0).rows
    assert row[0].text.endswith("long…")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    "made", [odd_companies.hostile, odd_companies.one_answer, odd_companies.one_client_and_no_more]
)
def test_every_slide_keeps_to_the_room_there_is(company: Company, made: Any, language: str) -> None:
    company(**made())
    with spoken(language):
        for slide in slides.deck(weeks.of(WEEK)):
            fits(slide)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.usefixtures("sample_company")
def test_the_sample_keeps_to_it_too_and_so_do_the_clients_of_one_manager(language: str) -> None:
    with spoken(language):
        manager = database.clients().manager.dropna().iloc[0]
        of_one = Choice(date(2025, 1, 6), date(2025, 1, 6), managers=(manager,))
        for name, chosen in (("2026-W46", None), ("2026-W20", of_one)):
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
                assert cell.text
                assert room(share, line, len(panel.body.rows)).holds(cell.text), (slide.key, cell)


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
