"""What readers look at, chosen on the screen or brought by a link."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
UNKNOWN = "?since=2026-08-24&until=2026-11-15&client=NOBODY"


def choose_a_client(reader: Reader) -> str:
    """Pick the first client offered and return its name."""
    page = reader.page
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("combobox", name="Client").last.click()
    offered = page.get_by_role("option").filter(has_not_text="Select all").first
    name = offered.inner_text()
    offered.click()
    expect(page).to_have_url(re.compile(r"[?&]client="))
    return name


def test_a_client_chosen_on_the_screen_is_in_the_sentence_and_in_the_link(
    sample: str, reader: Reader
) -> None:
    reader.open(sample)
    name = choose_a_client(reader)
    reader.sees(name.split(" · ")[0])
    reader.settle()
    shared_link, seen = reader.page.url, reader.text()
    reader.page.goto("about:blank")
    reader.open(shared_link)
    reader.sees(name.split(" · ")[0])
    assert first_line(reader.text()) == first_line(seen)


def first_line(text: str) -> str:
    return text.strip().splitlines()[0]


@pytest.mark.parametrize("keys", [[], ["Escape"], ["Escape", "Escape"]], ids=len)
def test_the_menu_leads_on_with_the_choice_though_filters_are_open(
    sample: str, reader: Reader, keys: list[str]
) -> None:
    reader.open(sample)
    name = choose_a_client(reader)
    reader.sees(name)
    for key in keys:
        reader.page.keyboard.press(key)
    reader.page.get_by_test_id("stTopNavSection").filter(has_text="Satisfaction").click()
    reader.page.get_by_role("menuitem", name="Tiers", exact=True).click()
    expect(reader.page).to_have_url(re.compile(r"/tiers\?.*client="))
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Which tier")
    reader.sees(name)
    expect(reader.page).to_have_url(re.compile(r"/tiers\?.*client="))


def test_an_unknown_client_in_a_link_shows_nobody_instead_of_everybody(
    sample: str, reader: Reader
) -> None:
    reader.open(f"{sample}/tiers{UNKNOWN}")
    expect(reader.page.get_by_text("NOBODY").first).to_be_visible()
    expect(reader.page.locator(".js-plotly-plot")).to_have_count(0)
