"""Response times of two public sources: every figure as pandas has it from the raw file."""

import duckdb
import pandas as pd
import pytest

from tests.real.asking import Expected, ask, helpdesk_cases, times
from tests.real.importing import raw

pytestmark = pytest.mark.real
ALL = ("2010-01-01", "2026-10-31")


def answered(real: duckdb.DuckDBPyConnection, source: str) -> dict[str, Expected]:
    """The answer of `service/times` in calendar hours, by kind."""
    answer = ask(real, "service/times", *ALL, source=source).set_index("kind")
    names = times(*[pd.Series(dtype="datetime64[us]")] * 3)
    return {
        str(kind): {name: figures[name] for name in names} for kind, figures in answer.iterrows()
    }


def test_the_helpdesk_s_faults_and_requirements_took_as_long_as_its_events_say(
    real: duckdb.DuckDBPyConnection,
) -> None:
    cases = helpdesk_cases()
    kinds = cases["upgraded"].notna().map({True: "requirement", False: "fault"})
    expected = {
        kind: times(rows["opened"], rows["taken"], rows["resolved"])
        for kind, rows in cases.groupby(kinds)
    }
    found = answered(real, "helpdesk")
    assert found.keys() == expected.keys()
    for kind, figures in expected.items():
        assert found[kind] == pytest.approx(figures)


def test_incidents_took_as_long_as_their_rows_say(real: duckdb.DuckDBPyConnection) -> None:
    rows = raw("servicenow_incidents")
    opened, active = rows["opened_at"], rows["first_active_at"]
    ended = rows["resolved_at"].fillna(rows["closed_at"])
    expected = times(opened, active.mask(active < opened), ended)
    found = answered(real, "servicenow")
    assert found.keys() == {"fault"}
    assert found["fault"] == pytest.approx(expected)


def test_months_add_up_to_the_whole(real: duckdb.DuckDBPyConnection) -> None:
    by_month = ask(real, "service/times_by_month", *ALL, source="helpdesk")
    cases = helpdesk_cases()
    months = cases["opened"].dt.to_period("M").dt.start_time.value_counts()
    assert by_month.groupby("month")["ticket_count"].sum().to_dict() == months.to_dict()
    assert by_month["open_count"].sum() == cases["resolved"].isna().sum()
    assert by_month["first_response_count"].sum() == cases["taken"].count()
