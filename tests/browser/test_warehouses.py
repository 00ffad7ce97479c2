"""Warehouses that are empty, that change, and that hold hostile names."""

from pathlib import Path

import pytest
from playwright.sync_api import Request

from data import settings as company_settings
from data import warehouse
from tests.browser.company import bring_in, company, complaint
from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_first_screen import PATHS

pytestmark = pytest.mark.browser
HOSTILE = (
    '<img src="https://evil.example/a" onerror="window.pwned=1"><b>B</b> & '
    "![x](https://evil.example/b) [y](javascript:window.pwned=1) $x^2$ :red[z]"
)

WORD_JOINER = "\u2060"
"""Keeps the browser's markdown from making a link of an address."""


def test_an_empty_warehouse_says_on_each_page_of_data_what_would_fill_it(
    warehouse_folder: Path, reader: Reader
) -> None:
    with warehouse.writing(warehouse_folder, company_settings.load()):
        pass
    with running(warehouse_folder) as address:
        reader.open(f"{address}/definitions")
        for path in ("", "tiers", "expectations"):
            reader.open(f"{address}/{path}")
            reader.sees("python -m data import")


def test_new_data_are_noticed_within_seconds_without_a_restart(
    warehouse_folder: Path, reader: Reader
) -> None:
    bring_in(warehouse_folder, company())
    with running(warehouse_folder) as address:
        reader.open(address)
        reader.sees("2026-01-29")
        bring_in(warehouse_folder, {"complaints": [complaint("X2", "2026-02-10 09:00")]})
        reader.sees("2026-02-10")
        reader.settle()


def test_a_hostile_client_name_is_text_and_nothing_more(
    warehouse_folder: Path, reader: Reader
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    reader.page.on("request", note)
    bring_in(warehouse_folder, company(HOSTILE))
    with running(warehouse_folder) as address:
        for path in PATHS:
            reader.open(f"{address}/{path}?client=C1")
            assert HOSTILE in reader.text().replace(WORD_JOINER, "")
            assert reader.page.evaluate("typeof window.pwned") == "undefined"
    assert [url for url in asked if "evil.example" in url] == []
