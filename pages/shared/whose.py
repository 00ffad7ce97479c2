"""Whose the records are that people change, so that nobody changes or reads another's.

A record without a client is everybody's. One that was taken away belongs to every client that it
was ever said to belong to; where nothing tells, only to those who see all clients.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

import queries
from data import entered
from data.entered import Change
from pages.shared import access, database

WITH_CLIENTS = ("actions", "events")
QUESTION = "meeting/whose"


def are_seen(client_ids: Iterable[object]) -> bool:
    """Does the reader see each of these clients? None is nobody's, and so everybody's."""
    seen = access.reader().client_ids
    return seen is None or all(one is None or one in seen for one in client_ids)


def is_seen(table: str, record_id: str) -> bool:
    """Does the reader see the record, whether it is there or was taken away?"""
    return bool(seen_of(table, entered.changes(database.folder(), table, record_id), record_id))


def seen_of(table: str, changes: tuple[Change, ...], *others: str) -> frozenset[str]:
    """The records among those of the changes (and others) that the reader sees."""
    named = {change.record_id for change in changes} | {*others}
    if table not in WITH_CLIENTS or access.reader().client_ids is None:
        return frozenset(named)
    owned = _owned(table)
    return frozenset(
        one for one in named if _is_seen(owned.get(one), [c for c in changes if c.record_id == one])
    )


def _is_seen(owned: tuple[object, bool] | None, changes: list[Change]) -> bool:
    """`owned`: the client it has, or had in the files, and whether it is still there."""
    if owned is not None and owned[1]:
        return are_seen([owned[0]])
    if owned is None and not any(change.kind == "add" for change in changes):
        return False
    named = [one for change in changes for one in change.fields.get("client_id", ())]
    return are_seen(named if owned is None else [*named, owned[0]])


def _owned(table: str) -> dict[str, tuple[object, bool]]:
    """The client of each record that is there or came from a file, and whether it is there."""
    rows = _rows()
    rows = rows[rows.table_name == table]
    clients = [one if isinstance(one, str) else None for one in rows.client_id]
    pairs = zip(clients, rows.is_there.astype(bool), strict=True)
    return dict(zip(rows.record_id, pairs, strict=True))


def _rows() -> pd.DataFrame:
    asked = queries.question(QUESTION)
    given: dict[str, Any] = dict(entered.bound(database.folder(), asked.binds))
    return queries.run(database.connection(), QUESTION, database.settings(), **given)
