"""The tables that people enter, their columns, and how a value is written in the log."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

import pandas as pd

TABLES = ("actions", "events", "targets", "views")
KEYS = MappingProxyType(
    {"actions": "action_id", "events": "event_id", "targets": "target_id", "views": "name"}
)
# Without the key. A view takes whatever its filters are called.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "actions": ("client_id", "raised_on", "what", "owner", "due_on", "done_on"),
        "events": ("happened_on", "label", "client_id"),
        "targets": ("measure", "value", "segment", "begins_on", "ends_on"),
        "views": (),
    }
)
NUMBERS = frozenset({"value"})


def as_written(table: str, values: Mapping[str, object]) -> dict[str, str | None]:
    """The values as the log keeps them: ISO text, or None where there is none.

    Raises `ValueError` for a table or a column that there is not.
    """
    must_be_known(table)
    unknown = set(values) - set(COLUMNS[table])
    if COLUMNS[table] and unknown:
        raise ValueError(f"{table} has no column {', '.join(sorted(unknown))}.")
    return {name: _written(name, value) for name, value in values.items()}


def must_be_known(table: str) -> None:
    """Raises `ValueError` for a table that people cannot enter."""
    if table not in TABLES:
        raise ValueError(f"Nobody enters {table!r}; there are {', '.join(TABLES)}.")


def plain(text: str) -> str:
    """Text that SQLite and JSON both take: without NUL and without halves of a character."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def _written(name: str, value: object) -> str | None:
    if value is None or value is pd.NaT or value != value:
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = plain(str(value))
    return _number(text) if name in NUMBERS else text or None


def _number(text: str) -> str | None:
    """0.80 and 0.8 are one value."""
    try:
        return repr(float(text))
    except ValueError:
        return text or None
