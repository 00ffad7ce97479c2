"""The address of what is on the screen, on the clipboard with one press."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
WITHOUT = "Object.defineProperty(window, 'isSecureContext', { value: false })"


@pytest.mark.parametrize("is_secure", [True, False], ids=["https", "plain http"])
def test_the_whole_address_is_copied_by_keyboard_and_said(
    sample: str, browser: Browser, is_secure: bool
) -> None:
    context = browser.new_context(locale="en-US", permissions=["clipboard-read", "clipboard-write"])
    reader = Reader(context.new_page())
    if not is_secure:
        reader.page.add_init_script(WITHOUT)
    reader.open(f"{sample}/tiers?since=2026-09-01&until=2026-10-31&segment=vip")
    button = reader.page.get_by_role("button", name="Copy link")
    button.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
    expect(reader.page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = reader.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == reader.page.url
    assert "segment=vip" in copied
    back = reader.page.get_by_role("button", name="Copy link")
    assert back.evaluate("button => button.getRootNode().activeElement === button")
    assert reader.console_errors == []
    context.close()
