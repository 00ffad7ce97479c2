"""Small warehouses on disk, and the dashboard opened on them without a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import warehouse
from data.settings import Settings
from pages.shared import access
from pages.shared.access import Reader

ROOT = Path(__file__).parents[3]
CLIENTS = (
    ("A", "Amber 琥珀", "vip", "North", "Energy", "Li Wei"),
    ("B", "Birch [白桦](x)", "regular", "North", "Retail", "Chen Jing"),
    ("C", "Cedar", "regular", "South", "Energy", "Li Wei"),
)
Open = Callable[..., AppTest]
ReadAs = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dashboard of this test looks for its warehouse; nothing is there yet."""
    place = tmp_path / "warehouse"
    monkeypatch.setenv("SATISFACTION_DATABASE", str(place))
    return place


@pytest.fixture
def empty(folder: Path, settings: Settings) -> Path:
    """A warehouse with every table and no row."""
    with warehouse.writing(folder, settings):
        pass
    return folder


@pytest.fixture
def three_clients(folder: Path, settings: Settings) -> Path:
    """Clients A, B and C, one response each, the last on 2026-11-15."""
    add(folder, settings, *CLIENTS)
    return folder


def add(folder: Path, settings: Settings, *clients: tuple[str, ...]) -> None:
    """Import clients with one response each."""
    with warehouse.writing(folder, settings) as connection:
        for client_id, *described in clients:
            connection.execute(
                "insert into clients "
                "(client_id, client_name, segment, side, region, industry, manager) "
                "values (?, ?, ?, 'external', ?, ?, ?)",
                [client_id, *described],
            )
            connection.execute(
                "insert into responses (response_id, client_id, answered_at, method, recommend) "
                "values (?, ?, '2026-11-15 12:00:00', 'questionnaire', 8)",
                [client_id, client_id],
            )
        connection.execute(
            "insert into imports (import_id, imported_at, file, source, table_name, read_count, "
            "inserted_count, updated_count, unchanged_count, refused_count) values "
            "(?, '2026-11-15 20:00:00', 'given', 'given', 'clients', 0, 0, 0, 0, 0)",
            [clients[0][0]],
        )


@pytest.fixture
def open_dashboard() -> Open:
    """Open the dashboard by a link: `open_dashboard(client=["A"], locale="zh-CN")`."""

    def opened(locale: str = "en-GB", **link: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        app.context["locale"] = locale
        for key, value in link.items():
            app.query_params[key] = value
        return app.run()

    return opened


@pytest.fixture
def read_as(monkeypatch: pytest.MonkeyPatch) -> ReadAs:
    """Stand in for the sign-in: `read_as("A")` is a reader who may see client A only."""

    def signed_in(*client_ids: str) -> None:
        monkeypatch.setattr(access, "reader", lambda: Reader("someone", client_ids))

    return signed_in
