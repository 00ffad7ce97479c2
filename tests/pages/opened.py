"""A page opened on a warehouse, as the reader meets it: its sentences, messages and charts."""

import re
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pandas as pd
from streamlit.testing.v1 import AppTest

from data import warehouse
from data.settings import Settings
from pages.shared.panel.client_column import SHOWN

ROOT = Path(__file__).parents[2]
MAKER = "tests/pages/opened.py"
STYLE, TAG = re.compile(r"<style>.*?</style>", re.DOTALL), re.compile(r"<[^>]+>")
Rows = list[dict[str, Any]]
WHOLE: dict[str, dict[str, Any]] = {
    "clients": {"segment": "regular", "side": "external"},
    "indicators": {"indicator_id": "prompt", "wording": "Prompt?", "dimension": "responsiveness"},
    "responses": {"method": "questionnaire"},
    "tickets": {"kind": "fault", "severity": "minor"},
    "complaints": {"form": "complaint", "severity": "major", "cause": "technical"},
}
ASKED: Rows = [{"scale_low": 0, "scale_high": 10}]
IMPORTED: dict[str, Any] = {
    "import_id": "one",
    "imported_at": "2026-11-15 20:00:00+08",
    "file": MAKER,
    "source": "test",
    "table_name": "clients",
    "read_count": 0,
    "inserted_count": 0,
    "updated_count": 0,
    "unchanged_count": 0,
    "refused_count": 0,
}


class Screen(NamedTuple):
    """What is on the screen: sentences in order, messages, number of charts, faults, the app."""

    sentences: list[str]
    messages: list[str]
    chart_count: int
    faults: list[str]
    app: AppTest

    @property
    def words(self) -> str:
        """Everything that is said on the page."""
        return "\n".join([*self.sentences, *self.messages])


def opened(page: str, **link: str) -> Screen:
    """Open a page of the dashboard, such as `satisfaction/tiers.py`, with the link's values."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    app.switch_page(str(ROOT / "pages" / page)).run()
    told = [_plain(element.proto.body) for element in app.get("html")]
    said = [*app.info, *app.warning, *app.error]
    messages = [str(element.value) for element in said]
    faults = [str(element.message) for element in app.exception]
    charts = len(app.get("plotly_chart"))
    return Screen([text for text in told if text], messages, charts, faults, app)


def named(addresses: "pd.Series[str]") -> list[str]:
    """The names that a column of links to clients shows, as the browser reads them."""
    found = [re.search(SHOWN, address) for address in addresses]
    return [unquote(match[1]) if match else "" for match in found]


def _plain(body: str) -> str:
    return unescape(TAG.sub(" ", STYLE.sub("", body))).strip()


def build(folder: Path, settings: Settings, **tables: Rows) -> None:
    """A warehouse of a few rows; columns that are always the same are filled in."""
    with warehouse.writing(folder, settings, fresh=True) as connection:
        for table, rows in tables.items():
            for row in rows:
                whole = {**WHOLE.get(table, {}), **row}
                names = ", ".join(whole)
                values = ", ".join(f"${name}" for name in whole)
                sql = " ".join(("insert into", table, f"({names}) values ({values})"))
                connection.execute(sql, whole)
        names = ", ".join(IMPORTED)
        values = ", ".join(f"${name}" for name in IMPORTED)
        connection.execute(
            " ".join(("insert into imports", f"({names}) values ({values})")), IMPORTED
        )


def answers(*clients: str, answered_at: str = "2026-11-02 12:00:00+08") -> dict[str, Rows]:
    """One answer of each client, a little above what it expects."""
    return {
        "clients": [{"client_id": name, "client_name": name} for name in clients],
        "indicators": ASKED,
        "responses": [
            {"response_id": name, "client_id": name, "answered_at": answered_at} for name in clients
        ],
        "answers": [
            {
                "response_id": name,
                "indicator_id": "prompt",
                "minimum": 5,
                "expected": 6,
                "desired": 8,
                "perceived": 6.5,
            }
            for name in clients
        ],
    }
