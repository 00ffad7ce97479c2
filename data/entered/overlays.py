"""What people entered, as JSON for SQL: `data/entered.sql` lays it over the imported rows."""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from data.entered.changes import Change, comments, folded, in_effect
from data.entered.log import changes, newest
from data.entered.tables import COLUMNS, KEYS

PREFIX = "entered_"
# As questions bind them.
OVERLAYS = (f"{PREFIX}actions", f"{PREFIX}events", f"{PREFIX}targets")


def overlay(folder: Path, table: str) -> str:
    """A list of one object per record that people touched.

    Each has the key, every column (text or null), `edited` (names of the columns that people set),
    `is_added`, `is_removed`, `comment_count` and `last_comment`; an action also `first_due_on`, the
    day before its date was first changed, and `moved_count`, how often it was changed.
    """
    return _written(folder, table, newest(folder))


def bound_by(names: Iterable[str]) -> list[str]:
    """Those of the values that a question binds which come from the store."""
    return [name for name in names if name in OVERLAYS]


def bound(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """What a question that binds `names`, such as `entered_actions`, is given of the store."""
    return {name: overlay(folder, name.removeprefix(PREFIX)) for name in bound_by(names)}


@lru_cache(maxsize=32)  # every question of a page asks for it again
def _written(folder: Path, table: str, newest_change: int) -> str:
    if not newest_change:
        return "[]"
    records: dict[str, list[Change]] = {}
    for change in changes(folder, table):
        records.setdefault(change.record_id, []).append(change)
    rows = [_row(table, key, lines) for key, lines in records.items() if in_effect(lines)]
    return json.dumps(rows, ensure_ascii=False)


def _row(table: str, key: str, lines: list[Change]) -> dict[str, object]:
    record, said = folded(in_effect(lines)), comments(lines)
    row: dict[str, object] = {
        KEYS[table]: key,
        **dict.fromkeys(COLUMNS[table]),
        **record.values,
        "edited": list(record.values),
        "is_added": record.is_added,
        "is_removed": record.is_removed,
        "comment_count": len(said),
        "last_comment": said[-1] if said else None,
    }
    if table == "actions":
        row["first_due_on"] = record.due_days[0] if record.due_days else None
        row["moved_count"] = max(len(record.due_days) - 1, 0)
    return row
