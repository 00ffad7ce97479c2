"""Small frames shaped like the answers of the questions, and each finding in every language."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared import text

Frame = Callable[..., pd.DataFrame]
SINCE = date(2026, 8, 24)
UNTIL = date(2026, 11, 15)
MINIMUM_N = 5


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


@pytest.fixture
def tiers() -> Frame:
    """Rows of `satisfaction/client_tiers` from (name, previous_tier, tier) and other columns."""

    def build(*clients: tuple[str, str | None, str | None], **columns: Any) -> pd.DataFrame:
        rows = [
            {"client_id": name, "client_name": name, "previous_tier": before, "tier": now}
            for name, before, now in clients
        ]
        names = ["client_id", "client_name", "previous_tier", "tier"]
        defaults: dict[str, Any] = {
            "segment": "regular",
            "manager": None,
            "basis": "measured",
            "deciding_reason": None,
        }
        return pd.DataFrame(rows, columns=names).assign(**{**defaults, **columns})

    return build


@pytest.fixture
def moved() -> Frame:
    """Rows of `satisfaction/moved_clients`."""

    def build(*clients: dict[str, object]) -> pd.DataFrame:
        defaults = {
            "client_id": "C1",
            "client_name": "Acme",
            "segment": "regular",
            "from_tier": "loyal",
            "to_tier": "basic",
            "perceived_change": -0.8,
            "expected_change": 0.1,
            "answer_count": 12,
            "previous_answer_count": 12,
            "deciding_reason": None,
            "deciding_since": None,
            "previous_deciding_reason": None,
            "left_because": None,
            "yearly_worth": 120_000.0,
        }
        return pd.DataFrame([{**defaults, **client} for client in clients], columns=list(defaults))

    return build


@pytest.fixture
def moves() -> Frame:
    """Rows of `satisfaction/tier_moves` from (from, to, clients)."""

    def build(*rows: tuple[str, str, int]) -> pd.DataFrame:
        return pd.DataFrame(rows, columns=["from_tier", "to_tier", "client_count"])

    return build


@pytest.fixture
def gaps() -> Frame:
    """Rows of `satisfaction/gaps_by_dimension`, 25 of 100 active clients heard unless given."""

    def build(*rows: dict[str, object]) -> pd.DataFrame:
        defaults = {
            "dimension": "reliability",
            "segment": "regular",
            "minimum": 5.0,
            "expected": 6.0,
            "desired": 8.0,
            "perceived": 6.0,
            "adequacy_gap": 1.0,
            "expectation_gap": 0.0,
            "superiority_gap": -2.0,
            "answer_count": 100,
            "client_count": 25,
            "assumed_share": 0.0,
            "expectation_gap_spread": 1.0,
            "active_count": 100,
        }
        return pd.DataFrame([{**defaults, **row} for row in rows], columns=list(defaults))

    return build


@pytest.fixture
def drift() -> Frame:
    """Rows of `satisfaction/drift`, the whole unless a dimension is given."""

    def build(*rows: dict[str, object]) -> pd.DataFrame:
        defaults = {
            "dimension": "overall",
            "client_count": 40,
            "perceived_change": 0.1,
            "expected_change": 0.4,
            "gap_change": -0.3,
            "perceived_change_spread": 0.5,
            "expected_change_spread": 0.5,
            "gap_change_spread": 0.5,
        }
        return pd.DataFrame([{**defaults, **row} for row in rows], columns=list(defaults))

    return build
