"""A real DuckDB in memory with the real schema, filled by `given` and asked by `answer`."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import duckdb
import hypothesis
import pytest

import queries
from data import settings as company
from data import warehouse
from data.settings import Settings

# The same examples on every machine, and no limit of time: what is slow is shown by benchmarks.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

Row = dict[str, Any]
Given = Callable[..., None]
Answer = Callable[..., list[Row]]

IMPORTED_AT = "2026-11-15 20:00:00"
DEFAULTS: dict[str, Row] = {
    "clients": {"segment": "regular", "side": "external"},
    "indicators": {"wording": "Was it good?", "scale_low": 0, "scale_high": 10},
    "responses": {"method": "questionnaire", "answered_at": "2026-11-01 12:00:00"},
    "tickets": {"kind": "fault", "severity": "minor"},
    "complaints": {"form": "complaint", "severity": "ordinary", "cause": "technical"},
    "imports": {
        "import_id": "first",
        "file": "given",
        "source": "given",
        "table_name": "given",
        "read_count": 0,
        "inserted_count": 0,
        "updated_count": 0,
        "unchanged_count": 0,
        "refused_count": 0,
    },
}


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The settings as they are delivered."""
    return company.load(company.DEFAULT_FILE)


@pytest.fixture
def con(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse in memory."""
    with duckdb.connect() as connection:
        warehouse.prepare(connection, settings)
        yield connection


@pytest.fixture
def given(con: duckdb.DuckDBPyConnection) -> Given:
    """`given("tickets", {...}, …)`: insert rows; what they refer to is made when it is missing."""

    def insert(table: str, *rows: Row) -> None:
        for row in rows:
            whole = {**DEFAULTS.get(table, {}), **row}
            _make_what_it_names(con, table, whole)
            columns = ", ".join(whole)
            values = ", ".join(f"${column}" for column in whole)
            con.execute(" ".join(("insert into", table, f"({columns}) values ({values})")), whole)

    return insert


def _make_what_it_names(con: duckdb.DuckDBPyConnection, table: str, row: Row) -> None:
    client = row.get("client_id")
    if table == "clients":
        row.setdefault("client_name", client)
    elif client is not None:
        con.execute(
            "insert into clients (client_id, client_name, segment, side) "
            "values ($id, $id, 'regular', 'external') on conflict do nothing",
            {"id": client},
        )


@pytest.fixture
def answer(con: duckdb.DuckDBPyConnection, given: Given, settings: Settings) -> Answer:
    """`answer("satisfaction/recommend", since="2026-10-01", …)`: a list of rows, as dicts."""

    def ask(
        name: str, since: str | None = None, until: str | None = None, **more: Any
    ) -> list[Row]:
        if con.execute("select count(*) from imports").fetchall() == [(0,)]:
            given("imports", {"imported_at": IMPORTED_AT})
        used = more.pop("settings", settings)
        warehouse.refresh_marts(con, used)
        cursor = queries.execute(
            con,
            name,
            used,
            since=date.fromisoformat(since) if since else None,
            until=date.fromisoformat(until) if until else None,
            **more,
        )
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    return ask
