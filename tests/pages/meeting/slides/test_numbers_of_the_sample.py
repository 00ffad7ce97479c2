"""Slides 1, 3, 4 and 5 of the sample company say what its raw rows say, counted again here."""

import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from data.settings import Settings
from pages.meeting.slides import (
    expectations,
    headline,
    response_times,
    tier_moves,
)
from tests.pages.meeting.counted import WEEKS, numbers, week
from tests.pages.meeting.sample_oracle import Tickets
from tests.pages.meeting.spoken import chart, rows, spoken
from tests.queries import promise_oracle, ticket_oracle
from tests.queries.oracle import TIERS, Oracle, weighted

pytestmark = pytest.mark.usefixtures("sample_company")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
KINDS = ("fault", "requirement", "delivery")


def satisfied(oracle: Oracle, day: date) -> tuple[int, int]:
    heard = [tier for tier in oracle.tiers(day).values() if tier is not None]
    return sum(tier in TIERS[:3] for tier in heard), len(heard)


def kept(oracle: Oracle, since: date, until: date) -> tuple[int, int]:
    outcomes = [each for _promise, each in promise_oracle.of_period(oracle, since, until) if each]
    return outcomes.count("kept"), len(outcomes)


def received(oracle: Oracle, since: date, until: date) -> int:
    return sum(
        row["form"] == "complaint" and since <= oracle.day(row["received_at"]) <= until
        for row in oracle.company["complaints"]
    )


def on_time(tickets: Tickets, kind: str, clock: str = "resolution") -> tuple[int, int]:
    judged = [ticket_oracle.decided(row, clock) for row in tickets.rows if row["kind"] == kind]
    return sum(met for _known, met in judged), sum(known for known, _met in judged)


def share(part: tuple[int, int]) -> str:
    """`85% of 66`, or that there are too few, as the slides write it."""
    count, n = part
    if n < 5:
        return f"too few ({n})" if n else "none"
    return f"{100 * count / n:.0f}% of {n}"


@WEEKS
def test_the_headline_counts_clients_and_tiers(oracle: Oracle, name: str) -> None:
    now = week(name)
    with spoken():
        slide = headline.slide(now)
    count, heard = satisfied(oracle, now.until)
    assert slide.finding.startswith(f"{count} of {heard} clients are satisfied or better")
    assert Counter(oracle.tiers(now.until).values()) == Counter(
        {tier: int(value) for tier, value in zip(TIERS, bars(slide.panels[0]), strict=True)}
        | {None: len(oracle.tiers(now.until)) - heard}
    )


def bars(panel: Any) -> tuple[float, ...]:
    return tuple(value or 0.0 for value in chart(panel).series[0].values)


@WEEKS
def test_the_headline_compares_the_figures_with_the_week_before(
    oracle: Oracle, settings: Settings, name: str
) -> None:
    now = week(name)
    with spoken():
        told = {line[0]: line[1:] for line in rows(headline.slide(now).panels[1])}
    periods = [(now.since, now.until), (now.since - WEEK, now.until - WEEK)]
    expected: dict[str, list[str]] = {
        "Satisfied or better": [share(satisfied(oracle, until)) for _since, until in periods],
        "Complaints received": [str(received(oracle, *period)) for period in periods],
        "Promises kept": [share(kept(oracle, *period)) for period in periods],
    }
    tickets = [Tickets(oracle, *period, settings) for period in periods]
    for kind in KINDS:
        both = [on_time(each, kind) for each in tickets]
        if any(n for _count, n in both):
            expected[f"{kind.capitalize()}, on time"] = [share(part) for part in both]
    assert told.keys() == expected.keys()
    for line, (this, before) in expected.items():
        assert re.sub(r" \(\d+–\d+\)", "", told[line][0]) == this, line
        assert told[line][1].split(":")[0] == before, line


@WEEKS
def test_tier_moves_are_the_clients_whose_tier_differs(oracle: Oracle, name: str) -> None:
    now = week(name)
    with spoken():
        slide = tier_moves.slide(now)
    before, after = oracle.tiers(now.since - DAY), oracle.tiers(now.until)
    moved = {
        client: (tier, after.get(client, "left"))
        for client, tier in before.items()
        if tier is not None and after.get(client, "left") not in (None, tier)
    }
    if not moved:
        assert slide.finding.startswith("No client changed tier since")
        return
    steps = {
        client: TIERS_AND_LEFT.index(b) - TIERS_AND_LEFT.index(a)
        for client, (a, b) in moved.items()
    }
    answer = slide.panels[1].answer
    told = dict(
        zip(answer.client_id, zip(answer.from_tier, answer.to_tier, strict=True), strict=True)
    )
    assert told == moved
    fell = sum(step > 0 and moved[client][1] != "left" for client, step in steps.items())
    assert (f"{fell} client" in slide.finding) == (fell > 0)
    assert len(rows(slide.panels[1])) == min(len(moved), 6)


TIERS_AND_LEFT = (*TIERS, "left")


@WEEKS
def test_the_tiers_of_the_months_are_those_of_their_last_days(oracle: Oracle, name: str) -> None:
    now = week(name)
    with spoken():
        series = chart(tier_moves.slide(now).panels[0]).series
    assert all(len(each.values) == 12 for each in series)
    last = now.until.replace(day=1) - DAY
    for place, day in ((-1, now.until), (-2, last)):
        tiers = [tier for tier in oracle.tiers(day).values() if tier is not None]
        for one, tier in zip(series, TIERS, strict=False):
            assert one.values[place] == pytest.approx(tiers.count(tier) / len(tiers)), tier


@WEEKS
def test_the_gaps_are_those_of_twelve_weeks(oracle: Oracle, name: str) -> None:
    now = week(name)
    with spoken():
        slide = expectations.slide(now)
    found = oracle.answers
    inside = (found.day > now.until - 12 * WEEK) & (found.day <= now.until)
    levels = found[inside & found.kind.isin(["measured", "assumed"])].dropna(subset="dimension")
    gaps = {
        str(dimension).capitalize(): weighted(own, "perceived") - weighted(own, "expected")
        for dimension, own in levels.groupby("dimension")
    }
    shown = chart(slide.panels[0])
    assert dict(zip(shown.categories, bars(slide.panels[0]), strict=True)) == pytest.approx(gaps)
    assert list(bars(slide.panels[0])) == sorted(bars(slide.panels[0]))
    assert slide.panels[0].n == len(levels)


@WEEKS
def test_tickets_on_time_are_those_of_the_week_and_of_twelve_before(
    oracle: Oracle, settings: Settings, name: str
) -> None:
    now = week(name)
    with spoken():
        slide = response_times.slide(now)
    tickets = [
        Tickets(oracle, now.since, now.until, settings),
        Tickets(oracle, now.since - 12 * WEEK, now.since - DAY, settings),
    ]
    drawn = chart(slide.panels[0])
    for one, known in zip(drawn.series, tickets, strict=True):
        for kind, value, label in zip(drawn.categories, one.values, one.labels, strict=True):
            count, n = on_time(known, kind.lower())
            assert value == (pytest.approx(count / n) if n >= 5 else None)
            assert label == share((count, n))
    for line in rows(slide.panels[1]):
        answered = on_time(tickets[0], line[0].lower(), "first_response")
        assert re.sub(r" \(\d+–\d+\)", "", line[1]) == share(answered)


@WEEKS
def test_open_tickets_and_medians_are_those_of_the_raw_rows(
    oracle: Oracle, settings: Settings, name: str
) -> None:
    now = week(name)
    with spoken():
        told = rows(response_times.slide(now).panels[1])
    twelve = Tickets(oracle, now.until - 12 * WEEK + DAY, now.until, settings)
    ever = Tickets(oracle, date.min, now.until, settings)
    for kind, _answered, half, still_open in told:
        own = [row for row in twelve.rows if row["kind"] == kind.lower() and row["is_resolved"]]
        hours = ticket_oracle.quantile([row["working_resolution_hours"] for row in own], 0.5)
        assert hours is not None
        assert half == (f"{hours:.1f}" if hours < 100 else f"{hours:.0f}")
        waiting = [row for row in ever.open() if row["kind"] == kind.lower()]
        late = sum(row["state"] == "breached" for row in waiting)
        assert numbers(still_open) == [len(waiting)] + [late] * bool(late)
