"""Slides 7 to 10 of the sample company say what its raw rows say: everything is counted again here.

Weeks: the last one, one before it, and one of the National Day holidays, with made-up working days.
"""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from pages.meeting.slides import method, plan, problems, value_at_stake
from tests.pages.meeting.counted import WEEKS, numbers, week
from tests.pages.meeting.spoken import chart, rows, spoken
from tests.queries import promise_oracle, value_oracle
from tests.queries.oracle import TIERS, Oracle
from tests.queries.test_problems_against_oracle import points
from tests.queries.test_problems_against_oracle import problems as open_problems

pytestmark = pytest.mark.usefixtures("sample_company")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@WEEKS
def test_problems_by_their_points(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        told = problems.slide(seen)
    found = open_problems(oracle, seen.until)
    past = sum(each["state"] in ("breached", "overdue") for each in found)
    assert numbers(told.finding)[:2] == [len(found), past]
    ranked = sorted(
        found,
        key=lambda each: (
            -sum(points(oracle, each, seen.until)),
            each["due_on"] or date.max,
            each["opened_on"],
            each["key"][1],
        ),
    )[:6]
    clients = {row["client_id"]: row["client_name"] for row in oracle.company["clients"]}
    for line, each in zip(rows(told.panels[0]), ranked, strict=True):
        client, _what, why, owner, due = line
        assert clients[each["client_id"]].startswith(client.rstrip("…"))
        assert (owner, due) == (each["owner"] or "nobody", str(each["due_on"] or "no date"))
        assert each["key"][0] in why.lower()
    before = open_problems(oracle, seen.until - WEEK)
    late = sum(each["state"] in ("breached", "overdue") for each in before)
    if (len(before), late) != (len(found), past):
        assert numbers(told.panels[0].finding)[:2] == [len(before), late]


@WEEKS
def test_worth_of_each_tier_and_its_range(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        told = value_at_stake.slide(seen)
    (bars,) = chart(told.panels[0]).series
    tables = [value_oracle.at_stake(oracle, seen.until, years) for years in (5, 3, 8)]
    middle, low, high = ([float(x) for x in table.worth] for table in tables)
    assert bars.values == pytest.approx(middle)
    for place, ends in enumerate(zip(low, high, strict=True)):
        if ends[0] < ends[1]:
            assert (bars.low[place], bars.high[place]) == pytest.approx(ends)
        else:
            assert bars.low[place] is bars.high[place] is None
    stake = sum(middle[TIERS.index(tier)] for tier in ("basic", "complaining"))
    assert f"CN¥{stake / 1e6:.1f}M is at stake" in told.finding
    count = tables[0].client_count[["basic", "complaining"]].sum()
    assert f"{told.panels[1].n}" == f"{count:.0f}"


@WEEKS
def test_clients_at_stake_by_their_worth(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        panel = value_at_stake.slide(seen).panels[1]
    tiers = oracle.tiers(seen.until)
    at_stake = [
        (value_oracle.worth(client) or 0.0, client)
        for client in value_oracle.external(oracle)
        if tiers.get(client["client_id"]) in ("basic", "complaining")
    ]
    ranked = sorted(at_stake, key=lambda each: -each[0])[:6]
    for line, (worth, client) in zip(rows(panel), ranked, strict=True):
        assert client["client_name"].startswith(line[0].rstrip("…"))
        assert line[1].lower() == tiers[client["client_id"]]
        assert float(line[2].strip("CN¥M")) == pytest.approx(worth / 1e6, abs=0.051)
        assert line[3] == client["manager"]


@WEEKS
def test_what_is_due_in_the_seven_days(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        told = plan.slide(seen)
    moment, last = oracle.moment(seen.until), seen.until + WEEK
    promised = promise_oracle.still_open(oracle, seen.until)
    late = sum(promise_oracle.is_past(each, each.due, moment) for each in promised)
    coming = sum(
        not promise_oracle.is_past(each, each.due, moment)
        and (each.day_of["due"] or date.max) <= last
        for each in promised
    )
    acts = [
        row["due_on"]
        for row in oracle.company["actions"]
        if row["raised_on"] <= last
        and (row["done_on"] is None or row["done_on"] > seen.until)
        and row["due_on"] is not None
        and row["due_on"] <= last
    ]
    past = sum(promise_oracle.start_of(day + DAY) <= moment for day in acts)
    assert numbers(told.finding)[:3] == [coming, len(acts) - past, late + past]
    assert told.panels[0].n == coming + late + len(acts)


@WEEKS
def test_who_was_heard_and_how(oracle: Oracle, name: str) -> None:
    seen = week(name)
    with spoken():
        told = method.slide(seen)
    tiers = oracle.tiers(seen.until)
    heard = sum(tier is not None for tier in tiers.values())

    def responses(since: date, until: date) -> list[dict[str, Any]]:
        return [
            row
            for row in oracle.company["responses"]
            if since <= oracle.day(row["answered_at"]) <= until
        ]

    now, before = (len(responses(seen.since - gap, seen.until - gap)) for gap in (0 * DAY, WEEK))
    assert numbers(told.finding) == [heard, len(tiers), 180, now, before]
    since = seen.until - 12 * WEEK + DAY
    ways = Counter(row["method"] for row in responses(since, seen.until))
    sent = Counter(
        row["method"]
        for row in oracle.company["invitations"]
        if since <= oracle.day(row["sent_at"]) <= seen.until
    )
    lines = rows(told.panels[0])
    assert [int(line[3]) for line in lines] == [ways[method_] for method_ in METHODS]
    assert [int(line[1]) for line in lines] == [sent[method_] for method_ in METHODS]
    kinds = Counter(
        row["basis"]
        for row in (oracle.tier(client, seen.until) for client in oracle.company["clients"])
        if row is not None and row["tier"] is not None
    )
    assert sorted(numbers(told.panels[1].finding)) == sorted(kinds.values())


METHODS = ("questionnaire", "depth_interview", "focus_group", "internal_interview", "secondary")
