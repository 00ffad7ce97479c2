"""The file with the log: opened for each call, and closed before the call returns.

It is made at the first writing; before that there is nothing to read. A write waits for another
one and is on the disk when it returns.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from data.entered import layout
from data.entered.changes import Change, Kind, NotSavedError, Pair, settled
from data.entered.tables import must_be_known, plain
from data.errors import DataError

FILE = "entered.sqlite"
PATIENCE = 30.0  # seconds that a write waits for another one


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection | None]:
    """The file, for reading; None where nobody entered anything. Raises `DataError`."""
    path = folder / FILE
    if not path.exists():
        yield None
        return
    try:
        with closing(_opened(path)) as connection:
            (version,) = connection.execute("pragma user_version").fetchone()
            yield connection if version else None
    except sqlite3.Error as error:
        raise DataError(f"What people entered cannot be read from {path}: {error}.") from error


def _opened(path: Path) -> sqlite3.Connection:
    """Open for reading, also from a disk that cannot be written."""
    connection = _connected(path, "mode=ro")
    try:
        connection.execute("pragma user_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        connection = _connected(path, "immutable=1")
    return connection


@contextmanager
def writing(folder: Path) -> Iterator[sqlite3.Connection]:
    """One transaction, all or nothing. Raises `NotSavedError` when it cannot be kept."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(_connected(path, "mode=rwc")) as connection:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = full")
            with _transaction(connection):
                _lay_out(connection)
                yield connection
    except (sqlite3.Error, OSError) as error:
        raise NotSavedError(
            f"What was entered could not be saved in {folder}, so nothing was changed: {error}."
        ) from error


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk may have rolled it back already
            connection.execute("rollback")
        raise


def _connected(path: Path, how: str) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?{how}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _lay_out(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("pragma user_version").fetchone()
    if not version:
        for statement in layout.STATEMENTS:
            connection.execute(statement)


def copy(folder: Path, target: Path) -> None:
    """Copy the file to another folder as it is at one moment, while others go on writing."""
    with reading(folder) as connection:
        if connection is None:
            return
        with closing(_connected(target / FILE, "mode=rwc")) as copied:
            connection.backup(copied)


def newest(folder: Path) -> int:
    """The number of the last change, 0 where there is none: what was read before still holds."""
    with reading(folder) as connection:
        if connection is None:
            return 0
        (number,) = connection.execute("select max(change_id) from changes").fetchone()
        return int(number or 0)


def changes(folder: Path, table: str, record_id: str | None = None) -> tuple[Change, ...]:
    """The lines about a table, or about one record of it, oldest first."""
    must_be_known(table)
    with reading(folder) as connection:
        return () if connection is None else lines(connection, table, record_id)


def lines(
    connection: sqlite3.Connection, table: str, record_id: str | None = None
) -> tuple[Change, ...]:
    """The same from an open file."""
    rows = connection.execute(
        """
        select
            change_id, made_at, made_by, table_name, record_id, kind, fields, comment, undoes
        from changes
        where table_name = :table and (:record_id is null or record_id = :record_id)
        order by change_id
        """,
        {"table": table, "record_id": record_id},
    ).fetchall()
    return settled([_line(*row) for row in rows])


def _line(
    change_id: int,
    made_at: str,
    made_by: str,
    table: str,
    record_id: str,
    kind: Kind,
    fields: str,
    comment: str | None,
    undoes: int | None,
) -> Change:
    pairs: Mapping[str, Pair] = {
        name: (before, after) for name, (before, after) in json.loads(fields).items()
    }
    moment = datetime.fromisoformat(made_at)
    return Change(change_id, moment, made_by, table, record_id, kind, pairs, comment, undoes=undoes)


def append(
    connection: sqlite3.Connection,
    table: str,
    record_id: str,
    kind: Kind,
    who: str,
    fields: Mapping[str, Pair] | None = None,
    comment: str | None = None,
    undoes: int | None = None,
) -> Change:
    """Write one line in the open transaction and give it back."""
    cursor = connection.execute(
        """
        insert into changes
            (made_at, made_by, table_name, record_id, kind, fields, comment, undoes)
        values
            (:made_at, :made_by, :table, :record_id, :kind, :fields, :comment, :undoes)
        """,
        {
            "made_at": datetime.now(UTC).isoformat(),
            "made_by": plain(who),
            "table": table,
            "record_id": record_id,
            "kind": kind,
            "fields": json.dumps(fields or {}, ensure_ascii=False),
            "comment": None if comment is None else plain(comment),
            "undoes": undoes,
        },
    )
    written = lines(connection, table, record_id)
    return next(line for line in written if line.change_id == cursor.lastrowid)
