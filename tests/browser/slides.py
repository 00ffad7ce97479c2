"""The weekly meeting as somebody at the back of the room meets it: slides, keys, and their room."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.reader import Reader

NUMBER = ".slide-number"
ROOM = Path(__file__).with_name("slide_room.js").read_text(encoding="utf-8")
# Charts are drawn and fitted a moment after the words: done when nothing has moved for 12 frames.
STILL = """() => new Promise((done) => {
  let before = "", same = 0
  const look = () => {
    const found = [...document.querySelectorAll(".st-key-slide, .st-key-slide svg *")]
    const now = found.length + found.slice(0, 400).map((e) => {
      const box = e.getBoundingClientRect()
      return `${Math.round(box.x)},${Math.round(box.y)},${Math.round(box.width)}`
    }).join()
    const comes = document.querySelector('.st-key-slide [data-testid="stSkeleton"]')
    same = now === before && !comes ? same + 1 : 0
    before = now
    if (same < 12) requestAnimationFrame(look)
    else done()
  }
  look()
})"""


def present(reader: Reader, address: str, **link: str) -> None:
    """Open the meeting in full screen, with more of the link."""
    told = "&".join(f"{key}={value}" for key, value in {"screen": "full", **link}.items())
    reader.open(f"{address}/weekly?{told}")
    still(reader)


def still(reader: Reader) -> None:
    """Wait until the keys are listened to and the slide stands still."""
    reader.settle()
    expect(reader.page.locator(".told")).not_to_be_empty()
    reader.page.evaluate(STILL)


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
