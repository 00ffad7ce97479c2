"""Warehouses that pages are opened on: the sample company, an empty one, or a few given rows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import sample
from data.settings import Settings
from tests.pages.opened import Rows, build

Company = Callable[..., None]


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    sample.build(folder, settings, progress=False)
    return folder


@pytest.fixture
def sample_company(sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard is opened on the sample company."""
    monkeypatch.setenv("SATISFACTION_DATABASE", str(sample_folder))


@pytest.fixture
def company(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Company:
    """`company(clients=[{...}], …)`: the dashboard is opened on these rows alone."""

    def made(**tables: Rows) -> None:
        build(tmp_path, settings, **tables)
        monkeypatch.setenv("SATISFACTION_DATABASE", str(tmp_path))

    return made
