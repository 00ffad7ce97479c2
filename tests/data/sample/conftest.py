"""Two sample companies, built once: the default one and a denser one of fifty clients."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

import queries
from data import sample, warehouse
from data.settings import Settings

Ask = Callable[..., pd.DataFrame]
SIZES: dict[str, dict[str, int]] = {
    "default": {},
    "dense": {"clients": 50, "responses": 4_000, "tickets": 10_000, "complaints": 2_000},
}


def _built(folder: Path, settings: Settings, **sizes: Any) -> duckdb.DuckDBPyConnection:
    sample.build(folder, settings, progress=False, **sizes)
    build = warehouse.current(folder)
    assert build is not None
    return warehouse.connect(build, settings)


@pytest.fixture(scope="session")
def built(settings: Settings) -> Callable[..., duckdb.DuckDBPyConnection]:
    """`built(folder, clients=9, …)`: build a sample and open it."""
    return lambda folder, **sizes: _built(folder, settings, **sizes)


@pytest.fixture(scope="session", params=list(SIZES))
def company(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> duckdb.DuckDBPyConnection:
    """The story must be there in each of these."""
    folder = tmp_path_factory.mktemp(request.param)
    return _built(folder, settings, **SIZES[request.param])


@pytest.fixture
def ask(company: duckdb.DuckDBPyConnection, settings: Settings) -> Ask:
    """`ask("satisfaction/client_tiers", "2026-08-24", "2026-11-15", …)`."""

    def run(name: str, since: str, until: str, **more: Any) -> pd.DataFrame:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
        return queries.run(company, name, settings, since=first, until=last, **more)

    return run
