"""Working hours of one case: published results and cases worked by hand."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from data import settings
from queries.statistics.clock import Calendar, working_hours
from tests import published

OFFICE = [("09:00", "12:00"), ("13:00", "18:00")]
WORKING_WEEK = dict.fromkeys(range(5), OFFICE)
SHANGHAI = Calendar(WORKING_WEEK, time_zone="Asia/Shanghai")
ALWAYS_IN_BERLIN = Calendar(
    dict.fromkeys(range(7), (("00:00", "24:00"),)), time_zone="Europe/Berlin"
)
BEIJING = timezone(timedelta(hours=8))
CHINA = settings.load(settings.DEFAULT_FILE).working_calendars(2026, 2026)["china"]


def at(text: str) -> datetime:
    """A moment by the clock of China."""
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


@published.needed
def test_a_published_week_with_lunch_breaks() -> None:
    week = Calendar(WORKING_WEEK)
    start, end = datetime(2016, 1, 18, 9, tzinfo=UTC), datetime(2016, 1, 22, 18, tzinfo=UTC)
    expected = published.value("bh.1")
    assert working_hours(start, end, week) == pytest.approx(
        expected["expected"], abs=expected["tolerance"]
    )


@published.needed
def test_a_published_count_of_working_days() -> None:
    start, end = datetime(2018, 1, 1, tzinfo=UTC), datetime(2018, 4, 1, tzinfo=UTC)
    assert (
        working_hours(start, end, Calendar(WORKING_WEEK)) / 8
        == (published.value("bh.4")["expected"])
    )


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-13 17:00", "2026-11-16 10:00", 2),  # over a weekend
        ("2026-11-13 11:30", "2026-11-13 13:30", 1),  # over lunch
        ("2026-11-13 12:00", "2026-11-13 13:00", 0),  # lunch alone
        ("2026-11-14 10:00", "2026-11-15 15:00", 0),  # Saturday to Sunday
        ("2026-11-13 20:00", "2026-11-16 08:00", 0),  # evening to early morning
        ("2026-11-13 08:00", "2026-11-13 09:00:30", 30 / 3600),  # seconds count
        ("2026-11-13 10:00", "2026-11-13 10:00", 0),
        ("2024-02-28 17:00", "2024-03-01 10:00", 10),  # a leap day
        ("2026-11-02 00:00", "2026-11-30 00:00", 160),
    ],
)
def test_only_working_time_counts(start: str, end: str, hours: float) -> None:
    assert working_hours(at(start), at(end), SHANGHAI) == pytest.approx(hours, abs=1e-12)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-10-09 17:00", "2026-10-12 10:00", 10),  # Saturday 10 October is worked
        ("2026-09-30 17:00", "2026-10-08 10:00", 2),  # the week of National Day is off
        ("2026-09-20 00:00", "2026-09-21 00:00", 8),  # one Sunday makes up for it
        ("2026-02-13 17:00", "2026-02-25 10:00", 18),  # Spring Festival: only the 14th and 24th
    ],
)
def test_chinas_holidays_and_make_up_days(start: str, end: str, hours: float) -> None:
    assert working_hours(at(start), at(end), CHINA) == hours


def test_the_hour_skipped_in_spring_and_repeated_in_autumn_counts_as_it_passed() -> None:
    def day(text: str) -> float:
        start = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin"))
        return working_hours(start, start + timedelta(days=1), ALWAYS_IN_BERLIN)

    assert day("2026-03-29") == 23
    assert day("2026-10-25") == 25
    assert day("2026-10-26") == 24


FRIDAY_TO_TUESDAY = (at("2026-11-13 16:00"), at("2026-11-17 11:00"))  # 2 + 8 + 2 working hours


@pytest.mark.parametrize(
    ("pauses", "hours"),
    [
        ([], 12),
        ([("2026-11-13 18:00", "2026-11-16 09:00")], 12),  # the weekend itself
        ([("2026-11-13 17:00", "2026-11-16 10:00")], 10),  # the weekend and two hours
        ([("2026-11-16 12:00", "2026-11-16 13:00")], 12),  # lunch
        ([("2026-11-17 10:00", None)], 11),  # still paused
        ([("2026-11-13 09:00", None)], 0),  # paused all along
        ([("2026-11-13 09:00", "2026-11-13 17:00")], 11),  # began before the case
        ([("2026-11-17 10:00", "2026-11-30 10:00")], 11),  # ended after it
        ([("2026-11-01 10:00", "2026-11-02 10:00")], 12),  # all before
        ([("2026-11-17 11:00", "2026-11-18 10:00")], 12),  # all after
        ([("2026-11-18 10:00", None)], 12),
        ([("2026-11-16 09:00", "2026-11-16 11:00"), ("2026-11-16 10:00", "2026-11-16 12:00")], 9),
        ([("2026-11-16 14:00", "2026-11-16 15:00"), ("2026-11-16 09:00", "2026-11-16 18:00")], 4),
        ([("2026-11-17 09:00", "2026-11-17 10:00"), ("2026-11-13 16:00", "2026-11-13 17:00")], 10),
        ([("2026-11-16 09:00", "2026-11-16 10:00"), ("2026-11-16 10:00", "2026-11-16 11:00")], 10),
        ([("2026-11-16 10:00", "2026-11-16 10:00")], 12),  # no time at all
        ([("2026-11-17 10:00", None), ("2026-11-16 17:00", None)], 9),
    ],
)
def test_pauses_count_once_and_only_in_working_time(
    pauses: list[tuple[str, str | None]], hours: float
) -> None:
    told = [(at(paused), at(resumed) if resumed else None) for paused, resumed in pauses]
    assert working_hours(*FRIDAY_TO_TUESDAY, SHANGHAI, told) == hours
    assert working_hours(*FRIDAY_TO_TUESDAY, SHANGHAI, iter(told[::-1])) == hours


def test_the_zone_a_moment_is_written_in_makes_no_difference() -> None:
    start, end = FRIDAY_TO_TUESDAY
    berlin = ZoneInfo("Europe/Berlin")
    assert working_hours(start.astimezone(berlin), end.astimezone(UTC), SHANGHAI) == 12


def test_a_repeated_hour_is_an_hour_though_the_clock_says_none_passed() -> None:
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert working_hours(start, start.replace(fold=1), ALWAYS_IN_BERLIN) == 1


NAIVE = at("2026-11-13 12:00").replace(tzinfo=None)


@pytest.mark.parametrize(
    ("start", "end", "pauses", "sentence"),
    [
        (at("2026-11-14"), at("2026-11-13"), [], "end: 2026-11-12 16:00:00.00:00 is before start"),
        (NAIVE, at("2026-11-14"), [], "start: 2026-11-13 12:00:00 has no time zone"),
        (at("2026-11-13"), NAIVE, [], "end: 2026-11-13 12:00:00 has no time zone"),
        (*FRIDAY_TO_TUESDAY, [(NAIVE, None)], "pauses: 2026-11-13 12:00:00 has no time zone"),
        (*FRIDAY_TO_TUESDAY, [(at("2026-11-13"), NAIVE)], "pauses: 2026-11-13 12:00:00 has no"),
        (
            *FRIDAY_TO_TUESDAY,
            [(at("2026-11-14"), at("2026-11-13"))],
            "pauses: 2026-11-12 16:00:00.00:00 is before 2026-11-13 16:00:00",
        ),
    ],
)
def test_wrong_moments_are_named_with_their_value(
    start: datetime,
    end: datetime,
    pauses: list[tuple[datetime, datetime | None]],
    sentence: str,
) -> None:
    with pytest.raises(ValueError, match=sentence):
        working_hours(start, end, SHANGHAI, pauses)


def test_years_of_waiting_are_counted_too() -> None:
    start, end = datetime(1900, 1, 1, tzinfo=UTC), datetime(2000, 1, 3, tzinfo=UTC)
    weeks = (date(2000, 1, 3) - date(1900, 1, 1)).days / 7
    assert working_hours(start, end, Calendar(WORKING_WEEK)) == weeks * 40
