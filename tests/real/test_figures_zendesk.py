"""Our clocks beside those of the exporter: Zendesk gives calendar and business minutes itself."""

from zoneinfo import ZoneInfo

import duckdb
import pandas as pd
import pytest

from data import settings as company
from queries.statistics import clock
from tests.real.asking import ask, figures
from tests.real.importing import SETTINGS, raw

pytestmark = pytest.mark.real
INDIA = ZoneInfo("Asia/Kolkata")
FRIDAY = 4
EARLY_FRIDAYS = (
    pd.Timestamp("2023-05-19 14:36", tz=INDIA),
    pd.Timestamp("2023-05-22 11:34", tz=INDIA),
)
"""The exporter's Fridays ended at 18:00 in tickets solved between these two moments."""


@pytest.fixture(scope="module")
def solved(real: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Solved tickets: opened and ended (times in India), minutes of the exporter's and of ours."""
    rows = raw("zendesk_tickets").query("`Solved at` != '1900-01-01 00:00:00'").set_index("Id")
    theirs = pd.DataFrame(
        {
            "opened": pd.to_datetime(rows["Created at"]).dt.tz_localize(INDIA),
            "ended": pd.to_datetime(rows["Solved at"]).dt.tz_localize(INDIA),
            "full": pd.to_numeric(rows["Full resolution time in minutes"]),
            "business": pd.to_numeric(
                rows["Full resolution time in minutes within business hours"]
            ),
        }
    )
    sql = """
        select
            replace(ticket_id, 'zendesk ', '') as "Id",
            60 * resolution_hours as our_full,
            60 * working_resolution_hours as our_business
        from marts.ticket_times
        where client_id like 'zendesk %' and resolved_at is not null
    """
    return theirs.join(real.cursor().execute(sql).df().set_index("Id"), how="outer")


def test_every_ticket_is_there_and_2067_are_not_solved_in_1900(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = raw("zendesk_tickets")
    sql = """
        select
            count(*),
            count(distinct client_id),
            count(*) filter (where resolved_at is null),
            count(*) filter (where reopened_count > 0),
            sum(reopened_count)::bigint,
            count(first_response_at)
        from tickets where client_id like 'zendesk %'
    """
    reopened = rows["Reopens"].astype(int)
    assert figures(real, sql) == (
        16_476,
        6764,
        2067,
        (reopened > 0).sum(),
        reopened.sum(),
        0,
    )


def test_one_in_seven_of_those_invited_gave_a_score(real: duckdb.DuckDBPyConnection) -> None:
    sql = """
        select
            (select count(*) from invitations where client_id like 'zendesk %'),
            count(*),
            sum(perceived)::bigint
        from answers where indicator_id = 'zendesk score'
    """
    scores = raw("zendesk_tickets")["Satisfaction Score"]
    given = pd.to_numeric(scores[scores.isin(list("12345"))])
    assert figures(real, sql) == (5453, len(given), given.sum())
    assert len(given) == 813
    rates = ask(real, "satisfaction/response_rates", "2022-01-01", "2023-12-31", source="zendesk")
    (sent,) = rates[rates["invitation_count"] > 0].to_dict("records")
    assert (sent["invitation_count"], sent["answered_count"]) == (5453, 813)


def test_the_index_of_each_month_is_the_mean_of_its_scores(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = raw("zendesk_tickets")
    given = rows[rows["Satisfaction Score"].isin(list("12345"))]
    solved = pd.to_datetime(given["Solved at"]).dt.tz_localize(INDIA).dt.tz_convert("UTC")
    months = solved.dt.tz_localize(None).dt.to_period("M").dt.start_time
    expected = 100 * (given["Satisfaction Score"].astype(int).groupby(months).mean() - 1) / 4
    found = ask(real, "satisfaction/index_by_month", "2022-01-01", "2023-12-31", source="zendesk")
    indexes = found.set_index("month")["satisfaction_index"]
    assert len(expected) > 2
    assert indexes.to_dict() == pytest.approx(expected.to_dict())


def test_tickets_open_at_the_end_of_a_day_are_those_of_the_file(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = raw("zendesk_tickets")
    ended = pd.to_datetime(rows["Solved at"]).dt.tz_localize(INDIA)
    day_over = pd.Timestamp("2023-06-01", tz="UTC")
    is_open = (ended.dt.year == 1900) | (ended >= day_over)
    answer = ask(real, "service/open_tickets", "2023-05-01", "2023-05-31", source="zendesk")
    assert len(answer) == is_open.sum()
    assert set(answer["state"]) == {"running"}


def test_calendar_minutes_are_the_exporter_s(solved: pd.DataFrame) -> None:
    apart = (solved["our_full"] - solved["full"]).round(6)
    assert len(apart) == 14_409
    assert apart.abs().max() <= 1
    assert (apart == 0).sum() == 11_375


def test_working_minutes_are_the_exporter_s_but_for_three_odd_days(solved: pd.DataFrame) -> None:
    apart = (solved["our_business"] - solved["business"]).round(6)
    assert (apart == 0).sum() == 9486
    assert (apart.abs() <= 1).sum() == 14_177
    others = solved[apart.abs() > 1]
    assert len(others) == 232
    assert others["ended"].between(*EARLY_FRIDAYS).all()


def test_with_fridays_until_six_those_days_agree_as_well(solved: pd.DataFrame) -> None:
    windows = {weekday: [("09:00", "21:00")] for weekday in range(7)}
    windows[FRIDAY] = [("09:00", "18:00")]
    calendar = clock.Calendar(windows, time_zone=INDIA.key)
    rows = solved[solved["ended"].between(*EARLY_FRIDAYS)]
    columns = (rows[name].tolist() for name in ("opened", "ended", "business"))
    for opened, ended, minutes in zip(*columns, strict=True):
        hours = clock.working_hours(opened, ended, calendar)
        assert 60 * hours == pytest.approx(minutes, abs=1.0001)
    assert len(rows) == 360


@pytest.mark.usefixtures("brought")
def test_the_calendar_of_the_settings_is_the_one_that_fits() -> None:
    calendar = company.load(SETTINGS).calendars["zendesk"]
    windows = set(calendar.windows.model_dump().values())
    assert (calendar.time_zone, windows) == (INDIA.key, {(("09:00", "21:00"),)})
