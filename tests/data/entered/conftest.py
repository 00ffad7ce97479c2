"""An action that was added, and the rows of the store as SQL sees them."""

import json
from pathlib import Path
from typing import Any

import pytest

from data import entered
from data.entered import Change

Row = dict[str, Any]
CALL = {"what": "Call", "raised_on": "2026-11-16", "due_on": "2026-11-20", "owner": "Ann"}


@pytest.fixture
def added(tmp_path: Path) -> Change:
    """Ann's action `CALL`."""
    return entered.add(tmp_path, "actions", CALL, "ann")


def overlaid(folder: Path, table: str = "actions") -> list[Row]:
    """The objects of the overlay."""
    rows: list[Row] = json.loads(entered.overlay(folder, table))
    return rows
