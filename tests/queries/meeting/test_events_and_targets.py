"""Events and targets of a period: of all clients, of those in view, of the segment in view."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

import queries
from data import warehouse
from tests.conftest import Answer, Given, Row
from tests.queries.asked import SETTINGS, often

EVENTS, TARGETS = "meeting/events", "meeting/targets"
PERIOD = {"since": "2026-10-01", "until": "2026-10-31"}
CLIENTS: list[Row] = [
    {"client_id": "V", "segment": "vip"},
    {"client_id": "W", "segment": "vip"},
    {"client_id": "R", "segment": "regular"},
]


def target(name: str, begins_on: str, **more: Any) -> Row:
    return {"target_id": name, "measure": "index", "value": 70, "begins_on": begins_on, **more}


def event(name: str, happened_on: str, client_id: str | None = None) -> Row:
    return {"event_id": name, "happened_on": happened_on, "label": name, "client_id": client_id}


def test_events_of_the_period_come_in_the_order_of_time(given: Given, answer: Answer) -> None:
    days = {"a": "2026-09-30", "d": "2026-10-31", "b": "2026-10-01", "e": "2026-11-01"}
    given("events", *(event(name, day) for name, day in days.items()))
    assert [row["event_id"] for row in answer(EVENTS, **PERIOD)] == ["b", "d"]


def test_an_event_of_a_client_that_is_not_in_view_is_not_told(given: Given, answer: Answer) -> None:
    given("clients", *CLIENTS)
    given("events", event("all", "2026-10-02"), event("own", "2026-10-03", "V"))
    told = {row["event_id"]: row["client_name"] for row in answer(EVENTS, **PERIOD)}
    assert told == {"all": None, "own": "V"}
    (only,) = answer(EVENTS, **PERIOD, client_ids=["R"])
    assert only["event_id"] == "all"
    assert len(answer(EVENTS, **PERIOD, client_ids=[])) == 1


def test_what_people_entered_is_told_and_what_they_removed_is_not(
    given: Given, answer: Answer
) -> None:
    given("events", event("gone", "2026-10-04"))
    gone = {"event_id": "gone", "edited": [], "is_added": False, "is_removed": True}
    new = {
        **event("new", "2026-10-05"),
        "edited": ["happened_on", "label"],
        "is_added": True,
        "is_removed": False,
    }
    rows = answer(EVENTS, **PERIOD, entered_events=json.dumps([new, gone]))
    assert [row["label"] for row in rows] == ["new"]


def test_a_target_that_touches_the_period_is_told(given: Given, answer: Answer) -> None:
    given(
        "targets",
        target("before", "2026-01-01", ends_on="2026-09-30"),
        target("last day", "2026-01-01", ends_on="2026-10-01"),
        target("open", "2025-01-01"),
        target("first day", "2026-10-31"),
        target("after", "2026-11-01"),
    )
    told = [row["target_id"] for row in answer(TARGETS, **PERIOD)]
    assert told == ["open", "last day", "first day"]


@pytest.mark.parametrize(
    ("client_ids", "in_view"),
    [
        (None, {"all"}),
        (["V", "W"], {"all", "vip"}),
        (["V"], {"all", "vip"}),
        (["R"], {"all", "regular"}),
        (["V", "R"], {"all"}),
        ([], {"all"}),
    ],
)
def test_a_segment_s_target_is_in_view_with_clients_of_that_segment_alone(
    given: Given, answer: Answer, client_ids: list[str] | None, in_view: set[str]
) -> None:
    given("clients", *CLIENTS)
    given("targets", target("all", "2026-01-01"))
    given("targets", target("vip", "2026-01-01", segment="vip"))
    given("targets", target("regular", "2026-01-01", segment="regular"))
    rows = answer(TARGETS, **PERIOD, client_ids=client_ids)
    assert len(rows) == 3
    assert {row["target_id"] for row in rows if row["is_in_view"]} == in_view


FIRST = date(2026, 9, 25)
days = st.integers(0, 45).map(lambda number: FIRST + timedelta(days=number))
clients = st.sampled_from([None, "V", "W", "R"])
segments = st.sampled_from([None, "vip", "regular"])
happened = st.lists(st.tuples(days, clients), max_size=12)
aimed = st.lists(st.tuples(days, st.none() | days, segments), max_size=8)
views = st.none() | st.lists(st.sampled_from(["V", "W", "R"]), unique=True)


class Asked:
    """The same rows in a warehouse, asked with everything entered and nothing imported."""

    def __init__(self) -> None:
        self.con = duckdb.connect()
        warehouse.prepare(self.con, SETTINGS)
        for row in CLIENTS:
            self.con.execute(
                "insert into clients (client_id, client_name, segment, side)"
                " values ($client_id, $client_id, $segment, 'external')",
                row,
            )
        warehouse.refresh_marts(self.con, SETTINGS)

    def __call__(self, name: str, entered: list[Row], **more: Any) -> list[Any]:
        about = name.removeprefix("meeting/")
        lines = [
            {**row, "edited": list(row), "is_added": True, "is_removed": False} for row in entered
        ]
        bound: dict[str, Any] = {f"entered_{about}": json.dumps(lines, default=str)}
        return queries.execute(self.con, name, SETTINGS, **bound, **more).fetchall()


@pytest.fixture(scope="module")
def asked() -> Iterator[Asked]:
    made = Asked()
    yield made
    made.con.close()


@often
@examples(happened, days, days, views)
def test_events_against_a_second_computation(
    asked: Asked,
    rows: list[tuple[date, str | None]],
    one: date,
    other: date,
    seen: list[str] | None,
) -> None:
    since, until = sorted((one, other))
    entered: list[Row] = [
        {"event_id": f"{number:02}", "happened_on": day, "label": "x", "client_id": client}
        for number, (day, client) in enumerate(rows)
    ]
    expected = sorted(
        (row["happened_on"], row["event_id"])
        for row in entered
        if since <= row["happened_on"] <= until
        and (row["client_id"] is None or seen is None or row["client_id"] in seen)
    )
    told = asked(EVENTS, entered, since=since, until=until, client_ids=seen)
    assert [(row[1], row[0]) for row in told] == expected


@often
@examples(aimed, days, days, views)
def test_targets_against_a_second_computation(
    asked: Asked,
    rows: list[tuple[date, date | None, str | None]],
    one: date,
    other: date,
    seen: list[str] | None,
) -> None:
    since, until = sorted((one, other))
    entered: list[Row] = [
        {
            "target_id": f"{number:02}",
            "measure": "nps",
            "value": 0.5,
            "segment": segment,
            "begins_on": begins,
            "ends_on": ends,
        }
        for number, (begins, ends, segment) in enumerate(rows)
    ]
    kept = {row["segment"] for row in CLIENTS if seen is None or row["client_id"] in seen}
    expected = sorted(
        (row["begins_on"], row["target_id"], row["segment"] is None or {row["segment"]} == kept)
        for row in entered
        if row["begins_on"] <= until and (row["ends_on"] is None or row["ends_on"] >= since)
    )
    told = asked(TARGETS, entered, since=since, until=until, client_ids=seen)
    assert [(row[4], row[0], row[6]) for row in told] == expected
