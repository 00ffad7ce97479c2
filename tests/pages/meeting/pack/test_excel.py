"""The Excel file holds the rows behind every panel, and nothing in it runs."""

import pytest

from pages.shared import text
from pages.shared.panel.rows import readable
from tests.pages.meeting.pack.conftest import Packed
from tests.pages.meeting.pack.read_back import excel

LANGUAGES = pytest.mark.parametrize("language", text.LANGUAGES)


@LANGUAGES
def test_there_is_a_sheet_with_all_rows_of_each_panel(pack: Packed, language: str) -> None:
    made = pack("xlsx", language)
    book = excel(made.file)
    panels = [panel for slide in made.slides for panel in slide.panels]
    assert len(book.sheetnames) == 2 + len(panels)
    for name, panel in zip(book.sheetnames[2:], panels, strict=True):
        rows = list(book[name].iter_rows(values_only=True))
        assert len(rows) == 1 + len(panel.answer)
        assert len(rows[0]) == readable(panel.answer).shape[1]


def test_numbers_are_numbers_as_answered(pack: Packed) -> None:
    made = pack("xlsx")
    panel = made.slides[0].panels[0]
    book = excel(made.file)
    head, *rows = book[book.sheetnames[2]].iter_rows(values_only=True)
    told = [row[head.index("Answers")] for row in rows]
    assert told == panel.answer.answer_count.tolist()


def test_the_contents_name_every_sheet_with_its_finding_and_question(pack: Packed) -> None:
    made = pack("xlsx")
    book = excel(made.file)
    _head, *rows = book["Contents"].iter_rows(values_only=True)
    assert [row[0] for row in rows] == book.sheetnames[2:]
    panels = [panel for slide in made.slides for panel in slide.panels]
    assert [row[2] for row in rows] == [panel.finding for panel in panels]
    assert [row[5] for row in rows] == [panel.query for panel in panels]
