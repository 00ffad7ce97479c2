"""meeting/actions and meeting/whose by hand, and against a second computation."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from data import entered
from tests.conftest import Answer, Given, Row
from tests.queries.asked import IMPORTED_AT, Asked, often
from tests.queries.companies import companies, days

LIST, WHOSE = "meeting/actions", "meeting/whose"
PERIOD = {"since": "2026-11-02", "until": "2026-11-15"}
DAY = timedelta(days=1)
IMPORTED_ON = IMPORTED_AT.date()


def action(action_id: str, **more: Any) -> Row:
    row = {"action_id": action_id, "raised_on": "2026-10-26", "what": "call"}
    return {**row, **more}


def stored(folder: Path) -> dict[str, str]:
    return {"entered_actions": entered.overlay(folder, "actions")}


@pytest.mark.parametrize(
    ("due_on", "done_on", "state", "weeks"),
    [
        ("2026-11-06", "2026-11-06", "done_in_time", None),
        ("2026-11-06", "2026-11-07", "done_late", 0),
        ("2026-11-06", "2026-11-09", "done_late", 1),
        ("2026-11-14", None, "carried_over", 0),
        ("2026-11-08", None, "carried_over", 1),
        ("2026-10-30", None, "carried_over", 2),
        ("2026-11-15", None, "open", None),
        ("2026-11-20", None, "open", None),
        (None, None, "undated", None),
        (None, "2026-11-09", "undated", None),
    ],
)
def test_an_action_is_judged_by_its_date_at_the_end_of_the_period(
    given: Given,
    answer: Answer,
    due_on: str | None,
    done_on: str | None,
    state: str,
    weeks: int | None,
) -> None:
    given("actions", action("a", due_on=due_on, done_on=done_on))
    (row,) = answer(LIST, **PERIOD)
    assert (row["state"], row["carried_weeks"]) == (state, weeks)


def test_what_was_done_before_the_period_or_raised_after_it_is_not_told(
    given: Given, answer: Answer
) -> None:
    given(
        "actions",
        action("before", done_on="2026-11-01"),
        action("first day", done_on="2026-11-02"),
        action("last day", raised_on="2026-11-15"),
        action("after", raised_on="2026-11-16"),
    )
    assert {row["action_id"] for row in answer(LIST, **PERIOD)} == {"first day", "last day"}


def test_what_is_due_on_the_last_day_is_carried_over_once_that_day_is_over(
    given: Given, answer: Answer
) -> None:
    given("actions", action("a", due_on="2026-11-08"))
    (row,) = answer(LIST, since="2026-11-02", until="2026-11-08")
    assert (row["state"], row["carried_weeks"]) == ("carried_over", 0)


def test_what_was_done_after_the_period_was_open_at_its_end(given: Given, answer: Answer) -> None:
    given("actions", action("a", due_on="2026-11-12", done_on="2026-11-16"))
    (row,) = answer(LIST, **PERIOD)
    assert (row["state"], row["done_on"]) == ("carried_over", None)


def test_what_was_entered_since_the_last_import_is_known(answer: Answer, tmp_path: Path) -> None:
    values = {"what": "call", "raised_on": date(2026, 11, 22), "due_on": date(2026, 11, 23)}
    entered.add(tmp_path, "actions", values, "Li", "new")
    (row,) = answer(LIST, since="2026-11-02", until="2026-11-24", **stored(tmp_path))
    assert (row["action_id"], row["state"]) == ("new", "carried_over")


def test_open_ones_come_first_then_the_earliest_due(given: Given, answer: Answer) -> None:
    given(
        "actions",
        action("undated"),
        action("done", due_on="2026-10-30", done_on="2026-11-03"),
        action("later", due_on="2026-11-20"),
        action("sooner", due_on="2026-11-05"),
    )
    told = [row["action_id"] for row in answer(LIST, **PERIOD)]
    assert told == ["sooner", "later", "undated", "done"]


def test_an_action_without_a_client_is_in_every_view_and_another_s_is_not(
    given: Given, answer: Answer
) -> None:
    for name in (None, "V", "W"):
        given("actions", action(f"of {name}", client_id=name))
    told = answer(LIST, **PERIOD, client_ids=["V"])
    assert {row["action_id"]: row["client_name"] for row in told} == {"of None": None, "of V": "V"}
    assert [row["action_id"] for row in answer(LIST, **PERIOD, client_ids=[])] == ["of None"]


def test_a_moved_date_leaves_it_late_and_is_counted(
    given: Given, answer: Answer, tmp_path: Path
) -> None:
    given("actions", action("a", due_on="2026-11-05"))
    for before, after in (("2026-11-05", "2026-11-12"), ("2026-11-12", "2026-11-30")):
        entered.edit(tmp_path, "actions", "a", {"due_on": before}, {"due_on": after}, "Li")
    entered.comment(tmp_path, "actions", "a", "asked twice", "Li")
    (row,) = answer(LIST, **PERIOD, **stored(tmp_path))
    assert (row["due_on"], row["first_due_on"]) == (date(2026, 11, 30), date(2026, 11, 5))
    assert (row["moved_count"], row["comment_count"], row["last_comment"]) == (2, 1, "asked twice")
    assert (row["state"], row["carried_weeks"]) == ("carried_over", 1)


def test_what_was_taken_away_keeps_its_client_for_those_who_may_bring_it_back(
    given: Given, answer: Answer, tmp_path: Path
) -> None:
    given("actions", action("there", client_id="V"), action("gone", client_id="W"))
    given("events", {"event_id": "e", "happened_on": "2026-11-01", "label": "e"})
    entered.remove(tmp_path, "actions", "gone", "Li")
    entered.edit(tmp_path, "actions", "there", {"client_id": "V"}, {"client_id": "W"}, "Li")
    told = answer(WHOSE, **stored(tmp_path))
    assert [tuple(row.values()) for row in told] == [
        ("actions", "gone", "W", False),
        ("actions", "there", "W", True),
        ("events", "e", None, True),
    ]


edits = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.dictionaries(
            st.sampled_from(["due_on", "done_on", "client_id", "owner"]), st.none() | days
        ),
    ),
    max_size=8,
)


@often
@examples(companies(), days, days, edits, st.sets(st.sampled_from(["c0", "c1"])))
def test_the_list_equals_a_second_computation(
    company: dict[str, list[Row]],
    one: date,
    other: date,
    made: list[tuple[int, dict[str, Any]]],
    in_view: set[str],
) -> None:
    ask = Asked(company, one, other)
    rows = {row["action_id"]: {**row, "days": []} for row in company["actions"]}
    with TemporaryDirectory() as folder:
        for number, wanted in made:
            if f"a{number}" in rows:
                _edit(Path(folder), rows[f"a{number}"], wanted)
        told = ask(LIST, client_ids=sorted(in_view), **stored(Path(folder)))
    expected = [_expected(row, ask.since, ask.until) for row in rows.values()]
    shown = [row for row in expected if row and row["client_id"] in {None, *in_view}]
    shown.sort(key=lambda row: (row["done_on"] is not None, row["due_on"] or date.max, row["at"]))
    assert [{name: row[name] for name in EXPECTED} for row in told] == [
        {name: row[name] for name in EXPECTED} for row in shown
    ]


EXPECTED = (
    "action_id",
    "client_id",
    "owner",
    "due_on",
    "first_due_on",
    "done_on",
    "moved_count",
    "state",
    "carried_weeks",
)


def _edit(folder: Path, row: Row, wanted: dict[str, Any]) -> None:
    """In the store, and by hand in the row; a client is one of two, an owner any text."""
    named = {name: value and f"c{value.day % 2}" for name, value in wanted.items()}
    after = {
        name: named[name] if name in ("client_id", "owner") else value
        for name, value in wanted.items()
    }
    before = {name: row[name] for name in after}
    entered.edit(folder, "actions", row["action_id"], before, after, "Li")
    if "due_on" in after and after["due_on"] != row["due_on"]:
        row["days"] += [row["due_on"], after["due_on"]]
    row.update(after)


def _expected(row: Row, since: date, until: date) -> Row | None:
    done = row["done_on"] if row["done_on"] and row["done_on"] <= until else None
    if row["raised_on"] > until or (row["done_on"] and row["done_on"] < since):
        return None
    history = [day for day in row["days"] if day] or [row["due_on"]]
    first = history[0]
    moves = sum(1 for earlier, later in pairwise(history) if earlier != later)
    weeks = None
    if first is None:
        state = "undated"
    elif done:
        state = "done_in_time" if done <= first else "done_late"
    else:
        # The day itself is over once something was imported later.
        over = until + DAY if until < IMPORTED_ON else until
        state = "carried_over" if first < over else "open"
    if state in ("done_late", "carried_over"):
        end = done or until
        weeks = (_monday(end) - _monday(first)).days // 7
    return {
        **row,
        "done_on": done,
        "first_due_on": first,
        "moved_count": moves,
        "state": state,
        "carried_weeks": weeks,
        "at": (row["raised_on"], row["action_id"]),
    }


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
