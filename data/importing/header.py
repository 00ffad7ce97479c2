"""The first row of a text file: what separates its cells, and their names.

The separator is the one that cuts the first rows most evenly, not the most frequent sign: a
question in a header may hold more commas than there are columns.
"""

import csv
import io
from pathlib import Path
from typing import NamedTuple

from data.errors import DataError

SEPARATORS = (",", ";", "\t")
SAMPLE_BYTES = 1 << 18
SAMPLE_ROWS = 50


class Header(NamedTuple):
    """The cells of the first row as they are written, and what separates them."""

    cells: list[str]
    separator: str


def read(path: Path) -> Header:
    """The header of a UTF-8 file. Raises `DataError` when the first row is empty."""
    sample = _sample(path)
    headers = {separator: _rows(sample, separator) for separator in SEPARATORS}
    separator = max(SEPARATORS, key=lambda candidate: _evenness(headers[candidate]))
    rows = headers[separator]
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise DataError(
            f"{path} has no header: its first row, with the names of the columns, is empty."
        )
    return Header(rows[0], separator)


def _sample(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(SAMPLE_BYTES).decode("utf-8-sig", errors="ignore")


def _rows(sample: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        return [row for row, _ in zip(reader, range(SAMPLE_ROWS), strict=False)]
    except csv.Error:
        return []


def _evenness(rows: list[list[str]]) -> tuple[float, int]:
    """Share of rows as wide as the header, then that width; a single column is the last resort."""
    if not rows or len(rows[0]) < 2:
        return (-1.0, 1)
    others = [row for row in rows[1:] if row]
    even = sum(len(row) == len(rows[0]) for row in others)
    return (even / len(others) if others else 1.0, len(rows[0]))
