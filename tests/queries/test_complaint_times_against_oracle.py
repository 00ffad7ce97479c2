"""Every question about the course of complaints equals an independent computation in pandas."""

from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from tests.queries.asked import IMPORTED_AT, Asked, asked, often

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SPANS = [(0, 1), (1, 3), (3, 7), (7, 14), (14, 30), (30, 90), (90, None)]


def known(ask: Asked) -> pd.DataFrame:
    """The complaints known at the end of the period: hours watched, resolved, overdue."""
    moment = ask.oracle.moment(ask.until)
    rows = [
        {
            **row,
            "day": ask.oracle.day(row["received_at"]),
            "is_resolved": is_past(row["resolved_at"], moment),
            "is_overdue": is_past(row["promised_at"], moment),
            "watched": (min(row["resolved_at"] or moment, moment) - row["received_at"]) / HOUR,
        }
        for row in ask.oracle.company["complaints"]
        if row["form"] == "complaint" and row["received_at"] < moment
    ]
    columns = ["day", "severity", "is_resolved", "is_overdue", "watched", "reopened_count"]
    return pd.DataFrame(rows, columns=columns)


def is_past(when: datetime | None, moment: datetime) -> bool:
    return when is not None and when < moment


def received(ask: Asked) -> pd.DataFrame:
    found = known(ask)
    return found[found.day.map(lambda day: ask.since <= day <= ask.until).astype(bool)]


@often
@given(asked)
def test_times(ask: Asked) -> None:
    rows = {row["severity"]: row for row in ask("complaints/times")}
    for severity, group in received(ask).groupby("severity"):
        row = rows.pop(severity)
        hours = group.watched[group.is_resolved.astype(bool)].astype(float)
        assert row["complaint_count"] == len(group)
        assert row["open_count"] == len(group) - len(hours)
        for column, share in (("resolution_hours_p50", 0.5), ("resolution_hours_p90", 0.9)):
            expected = None if hours.empty else pytest.approx(hours.quantile(share))
            assert row[column] == expected
        assert row["reopening_known_count"] == group.reopened_count.notna().sum()
        assert row["reopened_count"] == (group.reopened_count.astype(float) > 0).sum()
    assert not rows


@often
@given(asked)
def test_survival(ask: Asked) -> None:
    found = received(ask)
    expected: dict[tuple[str, int], list[int]] = {}
    for severity, hours, is_resolved in zip(
        found.severity, found.watched, found.is_resolved, strict=True
    ):
        counts = expected.setdefault((severity, ceil(round(hours, 6))), [0, 0])
        counts[0 if is_resolved else 1] += 1
    rows = ask("complaints/survival")
    assert [(row["severity"], row["hours"]) for row in rows] == sorted(expected)
    for row in rows:
        counts = expected[row["severity"], row["hours"]]
        assert [row["closed_count"], row["open_count"]] == counts


@often
@given(asked)
def test_ageing(ask: Asked) -> None:
    found = known(ask)
    still_open = found[~found.is_resolved.astype(bool)]
    for row in ask("complaints/ageing"):
        days = still_open.watched.astype(float) / 24
        in_span = (days >= row["from_days"]) & (days < (row["to_days"] or 10**6))
        own = still_open[in_span & (still_open.severity == row["severity"])]
        assert (row["from_days"], row["to_days"]) in SPANS
        assert (row["open_count"], row["overdue_count"]) == (len(own), own.is_overdue.sum())


@often
@given(asked)
def test_year_on_year(ask: Asked) -> None:
    until = min(ask.until, ask.oracle.day(IMPORTED_AT))
    days = [ask.since + n * DAY for n in range((until - ask.since).days + 1)]
    groups: dict[tuple[int, int], list[date]] = {}
    for day in days:
        groups.setdefault((day.year, max(day.month, 2)), []).append(day)
    rows = ask("complaints/year_on_year")
    assert len(rows) == len(groups)
    for row, inside in zip(rows, groups.values(), strict=True):
        before = [day.replace(year=day.year - 1) for day in inside]
        assert row == {**row, **_two_years(ask, inside, before)}


def _two_years(ask: Asked, days: list[date], before: list[date]) -> dict[str, Any]:
    last = days[-1]
    first_month = last.replace(month=1 if last.month == 2 else last.month, day=1)
    last_month = last.replace(month=2 if last.month == 1 else last.month, day=1)
    whole = [first_month + n * DAY for n in range(62)]
    span = [day for day in whole if (day.year, day.month) <= (last.year, last_month.month)]
    records = [
        ask.oracle.day(row["received_at"])
        for row in ask.oracle.company["complaints"]
        if row["received_at"] < IMPORTED_AT
    ]
    return {
        "from_month": first_month,
        "to_month": last_month,
        "complaint_count": _count(ask, days),
        "previous_complaint_count": _count(ask, before),
        "active_clients": _active(ask, last),
        "previous_active_clients": _active(ask, before[-1]),
        "is_partial": days != span,
        "is_recorded": bool(records) and min(records) <= before[0],
    }


def _count(ask: Asked, days: list[date]) -> int:
    return sum(
        row["form"] == "complaint"
        and row["received_at"] < IMPORTED_AT
        and ask.oracle.day(row["received_at"]) in days
        for row in ask.oracle.company["complaints"]
    )


def _active(ask: Asked, day: date) -> int:
    return sum(ask.oracle.is_active(client, day) for client in ask.oracle.company["clients"])


@often
@given(asked)
def test_recorded(ask: Asked) -> None:
    days = [
        ask.oracle.day(row["received_at"])
        for row in ask.oracle.company["complaints"]
        if row["received_at"] < IMPORTED_AT
    ]
    (row,) = ask("complaints/recorded")
    assert row["recorded_from"] == (min(days) if days else None)
    assert row["known_until"] == min(ask.until, ask.oracle.day(IMPORTED_AT))


@often
@given(asked)
def test_service_cannot_change_what_the_settings_say(ask: Asked) -> None:
    expected = {"product": False, "other": None}
    for row in ask("complaints/causes"):
        assert row["is_controllable"] == expected.get(row["cause"], True)
