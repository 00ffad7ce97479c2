"""What an import brings: each file, sheet or statement of a mapping, and the table it fills."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.importing import formats, mapping, recognise
from data.importing.formats import Opened
from data.importing.progress import Progress
from data.importing.rows import NUMBER, Rows
from data.importing.tables import ORDER, Table
from data.settings import Settings

CANONICAL = "canonical"
ID = "row_id"
PART_ROWS = 1 << 16


@dataclass(frozen=True)
class Source:
    """Rows on their way into one table. `places` says which column of `rows` each column is."""

    file: Path
    name: str
    table: Table
    rows: Rows
    places: dict[str, int]
    size: float

    @property
    def present(self) -> tuple[str, ...]:
        """The columns of the table that the file has."""
        return tuple(self.places)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The columns of the file that the table does not have."""
        used = set(self.places.values())
        return tuple(name for at, name in enumerate(self.rows.names) if at not in used)

    def batches(self, progress: Progress) -> Iterator[pa.Table]:
        """Batches of row_id, row_number and the present columns: trimmed, named as in the table."""
        count = 0
        for batch in progress.watched(self.rows, self.size):
            columns = [pc.utf8_trim_whitespace(batch.column(at + 1)) for at in self.places.values()]
            ids = pa.array(np.arange(count, count + batch.num_rows))
            count += batch.num_rows
            table = pa.table([ids, batch.column(0), *columns], names=[ID, NUMBER, *self.places])
            # DuckDB reads the parts of a table side by side, each by one thread.
            yield pa.Table.from_batches(table.to_batches(max_chunksize=PART_ROWS), table.schema)


@dataclass(frozen=True)
class Request:
    """What the operator asked for."""

    files: Sequence[Path]
    named: str | None
    mapping: Path | None
    settings: Settings
    scratch: Path


def plan(request: Request, tables: dict[str, Table], progress: Progress) -> list[Source]:
    """Every source of the import in the order of the tables. Raises `DataError`."""
    if request.mapping is None:
        found = [source for file in request.files for source in _canonical(file, request, tables)]
    else:
        statements = mapping.read(request.mapping, tables)
        found = [
            source
            for file in request.files
            for source in _mapped(file, request, statements, tables, progress)
        ]
    return sorted(found, key=lambda source: ORDER.index(source.table.name))


def _canonical(file: Path, request: Request, tables: dict[str, Table]) -> Iterator[Source]:
    opened = formats.open_file(file, request.scratch, request.settings.time_zone)
    chosen = _sheets(opened, tables) if request.named is None else opened[:1]
    for part in chosen:
        header = part.rows.header
        table = recognise.table_of(file, part.sheet, header, tables, request.named)
        size = file.stat().st_size / len(chosen)
        yield _source(file, CANONICAL, table, part.rows, size)


def _sheets(opened: list[Opened], tables: dict[str, Table]) -> list[Opened]:
    """The sheets that are named as tables, else the first."""
    named = [part for part in opened if recognise.is_named_as_table(part.sheet, tables)]
    return named or opened[:1]


def _mapped(
    file: Path,
    request: Request,
    statements: list[mapping.Statement],
    tables: dict[str, Table],
    progress: Progress,
) -> Iterator[Source]:
    assert request.mapping is not None
    part = formats.open_file(file, request.scratch, request.settings.time_zone)[0]
    progress.doing(f"Reading {file.name}")
    database = request.scratch / f"{os.urandom(4).hex()}.duckdb"
    raw = mapping.RawFile(
        part.rows.names,
        progress.watched(part.rows, file.stat().st_size),
        database,
        request.settings.time_zone,
    )
    for position, statement in enumerate(statements):
        rows = raw.run(request.mapping, statement)
        if position == 0:
            rows.spoiled.extend(part.rows.spoiled)
        table = tables[statement.table]
        recognise.must_have_required(request.mapping, rows.header, table)
        yield _source(file, request.mapping.stem, table, rows, 0)


def _source(file: Path, name: str, table: Table, rows: Rows, size: float) -> Source:
    places = recognise.positions(file, rows.header, table)
    in_order = {column: places[column] for column in table.names if column in places}
    return Source(file, name, table, rows, in_order, size)
