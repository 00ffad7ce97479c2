"""The dashboard speaks the language of its reader."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
TIERS = {"简体中文": ("zh-Hans", "终身"), "繁體中文": ("zh-Hant", "終身")}


@pytest.mark.parametrize("name", TIERS)
def test_a_language_chosen_on_the_screen_is_spoken_and_in_the_link(
    sample: str, reader: Reader, name: str
) -> None:
    code, lifelong = TIERS[name]
    reader.open(f"{sample}/tiers")
    reader.page.get_by_role("button", name="English").click()
    reader.page.get_by_text(name, exact=True).click()
    expect(reader.page).to_have_url(re.compile(f"lang={code}"))
    reader.sees(lifelong)
    reader.settle()


@pytest.mark.parametrize(("locale", "lifelong"), [("zh-CN", "终身"), ("zh-TW", "終身")])
def test_the_language_of_the_browser_is_the_first(
    sample: str, browser: Browser, locale: str, lifelong: str
) -> None:
    with browser.new_context(locale=locale, timezone_id="Asia/Taipei") as context:
        reader = Reader(context.new_page())
        reader.open(f"{sample}/tiers")
        reader.sees(lifelong)
        assert reader.console_errors == []
