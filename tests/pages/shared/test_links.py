"""Links to pages and clients: the same period, comparison and language; names stay text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pandas as pd
import pytest

from pages.shared import links, text
from pages.shared.filters import View
from pages.shared.frame import registry
from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, named, opened
from tests.pages.shared.conftest import Open

VIEW = View(date(2026, 8, 24), date(2026, 11, 15), date(2026, 6, 1), date(2026, 8, 23))
HOSTILE = '<img src=x onerror="pwned=1"> & #1 100% [a](b)+?client=C9 银行'


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def values(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_a_client_s_address_carries_period_client_and_language() -> None:
    assert links.client("C0001", VIEW) == (
        "client?since=2026-08-24&until=2026-11-15&client=C0001&lang=en"
    )


def test_the_comparison_goes_along_and_the_filters_do_not() -> None:
    view = replace(VIEW, comparison="year", segments=("vip",))
    carried = values(links.client("A", view))
    assert carried["compare"] == ["year"]
    assert carried["client"] == ["A"]
    assert "segment" not in carried


def test_a_page_s_address_carries_every_filter() -> None:
    address = links.page("tiers", replace(VIEW, managers=("Li & Wei", "B")))
    assert address.startswith("tiers?since=2026-08-24&")
    assert values(address)["manager"] == ["Li & Wei", "B"]


def test_the_language_of_the_screen_goes_along() -> None:
    text.use("zh-Hans")
    assert values(links.client("A", VIEW))["lang"] == ["zh-Hans"]


@pytest.mark.parametrize("client_id", ["A&client=B", "A#b", "100%", "../tiers?x=", "瑞丰", "a+b c"])
def test_an_id_can_be_no_more_than_an_id(client_id: str) -> None:
    address = links.client(client_id, VIEW)
    assert values(address)["client"] == [client_id]
    assert urlsplit(address)[:3] == ("", "", "client")
    assert urlsplit(address).fragment == ""


@pytest.mark.parametrize("name", [HOSTILE, "javascript:alert(1)", "http://evil.example", "+ +"])
def test_a_hostile_name_is_shown_letter_by_letter(name: str) -> None:
    address = links.client_named("C1", name, VIEW)
    assert named(pd.Series([address])) == [name]
    assert urlsplit(address)[:3] == ("", "", "client")
    assert values(address)["client"] == ["C1"]


def test_a_name_stands_on_one_line_and_is_cut_where_it_is_endless() -> None:
    address = links.client_named("C1", "One\n two" + "三" * 1000, VIEW)
    shown = named(pd.Series([address]))[0]
    assert shown.startswith("One two三")
    assert shown.endswith("…")
    assert len(shown) == links.LONGEST_NAME
    assert len(address) < 2048


def test_addresses_are_in_the_order_of_names() -> None:
    names = ["Birch", "Amber Water", "白桦", "Cedar", "amber", "琥珀"]
    addresses = [links.client_named(str(9 - place), name, VIEW) for place, name in enumerate(names)]
    assert named(pd.Series(sorted(addresses))) == [
        "Amber Water",
        "Birch",
        "Cedar",
        "amber",
        "琥珀",
        "白桦",
    ]


def tiers(**link: str) -> Screen:
    screen = opened("satisfaction/tiers.py", **link)
    assert screen.faults == []
    return screen


def test_every_client_of_a_table_is_a_link_and_its_number_no_column(company: Company) -> None:
    company(**answers(HOSTILE, "Birch"))
    shown = tiers(since="2026-11-01", until="2026-11-15", compare="year").app.dataframe[-1].value
    assert set(named(shown.client_name)) == {HOSTILE, "Birch"}
    assert "client_id" not in shown
    carried = values(shown.client_name.iloc[0])
    assert (carried["since"], carried["until"]) == (["2026-11-01"], ["2026-11-15"])
    assert carried["compare"] == ["year"]
    assert carried["client"] == [unquote(carried["name"][0])]


def test_what_is_remembered_of_one_period_does_not_link_to_another(company: Company) -> None:
    company(**answers("Acme"))
    for until in ("2026-11-15", "2026-11-08"):
        shown = tiers(since="2026-11-01", until=until).app.dataframe[-1].value
        assert values(shown.client_name.iloc[0])["until"] == [until]


def test_the_rows_of_a_panel_show_the_number_beside_the_link(company: Company) -> None:
    company(**answers("Acme"))
    app = tiers(since="2026-11-01", until="2026-11-15").app
    evidence = next(button for button in app.button if button.key == "Rows evidence")
    evidence.click().run()
    shown = app.dataframe[-1].value
    assert list(shown.client_id) == ["Acme"]
    assert named(shown.client_name) == ["Acme"]


def test_the_name_in_a_link_is_for_the_eye_and_does_not_stay(
    company: Company, open_dashboard: Open
) -> None:
    company(**answers("Acme"))
    app = open_dashboard(client="Acme", name="Somebody else", since="2026-11-01")
    assert "name" not in app.query_params
    assert app.query_params["client"] == "Acme"


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("entry", registry.PAGES, ids=[entry.url_path for entry in registry.PAGES])
def test_every_table_of_every_page_that_names_clients_links_them(entry: registry.Entry) -> None:
    for link in ({}, {"client": "C0003"}):
        for table in opened(entry.path.removeprefix("pages/"), **link).app.dataframe:
            shown = table.value
            assert "client_id" not in shown
            if "client_name" in shown:
                named = shown.client_name.dropna()
                assert named.str.match(r"client[?]name=.+&client=C").all()


@pytest.mark.usefixtures("sample_company")
def test_each_major_complaint_links_its_client() -> None:
    app = opened("complaints/handling.py", since="2026-08-24", until="2026-11-15").app
    bodies = "".join(element.proto.body for element in app.get("html"))
    assert '<a href="client?since=2026-08-24&amp;until=2026-11-15&amp;client=C' in bodies
