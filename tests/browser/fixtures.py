"""What tests in a browser need: Chromium, a running dashboard, a reader who watches for errors."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.reader import Reader
from tests.browser.server import running

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def launch_arguments(executable: str) -> dict[str, Any]:
    """How Chromium starts: without what a container forbids, and quiet on the network."""
    return {"executable_path": executable, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    executable = chromium()
    if executable is None and os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail("REQUIRE_BROWSER=1, and there is no Chromium: apt install chromium.")
    if executable is None:
        pytest.skip("There is no Chromium: apt install chromium.")
    return launch_arguments(executable)


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {
        "viewport": {"width": 1280, "height": 800},
        "locale": "en-US",
        "timezone_id": "Asia/Shanghai",
    }


@pytest.fixture(scope="session")
def sample(
    browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The dashboard as it starts in an empty checkout: it makes the sample company itself."""
    with running(tmp_path_factory.mktemp("sample") / "warehouse") as address:
        yield address


@pytest.fixture
def warehouse_folder(tmp_path: Path) -> Path:
    return tmp_path / "warehouse"


@pytest.fixture
def reader(page: Page) -> Iterator[Reader]:
    """Someone at the screen. Whatever else a test looks at, an error on the console fails it."""
    someone = Reader(page)
    yield someone
    if someone.console_errors:
        pytest.fail("The console said: " + "; ".join(someone.console_errors))
