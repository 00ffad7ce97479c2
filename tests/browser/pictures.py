"""Take a picture of every page: `python -m tests.browser.pictures WAREHOUSE FOLDER`.

For eyes, not for tests: every page 1280 and 1920 pixels wide, in three languages, light and dark.
"""

import argparse
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pages.shared.frame.registry import PAGES
from tests.browser.fixtures import chromium, launch_arguments
from tests.browser.reader import Reader
from tests.browser.server import running

SIZES = ((1280, 800), (1920, 1080))
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
SCHEMES = ("light", "dark")
LONGEST_PAGE = 6_000
REST = 700
"""Milliseconds for charts to finish moving."""


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures; 1 when there is no Chromium or a page showed an error."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.pictures", description=__doc__)
    parser.add_argument("warehouse", type=Path, help="folder of builds")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--scheme", action="append", choices=SCHEMES)
    asked = parser.parse_args(arguments)
    executable = chromium()
    if executable is None:
        print("There is no Chromium: apt install chromium.", file=sys.stderr)
        return 1
    asked.folder.mkdir(parents=True, exist_ok=True)
    with running(asked.warehouse.absolute()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_arguments(executable))
        looks = product(asked.language or LANGUAGES, asked.scheme or SCHEMES, SIZES)
        errors = [error for look in looks for error in _take(browser, address, asked.folder, *look)]
    print("\n".join(errors), file=sys.stderr)
    return 1 if errors else 0


def _take(
    browser: Browser, address: str, folder: Path, language: str, scheme: str, size: tuple[int, int]
) -> list[str]:
    """Pictures of all pages in one look: the first screen, and the page to its end (`-whole`)."""
    errors: list[str] = []
    for entry in PAGES:
        name = f"{entry.url_path}-{language}-{scheme}-{size[0]}"
        path = "" if entry is PAGES[0] else entry.url_path
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="en-US",
            timezone_id="Asia/Shanghai",
        )
        with context:
            reader = Reader(context.new_page())
            reader.open(f"{address}/{path}?lang={language}")
            reader.page.wait_for_timeout(REST)
            reader.page.screenshot(path=folder / f"{name}.png")
            reader.page.set_viewport_size({"width": size[0], "height": _height(reader)})
            reader.page.wait_for_timeout(REST)
            reader.page.screenshot(path=folder / f"{name}-whole.png")
            errors += [f"{name}: {error}" for error in reader.console_errors]
    return errors


def _height(reader: Reader) -> int:
    """Height that shows the whole page: Streamlit scrolls inside, so the window has to grow."""
    height: int = reader.page.locator("[data-testid=stMain]").evaluate("e => e.scrollHeight")
    return min(height + 100, LONGEST_PAGE)


if __name__ == "__main__":
    sys.exit(main())
