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
COUNTRIES = ("Benelux", "France", "Germany", "Israel", "Italy", "UK")
SUPPLIER = "?since=2010-04-01&until=2010-06-30" + "".join(f"&region={name}" for name in COUNTRIES)
PHONES = "?since=1999-04-01&until=1999-06-30&industry=Mobile+phones"
LABORATORY = "?since=2022-03-30&until=2022-04-30&client=servqual+lab+1"
VIEWS = (
    "",
    "?since=2012-01-01&until=2016-12-31",
    "?since=2022-03-01&until=2023-06-30",
    ISSUES,
    SUPPLIER,
    PHONES,
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


def test_the_index_of_phone_customers_is_the_published_one(address: str, reader: Reader) -> None:
    reader.open(f"{address}/index{PHONES}")
    assert "Satisfaction index 72.0" in reader.text()
    assert re.search(r"path model's weights: 72\.5 ", reader.text())


def test_the_supplier_s_customers_say_what_moves_them(address: str, reader: Reader) -> None:
    reader.open(f"{address}/index{SUPPLIER}")
    assert "Satisfaction index 64.0" in reader.text()
    reader.open(f"{address}/drivers{SUPPLIER}")
    assert "Weighs clearly more than the average: responsiveness." in reader.text()
    reader.open(f"{address}/tiers{SUPPLIER}")
    assert "132 of 264 clients" in reader.text()


def test_a_client_s_page_tells_its_story(address: str, reader: Reader) -> None:
    reader.open(f"{address}/client?since=2010-04-01&until=2010-06-30&client=abc+17")
    assert "Client 17 has been loyal since 30 June 2010." in reader.text()


def test_without_a_question_of_satisfaction_nothing_is_said_to_move_it(
    address: str, reader: Reader
) -> None:
    reader.open(f"{address}/drivers{LABORATORY}")
    assert "Nobody in view said how satisfied they are" in reader.text()
