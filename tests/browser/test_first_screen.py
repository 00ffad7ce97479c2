"""What someone sees who has just started the dashboard."""

import pytest
from playwright.sync_api import expect

from pages.shared.frame.registry import PAGES
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
PATHS = ["", *[entry.url_path for entry in PAGES[1:]]]


def test_an_empty_checkout_opens_on_the_sample_company(sample: str, reader: Reader) -> None:
    reader.open(sample)
    expect(reader.page.get_by_text("All clients").first).to_be_visible()
    expect(reader.page.locator(".js-plotly-plot").first).to_be_visible()


def test_the_answer_is_on_the_first_screen_without_scrolling(sample: str, reader: Reader) -> None:
    reader.open(sample)
    ladder = reader.page.locator(".js-plotly-plot").first
    expect(ladder).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("path", PATHS)
def test_no_page_shows_an_error(sample: str, reader: Reader, path: str) -> None:
    reader.open(f"{sample}/{path}")
    assert len(reader.text()) > 200


@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_wider_than_the_screen(sample: str, reader: Reader, path: str) -> None:
    reader.open(f"{sample}/{path}")
    width = "element => element.scrollWidth - element.clientWidth"
    assert reader.page.locator("[data-testid=stMain]").evaluate(width) <= 0


def test_the_menu_leads_to_every_page(sample: str, reader: Reader) -> None:
    reader.open(sample)
    for entry in PAGES[1:]:
        reader.page.get_by_role("button", name=entry.section, exact=True).click()
        reader.page.get_by_role("menuitem", name=entry.title, exact=True).click()
        reader.page.wait_for_url(f"**/{entry.url_path}?**")
        reader.settle()
