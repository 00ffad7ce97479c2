"""Parquet files as rows of text, like any other file, so that every format is checked by the same
rules.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet

from data.errors import DataError
from data.importing.rows import NUMBER, Spoiled, unique_names

BATCH_ROWS = 200_000


class ParquetRows:
    """Rows of one Parquet file; times without a zone stay without one."""

    def __init__(self, path: Path, time_zone: str) -> None:
        self._path, self._time_zone = path, time_zone
        self._file = self._open()
        self.header = tuple(self._file.schema_arrow.names)
        self.names = unique_names(self.header)
        self.spoiled: list[Spoiled] = []
        self.share_read = 0.0

    def batches(self) -> Iterator[pa.Table]:
        """See `Rows.batches`; the first row is number 2, as if a header stood above it."""
        next_number, total = 2, max(self._file.metadata.num_rows, 1)
        with duckdb.connect() as connection:
            connection.execute("set timezone = '" + self._time_zone + "'")
            for batch in self._read():
                texts = as_text(connection, batch.rename_columns(list(self.names)))
                numbers = pa.array(range(next_number, next_number + batch.num_rows), pa.int64())
                next_number += batch.num_rows
                self.share_read = (next_number - 2) / total
                yield texts.add_column(0, NUMBER, numbers)
        self.share_read = 1.0

    def _open(self) -> pyarrow.parquet.ParquetFile:
        try:
            return pyarrow.parquet.ParquetFile(self._path)
        except (pa.ArrowException, OSError) as error:
            raise DataError(
                f"{self._path} is no whole Parquet file: {_first_line(error)}."
            ) from error

    def _read(self) -> Iterator[pa.RecordBatch]:
        try:
            yield from self._file.iter_batches(batch_size=BATCH_ROWS)
        except (pa.ArrowException, OSError) as error:
            raise DataError(f"{self._path} is damaged: {_first_line(error)}.") from error


def as_text(connection: duckdb.DuckDBPyConnection, batch: pa.RecordBatch | pa.Table) -> pa.Table:
    """Every column as text, empty text as null."""
    relation = connection.from_arrow(batch)
    return relation.project("nullif(cast(columns(*) as varchar), '')").to_arrow_table()


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(".")
