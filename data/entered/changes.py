"""One line of the log, and what lines amount to once those undone are left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from data.entered.tables import COLUMNS
from data.errors import DataError

Kind = Literal["add", "edit", "remove", "comment", "undo"]
Pair = tuple[str | None, str | None]
Values = dict[str, str | None]
CLIENT = "client_id"


@dataclass(frozen=True, slots=True)
class Change:
    """Who did what to which record, and when (UTC).

    `fields` tells each field's value before and after, as ISO text or None. `undone_by` is the undo
    that put the change out of effect, None while it holds; `undoes` the change that an undo undid.
    """

    change_id: int
    made_at: datetime
    made_by: str
    table: str
    record_id: str
    kind: Kind
    fields: Mapping[str, Pair]
    comment: str | None = None
    undone_by: int | None = None
    undoes: int | None = None


class NotSavedError(DataError):
    """What was entered could not be kept: the disk is full, or the folder takes no writing."""


class ChangedMeanwhileError(DataError):
    """Somebody else changed the same meanwhile, so nothing was written: `changes` of `fields`."""

    def __init__(self, changes: Sequence[Change], fields: Iterable[str] = ()) -> None:
        self.changes = tuple(changes)
        self.fields = tuple(fields)
        who = ", ".join(sorted({change.made_by for change in changes}))
        what = ", ".join(self.fields) or "the record"
        super().__init__(f"Meanwhile {who} changed {what}, so nothing was written.")


@dataclass
class Record:
    """A record as people left it: `values` of the fields they set, and whether it is there."""

    values: Values = field(default_factory=dict)
    is_added: bool = False
    is_removed: bool = False
    due_days: list[str] = field(default_factory=list)


def settled(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The same lines, each knowing what put it out of effect. `changes`: whole, oldest first."""
    by_id = {change.change_id: change for change in changes}
    undone_by: dict[int, int] = {}
    for change in changes:
        one, is_in_effect = change, True
        while one.undoes is not None:
            if is_in_effect:
                undone_by[one.undoes] = one.change_id
            else:
                undone_by.pop(one.undoes, None)
            one, is_in_effect = by_id[one.undoes], not is_in_effect
    return tuple(replace(one, undone_by=undone_by.get(one.change_id)) for one in changes)


def in_effect(changes: Iterable[Change]) -> list[Change]:
    """The lines that hold, undoing left out. `changes`: settled."""
    return [one for one in changes if one.undone_by is None and one.undoes is None]


def folded(changes: Iterable[Change]) -> Record:
    """What lines in effect make of one record, oldest first."""
    record = Record()
    for change in changes:
        if change.kind == "add":
            blank = dict.fromkeys(COLUMNS[change.table])
            record = Record(values=blank, is_added=True)
        elif change.kind == "remove":
            record.is_removed = True
        record.values.update({name: after for name, (_before, after) in change.fields.items()})
        record.due_days += _new_days(record.due_days, change.fields.get("due_on", (None, None)))
    return record


def comments(changes: Sequence[Change]) -> list[str]:
    """What is said about one record as it stands. `changes`: all of it, settled, oldest first.

    An edit that takes it from a client leaves behind what was said, for what is said of a client
    is not for those who see the next one. Undone, the edit leaves nothing behind, and what was said
    while it held is about a client that the record has no longer.
    """
    client = next((one.fields[CLIENT][0] for one in changes if CLIENT in one.fields), None)
    said: list[tuple[str | None, str]] = []
    for change in changes:
        before, client = change.fields.get(CLIENT, (client, client))
        holds = change.undone_by is None
        if change.kind == "edit" and holds and before not in (None, client):
            said.clear()
        if change.comment is not None and holds:
            said.append((client, change.comment))
    return [text for about, text in said if about in (None, client)]


def _new_days(known: list[str], due: Pair) -> list[str]:
    """The days of a change that differ from the day known before them."""
    found: list[str] = []
    for day in due:
        last = (known + found)[-1:]
        if day is not None and last != [day]:
            found.append(day)
    return found
