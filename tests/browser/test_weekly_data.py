"""The weekly meeting on other data: none, one client, hostile names, new ones while it is shown."""

from pathlib import Path

import pytest
from playwright.sync_api import Request, expect

from data import entered, warehouse
from data import settings as company_settings
from pages.meeting.slides import SLIDES
from tests.browser.company import bring_in, company, complaint
from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.slides import faults, present, press
from tests.browser.test_warehouses import HOSTILE
from tests.pages.odd_companies import hostile, one_client_and_no_more
from tests.pages.opened import build

pytestmark = pytest.mark.browser
COUNT = len(SLIDES)


def walked(reader: Reader, address: str) -> dict[int, list[str]]:
    """What is wrong with the room of any slide."""
    present(reader, address)
    found = {1: faults(reader)}
    for slide in range(2, COUNT + 1):
        press(reader, "PageDown", f"{slide} / {COUNT}")
        found[slide] = faults(reader)
    return {slide: wrong for slide, wrong in found.items() if wrong}


def test_an_empty_warehouse_has_ten_readable_slides(warehouse_folder: Path, reader: Reader) -> None:
    with warehouse.writing(warehouse_folder, company_settings.load()):
        pass
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    with running(warehouse_folder) as address:
        assert walked(reader, address) == {}


@pytest.mark.parametrize("rows", [one_client_and_no_more(), hostile()], ids=["one", "hostile"])
def test_odd_companies_have_ten_readable_slides(
    rows: dict[str, list[dict[str, object]]], warehouse_folder: Path, reader: Reader
) -> None:
    build(warehouse_folder, company_settings.load(), **rows)
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    with running(warehouse_folder) as address:
        assert walked(reader, address) == {}
        assert reader.page.evaluate("typeof window.pwned") == "undefined"


def test_a_hostile_name_on_a_slide_is_text_and_nothing_more(
    warehouse_folder: Path, reader: Reader
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    reader.page.on("request", note)
    bring_in(warehouse_folder, company(HOSTILE))
    with running(warehouse_folder) as address:
        present(reader, address)
        for slide in range(2, COUNT + 1):
            press(reader, "PageDown", f"{slide} / {COUNT}")
            assert reader.page.locator(".st-key-slide :is(img, a, b b)").count() == 0
        assert reader.page.evaluate("typeof window.pwned") == "undefined"
    assert [url for url in asked if "evil.example" in url] == []


def test_a_wall_screen_takes_new_data_and_the_new_week_by_itself(
    warehouse_folder: Path, reader: Reader
) -> None:
    bring_in(warehouse_folder, company())
    with running(warehouse_folder) as address:
        present(reader, address, refresh="5")
        expect(reader.page.locator(".slide-strip")).to_contain_text("week 4 of 2026")
        bring_in(warehouse_folder, {"complaints": [complaint("X2", "2026-02-10 09:00")]})
        expect(reader.page.locator(".slide-strip")).to_contain_text("week 6 of 2026")


def test_a_wall_screen_takes_what_somebody_enters(warehouse_folder: Path, reader: Reader) -> None:
    bring_in(warehouse_folder, company())
    told = "Call the harbour at once"
    action = {"client_id": "C1", "raised_on": "2026-01-20", "what": told, "due_on": "2026-01-21"}
    with running(warehouse_folder) as address:
        present(reader, address, slide="2", refresh="5", week="2026-W04")
        expect(reader.page.locator(".st-key-slide")).not_to_contain_text("Call the")
        entered.add(warehouse_folder, "actions", action, "somebody")
        expect(reader.page.locator(".st-key-slide")).to_contain_text("Call the")


def test_the_slides_of_one_manager_name_only_that_manager_s_clients(
    sample: str, reader: Reader
) -> None:
    reader.open(f"{sample}/portfolio")
    reader.page.get_by_role("button", name="Filters").click()
    reader.page.get_by_role("combobox", name="Manager").click()
    manager = reader.page.get_by_role("option").first.inner_text()
    present(reader, sample, manager=manager)
    for slide in range(1, COUNT + 1):
        expect(reader.page.locator(".slide-strip")).to_contain_text(manager[:10])
        if slide < COUNT:
            press(reader, "PageDown", f"{slide + 1} / {COUNT}")
    assert f"manager={manager.split()[0]}" in reader.page.url
