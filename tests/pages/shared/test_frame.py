from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import warehouse
from data.settings import Settings
from pages.shared.filters import View
from pages.shared.frame.registry import PAGES, ROOT
from tests.pages.shared.conftest import Open, ReadAs, add

WEEK = {"since": "2026-11-09", "until": "2026-11-15"}


def view(app: AppTest) -> View:
    assert [element.message for element in app.exception] == []
    seen: View = app.session_state["view"]
    return seen


def warnings(app: AppTest) -> str:
    return " ".join(element.value for element in app.warning)


def link(app: AppTest) -> dict[str, list[str]]:
    return {
        key: value if isinstance(value, list) else [value]
        for key, value in app.query_params.items()
    }


def test_every_page_of_the_menu_exists_under_an_address_of_its_own() -> None:
    assert all((ROOT / page.path).exists() for page in PAGES)
    assert len({page.url_path for page in PAGES}) == len(PAGES)


@pytest.mark.usefixtures("folder")
def test_without_a_warehouse_the_sample_company_is_made(open_dashboard: Open) -> None:
    assert view(open_dashboard()).until.isoformat() == "2026-11-15"


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_an_empty_warehouse_opens_on_every_page(open_dashboard: Open, page: str) -> None:
    app = open_dashboard().switch_page(str(ROOT / page)).run()
    assert view(app).client_ids is None
    assert app.error == []


@pytest.mark.usefixtures("three_clients")
def test_a_visit_without_a_link_shows_twelve_weeks_and_names_them_in_the_link(
    open_dashboard: Open,
) -> None:
    app = open_dashboard()
    assert view(app).client_ids is None
    assert link(app) == {"since": ["2026-08-24"], "until": ["2026-11-15"]}


@pytest.mark.usefixtures("three_clients")
def test_a_link_shows_what_it_names_and_stays_as_it_is(open_dashboard: Open) -> None:
    carried = {**WEEK, "compare": "year", "region": ["North"], "client": ["A", "C"]}
    app = open_dashboard(**carried)
    assert view(app).client_ids == ("A",)
    assert view(app).previous_since.isoformat() == "2025-11-10"
    assert link(app) == {
        key: value if isinstance(value, list) else [value] for key, value in carried.items()
    }
    assert warnings(app) == ""


@pytest.mark.usefixtures("three_clients")
def test_the_choice_goes_with_the_reader_to_the_next_page(open_dashboard: Open) -> None:
    app = open_dashboard(**WEEK, client=["A"])
    app.query_params.clear()
    app.switch_page(str(ROOT / PAGES[1].path)).run()
    assert view(app).client_ids == ("A",)
    assert link(app)["client"] == ["A"]


@pytest.mark.usefixtures("three_clients")
def test_another_link_in_the_same_session_is_followed_as_back_does(open_dashboard: Open) -> None:
    app = open_dashboard(**WEEK, client=["A"])
    app.query_params["client"] = ["B"]
    assert view(app.run()).client_ids == ("B",)


@pytest.mark.usefixtures("three_clients")
def test_an_unknown_client_in_a_link_is_said_and_shows_nobody(open_dashboard: Open) -> None:
    app = open_dashboard(**WEEK, client=["<b>[nobody](http://x)"])
    assert view(app).client_ids == ()
    assert "Not found among your clients" in warnings(app)
    assert "[nobody](" not in warnings(app)


@pytest.mark.usefixtures("three_clients")
def test_a_forbidden_client_looks_like_an_unknown_one(
    open_dashboard: Open, read_as: ReadAs
) -> None:
    read_as("A")
    app = open_dashboard(**WEEK, client=["B"])
    assert view(app).client_ids == ()
    assert "“B”" in warnings(app)
    assert "Birch" not in str(app)


@pytest.mark.usefixtures("three_clients")
def test_impossible_days_are_said_and_replaced(open_dashboard: Open) -> None:
    app = open_dashboard(since="9999-12-31", until="0001-01-01")
    assert view(app).since.isoformat() == "2026-08-24"
    assert "day that does not exist" in warnings(app)


@pytest.mark.usefixtures("three_clients")
def test_the_filters_change_the_view_and_the_link(open_dashboard: Open) -> None:
    app = open_dashboard(**WEEK)
    app.multiselect(key="filter_regions").select("North").run()
    assert view(app).client_ids == ("A", "B")
    assert link(app)["region"] == ["North"]
    app.selectbox(key="filter_preset").select("last-year").run()
    assert link(app)["since"] == ["2025-01-01"]
    app.button[0].click().run()
    assert view(app).client_ids is None
    assert link(app)["since"] == ["2025-01-01"]


@pytest.mark.usefixtures("three_clients")
def test_a_first_day_after_the_last_changes_nothing_and_says_so(open_dashboard: Open) -> None:
    app = open_dashboard(**WEEK)
    app.date_input(key="filter_since").set_value(date(2026, 12, 1)).run()
    assert view(app).since.isoformat() == "2026-11-09"
    assert "nothing was changed" in warnings(app)


@pytest.mark.usefixtures("three_clients")
@pytest.mark.parametrize(
    ("locale", "spoken"),
    [("zh-CN", "全部客户"), ("zh-TW", "全部客戶"), ("en-US", "all clients"), ("fr", "all clients")],
)
def test_the_browser_s_language_is_spoken(open_dashboard: Open, locale: str, spoken: str) -> None:
    app = open_dashboard(locale)
    assert spoken in app.markdown[0].value
    assert "lang" not in link(app)


@pytest.mark.usefixtures("three_clients")
def test_a_language_chosen_is_spoken_and_in_the_link(open_dashboard: Open) -> None:
    app = open_dashboard("zh-CN", lang="zh-Hant")
    assert "全部客戶" in app.markdown[0].value
    app.radio(key="language_widget").set_value("en").run()
    assert "all clients" in app.markdown[0].value
    assert link(app)["lang"] == ["en"]


@pytest.mark.usefixtures("three_clients")
def test_a_language_that_is_not_offered_is_said(open_dashboard: Open) -> None:
    assert "language that is not offered" in warnings(open_dashboard(lang="xx"))


def test_a_new_build_is_shown_on_the_next_run(
    three_clients: Path, settings: Settings, open_dashboard: Open
) -> None:
    app = open_dashboard(**WEEK, client=["D"])
    assert view(app).client_ids == ()
    add(three_clients, settings, ("D", "Douglas", "vip", "East", "Energy", "Li Wei"))
    assert view(app.run()).client_ids == ("D",)


def test_figures_worked_out_with_other_settings_are_worked_out_again(
    three_clients: Path, settings: Settings, open_dashboard: Open
) -> None:
    warehouse.rebuild(three_clients, settings.model_copy(update={"currency": "USD"}))
    outdated = warehouse.current(three_clients)
    assert view(open_dashboard(**WEEK)).since.isoformat() == "2026-11-09"
    assert warehouse.current(three_clients) != outdated
