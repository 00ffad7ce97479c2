"""The tier page, as a project manager uses it."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
TIERS = ("Lifelong", "Loyal", "Satisfied", "Basic", "Complaining")


def test_the_ladder_names_all_five_tiers_and_the_unheard(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/tiers")
    ladder = reader.page.locator(".js-plotly-plot").first
    for tier in TIERS:
        expect(ladder).to_contain_text(tier)


def test_one_click_leads_from_a_panel_to_its_rows_definition_and_sql(
    sample: str, reader: Reader
) -> None:
    reader.open(f"{sample}/tiers")
    reader.page.get_by_role("button", name="Definition").first.click()
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_contain_text("select")
    reader.page.keyboard.press("Escape")
    reader.page.get_by_role("button", name="Rows").first.click()
    expect(reader.page.get_by_role("dialog").locator("[data-testid=stDataFrame]")).to_be_visible()
