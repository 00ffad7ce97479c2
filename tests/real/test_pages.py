"""Every page opens on real data."""

from pathlib import Path

import pytest

from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_first_screen import PATHS

pytestmark = [pytest.mark.real, pytest.mark.browser]
PERIODS = ("", "?since=2022-03-01&until=2022-04-30", "?since=2012-01-01&until=2012-12-31")


@pytest.mark.usefixtures("brought")
def test_every_page_opens_in_every_period_with_data(folder: Path, reader: Reader) -> None:
    with running(folder) as address:
        for path in PATHS:
            for period in PERIODS:
                reader.open(f"{address}/{path}{period}")
                assert len(reader.text()) > 100
