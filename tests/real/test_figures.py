"""The figures that four public sources are known for.

pandas works them out once more from the raw files, without mapping and importer.
"""

from datetime import date

import duckdb
import pandas as pd
import pytest

import queries
from data import settings as company
from tests.real.importing import raw

pytestmark = pytest.mark.real
SERVQUAL_GAPS = {
    "reliability": -0.52,
    "tangibles": -0.52,
    "responsiveness": -0.49,
    "assurance": -0.46,
    "empathy": -0.30,
}


def ask(real: duckdb.DuckDBPyConnection, name: str, since: str, until: str) -> pd.DataFrame:
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    return queries.run(real, name, company.load(), since=first, until=last)


def figures(real: duckdb.DuckDBPyConnection, sql: str) -> tuple[int, ...]:
    (row,) = real.cursor().execute(sql).fetchall()
    found: tuple[int, ...] = row
    return found


def test_helpdesk_events_become_cases(real: duckdb.DuckDBPyConnection) -> None:
    events = raw("italian_helpdesk")
    events["at"] = pd.to_datetime(events["Complete Timestamp"], format="%Y/%m/%d %H:%M:%S.%f")
    by_activity = {name: rows.groupby("Case ID")["at"] for name, rows in events.groupby("Activity")}
    cases = pd.DataFrame(
        {
            "opened": events.groupby("Case ID")["at"].min(),
            "taken": by_activity["Take in charge ticket"].min(),
            "upgraded": by_activity["Require upgrade"].size(),
            "resolved": by_activity["Resolve ticket"].size(),
        }
    )
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
        (cases["resolved"] > 1).sum(),
        11,
        cases["taken"].count(),
        round(waited),
    )
    assert (cases["upgraded"].count(), (cases["resolved"] > 1).sum()) == (102, 386)


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


def test_complaints_are_received_kept_and_broken_as_the_file_says(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = raw("cfpb_complaints")
    in_progress = rows["Company response to consumer"] == "In progress"
    timely = rows["Timely response?"].str.lower().isin(["yes", "true"])
    assert figures(
        real,
        """
        select
            count(*),
            count(distinct client_id),
            count(*) filter (where resolved_at <= promised_at),
            count(*) filter (where resolved_at > promised_at),
            count(*) filter (where resolved_at is null),
            count(*) filter (where reopened_count = 1)
        from complaints
        """,
    ) == (
        5245,
        rows["Company"].str.lower().str.replace("[^a-z0-9]", "", regex=True).nunique(),
        (timely & ~in_progress).sum(),
        (~timely & ~in_progress).sum(),
        in_progress.sum(),
        (rows["Consumer disputed?"] == "Yes").sum(),
    )
    assert rows["Company"].nunique() == 746


def test_weeks_of_complaints_add_up_to_the_days_of_the_file(
    real: duckdb.DuckDBPyConnection,
) -> None:
    flow = ask(real, "complaints/flow_by_week", "2012-01-02", "2026-03-29").set_index("week")
    days = pd.to_datetime(raw("cfpb_complaints")["date_received_iso"])
    mondays = (days - pd.to_timedelta(days.dt.day_of_week, unit="D")).value_counts()
    assert flow["received"].loc[flow["received"] > 0].to_dict() == mondays.to_dict()
    assert flow["backlog"].iloc[-1] == 119


def test_three_ways_of_writing_a_date_are_read_alike(real: duckdb.DuckDBPyConnection) -> None:
    received = real.cursor().execute("select received_at::date as day from complaints").df()["day"]
    expected = pd.to_datetime(raw("cfpb_complaints")["date_received_iso"])
    assert received.value_counts().to_dict() == expected.value_counts().to_dict()


def test_the_five_gaps_are_those_published(real: duckdb.DuckDBPyConnection) -> None:
    gaps = ask(real, "satisfaction/gaps_by_dimension", "2022-03-30", "2022-04-30")
    on_its_own_scale = gaps.set_index("dimension")["expectation_gap"] * 4 / 10
    answers = raw("servqual_lab")
    computed = answers["gap"].astype(int).groupby(answers["dimension"].str.lower()).mean()
    assert on_its_own_scale.round(2).to_dict() == SERVQUAL_GAPS
    assert on_its_own_scale.to_dict() == pytest.approx(computed.to_dict())
    assert gaps["answer_count"].sum() == 3146
