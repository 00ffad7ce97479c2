"""The figures that three public sources are known for: cases, clients, places and gaps.

pandas works them out once more from the raw files, without mapping and importer.
"""

import duckdb
import pytest

from tests.real.asking import ask, figures, helpdesk_cases
from tests.real.importing import raw

pytestmark = pytest.mark.real
SERVQUAL_GAPS = {
    "reliability": -0.52,
    "tangibles": -0.52,
    "responsiveness": -0.49,
    "assurance": -0.46,
    "empathy": -0.30,
}


def test_helpdesk_events_become_cases(real: duckdb.DuckDBPyConnection) -> None:
    cases = helpdesk_cases()
    waited = (cases["taken"] - cases["opened"]).dt.total_seconds().sum()
    assert figures(
        real,
        """
        select
            count(*),
            count(distinct client_id),
            count(*) filter (where kind = 'requirement'),
            count(*) filter (where reopened_count > 0),
            count(*) filter (where resolved_at is null),
            count(first_response_at),
            round(sum(epoch(first_response_at) - epoch(opened_at)))::bigint
        from tickets where client_id like 'helpdesk %'
        """,
    ) == (
        4580,
        394,
        cases["upgraded"].count(),
        (cases["resolutions"] > 1).sum(),
        11,
        cases["taken"].count(),
        round(waited),
    )
    assert (cases["upgraded"].count(), (cases["resolutions"] > 1).sum()) == (102, 386)


def test_helpdesk_clients_on_the_fast_level_are_vip(real: duckdb.DuckDBPyConnection) -> None:
    first = raw("italian_helpdesk").drop_duplicates("Case ID")
    fast = (first["service_level"] == "Value 3").groupby(first["customer"]).mean() > 0.5
    sql = "select count(*) from clients where segment = 'vip' and client_id like 'helpdesk %'"
    assert figures(real, sql) == (fast.sum(),)


def test_incidents_keep_their_times_and_places(real: duckdb.DuckDBPyConnection) -> None:
    incidents = raw("servicenow_incidents")
    replies = incidents["first_active_at"] >= incidents["opened_at"]
    ended = incidents["resolved_at"].fillna(incidents["closed_at"])
    hours = (ended - incidents["opened_at"]).dt.total_seconds().sum() / 3600
    assert figures(
        real,
        """
        select
            count(*),
            count(distinct client_id),
            count(first_response_at),
            count(*) filter (where severity = 'critical'),
            round(sum(epoch(resolved_at) - epoch(opened_at)) / 3600)::bigint
        from tickets where client_id like 'servicenow %'
        """,
    ) == (
        24_918,
        incidents["location"].nunique() + 1,
        replies.sum(),
        incidents["priority"].str.startswith("1").sum(),
        round(hours),
    )


def test_the_five_gaps_are_those_published(real: duckdb.DuckDBPyConnection) -> None:
    gaps = ask(real, "satisfaction/gaps_by_dimension", "2022-03-30", "2022-04-30")
    on_its_own_scale = gaps.set_index("dimension")["expectation_gap"] * 4 / 10
    answers = raw("servqual_lab")
    computed = answers["gap"].astype(int).groupby(answers["dimension"].str.lower()).mean()
    assert on_its_own_scale.round(2).to_dict() == SERVQUAL_GAPS
    assert on_its_own_scale.to_dict() == pytest.approx(computed.to_dict())
    assert gaps["answer_count"].sum() == 3146
