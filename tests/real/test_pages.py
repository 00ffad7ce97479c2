"""Every page opens on real data."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_first_screen import PATHS
from tests.real.importing import SETTINGS

pytestmark = [pytest.mark.real, pytest.mark.browser]
ISSUES = "?since=2004-01-01&until=2015-12-31&industry=Open-source+software"
VIEWS = (
    "",
    "?since=2012-01-01&until=2016-12-31",
    "?since=2022-03-01&until=2023-06-30",
    ISSUES,
)


@pytest.fixture(scope="module")
def address(folder: Path, brought: object) -> Iterator[str]:
    assert brought
    with running(folder, SATISFACTION_SETTINGS=str(SETTINGS)) as served:
        yield served


def test_every_page_opens_in_every_view_with_data(address: str, reader: Reader) -> None:
    for path in PATHS:
        for view in VIEWS:
            reader.open(f"{address}/{path}{view}")
            assert len(reader.text()) > 100


def test_promises_say_434_with_a_due_date_396_resolved_259_of_them_late(
    address: str, reader: Reader
) -> None:
    reader.open(f"{address}/promises{ISSUES}")
    assert re.search(r"\b434\D+396\D+259\D+38\b", reader.text())
