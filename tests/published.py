"""The published results in SHARED_DATA (default ../shared), where they are there."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("SHARED_DATA", Path(__file__).parents[2] / "shared"))
VALUES = SHARED / "reference" / "reference_values.json"
needed = pytest.mark.skipif(not VALUES.exists(), reason=f"no published results at {VALUES}")


def values(prefix: str) -> list[dict[str, Any]]:
    """Published values whose id begins with the prefix; none where the folder is absent."""
    if not VALUES.exists():
        return []
    listed = json.loads(VALUES.read_text(encoding="utf-8"))["values"]
    return [value for value in listed if value["id"].startswith(prefix)]


def value(identifier: str) -> dict[str, Any]:
    """One published value by its id."""
    (found,) = [one for one in values(identifier) if one["id"] == identifier]
    return found
