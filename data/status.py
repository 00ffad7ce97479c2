"""What the warehouse holds: tables, rows, newest record, last imports, what was refused, failed
checks.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from data import checks, entered, warehouse
from data.checks import Failure
from data.errors import DataError
from data.importing.tables import ORDER
from data.rows import only_row
from data.settings import Settings

IMPORTS_SHOWN = 10
# The column that says when a row came to be, where a table has one.
MOMENTS = {
    "responses": "answered_at",
    "invitations": "sent_at",
    "tickets": "opened_at",
    "pauses": "paused_at",
    "complaints": "received_at",
    "complaint_steps": "done_at",
    "promises": "promised_on",
    "actions": "raised_on",
    "competitor_scores": "scored_on",
    "events": "happened_on",
    "revenue": "month",
}


@dataclass(frozen=True)
class TableStatus:
    """One table: how many rows, and the day of the newest where its rows have one."""

    table: str
    rows: int
    newest_on: date | None


@dataclass(frozen=True)
class ImportStatus:
    """One import of one file into one table."""

    import_id: str
    imported_at: datetime
    file: str
    source: str
    table: str
    read: int
    inserted: int
    updated: int
    unchanged: int
    refused: int
    rejects: str | None


@dataclass(frozen=True)
class EnteredStatus:
    """What people entered of one table: records touched, changes made, and when last (UTC)."""

    table: str
    records: int
    changes: int
    newest_at: datetime


@dataclass(frozen=True)
class Status:
    """The state of one warehouse."""

    folder: Path
    build: str
    tables: tuple[TableStatus, ...]
    newest_on: date | None
    imports: tuple[ImportStatus, ...]
    failures: tuple[Failure, ...]
    entered: tuple[EnteredStatus, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The object that `status --json` prints; times and days become ISO text."""
        return {
            "database": str(self.folder),
            "build": self.build,
            "newest_on": self.newest_on,
            "tables": [asdict(table) for table in self.tables],
            "imports": [asdict(one) for one in self.imports],
            "failed_checks": [failure._asdict() for failure in self.failures],
            "entered": [asdict(one) for one in self.entered],
        }

    def lines(self) -> list[str]:
        """The state as a person reads it."""
        return [
            f"{self.folder}: {self.build}, newest record {self.newest_on or 'none'}",
            *(_table_line(table) for table in self.tables if table.rows),
            *(_entered_line(one) for one in self.entered),
            "Last imports:",
            *(_import_line(one) for one in self.imports),
            "Failed checks:" if self.failures else "Every check holds.",
            *(_failure_line(failure) for failure in self.failures),
        ]


def status(folder: Path, settings: Settings) -> Status:
    """Look at the warehouse that is served. Raises `DataError` where there is none."""
    build = warehouse.current(folder)
    if build is None:
        raise DataError(
            f"There is no warehouse at {folder}; python -m data import or sample makes it."
        )
    with warehouse.connect(build, settings) as connection:
        tables = tuple(_table(connection, name) for name in ORDER)
        newest = [table.newest_on for table in tables if table.newest_on is not None]
        return Status(
            folder,
            build.name,
            tables,
            max(newest, default=None),
            _imports(connection),
            tuple(checks.failed(connection, settings)),
            _entered(folder),
        )


def _entered(folder: Path) -> tuple[EnteredStatus, ...]:
    logs = {table: entered.changes(folder, table) for table in entered.TABLES}
    return tuple(
        EnteredStatus(table, len({line.record_id for line in lines}), len(lines), lines[-1].made_at)
        for table, lines in logs.items()
        if lines
    )


def _table(connection: duckdb.DuckDBPyConnection, name: str) -> TableStatus:
    table = connection.table(name)
    moment = MOMENTS.get(name)
    newest = "null" if moment is None else "max(" + moment + ")::date"
    return TableStatus(name, *only_row(table.aggregate("count(*), " + newest)))


def _imports(connection: duckdb.DuckDBPyConnection) -> tuple[ImportStatus, ...]:
    rows = connection.execute(
        """
        select
            import_id, imported_at, file, source, table_name, read_count, inserted_count,
            updated_count, unchanged_count, refused_count, rejects_path
        from imports
        order by imported_at desc, import_id, file, table_name
        limit $shown
        """,
        {"shown": IMPORTS_SHOWN},
    ).fetchall()
    return tuple(ImportStatus(*row) for row in rows)


def _table_line(table: TableStatus) -> str:
    newest = "" if table.newest_on is None else f", newest {table.newest_on}"
    return f"  {table.table}: {table.rows:,} rows{newest}"


def _entered_line(one: EnteredStatus) -> str:
    return (
        f"  entered by people, {one.table}: {one.records:,} records in {one.changes:,} changes, "
        f"last {one.newest_at:%Y-%m-%d %H:%M} UTC"
    )


def _import_line(one: ImportStatus) -> str:
    refused = f", {one.refused:,} refused" if one.refused else ""
    listed = f" ({one.rejects})" if one.refused and one.rejects else ""
    return (
        f"  {one.imported_at:%Y-%m-%d %H:%M} {one.file} → {one.table}: {one.read:,} read, "
        f"{one.inserted:,} new, {one.updated:,} changed{refused}{listed}"
    )


def _failure_line(failure: Failure) -> str:
    return f"  {failure.name}: {failure.title} ({failure.row_count:,} found)"
