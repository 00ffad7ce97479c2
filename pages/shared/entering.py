"""The one door for what people enter: for readers who may, about clients that they see.

Checked here and not only on the screen: a button that is not drawn can still be pressed. What is
written follows the same rules as an imported file. `values` are days, numbers or text by the names
of the table's columns; spaces around a text are cut off.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from data import entered
from data.entered import Change, ChangedMeanwhileError, NotSavedError, check
from data.errors import DataError
from pages.shared import access, database, whose
from pages.shared.text import _, numbers, words

__all__ = ["Change", "ChangedMeanwhileError", "FaultyError", "NotAllowedError", "NotSavedError"]
NEED_THE_RIGHT = ("actions", "events", "targets")  # anybody may give a name to filters
LONGEST, LONGEST_COMMENT = 500, 2000  # letters
Values = Mapping[str, object]


class NotAllowedError(DataError):
    """The reader may not change this, or does not see whose it is."""


class FaultyError(DataError):
    """What was entered breaks a rule; `faults` holds a sentence for each."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(self.faults))


def add(table: str, values: Values, record_id: str | None = None) -> Change:
    """Enter a new record; its key is made unless it is given."""
    who, wanted = _writer(table), _cleaned(values)
    _must_be_right(table, wanted)
    return entered.add(database.folder(), table, wanted, who, record_id)


def edit(table: str, record_id: str, before: Values, after: Values) -> Change | None:
    """Change a record from what the person saw into what they want; None when that is the same.

    Both hold every column, so that the rules can be applied. Raises `ChangedMeanwhileError` when
    somebody else changed the same fields meanwhile; nothing is written then.
    """
    who, seen, wanted = _writer(table), _cleaned(before), _cleaned(after)
    _must_be_seen(table, record_id)
    _must_be_right(table, wanted, seen)
    return entered.edit(database.folder(), table, record_id, seen, wanted, who)


def remove(table: str, record_id: str, seen_at: int | None = None) -> Change:
    """Take a record away; an undo brings it back.

    Raises `ChangedMeanwhileError` when its fields were changed after the change `seen_at`.
    """
    who = _writer(table)
    _must_be_seen(table, record_id)
    return entered.remove(database.folder(), table, record_id, who, seen_at)


def comment(table: str, record_id: str, text: str) -> Change:
    """Say something about a record."""
    who, said = _writer(table), text.strip()
    _must_be_seen(table, record_id)
    if not said:
        raise FaultyError([_("A comment needs at least one letter.")])
    if len(said) > LONGEST_COMMENT:
        raise FaultyError([_too_long("comment", LONGEST_COMMENT)])
    return entered.comment(database.folder(), table, record_id, said, who)


def undo(change: Change) -> Change:
    """Take a change back. Raises `ChangedMeanwhileError` when it was changed again since."""
    who = _writer(change.table)
    _must_be_seen(change.table, change.record_id)
    _must_be_mine(change.fields.get("client_id", ()))
    return entered.undo(database.folder(), change.change_id, who)


def history(table: str, record_id: str | None = None) -> tuple[Change, ...]:
    """What was changed, oldest first, of one record or of all; only what the reader sees.

    What was written about a record while it was of another's client is not theirs to read.
    """
    found = entered.changes(database.folder(), table, record_id)
    seen, came = whose.seen_of(table, found), _came(found)
    return tuple(
        change
        for change in found
        if change.record_id in seen and change.change_id > came.get(change.record_id, 0)
    )


def _came(changes: Iterable[Change]) -> dict[str, int]:
    """By record, the last change that took it from or to a client that the reader may not see."""
    return {
        change.record_id: change.change_id
        for change in changes
        if not whose.are_seen(change.fields.get("client_id", ()))
    }


def newest() -> int:
    """The number of the last change that anybody made: it tells whether there is news."""
    return entered.newest(database.folder())


def today() -> date:
    """The day in the company's time zone: what is entered now is of this day."""
    return datetime.now(ZoneInfo(database.settings().time_zone)).date()


def _writer(table: str) -> str:
    """The name of the reader, when they may change the table."""
    who = access.reader()
    if table in NEED_THE_RIGHT and not who.may_edit:
        raise NotAllowedError(_("You may read this, but not change it."))
    return who.name


def _cleaned(values: Values) -> dict[str, object]:
    return {
        name: (value.strip() or None) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _must_be_seen(table: str, record_id: str) -> None:
    if not whose.is_seen(table, record_id):
        raise NotAllowedError(_("This is not about a client of yours."))


def _must_be_mine(client_ids: Iterable[object]) -> None:
    if not whose.are_seen(client_ids):
        raise NotAllowedError(_("This is not about a client of yours."))


def _must_be_right(table: str, values: Values, seen: Values = MappingProxyType({})) -> None:
    """A client of the reader, the rules of an imported row, no text longer than anybody reads.

    A long text that was `seen` came from a file and may stay.
    """
    if table not in NEED_THE_RIGHT:
        return
    _must_be_mine([values.get("client_id")])
    typed = {name: value for name, value in values.items() if value != seen.get(name)}
    faults = [_too_long(name, LONGEST) for name, value in typed.items() if _is_long(value)]
    if not faults:
        known = database.clients().client_id.tolist()
        faults = [_fault(*fault) for fault in check.faults(table, values, known)]
    if faults:
        raise FaultyError(faults)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST


def _too_long(column: str, most: int) -> str:
    sentence = _("{column}: at most {count} letters.")
    return sentence.format(column=words.column(column), count=numbers.number(most))


def _fault(column: str, expected: str) -> str:
    sentence = _("{column}: {expected}.")
    return sentence.format(column=words.column(column), expected=_(expected))
