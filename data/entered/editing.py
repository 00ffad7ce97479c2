"""Adding, changing, removing, commenting and undoing: each one line of the log, all or nothing.

What a person changes is compared with what that person saw, field by field: fields that others
changed meanwhile stay theirs, and where both changed the same one nothing is written and both are
told. Raises `NotSavedError` where nothing can be written.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex

from data.entered.changes import (
    Change,
    ChangedMeanwhileError,
    Pair,
    Record,
    folded,
    in_effect,
)
from data.entered.log import append, lines, writing
from data.entered.tables import as_written, must_be_known, plain

PRESENCE = ("add", "remove")


def add(
    folder: Path,
    table: str,
    values: Mapping[str, object],
    who: str,
    record_id: str | None = None,
) -> Change:
    """A new record. Raises `ChangedMeanwhileError` when there is one of this key already."""
    fields: dict[str, Pair] = {
        name: (None, value)
        for name, value in as_written(table, values).items()
        if value is not None
    }
    with writing(folder) as connection:
        key = plain(record_id or f"m-{token_hex(4)}")
        there = in_effect(lines(connection, table, key))
        if there and not folded(there).is_removed:
            raise ChangedMeanwhileError(there[-1:])
        return append(connection, table, key, "add", who, fields)


def edit(
    folder: Path,
    table: str,
    record_id: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    who: str,
) -> Change | None:
    """Change the fields that differ between `before` (as the person saw it) and `after`.

    None when nothing is left to write. Raises `ChangedMeanwhileError` when one of these fields is
    meanwhile neither as seen nor as wanted, or the record was removed.
    """
    seen, wanted = as_written(table, before), as_written(table, after)
    differing = {name: (seen.get(name), new) for name, new in wanted.items()}
    differing = {name: pair for name, pair in differing.items() if pair[0] != pair[1]}
    with writing(folder) as connection:
        known = _of_a_record_that_is_there(connection, table, record_id)
        now = {name: _now(known, name, pair[0]) for name, pair in differing.items()}
        strange = [name for name, pair in differing.items() if now[name] not in pair]
        if strange:
            raise ChangedMeanwhileError(_about(known, strange), strange)
        fields = {name: pair for name, pair in differing.items() if now[name] == pair[0]}
        return append(connection, table, record_id, "edit", who, fields) if fields else None


def remove(
    folder: Path, table: str, record_id: str, who: str, seen_at: int | None = None
) -> Change:
    """Take a record away as it was after the change `seen_at`; None: whatever it is now.

    Raises `ChangedMeanwhileError` when fields were changed after that, or somebody already did.
    """
    must_be_known(table)
    with writing(folder) as connection:
        known = _of_a_record_that_is_there(connection, table, record_id)
        later = [] if seen_at is None else _changed_after(known, seen_at)
        if later:
            raise ChangedMeanwhileError(later)
        return append(connection, table, record_id, "remove", who)


def comment(folder: Path, table: str, record_id: str, text: str, who: str) -> Change:
    """Say something about a record. Raises `ChangedMeanwhileError` when it was removed."""
    must_be_known(table)
    with writing(folder) as connection:
        _of_a_record_that_is_there(connection, table, record_id)
        return append(connection, table, record_id, "comment", who, comment=text)


def undo(folder: Path, change_id: int, who: str) -> Change:
    """Put a change out of effect; undoing an undo puts what it undid into effect again.

    Raises `ChangedMeanwhileError` when it is undone already or what it changed was changed again,
    and `ValueError` for a change that there is not.
    """
    with writing(folder) as connection:
        row = connection.execute(
            "select table_name, record_id from changes where change_id = :id", {"id": change_id}
        ).fetchone()
        if row is None:
            raise ValueError(f"There is no change {change_id}.")
        table, record_id = row
        known = lines(connection, table, record_id)
        change = _change(known, change_id)
        if change.undone_by is not None:
            raise ChangedMeanwhileError([_change(known, change.undone_by)], change.fields)
        first = _first_undone(known, change)
        _must_be_last(known, first)
        fields = _turned(known, first)
        return append(connection, table, record_id, "undo", who, fields, undoes=change_id)


def _of_a_record_that_is_there(
    connection: sqlite3.Connection, table: str, record_id: str
) -> tuple[Change, ...]:
    known = lines(connection, table, record_id)
    holding = in_effect(known)
    if folded(holding).is_removed or (not holding and any(one.kind == "add" for one in known)):
        gone = [one for one in known if one.kind in (*PRESENCE, "undo")]
        raise ChangedMeanwhileError(gone[-1:])
    return known


def _now(known: tuple[Change, ...], name: str, seen: str | None) -> str | None:
    """The value of a field now. What is not of people is of the files: as the person saw it.

    Who saw a value that was taken back saw what the files do not say, or no longer; what the undo
    tells is held against it. Should a file have brought that very value, they are told once.
    """
    values = folded(in_effect(known)).values
    if name in values:
        return values[name]
    told = [one for one in known if name in one.fields]
    taken_back = {one.fields[name][1] for one in told if one.undone_by is not None}
    return told[-1].fields[name][1] if seen in taken_back else seen


def _changed_after(known: tuple[Change, ...], seen_at: int) -> list[Change]:
    """What changed fields since and still holds; also an undo of what was there to be seen."""
    later = [one for one in known if one.change_id > seen_at and one.fields]
    return [
        one
        for one in later
        if one.undone_by is None
        and (one.undoes is None or _first_undone(known, one).change_id <= seen_at)
    ]


def _about(known: tuple[Change, ...], names: list[str]) -> list[Change]:
    """The last change of each of these fields."""
    last = {name: one for one in known for name in names if name in one.fields}
    added = [one for one in known if one.kind == "add"][-1:]
    found = {one.change_id: one for one in (*last.values(), *([] if last else added))}
    return [found[number] for number in sorted(found)]


def _change(known: tuple[Change, ...], change_id: int) -> Change:
    return next(one for one in known if one.change_id == change_id)


def _first_undone(known: tuple[Change, ...], change: Change) -> Change:
    """Of an undo, an undo of an undo and so on: the change that all is about."""
    while change.undoes is not None:
        change = _change(known, change.undoes)
    return change


def _must_be_last(known: tuple[Change, ...], change: Change) -> None:
    later = [
        one for one in in_effect(known) if one.change_id > change.change_id and _meets(one, change)
    ]
    if later:
        raise ChangedMeanwhileError(later, change.fields)


def _meets(one: Change, other: Change) -> bool:
    if "comment" in (one.kind, other.kind):
        return False
    return bool(one.fields.keys() & other.fields.keys()) or bool(
        {one.kind, other.kind} & set(PRESENCE)
    )


def _turned(known: tuple[Change, ...], change: Change) -> dict[str, Pair]:
    """The fields of a change before and after it goes out of effect, or into it again."""
    holding = in_effect(known)
    others = [one for one in holding if one.change_id != change.change_id]
    with_it = _filled(folded(sorted([*others, change], key=_number)), change)
    without = _filled(folded(others), change)
    goes = change in holding
    return {
        name: (with_it[name], without[name]) if goes else (without[name], with_it[name])
        for name in change.fields
    }


def _number(change: Change) -> int:
    return change.change_id


def _filled(record: Record, change: Change) -> dict[str, str | None]:
    return {name: record.values.get(name, pair[0]) for name, pair in change.fields.items()}
