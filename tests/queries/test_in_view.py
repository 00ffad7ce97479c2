"""Which clients a question is about: said in two ways, and both say the same."""

from collections.abc import Sequence

import duckdb
import pytest

import queries
from data import warehouse
from data.settings import Settings
from tests.conftest import Given

EVERYONE = ["a", "b", "c"]
TOLD = "select client_id from clients where in_view(client_id, $client_ids) order by client_id"


@pytest.fixture
def marts(con: duckdb.DuckDBPyConnection, given: Given, settings: Settings) -> None:
    given("clients", *({"client_id": name} for name in EVERYONE))
    warehouse.refresh_marts(con, settings)


@pytest.mark.usefixtures("marts")
@pytest.mark.parametrize("path", ["main", "every_client,main"])
@pytest.mark.parametrize(
    ("client_ids", "seen"),
    [(None, EVERYONE), ([], []), (["b"], ["b"]), (["c", "a", "nobody"], ["a", "c"])],
)
def test_both_show_the_same_clients(
    con: duckdb.DuckDBPyConnection, path: str, client_ids: Sequence[str] | None, seen: list[str]
) -> None:
    cursor = con.cursor()
    cursor.execute(f"set search_path = '{path}'")
    assert cursor.execute(TOLD, {"client_ids": client_ids}).fetchall() == [(each,) for each in seen]


@pytest.mark.usefixtures("marts")
def test_a_question_for_every_client_joins_no_list(
    con: duckdb.DuckDBPyConnection, settings: Settings
) -> None:
    asked = queries.execute(con, "clients/list", settings)
    ids = {"client_ids": None}
    (_kind, every), *_none = asked.execute(f"explain {TOLD}", ids).fetchall()
    (_kind, some), *_none = con.cursor().execute(f"explain {TOLD}", ids).fetchall()
    assert ("MARK" in every, "MARK" in some) == (False, True)


@pytest.mark.usefixtures("marts")
def test_a_question_for_some_is_cut_whoever_was_asked_before(
    con: duckdb.DuckDBPyConnection, settings: Settings
) -> None:
    for client_ids, seen in ((None, EVERYONE), (["b"], ["b"]), (None, EVERYONE), ([], [])):
        found = queries.run(con, "clients/list", settings, client_ids=client_ids)
        assert found["client_id"].tolist() == seen
