"""Rows of what clients are worth, by tier and by client, for tests of their words."""

from typing import Any

import pandas as pd

from data.value import Assumptions, HighCase, LowCase
from pages.shared.findings.value_cases import CASES

TIERS = ["lifelong", "loyal", "satisfied", "basic", "complaining", "unheard"]
THREE = dict(zip(CASES, (Assumptions(), LowCase(), HighCase()), strict=True))
NAN = float("nan")


def tiers(**columns: Any) -> pd.DataFrame:
    """Rows of `clients/value_at_stake`: a client in basic, one complaining, worth 600,000 each."""
    defaults: dict[str, Any] = {
        "client_count": [0, 0, 4, 1, 1, 0],
        "unknown_count": 0,
        "worth": [0.0, 0, 1e6, 600_000, 600_000, 0],
        "worth_low": [0.0, 0, 1e6, 360_000, 600_000, 0],
        "worth_high": [0.0, 0, 1e6, 960_000, 600_000, 0],
    }
    return pd.DataFrame({"tier": TIERS, **defaults, **columns})


def sheet(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of `clients/value_sheet`: 50,000 × 2 + 20,000 a year, five years as assumed."""
    defaults: dict[str, Any] = {
        "client_id": "a",
        "client_name": "Acme",
        "tier": "complaining",
        "order_value": 50_000.0,
        "orders_per_year": 2.0,
        "orders_worth": 100_000.0,
        "related_sales": 20_000.0,
        "yearly_worth": 120_000.0,
        "years": 5.0,
        "is_years_assumed": True,
        "worth": 600_000.0,
        "own_currency": "CNY",
        "exchange_rate": 1.0,
        "lacks": None,
    }
    return pd.DataFrame([{**defaults, **row} for row in rows])


UNKNOWN = {"order_value": NAN, "orders_worth": NAN, "yearly_worth": NAN, "worth": NAN}
