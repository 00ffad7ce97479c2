"""Packs of nobody, of one answer, and of names that are instructions to somebody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.settings import Settings
from pages.meeting.pack import files
from pages.meeting.slides.model import Table
from pages.shared.safe import document
from tests.pages import odd_companies
from tests.pages.meeting.pack.conftest import packed
from tests.pages.meeting.pack.read_back import excel, pdf, powerpoint, squeezed
from tests.pages.odd_companies import Company
from tests.pages.opened import build

COMPANIES: dict[str, Callable[[], Company]] = {
    "nobody": dict,
    "one answer": odd_companies.one_answer,
    "one client": odd_companies.one_client_and_no_more,
    "hostile": odd_companies.hostile,
}
EACH = pytest.mark.parametrize("company", COMPANIES.values(), ids=COMPANIES)


@EACH
@pytest.mark.parametrize("suffix", files.SUFFIXES)
def test_every_company_has_a_pack(
    company: Callable[[], Company], suffix: str, tmp_path: Path, settings: Settings
) -> None:
    build(tmp_path, settings, **company())
    made = packed(tmp_path, suffix, "zh-Hant")
    assert len(made.slides) == 10
    assert len(made.file) > 5_000


def test_names_stand_in_the_powerpoint_file_letter_by_letter(
    tmp_path: Path, settings: Settings
) -> None:
    build(tmp_path, settings, **odd_companies.hostile())
    made = packed(tmp_path, "pptx")
    for page, slide in zip(powerpoint(made.file), made.slides, strict=True):
        tables = [panel.body for panel in slide.panels if isinstance(panel.body, Table)]
        told = [cell.text for table in tables for row in table.rows for cell in row]
        assert [cell for table in page.tables for row in table[1:] for cell in row] == [
            document(each) for each in told
        ]


def test_no_sheet_of_a_chart_or_of_the_excel_file_holds_a_formula(
    tmp_path: Path, settings: Settings
) -> None:
    build(tmp_path, settings, **odd_companies.hostile())
    sheets = [
        chart.book for page in powerpoint(packed(tmp_path, "pptx").file) for chart in page.charts
    ]
    book = excel(packed(tmp_path, "xlsx").file)
    cells = [cell for sheet in [*sheets, *book] for row in sheet.iter_rows() for cell in row]
    assert len(cells) > 100
    assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_an_empty_company_is_told_what_would_fill_its_slides(
    tmp_path: Path, settings: Settings
) -> None:
    build(tmp_path, settings)
    made = packed(tmp_path, "pdf", week="2026-W46")
    pages = pdf(made.file)
    for page, slide in zip(pages, made.slides, strict=True):
        assert page.startswith(squeezed(slide.title + slide.finding))
    assert any("clients.csv" in page for page in pages)
