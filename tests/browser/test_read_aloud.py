"""What a screen reader says: the language, every chart's finding, tables, names of buttons."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import still
from tests.browser.reader import Reader
from tests.browser.test_first_screen import PATHS

pytestmark = pytest.mark.browser
LINKS = [*PATHS, "client?client=C0001"]
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
# Of every chart: what is said of it, the finding above it, and the buttons of its panel.
CHARTS = """all => all.map(chart => {
  let panel = chart.parentElement
  while (!panel.querySelector("h2")) panel = panel.parentElement
  return {
    said: chart.getAttribute("aria-label"),
    role: chart.getAttribute("role"),
    found: panel.querySelector("h2").innerText,
    buttons: [...panel.querySelectorAll("[class*=st-key-foot-] button")].map(one => one.innerText),
  }
})"""
NAMELESS = """all => all.filter(one => one.checkVisibility()
  && !(one.ariaLabel || one.innerText.trim() || one.title))
  .map(one => one.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("link", LINKS)
def test_every_chart_says_its_finding_and_has_its_table(
    sample: str, reader: Reader, link: str
) -> None:
    reader.open(f"{sample}/{link}")
    still(reader)
    charts = reader.page.locator("[data-testid=stPlotlyChart]")
    for chart in charts.evaluate_all(CHARTS):
        assert chart["said"].split() == chart["found"].split()  # thin spaces and all
        assert chart["role"] in ("figure", "img")
        assert link == "weekly" or "Rows" in chart["buttons"]


def test_each_panel_of_a_slide_has_its_rows_under_it(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly?slide=6")
    still(reader)
    finding = reader.page.locator("[data-testid=stPlotlyChart]").first
    rows = reader.page.get_by_role("button", name="Rows")
    expect(rows).to_have_count(2)
    rows.first.click()
    said = finding.get_attribute("aria-label")
    assert said
    expect(reader.page.get_by_role("dialog")).to_contain_text(said)
    expect(reader.page.get_by_role("dialog").locator("[data-testid=stDataFrame]")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_language_it_speaks(sample: str, reader: Reader, language: str) -> None:
    reader.open(f"{sample}/tiers?lang={language}")
    expect(reader.page.locator("html")).to_have_attribute("lang", language)


def test_another_language_is_named_as_soon_as_it_is_chosen(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/tiers")
    skip = reader.page.get_by_test_id("stSkipToContent")
    before = skip.inner_text()
    reader.page.get_by_role("button", name="English").click()
    reader.page.get_by_text("简体中文", exact=True).click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(skip).not_to_have_text(before)
    expect(reader.page.get_by_role("button", name="Main menu", exact=True)).to_have_count(0)
    reader.settle()  # a click on what is being redrawn is lost
    reader.page.get_by_text("English", exact=True).first.click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    expect(skip).to_have_text(before)
    expect(reader.page.get_by_role("button", name="Main menu", exact=True)).to_have_count(1)


def test_each_button_of_a_panel_says_which_finding_it_is_about(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/tiers")
    rows = reader.page.get_by_role("button", name="Rows", exact=True)
    expect(rows.first).to_have_attribute("aria-describedby", re.compile("finding-"))
    told = rows.evaluate_all(
        "all => all.map(one => document.getElementById(one.getAttribute('aria-describedby')))"
        ".map(heading => heading && heading.innerText)"
    )
    assert len(set(told)) == len(told) == rows.count()
    assert None not in told


@pytest.mark.parametrize("link", LINKS)
def test_every_button_has_a_name(sample: str, reader: Reader, link: str) -> None:
    reader.open(f"{sample}/{link}")
    still(reader)
    assert reader.page.locator("button, [role=button]").evaluate_all(NAMELESS) == []


def test_a_table_says_its_finding_and_names_where_addresses_lie(
    sample: str, reader: Reader
) -> None:
    reader.open(f"{sample}/tiers")
    grid = reader.page.locator("canvas > table[role=grid]").last
    heading = reader.page.locator("main h2", has_text="What the tiers rest on")
    expect(grid).to_have_attribute("aria-label", heading.inner_text())
    cell = grid.locator("td[role=gridcell]").first
    expect(cell).not_to_contain_text("client?")
    expect(cell).not_to_be_empty()
