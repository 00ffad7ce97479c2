"""Due dates of open-source projects: kept and late as the file itself counts its days of delay."""

import duckdb
import pandas as pd
import pytest

from tests.real.asking import ask, figures
from tests.real.importing import raw

pytestmark = pytest.mark.real
ALL = ("2004-01-01", "2015-12-31")
KINDS = {
    "Bug": "fault",
    "Epic": "requirement",
    "Improvement": "requirement",
    "New Feature": "requirement",
    "Story": "requirement",
}
OUTCOMES = ["kept", "broken", "overdue"]


def due_issues() -> pd.DataFrame:
    """Issues with a due date: kind; due, created, resolved (days of UTC); delay (days)."""
    rows = raw("jira_due_dates").query("due_date != ''")
    return pd.DataFrame(
        {
            "kind": rows["type"].map(KINDS).fillna("delivery"),
            "due": pd.to_datetime(rows["due_date"]),
            "created": day_in_utc(rows["created"]),
            "resolved": day_in_utc(rows["resolved"]),
            "delay": pd.to_numeric(rows["delay_vs_due_days"]),
        }
    )


def day_in_utc(column: pd.Series) -> pd.Series:
    moments = pd.to_datetime(column.mask(column == ""), utc=True, format="ISO8601")
    return moments.dt.tz_localize(None).dt.normalize()


def outcomes_at(until: str) -> pd.DataFrame:
    """Promises kept, broken and overdue at the end of a day, by month of the due date and kind."""
    rows, last = due_issues(), pd.Timestamp(until)
    rows = rows[(rows["created"] <= last) & (rows["due"] <= last)]
    is_done = rows["resolved"] <= last
    outcome = pd.DataFrame(
        {
            "kept": is_done & (rows["delay"] <= 0),
            "broken": is_done & (rows["delay"] > 0),
            "overdue": ~is_done,
        }
    )
    months = rows["due"].dt.to_period("M").dt.start_time
    return outcome.groupby([months, rows["kind"]]).sum()


def test_434_were_due_396_are_resolved_and_259_of_them_late(
    real: duckdb.DuckDBPyConnection,
) -> None:
    assert figures(
        real,
        """
        select
            count(*),
            count(resolved_at),
            count(*) filter (where resolved_at > promised_at),
            count(*) filter (where promised_at < opened_at)
        from tickets
        where client_id like 'jira %' and promised_at is not null
        """,
    ) == (434, 396, 259, 7)


@pytest.mark.usefixtures("brought")
def test_the_file_counts_its_delays_in_utc() -> None:
    rows = due_issues()
    delays = (rows["resolved"] - rows["due"]).dt.days.dropna()
    assert delays.to_dict() == rows["delay"].dropna().to_dict()
    assert ((delays > 0).sum(), delays.median()) == (259, 5)


@pytest.mark.parametrize("until", ["2012-12-31", "2014-06-30", "2015-12-31"])
def test_promises_are_kept_broken_and_overdue_as_the_file_says(
    real: duckdb.DuckDBPyConnection, until: str
) -> None:
    answer = ask(real, "service/promises_by_month", ALL[0], until, source="jira")
    expected = outcomes_at(until)
    found = answer.set_index(["month", "kind"])
    assert found[OUTCOMES].to_dict("index") == expected.to_dict("index")
    shares = expected["kept"] / expected.sum(axis="columns")
    assert found["kept_share"].to_dict() == pytest.approx(shares.to_dict())
    assert found["moved"].sum() == 0


def test_in_the_end_137_are_kept_259_broken_and_38_overdue(
    real: duckdb.DuckDBPyConnection,
) -> None:
    answer = ask(real, "service/promises_by_month", *ALL, source="jira")
    assert answer[OUTCOMES].sum().to_dict() == {"kept": 137, "broken": 259, "overdue": 38}
