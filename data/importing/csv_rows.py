"""Delimited text as rows: Arrow's streaming reader, every column text, each row under its number.

Arrow was chosen over DuckDB's own reader because it hands every row that does not fit the header,
with its number, to a function, and because a row number can be put beside each row without sorting.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from data.errors import DataError
from data.importing import header, quotes, spoiled
from data.importing.rows import NUMBER, Spoiled, unique_names

BLOCK_BYTES = 1 << 24


class CsvRows:
    """Rows of one delimited text file in UTF-8; `shown` is the file that messages name."""

    def __init__(self, path: Path, scratch: Path, *, shown: Path, first_row: int = 1) -> None:
        self._shown, self._first_row = shown, first_row
        cells, self._separator = header.read(path)
        self.names = unique_names(cells)
        self.header = tuple(cell.strip() for cell in cells)
        self._path = quotes.with_broken_rows_marked(path, self._separator, len(cells), scratch)
        self.spoiled: list[Spoiled] = []
        self._spoiled_numbers: list[int] = []
        self.share_read = 0.0

    def batches(self) -> Iterator[pa.Table]:
        """See `Rows.batches`. Raises `DataError` for a cell that is larger than a block."""
        size = max(self._path.stat().st_size, 1)
        next_number = 1
        with pa.OSFile(str(self._path)) as file:
            for batch in self._parsed(file):
                numbers = self._numbers(next_number, batch.num_rows)
                next_number = int(numbers[-1]) + 1 if len(numbers) else next_number
                self.share_read = file.tell() / size
                yield self._without_header_and_blanks(batch, numbers)
        self.share_read = 1.0

    def _parsed(self, file: pa.NativeFile) -> Iterator[pa.RecordBatch]:
        try:
            yield from pyarrow.csv.open_csv(
                file,
                read_options=pyarrow.csv.ReadOptions(
                    use_threads=False, block_size=BLOCK_BYTES, column_names=list(self.names)
                ),
                parse_options=pyarrow.csv.ParseOptions(
                    delimiter=self._separator,
                    newlines_in_values=True,
                    ignore_empty_lines=False,
                    invalid_row_handler=self._spoil,
                ),
                convert_options=pyarrow.csv.ConvertOptions(
                    column_types={name: pa.string() for name in self.names},
                    null_values=[""],
                    strings_can_be_null=True,
                ),
            )
        except pa.ArrowInvalid as error:
            raise DataError(f"{self._shown} cannot be read as a table of text: {error}.") from error

    def _spoil(self, row: pyarrow.csv.InvalidRow) -> str:
        self._spoiled_numbers.append(row.number)
        value, reason = spoiled.told(row.text, row.actual_columns, row.expected_columns)
        self.spoiled.append(Spoiled(row.number + self._first_row - 1, value, reason))
        return "skip"

    def _numbers(self, start: int, count: int) -> np.ndarray:
        """Row numbers of the next rows read: those from `start` on that no spoiled row took."""
        del self._spoiled_numbers[: bisect_left(self._spoiled_numbers, start)]
        taken = np.array(self._spoiled_numbers, dtype=np.int64)
        end = start + count
        while end != (wider := start + count + int((taken < end).sum())):
            end = wider
        return np.setdiff1d(np.arange(start, end, dtype=np.int64), taken, assume_unique=True)

    def _without_header_and_blanks(self, batch: pa.RecordBatch, numbers: np.ndarray) -> pa.Table:
        shown_numbers = pa.array(numbers + self._first_row - 1)
        table = pa.Table.from_batches([batch]).add_column(0, NUMBER, shown_numbers)
        table = table.slice(1) if len(numbers) and numbers[0] == 1 else table
        columns = table.columns[1:]
        if any(column.null_count == 0 for column in columns):
            return table
        blank = reduce(pc.and_, (pc.is_null(column) for column in columns))
        return table.filter(pc.invert(blank))
