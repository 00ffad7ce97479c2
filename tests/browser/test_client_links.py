"""A client's name in a table leads to the client's page, with the period that is on the screen."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Position

from tests.browser.company import bring_in, company
from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_warehouses import HOSTILE, WORD_JOINER

pytestmark = pytest.mark.browser
FIRST_CELL: Position = {"x": 40, "y": 52}
"""Pixels: in the first column of the first row, below a header of 35."""
PERIOD = "since=2026-01-05&until=2026-02-01&compare=year"


def click_first_client(reader: Reader, table: Locator) -> Reader:
    """The page that opens when the name in the first row is clicked, as a reader sees it."""
    table.scroll_into_view_if_needed()
    cells = table.locator(".dvn-scroller")
    cells.hover(position=FIRST_CELL)
    with reader.page.context.expect_page() as opened:
        cells.click(position=FIRST_CELL)
    found = Reader(opened.value)
    found.settle()
    return found


def carried(reader: Reader) -> dict[str, list[str]]:
    return parse_qs(urlsplit(reader.page.url).query)


@pytest.mark.parametrize("name", ["瑞丰 & Sons 100% #1 [a](b)", HOSTILE])
def test_a_name_leads_to_its_client_with_period_comparison_and_language(
    warehouse_folder: Path, reader: Reader, name: str
) -> None:
    bring_in(warehouse_folder, company(name))
    with running(warehouse_folder) as address:
        reader.open(f"{address}/tiers?{PERIOD}&lang=zh-Hans")
        tables = reader.page.locator("[data-testid=stDataFrame]")
        client = click_first_client(reader, tables.last)
        assert urlsplit(client.page.url).path == "/client"
        assert carried(client) == {
            "since": ["2026-01-05"],
            "until": ["2026-02-01"],
            "compare": ["year"],
            "client": ["C1"],
            "lang": ["zh-Hans"],
        }
        assert name in client.text().replace(WORD_JOINER, "")
        assert client.page.evaluate("typeof window.pwned") == "undefined"
