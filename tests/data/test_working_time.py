"""A moment is worked when its wall clock, in the zone of the calendar, lies in a window."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as each
from hypothesis import settings as run

from data.working_time import Calendar, spans, worked
from tests.data.minutes import DAYS_AROUND, MINUTE, Place, counted, places

OFFICE = [("09:00", "12:00"), ("13:00", "18:00")]
WORKING_WEEK = dict.fromkeys(range(5), OFFICE)
DAY = timedelta(days=1)


def every_day(*windows: tuple[str, str], zone: str) -> Calendar:
    return Calendar(dict.fromkeys(range(7), windows), time_zone=zone)


def clocks(calendar: Calendar, first: date, last: date) -> list[tuple[str, str]]:
    """The stretches as local wall clocks with their offset."""
    zone = ZoneInfo(calendar.time_zone)
    return [
        (f"{start.astimezone(zone):%d %H:%M%z}", f"{end.astimezone(zone):%d %H:%M%z}")
        for start, end in spans(calendar, first, last)
    ]


def days(calendar: Calendar, first: date, last: date) -> list[int]:
    return sorted({start.day for start, _end in spans(calendar, first, last)})


def test_a_lunch_break_makes_two_stretches_a_day_and_the_weekend_none() -> None:
    friday, monday = date(2026, 11, 13), date(2026, 11, 16)
    assert list(spans(Calendar(WORKING_WEEK, time_zone="Asia/Shanghai"), friday, monday)) == [
        (datetime(2026, 11, 13, 1, tzinfo=UTC), datetime(2026, 11, 13, 4, tzinfo=UTC)),
        (datetime(2026, 11, 13, 5, tzinfo=UTC), datetime(2026, 11, 13, 10, tzinfo=UTC)),
        (datetime(2026, 11, 16, 1, tzinfo=UTC), datetime(2026, 11, 16, 4, tzinfo=UTC)),
        (datetime(2026, 11, 16, 5, tzinfo=UTC), datetime(2026, 11, 16, 10, tzinfo=UTC)),
    ]


def test_round_the_clock_is_one_stretch_also_over_changes_of_the_clock() -> None:
    always = every_day(("00:00", "24:00"), zone="Europe/Berlin")
    ((start, end),) = spans(always, date(2020, 1, 1), date(2025, 12, 31))
    assert start == datetime(2019, 12, 31, 23, tzinfo=UTC)
    assert end == datetime(2025, 12, 31, 23, tzinfo=UTC)


def test_a_night_is_one_stretch_though_written_as_two_windows() -> None:
    nights = every_day(("22:00", "24:00"), ("00:00", "06:00"), zone="UTC")
    assert clocks(nights, date(2026, 2, 27), date(2026, 2, 28)) == [
        ("27 00:00+0000", "27 06:00+0000"),
        ("27 22:00+0000", "28 06:00+0000"),
        ("28 22:00+0000", "01 00:00+0000"),
    ]


def test_a_window_that_ends_in_a_repeated_hour_is_worked_twice_up_to_there() -> None:
    calendar = every_day(("00:00", "01:30"), zone="America/New_York")
    assert clocks(calendar, date(2026, 11, 1), date(2026, 11, 1)) == [
        ("01 00:00-0400", "01 01:30-0400"),
        ("01 01:00-0500", "01 01:30-0500"),
    ]


def test_a_window_that_begins_when_the_clock_is_set_back_begins_once() -> None:
    calendar = every_day(("03:00", "04:00"), zone="Europe/Berlin")
    assert clocks(calendar, date(2026, 10, 25), date(2026, 10, 25)) == [
        ("25 03:00+0100", "25 04:00+0100")
    ]


def test_a_window_that_begins_in_a_skipped_hour_begins_after_it() -> None:
    calendar = every_day(("02:30", "04:00"), zone="Europe/Berlin")
    assert clocks(calendar, date(2026, 3, 29), date(2026, 3, 29)) == [
        ("29 03:00+0200", "29 04:00+0200")
    ]


def test_a_clock_set_back_over_midnight_gives_the_end_of_the_day_before_again() -> None:
    calendar = every_day(("23:00", "24:00"), zone="America/Sao_Paulo")
    assert clocks(calendar, date(2018, 2, 17), date(2018, 2, 17)) == [
        ("17 23:00-0200", "18 00:00-0300")
    ]


def test_a_day_that_a_country_skipped_is_not_worked() -> None:
    calendar = every_day(("09:00", "10:00"), zone="Pacific/Apia")
    assert clocks(calendar, date(2011, 12, 29), date(2011, 12, 31)) == [
        ("29 09:00-1000", "29 10:00-1000"),
        ("31 09:00+1400", "31 10:00+1400"),
    ]


def test_a_holiday_is_off_and_a_swapped_day_takes_mondays_windows() -> None:
    windows = {**WORKING_WEEK, 0: [("10:00", "11:00")]}
    friday, saturday = date(2026, 11, 13), date(2026, 11, 14)
    calendar = Calendar(windows, holidays=[friday], working_days=[saturday])
    assert clocks(calendar, friday, saturday) == [("14 10:00+0000", "14 11:00+0000")]


def test_a_day_both_off_and_worked_is_worked() -> None:
    day = date(2026, 11, 13)
    calendar = Calendar(WORKING_WEEK, holidays=[day], working_days=[day])
    assert days(calendar, day, day) == [13]


def test_29_february_is_a_day_like_any_other() -> None:
    calendar = Calendar(WORKING_WEEK, time_zone="Asia/Shanghai")
    assert days(calendar, date(2024, 2, 28), date(2024, 3, 1)) == [1, 28, 29]


def test_a_calendar_without_windows_has_no_work() -> None:
    assert list(spans(Calendar({}), date(2026, 1, 1), date(2026, 12, 31))) == []


def test_the_first_and_last_years_are_no_error() -> None:
    always = every_day(("00:00", "24:00"), zone="Pacific/Kiritimati")
    assert len(list(spans(always, date.min, date(2, 1, 1)))) == 1
    assert len(list(spans(always, date(9998, 1, 1), date.max))) == 1


def test_between_two_moments_stretches_are_cut_and_never_empty() -> None:
    nine, noon, one, two = (datetime(2026, 11, 13, hour, tzinfo=UTC) for hour in (9, 12, 13, 14))
    half_past_ten = nine + 90 * MINUTE
    calendar = Calendar(WORKING_WEEK)
    assert list(worked(calendar, noon, one)) == []
    assert list(worked(calendar, half_past_ten, two)) == [(half_past_ten, noon), (one, two)]


def test_calendars_are_values() -> None:
    assert Calendar(WORKING_WEEK) == Calendar({day: list(OFFICE) for day in range(5)})
    assert len({Calendar(WORKING_WEEK), Calendar(WORKING_WEEK)}) == 1


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"windows": {7: OFFICE}}, "windows: 7 is not a weekday from 0"),
        ({"windows": {-1: OFFICE}}, "windows: -1 is not a weekday from 0"),
        ({"windows": {"monday": OFFICE}}, "windows: 'monday' is not a weekday"),
        (
            {"windows": {0: [("9:00", "12:00")]}},
            "windows: ('9:00', '12:00') is not a pair of times",
        ),
        ({"windows": {0: [("09:00", "24:01")]}}, "is not a pair of times from 00:00 to 24:00"),
        ({"windows": {0: [("09:00", "12:60")]}}, "is not a pair of times"),
        ({"windows": {0: ["09:00"]}}, "windows: '09:00' is not a pair of times"),
        ({"windows": {0: [(9, 12)]}}, "windows: (9, 12) is not a pair of times"),
        ({"windows": {0: [("12:00", "09:00")]}}, "('12:00', '09:00') must end after it starts"),
        ({"windows": {0: [("12:00", "12:00")]}}, "must end after it starts"),
        (
            {"windows": {0: [("11:59", "13:00"), ("09:00", "12:00")]}},
            "windows: ('11:59', '13:00') overlaps ('09:00', '12:00')",
        ),
        ({"holidays": ["2026-10-01"]}, "holidays: '2026-10-01' is not a date"),
        ({"working_days": [datetime(2026, 1, 1, tzinfo=UTC)]}, "working_days: datetime.datetime("),
        ({"time_zone": "Asia/Shanghi"}, "time_zone: 'Asia/Shanghi' is not the name of a time zone"),
        ({"time_zone": ""}, "time_zone: '' is not"),
        ({"time_zone": "../../etc/passwd"}, "time_zone: '../../etc/passwd' is not"),
    ],
)
def test_a_wrong_calendar_is_named_with_its_value(parts: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        Calendar(**{"windows": WORKING_WEEK, **parts})


@run(max_examples=60)
@each(places())
def test_stretches_agree_with_every_single_minute_in_order_and_apart(place: Place) -> None:
    calendar = place.calendar.between(place.around.year, place.around.year)
    found = list(spans(calendar, place.around - 2 * DAY, place.around + 2 * DAY))
    whole = list(spans(calendar, place.around - 9 * DAY, place.around + 9 * DAY))
    first, last = place.moment - DAYS_AROUND * DAY, place.moment + DAYS_AROUND * DAY
    within = [
        (max(start, first), min(end, last)) for start, end in whole if start < last and first < end
    ]

    assert all(end < later for (_start, end), (later, _end) in pairwise(found))
    assert all(start < end for start, end in found)
    assert sum((end - start) // MINUTE for start, end in within) == counted(
        place.calendar, first, last
    )
    for start, end in within:
        assert counted(place.calendar, start, end) == (end - start) // MINUTE
