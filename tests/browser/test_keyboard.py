"""Everything is reached with the Tab key, in the order it is read, and the focus is seen."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessible import still, tab_stops
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
MOST = 130
PAGES = ("", "tiers", "open-problems")
ACTIONS = ["Rows", "Definition", "CSV", "Excel"]
# Something that moves of itself, as spinners and opening boxes do, beside all that is there.
MOVING = """() => {
  const one = document.createElement("div")
  one.style.cssText = "transition: opacity 2s; animation: spin 3s infinite"
  document.body.append(one)
}"""
SLOW = """() => [...document.querySelectorAll("*")].flatMap(one => {
  const style = getComputedStyle(one)
  return `${style.animationDuration}, ${style.transitionDuration}`.split(", ")
}).filter(duration => parseFloat(duration) > 0.001).length"""


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_goes_through_a_page_as_it_is_read(
    sample: str, reader: Reader, path: str
) -> None:
    reader.open(f"{sample}/{path}")
    still(reader)
    stops = tab_stops(reader.page, MOST)
    assert stops[0]["text"] == "Skip to main content"
    at_top = [_place(stops, name) for name in ("Satisfaction", "Filters", "Copy link", "English")]
    assert at_top == sorted(at_top)
    in_panels = [stop for stop in stops if stop["panel"] >= 0]
    count = reader.page.locator("[class*=st-key-foot-]").count()
    assert [stop["text"].strip() for stop in in_panels] == ACTIONS * count
    assert [stop["panel"] for stop in in_panels] == [
        place for place in range(count) for _ in ACTIONS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_wherever_it_is(
    sample: str, browser: Browser, browser_context_args: dict[str, Any], scheme: Any
) -> None:
    with browser.new_context(
        **browser_context_args, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        reader = Reader(context.new_page())
        reader.open(f"{sample}/tiers")
        still(reader)
        for stop in tab_stops(reader.page, MOST)[:-1]:
            assert stop["outline"] >= 2, stop
            assert stop["seen"] > 0.5, stop


def test_a_dialog_gives_the_focus_back_when_it_is_closed(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/tiers")
    rows = reader.page.get_by_role("button", name="Rows", exact=True).first
    rows.focus()
    reader.page.keyboard.press("Enter")
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.evaluate("one => one.contains(document.activeElement)")
    reader.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(rows).to_be_focused()


def test_nothing_moves_for_those_who_asked_for_less_motion(
    sample: str, browser: Browser, browser_context_args: dict[str, Any]
) -> None:
    with browser.new_context(**browser_context_args) as context:
        reader = Reader(context.new_page())
        reader.open(f"{sample}/tiers")
        reader.page.evaluate(MOVING)
        assert reader.page.evaluate(SLOW) > 0
        reader.page.emulate_media(reduced_motion="reduce")
        assert reader.page.evaluate(SLOW) == 0
        reader.page.get_by_role("button", name="Filters").click()
        reader.page.get_by_role("dialog").wait_for()
        assert reader.page.evaluate(SLOW) == 0


def _place(stops: list[dict[str, Any]], name: str) -> int:
    """At which press of the key this is reached."""
    return next(place for place, stop in enumerate(stops) if name in stop["text"])
