"""From a complaint's row one click brings the finished report, in Word and in PDF."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.company import bring_in, company, complaint
from tests.browser.reader import Reader
from tests.browser.server import running

pytestmark = pytest.mark.browser
STARTS = {"PDF": (b"%PDF", "pdf"), "Word": (b"PK", "docx")}


@pytest.mark.parametrize("button", STARTS)
def test_a_click_on_a_row_brings_the_report(sample: str, reader: Reader, button: str) -> None:
    reader.open(f"{sample}/handling")
    start, suffix = STARTS[button]
    name, content = reader.fetch(button)
    assert name.endswith(f".{suffix}")
    assert content.startswith(start)
    assert len(content) > 5_000


def test_a_click_in_chinese_brings_a_chinese_report(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/handling?lang=zh-Hans")
    _name, content = reader.fetch("PDF")
    assert content.startswith(b"%PDF")


def test_a_page_of_rows_is_turned_and_its_reports_are_there(
    warehouse_folder: Path, reader: Reader
) -> None:
    complaints = [complaint(f"X{n:02}", "2026-01-20 09:00") for n in range(25)]
    bring_in(warehouse_folder, {**company(), "complaints": complaints})
    with running(warehouse_folder) as address:
        reader.open(f"{address}/handling")
        reader.sees("X00")
        reader.page.get_by_role("button", name="Page 3", exact=True).click()
        reader.sees("X24")
        expect(reader.page.get_by_role("button", name="Word", exact=True)).to_have_count(5)
        assert reader.fetch("Word")[1].startswith(b"PK")
