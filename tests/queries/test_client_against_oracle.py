"""Every question about one client equals an independent computation.

To make a company costs more than to ask about it, so each is asked several questions.
"""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.queries import client_figures_oracle, client_oracle, promise_oracle
from tests.queries.asked import Asked, often
from tests.queries.companies import FIRST, LAST, Company, companies, days
from tests.queries.oracle import ZONE

DAY = timedelta(days=1)


def on_an_edge(company: Company) -> st.SearchStrategy[date]:
    """A day on which something happens, so that periods begin and end there."""
    found = {
        value.astimezone(ZONE).date() if isinstance(value, datetime) else value
        for rows in company.values()
        for row in rows
        for value in row.values()
        if isinstance(value, date)
    }
    edges = sorted(day for day in found if FIRST <= day <= LAST)
    return st.sampled_from(edges) if edges else days


asked = companies().flatmap(
    lambda company: st.builds(Asked, st.just(company), on_an_edge(company), on_an_edge(company))
)


def same(row: dict[str, Any], expected: dict[str, Any]) -> None:
    for column, value in expected.items():
        assert row[column] == pytest.approx(value, abs=1e-9), column


def records(ask: Asked, name: str) -> list[dict[str, Any]]:
    return ask("clients/story", client_ids=[name])


def the_card(ask: Asked) -> None:
    rows = {row["client_id"]: row for row in ask("clients/card")}
    assert len(rows) == len(ask.oracle.company["clients"])
    for client in ask.oracle.company["clients"]:
        same(rows[client["client_id"]], client_oracle.card(ask.oracle, client, ask.until))


def tiers_of_every_day(ask: Asked) -> None:
    client = ask.oracle.company["clients"][0]
    told: list[str | None] = [None] * ((ask.until - ask.since).days + 1)
    for row in records(ask, client["client_id"]):
        if row["record"] == "tier":
            assert row["from_on"] == client_oracle.since_when(
                ask.oracle, client, max(row["from_on"], ask.since)
            )
            end = row["to_on"] or ask.until + DAY
            for place in range((end - max(row["from_on"], ask.since)).days):
                told[(max(row["from_on"], ask.since) - ask.since).days + place] = row["tier"]
    assert told == client_oracle.tier_days(ask.oracle, client, ask.since, ask.until)


def tickets_complaints_promises_and_events(ask: Asked) -> None:
    period = ask.since, ask.until
    for client in ask.oracle.company["clients"]:
        name = client["client_id"]
        rows = records(ask, name)
        assert rows == sorted(rows, key=lambda r: (r["from_on"], r["record"], r["id"] or ""))
        tickets = {r["id"]: r for r in rows if r["record"] == "ticket"}
        expected = client_oracle.tickets(ask.oracle, name, *period)
        assert tickets.keys() == expected.keys()
        for key, (resolved, state, hours, target) in expected.items():
            told = {"to_on": resolved, "state": state, "hours": hours, "target_hours": target}
            same(tickets[key], told)
        assert {
            (r["record"], r["id"], r["from_on"], r["to_on"], r["state"])
            for r in rows
            if r["record"] in ("complaint", "grumble")
        } == client_oracle.complaints(ask.oracle, name, *period)
        assert {
            (r["id"], r["kind"], r["due_on"], r["to_on"], r["state"])
            for r in rows
            if r["record"] == "promise"
        } == client_oracle.promises(ask.oracle, name, *period)
        told_events = {r["id"] for r in rows if r["record"] == "event"}
        assert told_events == client_oracle.events(ask.oracle, name, *period)


def experience_of_each_month_s_end(ask: Asked) -> None:
    rows = {(row["client_id"], row["as_of"]): row for row in ask("clients/expectations")}
    for client in ask.oracle.company["clients"]:
        for as_of in client_oracle.month_ends(ask.since, ask.until):
            expected = client_oracle.window(ask.oracle, client, as_of)
            row = rows.pop((client["client_id"], as_of), None)
            assert (row is None) == (expected is None)
            if row is not None and expected is not None:
                same(row, expected)
    assert not rows


def comments_and_open_promises(ask: Asked) -> None:
    for client in ask.oracle.company["clients"]:
        name = client["client_id"]
        rows = ask("clients/comments", client_ids=[name])
        said, count = client_oracle.comments(ask.oracle, name, ask.since, ask.until)
        assert [row["response_id"] for row in rows] == said
        assert {row["response_count"] for row in rows} <= {count}
        left = promise_oracle.still_open(ask.oracle, ask.until)
        promises = ask("clients/open_promises", client_ids=[name])
        moment = ask.oracle.moment(ask.until)
        assert {(row["promise_id"], row["kind"], row["is_past_due"]) for row in promises} == {
            (each.key, each.kind, promise_oracle.is_past(each, each.due, moment))
            for each in left
            if each.client_id == name
        }
        assert [row["due_on"] for row in promises] == sorted(row["due_on"] for row in promises)


def where_clients_were_three_months_later(ask: Asked) -> None:
    counts, holders = client_figures_oracle.moves(ask.oracle, ask.until)
    rows = ask("clients/next_tier")
    told = {(row["from_tier"], row["to_tier"]): row for row in rows}
    expected = {key: count for key, count in counts.stack().items() if count}
    assert {key: row["move_count"] for key, row in told.items()} == expected
    for (before, _after), row in told.items():
        assert row["from_client_count"] == holders[before]
        assert row["from_move_count"] == counts.loc[before].sum()


def a_client_beside_the_others(ask: Asked) -> None:
    one = ask.oracle.company["clients"][0]
    found = {
        client["client_id"]: client_figures_oracle.figures(ask.oracle, client, ask.since, ask.until)
        for client in ask.oracle.company["clients"]
    }
    known = {name: row for name, row in found.items() if row is not None}
    others = [row for name, row in known.items() if name != one["client_id"]]
    groups = {
        "client": [known[one["client_id"]]] if one["client_id"] in known else [],
        "segment": [row for row in others if row["segment"] == one["segment"]],
        "base": others,
    }
    rows = {r["grouped_by"]: r for r in ask("clients/compared", client_id=one["client_id"])}
    assert list(rows) == [name for name, members in groups.items() if members]
    for name, members in groups.items():
        if members:
            same(rows[name], client_figures_oracle.group(members, is_one=name == "client"))


@often
@given(asked)
def test_the_card_the_words_and_the_promises_of_a_client(ask: Asked) -> None:
    the_card(ask)
    comments_and_open_promises(ask)


@often
@given(asked)
def test_all_that_the_story_of_a_client_tells(ask: Asked) -> None:
    tiers_of_every_day(ask)
    experience_of_each_month_s_end(ask)
    tickets_complaints_promises_and_events(ask)


@often
@given(asked)
def test_a_client_beside_others_and_what_became_of_them(ask: Asked) -> None:
    a_client_beside_the_others(ask)
    where_clients_were_three_months_later(ask)
