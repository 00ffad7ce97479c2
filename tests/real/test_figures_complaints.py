"""What an authority's file of complaints is known for, worked out once more with pandas."""

import duckdb
import pandas as pd
import pytest

from tests.real.asking import ask, figures
from tests.real.importing import raw

pytestmark = pytest.mark.real
DAYS_TO_ANSWER = pd.Timedelta(days=15)
DAY = pd.Timedelta(days=1)
ALL = ("2011-12-01", "2026-10-31")


def complaints() -> pd.DataFrame:
    """One row per complaint: received, sent, due, resolved (days) and whether it was in time."""
    rows = raw("cfpb_complaints")
    received, sent = (
        pd.to_datetime(rows[column]) for column in ("date_received_iso", "date_sent_iso")
    )
    is_timely = rows["Timely response?"].str.lower().isin(["yes", "true"])
    due = sent + DAYS_TO_ANSWER
    resolved = due.where(is_timely, due + DAY)
    is_open = rows["Company response to consumer"] == "In progress"
    return pd.DataFrame(
        {
            "received": received,
            "sent": sent,
            "due": due,
            "resolved": resolved.mask(is_open),
            "is_timely": is_timely,
        }
    )


def test_complaints_are_received_kept_and_broken_as_the_file_says(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows, expected = raw("cfpb_complaints"), complaints()
    is_resolved = expected["resolved"].notna()
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
        (expected["is_timely"] & is_resolved).sum(),
        (~expected["is_timely"] & is_resolved).sum(),
        (~is_resolved).sum(),
        (rows["Consumer disputed?"] == "Yes").sum(),
    )
    assert rows["Company"].nunique() == 746


def test_weeks_of_complaints_add_up_to_the_days_of_the_file(
    real: duckdb.DuckDBPyConnection,
) -> None:
    flow = ask(real, "complaints/flow_by_week", "2012-01-02", "2026-03-29").set_index("week")
    days = complaints()["received"]
    mondays = (days - pd.to_timedelta(days.dt.day_of_week, unit="D")).value_counts()
    assert flow["received"].loc[flow["received"] > 0].to_dict() == mondays.to_dict()
    assert flow["backlog"].iloc[-1] == 119


def test_three_ways_of_writing_a_date_are_read_alike(real: duckdb.DuckDBPyConnection) -> None:
    received = real.cursor().execute("select received_at::date as day from complaints").df()["day"]
    assert received.value_counts().to_dict() == complaints()["received"].value_counts().to_dict()


def test_answers_in_time_are_promises_kept_month_by_month(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = complaints()
    is_resolved = rows["resolved"].notna()
    expected = pd.DataFrame(
        {
            "kept": is_resolved & rows["is_timely"],
            "broken": is_resolved & ~rows["is_timely"],
            "overdue": ~is_resolved,
        }
    )
    expected = expected.groupby(rows["due"].dt.to_period("M").dt.start_time).sum()
    answer = ask(real, "service/promises_by_month", *ALL, source="cfpb")
    assert set(answer["kind"]) == {"complaint"}
    found = answer.set_index("month")
    pd.testing.assert_frame_equal(
        found[["kept", "broken", "overdue"]],
        expected,
        check_names=False,
        check_dtype=False,
        check_index_type=False,
    )
    shares = expected["kept"] / expected.sum(axis="columns")
    assert found["kept_share"].to_dict() == pytest.approx(shares.to_dict())


def test_the_times_of_complaints_are_those_of_the_file(real: duckdb.DuckDBPyConnection) -> None:
    rows = complaints()
    hours = (rows["resolved"] - rows["received"]).dropna().dt.total_seconds() / 3600
    (found,) = ask(real, "complaints/times", *ALL).to_dict("records")
    assert (found["severity"], found["complaint_count"], found["open_count"]) == (
        "ordinary",
        len(rows),
        rows["resolved"].isna().sum(),
    )
    assert (found["resolution_hours_p50"], found["resolution_hours_p90"]) == pytest.approx(
        (hours.quantile(0.5), hours.quantile(0.9))
    )
    assert found["reopened_count"] == (raw("cfpb_complaints")["Consumer disputed?"] == "Yes").sum()


def test_every_complaint_was_sent_on_within_the_days_of_the_file(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = complaints()
    hours = (rows["sent"] - rows["received"]).dt.total_seconds() / 3600
    sql = """
        select
            count(done_at),
            count(*) filter (where hours < 0),
            quantile_cont(hours, 0.5),
            quantile_cont(hours, 0.9)
        from marts.step_times where step = 'escalated'
    """
    assert figures(real, sql) == (
        5245,
        (hours < 0).sum(),
        float(hours.median()),
        float(hours.quantile(0.9)),
    )


def test_ordinary_complaints_call_for_no_escalation_and_the_rest_is_not_in_the_file(
    real: duckdb.DuckDBPyConnection,
) -> None:
    steps = ask(real, "complaints/handling_steps", *ALL).set_index("step")
    assert steps["due_count"].to_dict() == {
        **dict.fromkeys(["listened", "restated", "apologised"], 5245),
        **dict.fromkeys(["measures_explained", "thanked"], 5245),
        **dict.fromkeys(["escalated", "report_sent", "appraised"], 0),
        "followed_up": complaints()["resolved"].count(),
    }
    assert steps["done_count"].sum() == 0
    assert steps["median_hours"].isna().all()
