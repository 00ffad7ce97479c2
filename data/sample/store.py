"""Puts frames into the tables, and tells how far it is.

Frames are handed to DuckDB's own insertion, column by column in the order of the table, so that no
SQL is put together here and a column that the schema has and the sample lacks fails at once.
"""

from collections import Counter
from collections.abc import Iterator

import duckdb
import pandas as pd
from tqdm import tqdm

from data.sample.horizon import import_moment

CHUNK = 200_000


class Store:
    """The tables of one build while the sample is written."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, expected: int, progress: bool
    ) -> None:
        self._connection = connection
        self._counts: Counter[str] = Counter()
        self._bar = tqdm(
            total=expected, unit="row", unit_scale=True, desc="Sample", disable=not progress
        )

    def write(self, table: str, frame: pd.DataFrame) -> None:
        """Append rows; the frame has every column of the table."""
        if len(frame):
            columns = self._connection.table(table).columns
            self._connection.from_df(frame[columns]).insert_into(table)
        self._counts[table] += len(frame)
        self._bar.update(len(frame))

    def finish(self, time_zone: str) -> None:
        """Say in `imports` what was brought, at the fixed moment of the sample."""
        self._bar.close()
        rows = [_brought(table, count, time_zone) for table, count in self._counts.items()]
        self.write("imports", pd.DataFrame(rows))


def _brought(table: str, count: int, time_zone: str) -> dict[str, object]:
    return {
        "import_id": "sample",
        "imported_at": import_moment(time_zone),
        "file": "sample",
        "source": "sample",
        "table_name": table,
        "read_count": count,
        "inserted_count": count,
        "updated_count": 0,
        "unchanged_count": 0,
        "refused_count": 0,
        "rejects_path": None,
    }


def chunks(total: int, size: int = CHUNK) -> Iterator[tuple[int, range]]:
    """Number and rows of each chunk, the last one shorter."""
    for number, start in enumerate(range(0, total, size)):
        yield number, range(start, min(start + size, total))
