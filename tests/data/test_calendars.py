"""Public holidays and make-up days of a country, and what a company says against them."""

from datetime import date
from typing import Any

import pytest

from data import settings, working_time
from data.calendars import Calendar, Windows

OFFICE = (("09:00", "12:00"), ("13:00", "18:00"))
WEEK = Windows(monday=OFFICE, tuesday=OFFICE, wednesday=OFFICE, thursday=OFFICE, friday=OFFICE)
NATIONAL_DAY = date(2026, 10, 1)
MADE_UP_FOR_IT = date(2026, 10, 10)  # a Saturday


def calendar(country: str, **parts: Any) -> Calendar:
    return Calendar(time_zone="Asia/Shanghai", country=country, windows=WEEK, **parts)


def days(made: working_time.Calendar, first: date, last: date) -> list[int]:
    return sorted({start.day for start, _end in working_time.spans(made, first, last)})


def test_chinas_national_day_is_off_and_made_up_for() -> None:
    made = calendar("CN").between(2026, 2026)
    assert days(made, date(2026, 9, 28), date(2026, 10, 11)) == [8, 9, 10, 28, 29, 30]


def test_a_companys_own_days_win_over_the_countrys() -> None:
    own = calendar("CN", working_days=(NATIONAL_DAY,), holidays=(MADE_UP_FOR_IT,))
    made = own.between(2026, 2026)
    assert days(made, NATIONAL_DAY, MADE_UP_FOR_IT) == [1, 8, 9]


def test_only_the_years_asked_for_are_worked_out() -> None:
    made = calendar("CN").between(2025, 2026)
    assert {day.year for day in (*made.holidays, *made.working_days)} == {2025, 2026}


def test_a_day_made_up_for_in_the_year_before_is_known() -> None:
    made = calendar("CN").between(2006, 2006)
    assert date(2006, 12, 30) in made.working_days


def test_a_holiday_observed_in_the_year_before_is_known() -> None:
    made = calendar("US").between(2021, 2021)
    assert date(2021, 12, 31) in made.holidays  # 1 January 2022 was a Saturday


@pytest.mark.parametrize(
    ("country", "subdivision", "day"),
    [
        ("HK", None, date(2026, 7, 1)),
        ("TW", None, date(2026, 2, 27)),  # for the 28th, a Saturday
        ("DE", None, date(2026, 10, 3)),
        ("DE", "BY", date(2026, 1, 6)),
    ],
)
def test_any_country_and_its_parts(country: str, subdivision: str | None, day: date) -> None:
    assert day in calendar(country, subdivision=subdivision).between(2026, 2026).holidays


def test_a_part_has_holidays_that_the_country_has_not() -> None:
    assert date(2026, 1, 6) not in calendar("DE").between(2026, 2026).holidays


def test_taiwan_has_make_up_days_too() -> None:
    assert date(2025, 2, 8) in calendar("TW").between(2025, 2025).working_days


def test_the_first_and_the_last_year_are_no_error() -> None:
    assert calendar("CN").between(1, 1).windows == calendar("CN").between(9999, 9999).windows


def test_the_delivered_calendars() -> None:
    made = settings.load(settings.DEFAULT_FILE).working_calendars(2026, 2026)
    assert list(made) == ["standard", "always", "china", "hong_kong", "taiwan"]
    assert [name for name, one in made.items() if NATIONAL_DAY in set(one.holidays)] == [
        "china",
        "hong_kong",
    ]
    assert made["standard"] == calendar("CN").model_copy(update={"country": None}).between(1, 1)
