"""What people entered and what files bring: each keeps its own, whatever comes first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import entered, importing, warehouse
from data.importing.summary import Summary
from data.settings import Settings
from tests.data.entered.conftest import overlaid

HEADER = "action_id,client_id,raised_on,what,owner,due_on"
LINES = ("A1,C1,2026-11-02,Call,Ann,2026-11-20", "A2,C1,2026-11-02,Visit,Bob,")
Bring = Callable[..., tuple[int, int, int]]
Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def bring(tmp_path: Path, settings: Settings) -> Bring:
    """`bring(line, …)`: an import of actions; gives inserted, updated, unchanged."""

    def load(*lines: str, header: str = HEADER, name: str = "actions") -> tuple[int, int, int]:
        file = tmp_path / f"{name}.csv"
        file.write_text("\n".join((header, *lines)))
        summary: Summary = importing.load([file], tmp_path, settings, progress=False)
        assert summary.refused == 0
        (result,) = summary.files
        return result.inserted, result.updated, result.unchanged

    return load


@pytest.fixture
def ask(tmp_path: Path, settings: Settings) -> Ask:
    """Rows of the build that is served; `$entered` is the overlay of actions of this moment."""

    def rows(statement: str, table: str = "actions") -> list[tuple[Any, ...]]:
        build = warehouse.current(tmp_path)
        assert build is not None
        values = {"entered": entered.overlay(tmp_path, table)} if "$" in statement else {}
        with warehouse.connect(build, settings) as connection:
            return connection.execute(statement, values).fetchall()

    return rows


OWNERS = "select action_id, owner from actions order by all"
NOW = "select action_id, owner from marts.actions_now($entered) order by all"


def test_an_edit_is_seen_at_once_and_in_the_next_build(
    tmp_path: Path, bring: Bring, ask: Ask, settings: Settings
) -> None:
    bring(*LINES)
    entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Cy"}, "cy")

    assert ask(OWNERS) == [("A1", "Ann"), ("A2", "Bob")]
    assert ask(NOW) == [("A1", "Cy"), ("A2", "Bob")]
    warehouse.rebuild(tmp_path, settings)
    assert ask(OWNERS) == ask(NOW) == [("A1", "Cy"), ("A2", "Bob")]


def test_the_same_file_again_changes_nothing(tmp_path: Path, bring: Bring, ask: Ask) -> None:
    assert bring(*LINES) == (2, 0, 0)
    entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Cy"}, "cy")
    added = entered.add(tmp_path, "actions", {"what": "Ask", "raised_on": "2026-11-16"}, "cy")
    entered.remove(tmp_path, "actions", "A2", "cy")
    before = ask(NOW)

    for _again in range(2):
        assert bring(*LINES) == (0, 0, 2)
        assert ask(OWNERS) == ask(NOW) == before == [("A1", "Cy"), (added.record_id, None)]


def test_a_field_that_nobody_edited_follows_the_file(
    tmp_path: Path, bring: Bring, ask: Ask
) -> None:
    bring(*LINES)
    entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Cy"}, "cy")

    assert bring("A1,C1,2026-11-02,Call again,Dee,2026-11-27") == (0, 1, 0)
    assert ask("select what, owner, due_on::varchar from actions where action_id = 'A1'") == [
        ("Call again", "Cy", "2026-11-27")
    ]
    assert bring("A1,C1,2026-11-02,Call again,Dee,2026-11-27") == (0, 0, 1)


def test_an_undo_after_an_import_brings_back_what_the_file_says(
    tmp_path: Path, bring: Bring, ask: Ask, settings: Settings
) -> None:
    bring(*LINES)
    edited = entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Cy"}, "cy")
    removed = entered.remove(tmp_path, "actions", "A2", "cy")
    added = entered.add(tmp_path, "actions", {"what": "Ask", "raised_on": "2026-11-16"}, "cy")
    bring("A1,C1,2026-11-02,Call,Dee,2026-11-20")
    assert edited is not None
    for change in (edited, removed, added):
        entered.undo(tmp_path, change.change_id, "cy")

    assert ask(NOW) == [("A1", "Dee"), ("A2", "Bob")]
    warehouse.rebuild(tmp_path, settings)
    assert ask(OWNERS) == ask(NOW) == [("A1", "Dee"), ("A2", "Bob")]
    assert ask("select count(*) from files.actions") == [(0,)]


@pytest.mark.parametrize("is_built", [False, True], ids=["no build", "a build"])
def test_who_saw_a_day_that_was_taken_back_is_told_whatever_was_built_since(
    tmp_path: Path, bring: Bring, settings: Settings, is_built: bool
) -> None:
    bring(LINES[0].replace("2026-11-20", "2026-11-29"))
    _move(tmp_path, "2026-11-29", "2026-12-06")
    undo = entered.undo(tmp_path, entered.newest(tmp_path), "ann")
    if is_built:
        warehouse.rebuild(tmp_path, settings)

    with pytest.raises(entered.ChangedMeanwhileError, match="ann changed due_on") as told:
        _move(tmp_path, "2026-12-06", "2026-12-08")
    assert told.value.changes == (undo,)
    _move(tmp_path, "2026-11-29", "2026-12-08")
    assert _first_and_last_day(tmp_path) == ("2026-11-29", "2026-12-08")


def test_who_saw_what_a_file_brought_is_right_after_an_undo(tmp_path: Path, bring: Bring) -> None:
    bring(LINES[0].replace("2026-11-20", "2026-12-03"))
    _move(tmp_path, "2026-12-03", "2026-12-07")
    bring(LINES[0].replace("2026-11-20", "2026-12-05"))
    entered.undo(tmp_path, entered.newest(tmp_path), "ann")

    _move(tmp_path, "2026-12-05", "2026-12-09")
    assert _first_and_last_day(tmp_path) == ("2026-12-05", "2026-12-09")


def _move(folder: Path, before: str, after: str) -> None:
    entered.edit(folder, "actions", "A1", {"due_on": before}, {"due_on": after}, "ann")


def _first_and_last_day(folder: Path) -> tuple[str, str]:
    (row,) = overlaid(folder)
    return row["first_due_on"], row["due_on"]


def test_a_rehearsal_lays_nothing_down(
    tmp_path: Path, bring: Bring, ask: Ask, settings: Settings
) -> None:
    bring(*LINES)
    entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Cy"}, "cy")
    importing.load([tmp_path / "actions.csv"], tmp_path, settings, dry_run=True, progress=False)

    assert ask(OWNERS) == [("A1", "Ann"), ("A2", "Bob")]


def test_what_was_entered_before_the_first_file_waits_for_it(
    tmp_path: Path, bring: Bring, ask: Ask
) -> None:
    added = entered.add(
        tmp_path, "actions", {"what": "Ask", "raised_on": "2026-11-16", "owner": "Cy"}, "cy"
    )
    entered.edit(tmp_path, "actions", "A2", {"owner": "Bob"}, {"owner": "Eve"}, "cy")
    bring(LINES[0])
    assert ask(NOW) == [("A1", "Ann"), (added.record_id, "Cy")]
    bring(LINES[1])
    assert ask(OWNERS) == [("A1", "Ann"), ("A2", "Eve"), (added.record_id, "Cy")]


def test_an_exported_action_may_come_back_as_a_file(tmp_path: Path, bring: Bring, ask: Ask) -> None:
    added = entered.add(
        tmp_path, "actions", {"what": "Ask", "raised_on": "2026-11-16", "owner": "Cy"}, "cy"
    )
    bring(f"{added.record_id},,2026-11-16,Ask,Somebody,")
    assert ask(OWNERS) == ask(NOW) == [(added.record_id, "Cy")]


@pytest.mark.parametrize(
    "broken",
    [
        {"what": "No day"},
        {"what": "No such day", "raised_on": "2026-13-40"},
        {"raised_on": "2026-11-16"},
    ],
)
def test_an_entry_that_is_no_action_breaks_neither_a_question_nor_an_import(
    tmp_path: Path, bring: Bring, ask: Ask, broken: dict[str, str]
) -> None:
    entered.add(tmp_path, "actions", broken, "ann")
    bring(*LINES)
    assert ask(OWNERS) == ask(NOW) == [("A1", "Ann"), ("A2", "Bob")]


def test_hostile_words_stay_words(tmp_path: Path, bring: Bring, ask: Ask) -> None:
    words = ["'; drop table actions; --\"}]", "<script>alert(1)</script>", "\\u0000\ud800", "=1+1"]
    for number, word in enumerate(words):
        values = {"what": word, "raised_on": "2026-11-16", "owner": str(number)}
        entered.add(tmp_path, "actions", values, word, record_id=f"m-{number}")
    bring(*LINES)

    found = ask("select what from actions where action_id ^@ 'm-' order by owner")
    assert [word for (word,) in found] == [word.replace("\ud800", "?") for word in words]


def test_events_and_targets_are_kept_in_the_same_way(
    tmp_path: Path, bring: Bring, ask: Ask
) -> None:
    targets = ("target_id,measure,value,segment,begins_on", "G1,nps,25,VIP,2026-01-01")
    assert bring(targets[1], header=targets[0], name="targets") == (1, 0, 0)
    bring("E1,2026-09-07,Release", header="event_id,happened_on,label", name="events")
    entered.edit(tmp_path, "targets", "G1", {"value": 25.0}, {"value": 30}, "ann")
    entered.edit(tmp_path, "events", "E1", {"label": "Release"}, {"label": "发布 8.0"}, "ann")
    entered.add(tmp_path, "events", {"happened_on": "2026-10-01", "label": "Holiday"}, "ann", "m-1")

    assert bring(targets[1], header=targets[0], name="targets") == (0, 0, 1)
    assert ask("select measure, value, segment, begins_on::varchar from targets") == [
        ("nps", 30, "vip", "2026-01-01")
    ]
    laid = ask("select label from events order by happened_on")
    assert laid == [("发布 8.0",), ("Holiday",)]
    assert laid == ask(
        "select label from marts.events_now($entered) order by happened_on", "events"
    )
    now = "select value, segment from marts.targets_now($entered)"
    assert ask(now, "targets") == [(30, "vip")]


def test_a_build_of_an_earlier_version_gets_the_tables_it_lacks(
    tmp_path: Path, bring: Bring, ask: Ask, settings: Settings
) -> None:
    bring(*LINES)
    build = warehouse.current(tmp_path)
    assert build is not None
    with duckdb.connect(build.path) as earlier:
        earlier.execute("drop schema marts cascade")
        earlier.execute("drop table targets")
        earlier.execute("drop schema files cascade")
        earlier.execute("drop type target_measure")
    entered.edit(tmp_path, "actions", "A1", {"owner": "Ann"}, {"owner": "Cy"}, "cy")
    warehouse.rebuild(tmp_path, settings)

    assert ask("select count(*) from targets") == [(0,)]
    assert ask(OWNERS) == [("A1", "Cy"), ("A2", "Bob")]
