"""Mapping files: plain SQL that turns one raw file into rows of the canonical tables.

A mapping is one `.sql` file. Each statement follows a line that names the table it fills, and is
one SELECT (common table expressions allowed), ended by a semicolon or by the next such line:

    -- table: clients
    select distinct trim("Company") as client_id, trim("Company") as client_name,
        'regular' as segment, 'external' as side
    from raw;

    -- table: tickets
    with events as (select * from raw where "Case ID" is not null)
    select "Case ID" as ticket_id, ..., min(row_number) as row_number
    from events group by all;

- `raw` is the file: every column is text under the name in its header, trimmed; an empty cell is
  null. A repeated header gets `_1`, `_2` (compared without regard to case); an empty header becomes
  `column_N` (N counts from 1).
- `raw.row_number` (bigint) is the row in the file as a spreadsheet numbers it: the header is row 1.
- The columns of the SELECT are those of the table in tables.md, in any order; any type: they are
  turned to text and then checked exactly like the cells of a canonical file (types, required cells,
  scales, references, keys). Columns that the table does not have are ignored and named in the
  summary.
- A SELECT may include `row_number`, so that refused rows are named by their row in the raw file: as
  it is, or `min(row_number)` when rows are aggregated. Without it, refused rows are numbered by
  their place in the result (from 2).
- Text before the first `-- table:` line may hold only comments. A table may be named once. Each
  SELECT sees only `raw`.

The SQL comes from the operator, like the command line; still it runs on a connection of its own
that holds nothing but `raw` and has external access switched off, so a mapping can neither read
other files nor see the warehouse.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from data.errors import DataError
from data.importing.parquet_rows import as_text
from data.importing.rows import NUMBER, Spoiled

MARK = re.compile(r"^--[ \t]*table:[ \t]*(\w+)[ \t]*$", re.MULTILINE | re.IGNORECASE)
COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
BATCH_ROWS = 200_000
MEMORY = "1GB"


class Statement(NamedTuple):
    """One SELECT of a mapping file and the table that it fills."""

    table: str
    sql: str


def read(path: Path, tables: Iterable[str]) -> list[Statement]:
    """The statements of a mapping file in its order. Raises `DataError` for anything else."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"The mapping {path} cannot be read: {error}.") from error
    before, *parts = MARK.split(text)
    if COMMENT.sub("", before).strip() or not parts:
        raise DataError(f"The mapping {path} must begin with a line such as -- table: tickets.")
    statements = [
        Statement(name.lower(), sql) for name, sql in zip(parts[::2], parts[1::2], strict=True)
    ]
    _must_name_tables_once(path, statements, set(tables))
    return [_checked(path, statement) for statement in statements]


def _must_name_tables_once(path: Path, statements: list[Statement], known: set[str]) -> None:
    seen: set[str] = set()
    for statement in statements:
        if statement.table not in known:
            accepted = ", ".join(sorted(known))
            raise DataError(
                f"The mapping {path} fills the unknown table {statement.table}; "
                f"accepted are: {accepted}."
            )
        if statement.table in seen:
            raise DataError(f"The mapping {path} fills the table {statement.table} twice.")
        seen.add(statement.table)


def _checked(path: Path, statement: Statement) -> Statement:
    try:
        parsed = duckdb.extract_statements(statement.sql)
    except duckdb.Error as error:
        raise DataError(_wrong(path, statement, error)) from error
    if [part.type for part in parsed] != [duckdb.StatementType.SELECT]:
        raise DataError(
            f"The mapping {path} must have exactly one SELECT after -- table: {statement.table}."
        )
    return statement


class RawFile:
    """One raw file in a database of its own, where the statements of a mapping are run."""

    def __init__(
        self, names: Sequence[str], batches: Iterable[pa.Table], path: Path, time_zone: str
    ) -> None:
        """Load every row as the table `raw` into a new database at `path`, then lock it down."""
        self._connection = duckdb.connect(path)
        self._connection.execute("set enable_progress_bar = false")
        self._connection.execute("set memory_limit = '" + MEMORY + "'")
        self._connection.execute("set timezone = '" + time_zone + "'")
        self._load((NUMBER, *names), batches)
        self._connection.execute("set enable_external_access = false")
        self._connection.execute("set python_enable_replacements = false")
        self._connection.execute("set lock_configuration = true")

    def _load(self, names: Sequence[str], batches: Iterable[pa.Table]) -> None:
        types = [pa.int64(), *(pa.string() for _ in names[1:])]
        schema = pa.schema(list(zip(names, types, strict=True)))
        self._connection.from_arrow(schema.empty_table()).create("raw")
        for batch in batches:
            self._connection.from_arrow(batch.cast(schema)).insert_into("raw")

    def run(self, path: Path, statement: Statement) -> "MappedRows":
        """The rows of one statement of the mapping at `path`. Raises `DataError`."""
        try:
            relation = self._connection.sql(statement.sql)
            return MappedRows(relation, self._connection, path, statement)
        except duckdb.Error as error:
            raise DataError(_wrong(path, statement, error)) from error


class MappedRows:
    """The result of one statement as rows of text."""

    def __init__(
        self,
        relation: duckdb.DuckDBPyRelation,
        connection: duckdb.DuckDBPyConnection,
        path: Path,
        statement: Statement,
    ) -> None:
        self._relation, self._connection = relation, connection
        self._path, self._statement = path, statement
        names = [column.casefold() for column in relation.columns]
        self._number_at = names.index(NUMBER) if NUMBER in names else None
        self.header = tuple(name for name in names if name != NUMBER)
        self.names = self.header
        self.spoiled: list[Spoiled] = []
        self.share_read = 0.0

    def batches(self) -> Iterator[pa.Table]:
        """See `Rows.batches`."""
        place = 2
        try:
            for batch in self._relation.to_arrow_reader(BATCH_ROWS):
                table = pa.Table.from_batches([batch])
                numbers = pa.array(range(place, place + batch.num_rows), pa.int64())
                place += batch.num_rows
                yield self._numbered(table, numbers)
        except duckdb.Error as error:
            raise DataError(_wrong(self._path, self._statement, error)) from error
        self.share_read = 1.0

    def _numbered(self, table: pa.Table, places: pa.Array) -> pa.Table:
        if self._number_at is None:
            return self._texts(table).add_column(0, NUMBER, places)
        numbers = table.column(self._number_at).cast(pa.int64())
        return self._texts(table.remove_column(self._number_at)).add_column(0, NUMBER, numbers)

    def _texts(self, table: pa.Table) -> pa.Table:
        with self._connection.cursor() as cursor:
            return as_text(cursor, table)


def _wrong(path: Path, statement: Statement, error: Exception) -> str:
    reason = str(error).splitlines()[0]
    return f"The mapping {path} fails at -- table: {statement.table}: {reason}"
