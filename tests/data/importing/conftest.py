"""Files in a passing folder, brought into the empty warehouse in memory or into one on disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import importing, warehouse
from data.importing import bringing
from data.importing.bringing import Brought
from data.importing.progress import shown
from data.importing.sources import Request
from data.importing.summary import Result, Summary
from data.settings import Settings

Write = Callable[..., Path]
Bring = Callable[..., Brought]
Load = Callable[..., Summary]
Faults = Callable[[], list[tuple[Any, ...]]]
Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write("clients.csv", "a,b", "1,2")`: a file of these lines, or of these bytes."""

    def to_file(name: str, *lines: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        whole = [
            line if isinstance(line, bytes) else f"{line}\n".encode(encoding) for line in lines
        ]
        path.write_bytes(b"".join(whole))
        return path

    return to_file


@pytest.fixture
def bring(con: duckdb.DuckDBPyConnection, tmp_path: Path, settings: Settings) -> Bring:
    """`bring(file, …)`: one import into the warehouse in memory."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    def into_memory(*files: Path, as_: str | None = None, mapping: Path | None = None) -> Brought:
        request = Request(files, as_, mapping, settings, scratch)
        with shown(0, False) as bar:
            brought = bringing.bring(con, request, bar)
        for result in brought.results:
            assert_adds_up(result)
        return brought

    return into_memory


@pytest.fixture
def faults(con: duckdb.DuckDBPyConnection) -> Faults:
    """What the last import into memory refused: row, column, value, reason."""

    def refused() -> list[tuple[Any, ...]]:
        return con.execute(
            "select row_number, column_name, value, reason from faults order by all"
        ).fetchall()

    return refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a warehouse on disk will be."""
    return tmp_path / "warehouse"


@pytest.fixture
def load(folder: Path, settings: Settings) -> Load:
    """`load(file, …)`: one import into the warehouse on disk."""

    def onto_disk(*files: Path, **wishes: Any) -> Summary:
        summary = importing.load(files, folder, settings, progress=False, **wishes)
        for result in summary.files:
            assert_adds_up(result)
        return summary

    return onto_disk


@pytest.fixture
def ask(folder: Path, settings: Settings) -> Ask:
    """Rows of the warehouse on disk that is served."""

    def of_disk(statement: str) -> list[tuple[Any, ...]]:
        build = warehouse.current(folder)
        assert build is not None
        with warehouse.connect(build, settings) as connection:
            return connection.execute(statement).fetchall()

    return of_disk


def assert_adds_up(result: Result) -> None:
    """read = inserted + updated + unchanged + refused (tables.md)."""
    parts = result.inserted + result.updated + result.unchanged + result.refused
    assert result.read == parts, result
