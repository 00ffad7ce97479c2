"""What axe-core finds on a page, and what a screen reader and a keyboard meet there."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.reader import Reader

GRAVE = ("serious", "critical")
AXE = Axe()
# Nothing that fades may be judged half-way, and what scripts name must have its name.
STILL = """() => Boolean(document.spokenEnd)
  && [...document.querySelectorAll(".st-key-copy_link [data-testid]")].every(
    (one) => !one.shadowRoot || one.shadowRoot.querySelector("button").textContent)
  && document.getAnimations().every((one) => one.playState !== "running")"""
FOCUSED = """() => {
  const host = document.activeElement
  const element = host.shadowRoot?.activeElement ?? host
  const style = getComputedStyle(element)
  let seen = 1
  for (let one = host; one; one = one.parentElement) seen *= getComputedStyle(one).opacity
  const panels = [...document.querySelectorAll("[class*=st-key-foot-]")]
  return {
    text: ["A", "BUTTON"].includes(element.tagName) ? element.innerText || element.ariaLabel : "",
    tag: element.tagName,
    panel: panels.findIndex((one) => one.contains(host)),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    seen,
  }
}"""


def still(reader: Reader) -> None:
    """Wait until nothing moves and everything has its name."""
    reader.settle()
    reader.page.wait_for_function(STILL)


def findings(page: Page) -> list[str]:
    """Every serious or critical finding of axe-core, in a line that names its place."""
    answer = AXE.run(page).response
    return [
        told for found in answer["violations"] if found["impact"] in GRAVE for told in _told(found)
    ]


def _told(found: dict[str, Any]) -> Iterator[str]:
    for node in found["nodes"]:
        why = " ".join(node["failureSummary"].split())
        yield f"{found['id']} ({found['impact']}): {node['html'][:160]} {why[:240]}"


def tab_stops(page: Page, most: int) -> list[dict[str, Any]]:
    """What the Tab key reaches from the top of the page, in its order."""
    page.locator("body").evaluate("body => { document.activeElement.blur(); body.focus() }")
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        if stops[-1]["tag"] == "BODY":
            break
    return stops
