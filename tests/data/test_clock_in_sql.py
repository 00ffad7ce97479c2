"""The SQL clock of all tickets, the clock of one case and every single minute agree."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import HealthCheck
from hypothesis import given as each
from hypothesis import settings as run
from hypothesis import strategies as st

from data import settings as company
from data import warehouse
from queries.statistics.clock import working_hours
from tests.conftest import IMPORTED_AT, Given
from tests.data.minutes import DAYS_AROUND, MINUTE, Pause, Place, counted, places

SETTINGS = company.load(company.DEFAULT_FILE)
HOUR = timedelta(hours=1)
QUARTER = timedelta(minutes=15)
MICROSECOND = timedelta(microseconds=1)
DAY = timedelta(days=1)


class Ticket(NamedTuple):
    opened_at: datetime
    first_response_at: datetime | None
    resolved_at: datetime | None
    pauses: list[Pause]


class Case(NamedTuple):
    """A calendar, its tickets, and the moment of the last import."""

    place: Place
    tickets: list[Ticket]
    imported_at: datetime


def _times(first: int, last: int, unit: timedelta) -> st.SearchStrategy[timedelta]:
    """So many days, to the quarter of an hour (where windows begin and end) or to the unit."""
    quarters = st.integers(96 * first, 96 * last).map(lambda count: count * QUARTER)
    return quarters | st.integers(first * DAY // unit, last * DAY // unit).map(
        lambda count: count * unit
    )


@st.composite
def _tickets(draw: st.DrawFn, place: Place, unit: timedelta) -> Ticket:
    def after(moment: datetime, days: int) -> datetime | None:
        length = draw(st.none() | _times(0, days, unit))
        return None if length is None else moment + length

    opened = place.moment + draw(_times(-DAYS_AROUND, 1, unit))
    paused = draw(st.sets(_times(-1, 4, unit), max_size=4))
    return Ticket(
        opened,
        after(opened, 5),
        after(opened, 5),
        [(opened + since, after(opened + since, 2)) for since in sorted(paused)],
    )


@st.composite
def cases(draw: st.DrawFn, unit: timedelta) -> Case:
    """Tickets around a change of the clock; some of what happens to them is not known yet."""
    place = draw(places())
    tickets = draw(st.lists(_tickets(place, unit), min_size=3, max_size=6))
    moments = _times(0, DAYS_AROUND, unit).map(lambda since: place.moment + since)
    happened = [moment for ticket in tickets for moment in ticket[:3] if moment is not None]
    return Case(place, tickets, draw(moments | moments | st.sampled_from(happened)))


def warehouse_of(case: Case) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    made = SETTINGS.model_copy(
        update={"calendars": {**SETTINGS.calendars, "odd": case.place.calendar}}
    )
    warehouse.prepare(con, made)
    con.execute(
        "insert into clients (client_id, client_name, segment, side, calendar) "
        "values ('C', 'C', 'vip', 'external', 'odd')"
    )
    for number, ticket in enumerate(case.tickets):
        con.execute(
            "insert into tickets (ticket_id, client_id, kind, severity, opened_at, "
            "first_response_at, resolved_at) values ($id, 'C', 'fault', 'minor', $o, $f, $r)",
            {"id": str(number), "o": ticket[0], "f": ticket[1], "r": ticket[2]},
        )
        for paused, resumed in ticket.pauses:
            con.execute(
                "insert into pauses values ($id, $paused, $resumed)",
                {"id": str(number), "paused": paused, "resumed": resumed},
            )
    con.execute(
        "insert into imports values ('i', $at, 'f', 's', 't', 0, 0, 0, 0, 0, null)",
        {"at": case.imported_at},
    )
    warehouse.refresh_marts(con, made)
    return con


def known(moment: datetime | None, at: datetime) -> datetime | None:
    return moment if moment is not None and moment < at else None


Told = dict[tuple[str, str], float]
SAID = """
select ticket_id, 'first response' as clock, working_first_response_hours as hours
from marts.ticket_times
where first_response_at is not null
union all
select ticket_id, 'resolution' as clock, working_resolution_hours as hours
from marts.ticket_times
where resolved_at is not null
union all
select ticket_id, 'age' as clock, working_age_hours as hours
from marts.open_tickets_at($as_of, null)
"""


def asked(con: duckdb.DuckDBPyConnection, as_of: date) -> Told:
    """Hours of the marts by ticket and clock: both clocks, and the age at the end of the day."""
    rows = con.execute(SAID, {"as_of": as_of}).fetchall()
    return {(ticket, clock): hours for ticket, clock, hours in rows}


def periods(case: Case, as_of: date) -> Iterator[tuple[str, str, datetime, datetime, list[Pause]]]:
    """Ticket, clock, beginning and end of what is to be measured."""
    zone = ZoneInfo(SETTINGS.time_zone)
    midnight = datetime.combine(as_of + DAY, datetime.min.time(), zone).astimezone(UTC)
    moment = min(midnight, case.imported_at)
    for number, ticket in enumerate(case.tickets):
        if ticket.opened_at >= case.imported_at:
            continue
        answered = known(ticket.first_response_at, case.imported_at)
        resolved = known(ticket.resolved_at, case.imported_at)
        if answered:
            yield str(number), "first response", ticket.opened_at, answered, ticket.pauses
        if resolved:
            yield str(number), "resolution", ticket.opened_at, resolved, ticket.pauses
        if ticket.opened_at < moment and not known(resolved, moment):
            yield str(number), "age", ticket.opened_at, moment, ticket.pauses


def by_one_case(case: Case, as_of: date) -> Told:
    around = case.place.around.year
    calendar = case.place.calendar.between(around - 1, around + 1)
    return {
        (ticket, clock): working_hours(start, end, calendar, pauses)
        for ticket, clock, start, end, pauses in periods(case, as_of)
    }


def by_minutes(case: Case, as_of: date) -> Told:
    return {
        (ticket, clock): counted(case.place.calendar, start, end, pauses) * MINUTE / HOUR
        for ticket, clock, start, end, pauses in periods(case, as_of)
    }


days_before = st.integers(0, 3)
often = run(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


@often
@each(cases(MINUTE), days_before)
def test_three_clocks_agree_to_the_minute(case: Case, before: int) -> None:
    as_of = case.imported_at.astimezone(ZoneInfo(SETTINGS.time_zone)).date() - before * DAY
    with closing(warehouse_of(case)) as con:
        told = asked(con, as_of)
    assert told == pytest.approx(by_minutes(case, as_of), abs=1e-9)
    assert told == pytest.approx(by_one_case(case, as_of), abs=1e-9)


@often
@each(cases(MICROSECOND))
def test_two_clocks_agree_to_the_microsecond(case: Case) -> None:
    as_of = case.imported_at.astimezone(ZoneInfo(SETTINGS.time_zone)).date()
    with closing(warehouse_of(case)) as con:
        told = asked(con, as_of)
    assert told == pytest.approx(by_one_case(case, as_of), abs=1e-10)


@pytest.mark.parametrize(
    ("calendar", "opened_at", "resolved_at", "hours"),
    [
        ("standard", "2026-10-09 17:00", "2026-10-12 10:00", 2),
        ("china", "2026-10-09 17:00", "2026-10-12 10:00", 10),  # Saturday 10 October is worked
        ("china", "2026-09-30 17:00", "2026-10-08 10:00", 2),  # the week of National Day
        ("hong_kong", "2026-09-30 17:00", "2026-10-02 10:00", 2),
        ("always", "2026-09-30 17:00", "2026-10-08 10:00", 185),
        ("standard", "2026-11-07 10:00", "2026-11-08 15:00", 0),  # Saturday to Sunday
        ("lost", "2026-11-06 17:00", "2026-11-09 10:00", 2),  # unknown: as by standard
    ],
)
def test_each_client_is_measured_by_its_own_calendar(
    con: duckdb.DuckDBPyConnection,
    given: Given,
    calendar: str,
    opened_at: str,
    resolved_at: str,
    hours: float,
) -> None:
    given("clients", {"client_id": "C", "calendar": calendar})
    given(
        "tickets",
        {"ticket_id": "T", "client_id": "C", "opened_at": opened_at, "resolved_at": resolved_at},
    )
    given("imports", {"imported_at": IMPORTED_AT})
    warehouse.refresh_marts(con, SETTINGS)
    assert con.sql("select working_resolution_hours from marts.ticket_times").fetchall() == [
        (hours,)
    ]


def test_what_happens_at_the_very_moment_of_the_import_is_not_known_yet(
    con: duckdb.DuckDBPyConnection, given: Given
) -> None:
    now = {"first_response_at": IMPORTED_AT, "resolved_at": IMPORTED_AT}
    given("tickets", {"ticket_id": "T", "client_id": "C", "opened_at": "2026-11-13 09:00", **now})
    given("tickets", {"ticket_id": "U", "client_id": "C", "opened_at": IMPORTED_AT})
    given("pauses", {"ticket_id": "T", "paused_at": IMPORTED_AT})
    given("imports", {"imported_at": IMPORTED_AT})
    warehouse.refresh_marts(con, SETTINGS)
    assert asked(con, date(2026, 11, 15)) == {("T", "age"): 8}
    assert states(con) == [("running",)]


def test_pauses_count_once_and_one_that_ends_after_the_import_is_open(
    con: duckdb.DuckDBPyConnection, given: Given
) -> None:
    given("tickets", {"ticket_id": "T", "client_id": "C", "opened_at": "2026-11-13 09:00"})
    for span in (("10:00", "12:00"), ("10:15", "10:30"), ("10:45", "11:00")):
        pause = {"paused_at": f"2026-11-13 {span[0]}", "resumed_at": f"2026-11-13 {span[1]}"}
        given("pauses", {"ticket_id": "T", **pause})
    open_pause = {"paused_at": "2026-11-13 14:00", "resumed_at": "2026-11-15 20:30"}
    given("pauses", {"ticket_id": "T", **open_pause})
    given("imports", {"imported_at": IMPORTED_AT})
    warehouse.refresh_marts(con, SETTINGS)
    assert asked(con, date(2026, 11, 15)) == {("T", "age"): 2}
    assert states(con) == [("paused",)]


def states(con: duckdb.DuckDBPyConnection) -> list[tuple[str]]:
    return con.sql("select state from marts.open_tickets_at(date '2026-11-15', null)").fetchall()
