"""What each kind of column takes, and what is said of the rest."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pytest

from data import warehouse
from data.importing import incoming
from data.settings import Settings


@pytest.fixture(scope="module")
def read(settings: Settings) -> Iterator[Any]:
    """`read("number", "4.5")`: what a cell of this kind is taken for."""
    with duckdb.connect() as con:
        warehouse.prepare(con, settings)
        incoming.prepare(con)

        def by(kind: str, written: str) -> Any:
            row = con.execute(" ".join(("select as_" + kind, "($written)")), {"written": written})
            return row.fetchall()[0][0]

        yield by


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("2026-11-15 12:00:00", 4),
        ("2026/11/15 12:00:00", 4),
        ("2026-11-15T12:00:00.000+0800", 4),
        ("2026-11-15T12:00:00Z", 12),
        ("2026-11-15 12:00", 4),
        ("2026-11-15", -8),
    ],
)
def test_times_without_an_offset_are_the_companys(read: Any, written: str, hour: int) -> None:
    moment = read("moment", written).astimezone(UTC)

    assert (moment - datetime(2026, 11, 15, tzinfo=UTC)).total_seconds() == hour * 3600


@pytest.mark.parametrize(
    "written",
    [
        *("15/11/2026", "11/15/2026", "2026-13-01", "2026-02-30", "26-11-15", "20266-11-15", "now"),
        *("1900-01-01 00:00:00", "infinity", "epoch", "2026-11-15 25:00", "45000", "-2026-11-15"),
        *("2026-11-15 (BC)", "2026-11-15 12:00:00 o'clock"),
    ],
)
def test_what_is_no_time_is_not_guessed(read: Any, written: str) -> None:
    assert read("moment", written) is None
    assert read("day", written) is None


def test_a_day_may_carry_a_time_as_excel_writes_it(read: Any) -> None:
    assert read("day", "2026-11-15 00:00:00") == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("written", "number"), [("4.5", 4.5), ("-3", -3.0), (".5", 0.5), ("1e3", 1000.0)]
)
def test_numbers_have_a_point(read: Any, written: str, number: float) -> None:
    assert read("number", written) == number


@pytest.mark.parametrize("written", ["4,5", "nan", "inf", "1e400", "1_000", "five", "0x10", "5 %"])
def test_what_is_no_number_is_not_guessed(read: Any, written: str) -> None:
    assert read("number", written) is None


def test_counts_are_whole_and_not_negative(read: Any) -> None:
    assert read("count", "3.0") == 3
    assert [read("count", written) for written in ("2.5", "-1", "1e30")] == [None, None, None]


def test_flags_take_words_and_digits(read: Any) -> None:
    assert [read("flag", written) for written in ("Yes", "TRUE", "1")] == [True, True, True]
    assert [read("flag", written) for written in ("no", "False", "0")] == [False, False, False]
    assert read("flag", "maybe") is None
