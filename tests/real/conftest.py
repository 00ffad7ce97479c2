"""The public sources in one warehouse, imported once; and Chromium to look at it."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data import settings as company
from data import warehouse
from tests.browser.fixtures import browser_context_args, browser_type_launch_args, reader
from tests.real.importing import FILES, SETTINGS, SHARED, Brought, bring_in

__all__ = ["browser_context_args", "browser_type_launch_args", "reader"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("real") / "warehouse"


@pytest.fixture(scope="session")
def brought(folder: Path) -> dict[str, Brought]:
    """Skips every test where the public files are absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"There are no public files in {SHARED}; SHARED_DATA names their folder.")
    return {source: bring_in(source, folder) for source in FILES}


@pytest.fixture(scope="session")
def real(brought: dict[str, Brought], folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse with all of them, open for reading."""
    build = warehouse.current(folder)
    assert build is not None
    with warehouse.connect(build, company.load(SETTINGS)) as connection:
        yield connection
