"""The story that the sample's docstring tells is what the questions answer, at each size."""

from datetime import date

import duckdb
import pandas as pd
import pytest

from data.sample.story import SILENT, SLIDER, WON_BACK
from tests.data.sample.conftest import Ask

TIERS = ["complaining", "basic", "satisfied", "loyal", "lifelong"]
PERIOD = ("2026-08-24", "2026-11-15")
SLIDING, RECOVERED = (f"C{number + 1:04}" for number in (SLIDER, WON_BACK))


@pytest.fixture
def tiers(ask: Ask) -> pd.DataFrame:
    return ask("satisfaction/client_tiers", *PERIOD).set_index("client_id")


def _tier(ask: Ask, client: str, day: str) -> object:
    frame = ask("satisfaction/client_tiers", day, day, client_ids=[client])
    return frame["tier"].iloc[0]


def test_every_tier_is_occupied_and_most_clients_are_satisfied(tiers: pd.DataFrame) -> None:
    counts = tiers["tier"].value_counts()
    assert set(counts.index) == set(TIERS)
    assert counts[["satisfied", "loyal", "lifelong"]].sum() > 0.6 * counts.sum()
    assert counts["satisfied"] + counts["loyal"] > 0.4 * counts.sum()


def test_a_few_complain(tiers: pd.DataFrame) -> None:
    assert 2 <= (tiers["tier"] == "complaining").sum() <= 0.15 * len(tiers)


def test_some_rose_and_at_least_three_fell(tiers: pd.DataFrame) -> None:
    heard = tiers.dropna(subset=["tier", "previous_tier"])
    steps = heard["tier"].map(TIERS.index) - heard["previous_tier"].map(TIERS.index)
    assert (steps < 0).sum() >= 3
    assert (steps > 0).sum() >= 2


def test_every_basis_occurs(tiers: pd.DataFrame) -> None:
    assert set(tiers["basis"].dropna()) == {"measured", "assumed", "stated", "complaint"}


def test_a_vip_slides_from_loyal_to_complaining(ask: Ask, tiers: pd.DataFrame) -> None:
    assert tiers.loc[SLIDING, "segment"] == "vip"
    days = ("2026-05-31", "2026-08-23", "2026-10-20", "2026-11-15")
    assert [_tier(ask, SLIDING, day) for day in days] == [
        "loyal",
        "satisfied",
        "basic",
        "complaining",
    ]


def test_an_open_complaint_decides_on_the_vip(tiers: pd.DataFrame) -> None:
    assert tiers.loc[SLIDING, "basis"] == "complaint"
    assert tiers.loc[SLIDING, "deciding_reason"] in {"major", "overdue"}


def test_two_deliveries_to_the_vip_were_late(company: duckdb.DuckDBPyConnection) -> None:
    late = company.execute(
        "select count(*) from tickets where client_id = $client and ticket_id like 'T-STORY-%'"
        " and kind = 'delivery' and resolved_at > first_promised_at",
        {"client": SLIDING},
    ).fetchall()
    assert late == [(2,)]


def test_a_client_is_won_back_after_its_complaint_was_handled(ask: Ask) -> None:
    days = ("2026-01-31", "2026-03-31", "2026-08-23", "2026-11-15")
    assert [_tier(ask, RECOVERED, day) for day in days] == [
        "loyal",
        "complaining",
        "satisfied",
        "loyal",
    ]


def test_every_step_was_taken_for_the_client_won_back(company: duckdb.DuckDBPyConnection) -> None:
    steps = company.execute(
        "select count(distinct step) from complaint_steps where complaint_id = 'Q-STORY-1'"
    ).fetchall()
    assert steps == [(9,)]


def test_complaints_surge_after_the_release(ask: Ask) -> None:
    weeks = ask("complaints/flow_by_week", "2026-06-01", "2026-11-15").set_index("week")["received"]
    in_surge = weeks.index.to_series().between("2026-09-07", "2026-09-28")
    assert weeks[in_surge].mean() > 2 * weeks[~in_surge].mean()


def test_the_release_is_recorded(company: duckdb.DuckDBPyConnection) -> None:
    found = company.execute(
        "select count(*) from events where happened_on = date '2026-09-07' and label ^@ 'Release'"
    ).fetchall()
    assert found == [(1,)]


def test_complaints_of_the_surge_are_technical(ask: Ask) -> None:
    causes = ask("complaints/causes", "2026-09-08", "2026-10-02")
    assert causes["cause"].iloc[0] == "technical"
    assert causes["share"].iloc[0] > 0.35


def test_the_western_region_answers_slower_since_june(company: duckdb.DuckDBPyConnection) -> None:
    slower = company.execute("""
        select
            median(hours) filter (region = 'West 西部' and is_late)
            / median(hours) filter (region = 'West 西部' and not is_late),
            median(hours) filter (region <> 'West 西部' and is_late)
            / median(hours) filter (region <> 'West 西部' and not is_late)
        from (
            select
                region,
                date_diff('minute', opened_at, first_response_at) / 60.0 as hours,
                opened_at > '2026-08-01' as is_late
            from tickets join clients using (client_id)
            where kind = 'fault'
        )
        """).fetchall()
    west, others = slower[0]
    assert west > 1.8
    assert 0.8 < others < 1.25


def test_clients_of_the_western_region_feel_it(
    ask: Ask, company: duckdb.DuckDBPyConnection
) -> None:
    rows = company.execute("select client_id from clients where region = 'West 西部'").fetchall()
    west = [client for (client,) in rows]
    before = _responsiveness(ask, west, "2026-01-01", "2026-05-31")
    assert _responsiveness(ask, west, "2026-09-01", "2026-11-15") < before - 0.5


def _responsiveness(ask: Ask, clients: list[str], since: str, until: str) -> float:
    gaps = ask("satisfaction/gaps_by_dimension", since, until, client_ids=clients)
    by_dimension = dict(zip(gaps["dimension"], gaps["expectation_gap"], strict=True))
    return float(by_dimension["responsiveness"])


def test_expectations_creep_up_while_service_stays_level(ask: Ask) -> None:
    drift = ask(
        "satisfaction/drift",
        "2026-06-01",
        "2026-11-15",
        previous_since=date(2025, 6, 1),
        previous_until=date(2025, 11, 15),
    )
    overall = drift[drift["dimension"] == "overall"].to_dict("records")[0]
    assert overall["expected_change"] > 0.3
    assert abs(overall["perceived_change"]) < 0.2


def test_silent_clients_are_unheard(tiers: pd.DataFrame) -> None:
    unheard = tiers.index[tiers["tier"].isna()]
    assert {f"C{number + 1:04}" for number in SILENT if number < len(tiers)} <= set(unheard)
    assert 3 <= len(unheard) <= 5


def test_three_clients_left_and_say_why(company: duckdb.DuckDBPyConnection) -> None:
    left = company.execute(
        "select distinct left_because from clients where left_on is not null order by all"
    ).fetchall()
    assert left == [("price",), ("competitor",), ("neglect",)]


def test_dimensions_differ(ask: Ask) -> None:
    answer = ask("satisfaction/gaps_by_dimension", *PERIOD)
    gaps = dict(zip(answer["dimension"], answer["expectation_gap"], strict=True))
    assert gaps["tangibles"] > gaps["reliability"] + 0.5
