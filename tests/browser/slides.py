"""The weekly meeting as somebody at the back of the room meets it: slides, keys, and their room."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.reader import Reader

NUMBER = ".slide-number"
ROOM = Path(__file__).with_name("slide_room.js").read_text(encoding="utf-8")


def present(reader: Reader, address: str, **link: str) -> None:
    """Open the meeting in full screen, with more of the link."""
    told = "&".join(f"{key}={value}" for key, value in {"screen": "full", **link}.items())
    reader.open(f"{address}/weekly?{told}")
    still(reader)


def still(reader: Reader) -> None:
    """Wait until the keys are listened to and the slide stands still."""
    reader.settle()
    expect(reader.page.locator(".told")).not_to_be_empty()
    reader.stand_still(".st-key-slide")


def press(reader: Reader, key: str, number: str) -> None:
    """Press a key and wait for the slide of that number, such as `3 / 10`."""
    reader.page.keyboard.press(key)
    shows(reader.page, number)
    still(reader)


def shows(page: Page, number: str) -> None:
    """Wait for the whole slide of that number."""
    expect(page.locator(NUMBER)).to_have_text(number)
    expect(page.locator(".told")).to_have_attribute("data-slide", number.split()[0])


def faults(reader: Reader) -> list[str]:
    """What is too small, cut, outside the screen or on top of something else."""
    found: list[str] = reader.page.evaluate(ROOM)
    return found
