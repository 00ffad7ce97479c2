"""No page has a serious or critical finding of axe-core: light, dark, empty, and with all open.

Nothing is left out. What axe-core cannot judge, as it is drawn on a canvas or in a chart, is worked
out in `tests/pages/shared/test_charts.py` and `test_contrast.py` beside it.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from data import settings as company_settings
from data import warehouse
from pages.shared.frame.registry import PAGES
from tests.browser.accessible import findings, still
from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_first_screen import PATHS

pytestmark = pytest.mark.browser
BARE = [f"{entry.url_path}?screen=full" for entry in PAGES if entry.fills_screen]
LINKS = [*PATHS, *BARE, "client?client=C0001"]
SCHEMES = ("light", "dark")


@pytest.fixture(params=SCHEMES)
def seen(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Reader]:
    """Somebody who reads on light, and one who reads on dark."""
    with browser.new_context(**browser_context_args, color_scheme=request.param) as context:
        reader = Reader(context.new_page())
        yield reader
        assert reader.console_errors == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard before anything was imported."""
    folder = tmp_path_factory.mktemp("empty") / "warehouse"
    with warehouse.writing(Path(folder), company_settings.load()):
        pass
    with running(folder) as address:
        yield address


@pytest.mark.parametrize("link", LINKS)
def test_a_page_has_no_grave_finding(sample: str, seen: Reader, link: str) -> None:
    seen.open(f"{sample}/{link}")
    still(seen)
    assert findings(seen.page) == []


def test_no_page_of_an_empty_warehouse_has_a_grave_finding(empty: str, seen: Reader) -> None:
    for link in [*PATHS, *BARE]:
        seen.open(f"{empty}/{link}")
        still(seen)
        assert (link, findings(seen.page)) == (link, [])


@pytest.mark.parametrize("name", ["Rows", "Definition"])
def test_an_open_dialog_has_no_grave_finding(sample: str, seen: Reader, name: str) -> None:
    seen.open(f"{sample}/tiers")
    seen.page.get_by_role("button", name=name, exact=True).first.click()
    seen.page.get_by_role("dialog").wait_for()
    still(seen)
    assert findings(seen.page) == []


@pytest.mark.parametrize("name", ["Filters", "English", "Satisfaction", "Main menu"])
def test_what_opens_from_the_top_has_no_grave_finding(sample: str, seen: Reader, name: str) -> None:
    seen.open(f"{sample}/tiers?segment=vip")
    seen.page.get_by_role("button", name=name).first.click()
    still(seen)
    assert findings(seen.page) == []


def test_an_open_list_of_a_filter_has_no_grave_finding(sample: str, seen: Reader) -> None:
    seen.open(f"{sample}/tiers?segment=vip")
    seen.page.get_by_role("button", name="Filters").click()
    seen.page.get_by_role("combobox", name="Segment").click()
    seen.page.get_by_role("listbox").wait_for()
    still(seen)
    assert findings(seen.page) == []


def test_headings_go_down_one_step_at_a_time(sample: str, reader: Reader) -> None:
    levels = "all => all.map(one => Number(one.tagName[1]))"
    for path in PATHS:
        reader.open(f"{sample}/{path}")
        found = reader.page.locator("main :is(h1, h2, h3, h4, h5, h6)").evaluate_all(levels)
        steps = [after - before for before, after in pairwise(found)]
        assert found[:1] == [1], path
        assert found.count(1) == 1, path
        assert all(step <= 1 for step in steps), path
