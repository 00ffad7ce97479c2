"""The slide of complaints says what the raw rows of the sample company say: counted again here."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean
from typing import Any

import pytest

from pages.meeting.slides import complaints
from pages.shared.filters import View
from tests.pages.meeting.counted import WEEKS, numbers, week
from tests.pages.meeting.spoken import chart, spoken
from tests.queries.oracle import Oracle

pytestmark = pytest.mark.usefixtures("sample_company")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
LIMIT_WEEKS, SHOWN = 24, 26


def received(oracle: Oracle, since: date, until: date) -> list[dict[str, Any]]:
    return [
        row
        for row in oracle.company["complaints"]
        if row["form"] == "complaint" and since <= oracle.day(row["received_at"]) <= until
    ]


def resolved(oracle: Oracle, since: date, until: date) -> int:
    return sum(
        row["form"] == "complaint"
        and row["resolved_at"] is not None
        and since <= oracle.day(row["resolved_at"]) <= until
        for row in oracle.company["complaints"]
    )


def active(oracle: Oracle, day: date) -> int:
    return sum(oracle.is_active(client, day) for client in oracle.company["clients"])


@WEEKS
def test_complaints_of_the_week_and_of_the_one_before(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        told = complaints.slide(seen)
    now = len(received(oracle, seen.since, seen.until))
    before = len(received(oracle, seen.since - WEEK, seen.until - WEEK))
    assert numbers(told.finding)[:2] == [now, before]
    gone = resolved(oracle, seen.since, seen.until)
    ever = oracle.day(min(row["received_at"] for row in oracle.company["complaints"]))
    left = len(received(oracle, ever, seen.until)) - resolved(oracle, ever, seen.until)
    assert numbers(told.finding)[-3:] == [gone, left, left - now + gone]


@WEEKS
def test_every_week_of_the_control_chart_and_its_limits(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        told = complaints.slide(seen)
    drawn = {each.name: each for each in chart(told.panels[0]).series}
    mondays = [seen.since - back * WEEK for back in reversed(range(SHOWN))]
    counts = [len(received(oracle, monday, monday + 6 * DAY)) for monday in mondays]
    assert list(drawn["complaints"].values) == counts
    upper, centre = limits(oracle, seen)
    clients = [active(oracle, monday + 6 * DAY) for monday in mondays]
    expected = [centre * n for n in clients]
    assert drawn["average"].values == pytest.approx(expected)
    assert drawn["usual up to"].values[-1] == pytest.approx(upper(clients[-1]))
    assert chart(told.panels[0]).categories[-1] == f"W{int(name[-2:])}"


def limits(oracle: Oracle, seen: View) -> tuple[Any, float]:
    """u′ of measures.md §7 over the first whole weeks of the twelve months."""
    begins = date(seen.until.year - 1, seen.until.month, 1)
    begins += (7 - begins.weekday()) % 7 * DAY
    mondays = [begins + place * WEEK for place in range(LIMIT_WEEKS)]
    counts = [len(received(oracle, monday, monday + 6 * DAY)) for monday in mondays]
    clients = [active(oracle, monday + 6 * DAY) for monday in mondays]
    centre = sum(counts) / sum(clients)
    z = [(x / n - centre) / (centre / n) ** 0.5 for x, n in zip(counts, clients, strict=True)]
    spread = mean(abs(b - a) for a, b in pairwise(z)) / 1.128
    return lambda n: n * (centre + 3 * spread * (centre / n) ** 0.5), centre


@WEEKS
def test_causes_of_twelve_weeks(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        panel = complaints.slide(seen).panels[1]
    about = Counter(
        row["cause"] for row in received(oracle, seen.until - 12 * WEEK + DAY, seen.until)
    )
    (bars,) = chart(panel).series
    counts = [int(value or 0) for value in bars.values]
    assert sorted(counts) == sorted(about.values())
    assert counts[:-1] == sorted(counts[:-1], reverse=True)
    known = sum(about.values()) - about["other"]
    assert numbers(panel.finding)[:2] == [known - about["product"], known]
    assert panel.n == sum(about.values())
