"""Whatever people do in whatever order, SQL shows what a plain account of it comes to.

The account is a list of what was done, each marked as holding or not; after every step it is gone
through from the beginning and compared with `marts.actions_now` over the store.
"""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from data import entered, warehouse
from data.entered import ChangedMeanwhileError
from tests.queries.asked import SETTINGS, often

Values = dict[str, str | None]
BROUGHT: Values = {"owner": "Ann", "due_on": "2026-11-20", "what": "Call"}  # as it is asked
VALUES = {
    "owner": st.sampled_from(["Ann", "Bob", None]),
    "due_on": st.sampled_from(["2026-11-20", "2026-11-27", "2026-12-04", None]),
    "what": st.sampled_from(["Call", "Visit"]),
}
keys = st.sampled_from(["A1", "m-1"])
some = st.fixed_dictionaries({}, optional=VALUES)
steps = st.lists(
    st.tuples(st.just("add"), st.just("m-1"), st.fixed_dictionaries(VALUES))
    | st.tuples(st.just("edit"), keys, st.integers(0, 3), some)
    | st.tuples(st.just("remove"), keys)
    | st.tuples(st.just("comment"), keys, st.sampled_from(["Well?", "打不通"]))
    | st.tuples(st.just("undo"), st.integers(0, 11)),
    max_size=14,
)


@dataclass
class Line:
    """One thing that was done."""

    kind: str
    key: str
    values: Values
    comment: str | None = None
    undoes: int | None = None
    holds: bool = True


@dataclass
class Row:
    """An action as it stands."""

    values: Values
    days: list[str]


class Account(list[Line]):
    """Everything that was done."""

    def rows(self) -> dict[str, Row]:
        """What it comes to: the actions that are there."""
        rows = {"A1": Row(dict(BROUGHT), ["2026-11-20"])}
        for line in self:
            if not line.holds or line.kind in ("undo", "comment"):
                continue
            if line.kind == "remove":
                del rows[line.key]
                continue
            if line.kind == "add":
                rows[line.key] = Row(dict.fromkeys(BROUGHT), [])
            row = rows[line.key]
            row.values.update(line.values)
            day = line.values.get("due_on")
            row.days += [day] if day and row.days[-1:] != [day] else []
        return rows

    def comments(self, key: str) -> list[str]:
        """What was said about an action, also before it was removed and added again."""
        return [line.comment for line in self if line.holds and line.key == key and line.comment]

    def turn(self, number: int) -> None:
        """Something holds no longer, or again; and so does what it undid."""
        line = self[number]
        line.holds = not line.holds
        if line.undoes is not None:
            self.turn(line.undoes)

    def may_undo(self, number: int) -> bool:
        """Does it hold, and was nothing of it changed again?"""
        first = number
        while (undone := self[first].undoes) is not None:
            first = undone
        return self[number].holds and not any(
            later.holds and _collide(later, self[first]) for later in self[first + 1 :]
        )


def _collide(one: Line, other: Line) -> bool:
    if one.key != other.key or {"comment", "undo"} & {one.kind, other.kind}:
        return False
    whole = {"add", "remove"} & {one.kind, other.kind}
    return bool(whole or one.values.keys() & other.values.keys())


class Meeting:
    """The store and the account of it, told the same."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.account = folder, Account()
        self.numbers: list[int] = []
        self.screens = [self.account.rows()]

    def add(self, key: str, values: Values) -> bool:
        is_free = key not in self.account.rows()
        if self._takes(entered.add, "actions", {**values, "raised_on": "2026-11-02"}, "ann", key):
            self.account.append(Line("add", key, values))
            return is_free
        return not is_free

    def edit(self, key: str, screens_ago: int, wanted: Values) -> bool:
        """By somebody who looks at an earlier screen."""
        row = self.account.rows().get(key)
        now = row.values if row else dict(BROUGHT)
        old = self.screens[max(-1 - screens_ago, -len(self.screens))].get(key)
        seen = old.values if old else now
        new = {name: value for name, value in wanted.items() if seen[name] != value}
        may = row is not None and all(now[name] in (seen[name], new[name]) for name in new)
        values = {name: value for name, value in new.items() if now[name] != value}
        took = self._takes(entered.edit, "actions", key, seen, wanted, "ann")
        if took and values:
            self.account.append(Line("edit", key, values))
        return took == may

    def remove(self, key: str) -> bool:
        may = key in self.account.rows() or key not in {"A1", *(each.key for each in self.account)}
        took = self._takes(entered.remove, "actions", key, "ann")
        if took:
            self.account.append(Line("remove", key, {}))
        return took == may

    def comment(self, key: str, text: str) -> bool:
        may = key in self.account.rows()
        took = self._takes(entered.comment, "actions", key, text, "ann")
        if took:
            self.account.append(Line("comment", key, {}, comment=text))
        return took == may

    def undo(self, place: int) -> bool:
        if place >= len(self.numbers):
            return True
        may = self.account.may_undo(place)
        took = self._takes(entered.undo, self.numbers[place], "ann")
        if took:
            self.account.turn(place)
            self.account.append(Line("undo", self.account[place].key, {}, undoes=place))
        return took == may

    def _takes(self, change: Any, *arguments: object) -> bool:
        try:
            made = change(self.folder, *arguments)
        except ChangedMeanwhileError:
            return False
        self.numbers += [made.change_id] if made else []
        return True


@often
@given(steps)
def test_any_story_of_a_meeting(story: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        meeting = Meeting(Path(folder))
        for kind, *told in story:
            if kind != "add" and told[0] == "m-1" and not _known(meeting, "m-1"):
                continue  # nobody sees an action that never was
            assert getattr(meeting, kind)(*told), kind
            assert len(meeting.numbers) == len(meeting.account)
            assert shown(meeting.folder) == expected(meeting.account)
            meeting.screens.append(meeting.account.rows())


def _known(meeting: Meeting, key: str) -> bool:
    return any(line.key == key for line in meeting.account)


def expected(account: Account) -> list[tuple[Any, ...]]:
    rows = []
    for key, row in sorted(account.rows().items()):
        said, days = account.comments(key), row.days
        told = (len(said), said[-1] if said else None)
        dates = (days[0] if days else None, max(len(days) - 1, 0))
        rows.append((key, *(row.values[name] for name in BROUGHT), *dates, *told))
    return rows


def shown(folder: Path) -> list[tuple[Any, ...]]:
    """The actions as questions see them."""
    return (
        warehouse_with_one_action()
        .execute(
            """
            select
                action_id, owner, due_on::varchar, what, first_due_on::varchar, moved_count,
                comment_count, last_comment
            from marts.actions_now($entered)
            order by action_id
            """,
            {"entered": entered.overlay(folder, "actions")},
        )
        .fetchall()
    )


@cache
def warehouse_with_one_action() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    warehouse.prepare(connection, SETTINGS)
    connection.execute(
        "insert into actions by name select 'A1' as action_id, date '2026-11-02' as raised_on, "
        "'Call' as what, 'Ann' as owner, date '2026-11-20' as due_on"
    )
    warehouse.refresh_marts(connection, SETTINGS)
    return connection
