"""The editor of actions over a slide: on every screen as large as the slide behind it."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader
from tests.browser.slides import present

pytestmark = pytest.mark.browser
SCREENS = ((1280, 720), (1920, 1080), (3840, 2160))


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_actions_over_a_slide_are_as_large_as_the_slide(
    sample: str, browser: Browser, width: int, height: int
) -> None:
    scale = height / 720
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        reader = Reader(context.new_page())
        present(reader, sample)
        reader.page.keyboard.press("a")
        dialog = reader.page.get_by_role("dialog")
        reader.stand_still("[role=dialog]")
        rows = dialog.get_by_test_id("stDataFrame").bounding_box()
        close = dialog.get_by_role("button", name="Close").locator("svg").bounding_box()
        assert rows
        assert close
        assert rows["height"] > 300 * scale
        assert rows["width"] <= width - 40 * scale
        assert close["width"] >= 20 * scale
        due = dialog.get_by_test_id("stDateInput").first
        day, clear = due.get_by_role("spinbutton").last, due.get_by_role("button").first
        ends, begins = day.bounding_box(), clear.bounding_box()
        assert ends
        assert begins
        assert ends["x"] + ends["width"] <= begins["x"]
        due.get_by_role("button").last.click()
        month = reader.page.get_by_role("application").bounding_box()
        assert month
        assert month["width"] > 200 * scale
        reader.page.keyboard.press("Escape")
        reader.page.mouse.click(rows["x"] + 16 * scale, rows["y"] + 100 * scale)
        expect(dialog).to_contain_text("Comments and changes")
