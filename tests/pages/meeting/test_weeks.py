"""Which days a named week has, on companies of one record: parts, ends of years, wrong names."""

from datetime import date
from typing import Any

import pytest

from data.settings import Settings
from pages.meeting import weeks
from pages.shared import access
from pages.shared.access import Reader
from pages.shared.filters import View
from pages.shared.filters.choice import Choice
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import imported_on as import_on
from tests.pages.meeting.spoken import spoken
from tests.pages.opened import answers

SOME_DAY = date(2026, 1, 1)


def days(view: View) -> tuple[str, ...]:
    """The days of the week and of the one it stands against."""
    ends = (view.since, view.until, view.previous_since, view.previous_until)
    return tuple(f"{day:%m-%d}" for day in ends)


def of(name: str | None, reader: Reader = access.EVERYONE, **chosen: Any) -> View:
    choice = Choice(SOME_DAY, SOME_DAY, **chosen) if chosen else None
    with spoken(reader=reader):
        return weeks.of(name, choice)


def known(company: Company, settings: Settings, imported_on: str, newest: str = "") -> None:
    """A company imported at eight in the evening, whose newest record is of the day or earlier."""
    company(**answers("A", answered_at=f"{newest or imported_on} 12:00:00+08"))
    import_on(imported_on, settings)


@pytest.mark.parametrize(
    ("imported_on", "name", "shown"),
    [
        ("2026-11-15", None, ("11-09", "11-15", "11-02", "11-08")),  # Sunday: this week is over
        ("2026-11-11", None, ("11-02", "11-08", "10-26", "11-01")),  # Wednesday: the one before
        ("2026-11-11", "2026-W46", ("11-09", "11-11", "11-02", "11-04")),  # the same weekdays
        ("2026-06-03", "2026-W23", ("06-01", "06-03", "05-25", "05-27")),  # 1 June is a Monday
        ("2026-01-01", "2026-W01", ("12-29", "01-01", "12-22", "12-25")),
        ("2021-01-02", "2020-W53", ("12-28", "01-02", "12-21", "12-26")),
        ("2024-02-29", "2024-W09", ("02-26", "02-29", "02-19", "02-22")),
        ("2026-11-11", "2026-W48", ("11-23", "11-29", "11-16", "11-22")),  # lies ahead
        ("2026-11-11", "2020-W53", ("12-28", "01-03", "12-21", "12-27")),
        ("2026-11-11", "2026-w45", ("11-02", "11-08", "10-26", "11-01")),
    ],
)
def test_a_week_ends_with_its_sunday_or_with_the_last_import(
    company: Company, settings: Settings, imported_on: str, name: str | None, shown: tuple[str, ...]
) -> None:
    known(company, settings, imported_on)
    assert days(of(name)) == shown


@pytest.mark.parametrize(
    ("imported_on", "newest", "since"),
    [
        ("2026-11-15", "2026-11-13", "11-09"),  # nobody works at the weekend
        ("2026-11-16", "2026-11-13", "11-09"),
        ("2026-11-14", "2026-11-13", "11-02"),  # Saturday: the week may still bring some
        ("2026-11-16", "2026-11-12", "11-02"),  # the records end within the week
        ("2026-12-20", "2026-11-13", "11-09"),  # weeks without any record are not the usual one
    ],
)
def test_the_usual_week_is_the_last_whole_one_of_the_data(
    company: Company, settings: Settings, imported_on: str, newest: str, since: str
) -> None:
    known(company, settings, imported_on, newest)
    assert days(of(None))[0] == since


@pytest.mark.parametrize(
    "name", ["2026-W54", "2025-W53", "2026-W00", "2026-46", "x", "", "٢٠٢٦-W٤٦"]
)
def test_a_week_that_does_not_exist_is_said_and_the_usual_one_shown(
    company: Company, name: str
) -> None:
    company(**answers("A"))
    with spoken():
        told = weeks.problem(name)
    assert told is not None
    assert "the last whole week is shown" in told
    assert of(name) == of(None)


@pytest.mark.parametrize("name", ["0001-W01", "1899-W52", "2200-W01", "9999-W52"])
def test_weeks_beyond_the_calendar_are_refused_like_wrong_ones(company: Company, name: str) -> None:
    company(**answers("A"))
    assert of(name) == of(None)


def test_a_week_is_named_by_the_year_of_its_thursday(company: Company) -> None:
    company(**answers("A"))
    with spoken():
        names = [weeks.text(weeks.of(name)) for name in ("2026-W01", "2020-W53", "2025-W01")]
    assert names == ["2026-W01", "2020-W53", "2025-W01"]


def test_weeks_around_are_those_that_the_records_reach(
    company: Company, settings: Settings
) -> None:
    known(company, settings, "2026-01-07", "2025-12-24")
    with spoken():
        assert weeks.offered() == ["2026-W02", "2026-W01", "2025-W52"]
        now = weeks.of("2026-W01")
        assert (weeks.earlier(now), weeks.later(now)) == ("2025-W52", "2026-W02")
        assert weeks.earlier(weeks.of("2025-W52")) is None
        assert weeks.later(weeks.of("2026-W02")) is None
        assert weeks.is_part(weeks.of("2026-W02"))
        assert not weeks.is_part(now)
        assert weeks.is_ahead(weeks.of("2026-W03"))


def test_the_clients_of_the_choice_are_kept_and_its_period_is_not(company: Company) -> None:
    company(**answers("A", "B"))
    view = of("2026-W45", clients=("B",))
    assert view.client_ids == view.clients == ("B",)
    assert view.client_names == ("B",)
    assert view.since == date(2026, 11, 2)
    assert of("2026-W45", clients=("nobody",)).client_ids == ()


def test_a_reader_chooses_among_own_clients_alone(company: Company) -> None:
    company(**answers("A", "B"))
    assert of("2026-W45", Reader("Li", ("A",)), clients=("A", "B")).client_ids == ("A",)


def test_periods_around_a_week_adjoin_it(company: Company, settings: Settings) -> None:
    known(company, settings, "2026-11-11")
    with spoken():
        now = weeks.of("2026-W46")
        assert days(weeks.before(now, 12)) == ("08-17", "11-08", "05-25", "08-16")
        assert days(weeks.longer(now, 12)) == ("08-24", "11-11", "06-01", "08-19")
        assert weeks.months(now, 12).since == date(2025, 12, 1)


def test_an_empty_warehouse_has_a_usual_week(company: Company) -> None:
    company()
    with spoken():
        view = weeks.of(None)
        assert view.since.weekday() == 0
        assert view.until.weekday() == 6
        assert not weeks.is_ahead(view)
