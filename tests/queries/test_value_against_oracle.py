"""Every question about value equals an independent computation."""

import pandas as pd
import pytest
from hypothesis import given

from tests.queries import value_oracle
from tests.queries.asked import Asked, asked, often


@often
@given(asked)
def test_value_at_stake(ask: Asked) -> None:
    for more in ({}, {"relationship_years": 2.5}):
        rows = pd.DataFrame(ask("clients/value_at_stake", **more)).set_index("tier")
        expected = value_oracle.at_stake(
            ask.oracle, ask.until, more.get("relationship_years", value_oracle.YEARS)
        )
        pd.testing.assert_frame_equal(rows.astype(float), expected.astype(float))


@often
@given(asked)
def test_value_sheet(ask: Asked) -> None:
    tiers = ask.oracle.tiers(ask.until)
    rows = {row["client_id"]: row for row in ask("clients/value_sheet")}
    clients = {c["client_id"]: c for c in value_oracle.external(ask.oracle)}
    assert rows.keys() == clients.keys() & tiers.keys()
    for name, row in rows.items():
        client, rate = clients[name], value_oracle.RATE[clients[name]["currency"]]
        assert row["tier"] == tiers[name]
        assert row["yearly_worth"] == pytest.approx(value_oracle.yearly(client))
        assert row["worth"] == pytest.approx(value_oracle.worth(client))
        own_years = client["relationship_years"]
        assert row["years"] == (value_oracle.YEARS if own_years is None else own_years)
        assert (row["lacks"] is None) == (row["worth"] is not None)
        for column in ("order_value", "related_sales"):
            both = rate is not None and client[column] is not None
            assert row[column] == (pytest.approx(rate * client[column]) if both else None)
    worths = [row["worth"] for row in rows.values() if row["worth"] is not None]
    assert worths == sorted(worths, reverse=True)


@often
@given(asked)
def test_leavers(ask: Asked) -> None:
    rows = {row.pop("client_id"): row for row in ask("clients/leavers")}
    expected = value_oracle.leavers(ask.oracle, ask.since, ask.until)
    assert rows.keys() == expected.keys()
    for name, row in rows.items():
        assert {key: row[key] for key in expected[name]} == pytest.approx(expected[name])


@often
@given(asked)
def test_revenue_and_tiers(ask: Asked) -> None:
    rows = {row.pop("client_id"): row for row in ask("clients/revenue_and_tiers")}
    expected = value_oracle.revenue_and_tiers(ask.oracle, ask.until)
    assert rows.keys() == expected.keys()
    for name, row in rows.items():
        assert {key: row[key] for key in expected[name]} == pytest.approx(expected[name])
