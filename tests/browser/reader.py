"""Someone at the screen: opens pages, waits until they are drawn, and sees every error."""

import re
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page, expect

SETTLED = (
    "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
)
DRAWN = "[data-testid=stMain] h1"
ERROR_BOXES = "[data-testid=stException], [data-testid=stAlertContentError]"
PROBE = re.compile(r"/[\w-]+/_stcore/(health|host-config)$")
"""Opened below the root, Streamlit's client asks there for its server first and takes a 404."""
STILL = Path(__file__).with_name("still.js").read_text(encoding="utf-8")
PATIENCE = 60_000
"""Milliseconds: the first visit makes the sample company, and machines are busy."""

expect.set_options(timeout=PATIENCE)


class Reader:
    """A browser page and what its console said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.console_errors: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", self._see)

    def open(self, address: str) -> None:
        """Go there and wait until the page is drawn; an error box fails."""
        self.page.goto(address)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has run to its end and all of it is drawn; an error box fails."""
        self.page.locator(SETTLED).wait_for(timeout=PATIENCE)
        self.page.locator(DRAWN).first.wait_for(timeout=PATIENCE)
        self.page.locator(SETTLED).wait_for(timeout=PATIENCE)
        self.stand_still()
        assert self.page.locator(ERROR_BOXES).all_inner_texts() == []

    def stand_still(self, room: str = "[data-testid=stMain]") -> None:
        """Wait until nothing moves within what the selector finds."""
        self.page.evaluate(STILL, room)

    def text(self) -> str:
        """Every word on the page, without the navigation."""
        return self.page.locator("[data-testid=stMain]").inner_text()

    def sees(self, words: str) -> None:
        """Wait until the words are on the page."""
        expect(self.page.locator("[data-testid=stMain]")).to_contain_text(words)

    def fetch(self, button: str, place: str = "body") -> tuple[str, bytes]:
        """Click the place's first button of this name; the file that comes: its name and bytes."""
        with self.page.expect_download(timeout=PATIENCE) as download:
            wanted = self.page.locator(place).get_by_role("button", name=button, exact=True)
            wanted.first.click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def _hear(self, message: ConsoleMessage) -> None:
        source = message.location["url"]
        if message.type == "error" and not PROBE.search(source):
            self.console_errors.append(f"{message.text} {source}")

    def _see(self, error: Error) -> None:
        self.console_errors.append(str(error))
