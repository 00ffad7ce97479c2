"""Pages that ask while their frame is drawn ask for what they show, and for nothing else."""

from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import database, remembered
from pages.shared.frame.registry import PAGES, Entry
from tests.pages.opened import ROOT

AHEAD = [entry for entry in PAGES if entry.ask_ahead]
pytestmark = pytest.mark.usefixtures("sample_company")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[tuple[Any, ...]]:
    """The questions that reach the warehouse, each with its days and what else it binds."""
    noted: set[tuple[Any, ...]] = set()
    run = database._run

    def note(build: Any, question: Any, client_ids: Any) -> Any:
        noted.add((question.name, question.since, question.until, question.more, client_ids))
        return run(build, question, client_ids)

    monkeypatch.setattr(database, "_run", note)
    return noted


def shown(entry: Entry, **link: str) -> AppTest:
    """The page, opened from another one."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    app.switch_page("pages/admin/definitions.py").run()
    database.forget()
    remembered.forget()
    return app.switch_page(entry.path)


@pytest.mark.parametrize("link", [{}, {"segment": "vip"}], ids=["all", "vip"])
@pytest.mark.parametrize("entry", AHEAD, ids=[entry.url_path for entry in AHEAD])
def test_what_is_asked_ahead_is_what_the_page_asks(
    entry: Entry,
    link: dict[str, str],
    asked: set[tuple[Any, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[tuple[Any, ...]] = []
    monkeypatch.setattr(database, "beside", lambda work, *args: begun.append((work, *args)))
    app = shown(entry, **link)
    asked.clear()
    app.run()
    by_the_page = set(asked)
    database.forget()
    asked.clear()
    for work, *args in begun:
        partial(work, *args)()
    assert len(asked) == len(begun) > 3
    assert asked <= by_the_page


@pytest.mark.parametrize("entry", AHEAD, ids=[entry.url_path for entry in AHEAD])
def test_a_page_that_is_remembered_asks_nothing(
    entry: Entry, asked: set[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = shown(entry)
    app.run()
    begun: list[object] = []
    monkeypatch.setattr(database, "beside", lambda *work: begun.append(work))
    asked.clear()
    app.run()
    assert (begun, asked) == ([], set())
