"""Work on answers is done once for the same data, view, reader's clients and language."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.settings import Settings
from pages.shared import text
from pages.shared.filters import View
from tests.pages.shared.conftest import ReadAs, add

VIEW = View(date(2026, 11, 9), date(2026, 11, 15), date(2026, 11, 2), date(2026, 11, 8))
pytestmark = pytest.mark.usefixtures("three_clients", "english")


@pytest.fixture
def english() -> None:
    text.use("en")


def page() -> None:
    """A page whose work names the clients in view and says that it was done."""
    import streamlit as st

    from pages.shared import database, text
    from pages.shared.filters import View
    from pages.shared.remembered import remembered

    def work(view: View) -> list[str]:
        st.session_state["done"] += 1
        return sorted(database.ask("satisfaction/client_tiers", view)["client_id"])

    newest = database.newest_build()
    assert newest is not None
    database.show_build(newest)
    text.use(st.session_state["language"])
    st.session_state["made"] = remembered(st.session_state["name"], st.session_state["view"], work)


def run(view: View = VIEW, name: str = "page", language: str = "en") -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    for key, value in {"view": view, "name": name, "language": language, "done": 0}.items():
        app.session_state[key] = value
    app.run()
    assert [element.message for element in app.exception] == []
    return app


def done(app: AppTest) -> int:
    count: int = app.session_state["done"]
    return count


def made(app: AppTest) -> list[str]:
    clients: list[str] = app.session_state["made"]
    return clients


def test_the_same_view_is_worked_out_once_for_all_sessions() -> None:
    run()
    assert done(run()) == 0
    assert made(run()) == ["A", "B", "C"]


@pytest.mark.parametrize(
    "other",
    [
        replace(VIEW, since=date(2026, 11, 10)),
        replace(VIEW, comparison="year"),
        replace(VIEW, segments=("vip",)),
        replace(VIEW, client_ids=("A",)),
        replace(VIEW, client_ids=()),
    ],
)
def test_another_view_is_worked_out_anew(other: View) -> None:
    run()
    assert done(run(other)) == 1


def test_another_page_or_language_is_worked_out_anew() -> None:
    run()
    assert done(run(name="another page")) == 1
    assert done(run(language="zh-Hans")) == 1


def test_readers_of_other_clients_never_share_what_was_made(read_as: ReadAs) -> None:
    assert made(run()) == ["A", "B", "C"]
    read_as("A")
    assert made(run()) == ["A"]
    read_as("B", "C")
    assert made(run()) == ["B", "C"]


def test_one_client_is_compared_with_the_reader_s_own_others(read_as: ReadAs) -> None:
    of_one = replace(VIEW, client_ids=("A",))
    run(of_one)
    read_as("A")
    assert done(run(of_one)) == 1


def test_a_new_build_is_worked_out_anew(three_clients: Path, settings: Settings) -> None:
    run()
    add(three_clients, settings, ("D", "Douglas", "vip", "East", "Energy", "Li Wei"))
    assert made(run()) == ["A", "B", "C", "D"]
