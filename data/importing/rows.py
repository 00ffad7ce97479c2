"""What every reader hands over: rows of text with the number that a spreadsheet would show beside
them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import pyarrow as pa

NUMBER = "row_number"


class Spoiled(NamedTuple):
    """A row that could not be cut into cells: its number, its text and what was expected."""

    row: int
    value: str
    expected: str


class Rows(Protocol):
    """A table of text in some file."""

    @property
    def header(self) -> Sequence[str]:
        """The header as written, trimmed: names may repeat or be empty."""

    @property
    def names(self) -> Sequence[str]:
        """The header, trimmed, each name once (compared without regard to case)."""

    @property
    def spoiled(self) -> list[Spoiled]:
        """Rows left out so far; complete once `batches` has ended."""

    @property
    def share_read(self) -> float:
        """How much of the file has been read, 0 to 1."""

    def batches(self) -> Iterator[pa.Table]:
        """Tables of `row_number` (int64) and every column (string or null); no blank rows."""


def unique_names(header: Sequence[str]) -> tuple[str, ...]:
    """The header trimmed; a repeated name gets _1, _2; an empty one becomes column_N (from 1)."""
    seen = {NUMBER}
    names = []
    for position, cell in enumerate(header, start=1):
        name = unused(cell.strip() or "_".join(("column", str(position))), seen)
        seen.add(name.casefold())
        names.append(name)
    return tuple(names)


def unused(name: str, seen: set[str]) -> str:
    """The name, or the first of name_1, name_2 … that is not among those seen (casefolded)."""
    candidate, repeat = name, 0
    while candidate.casefold() in seen:
        repeat += 1
        candidate = f"{name}_{repeat}"
    return candidate
