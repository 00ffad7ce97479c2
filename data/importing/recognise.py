"""Which canonical table a file holds: by `--as`, by its name, else by its header.

A header is recognised when it has the required columns of exactly one table; guessing among several
was rejected, because a wrong guess fills the wrong table without a word.
"""

from collections.abc import Sequence
from pathlib import Path

from data.errors import DataError
from data.importing.tables import Table


def table_of(
    file: Path,
    sheet: str | None,
    header: Sequence[str],
    tables: dict[str, Table],
    named: str | None,
) -> Table:
    """The table a file or sheet holds. Raises `DataError` naming what is missing or what to do."""
    name = named or _by_name(sheet, tables) or _by_name(file.stem, tables)
    table = tables[name] if name else _by_header(file, header, tables)
    must_have_required(file, header, table)
    return table


def is_named_as_table(name: str | None, tables: dict[str, Table]) -> bool:
    """Does a file or sheet of this name hold the table of that name?"""
    return _by_name(name, tables) is not None


def positions(file: Path, header: Sequence[str], table: Table) -> dict[str, int]:
    """Where in the header each column of the table stands. Raises `DataError` for repeated ones."""
    places: dict[str, int] = {}
    for position, name in enumerate(_folded(header)):
        if name in places:
            raise DataError(f"{file} names the column {name} twice; keep the one that is meant.")
        if name in table.names:
            places[name] = position
    return places


def _by_name(name: str | None, tables: dict[str, Table]) -> str | None:
    folded = (name or "").strip().casefold()
    return folded if folded in tables else None


def _by_header(file: Path, header: Sequence[str], tables: dict[str, Table]) -> Table:
    found = [table for table in tables.values() if not _missing(header, table)]
    if len(found) == 1:
        return found[0]
    fitting = " and ".join(table.name for table in found)
    problem = (
        f"fits several tables ({fitting})"
        if found
        else "is not recognised by its name or its header"
    )
    raise DataError(
        f"{file} {problem}; name it after its table (such as clients.csv), "
        "say --as TABLE, or give a --mapping."
    )


def must_have_required(file: Path, header: Sequence[str], table: Table) -> None:
    """Raises `DataError` naming the required columns that the header lacks."""
    missing = _missing(header, table)
    if missing:
        raise DataError(
            f"{file} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}, "
            f"which {table.name} must have; its header (row 1) has: {', '.join(header)[:300]}."
        )


def _missing(header: Sequence[str], table: Table) -> list[str]:
    present = set(_folded(header))
    return [name for name in table.required if name not in present]


def _folded(header: Sequence[str]) -> list[str]:
    return [cell.strip().casefold() for cell in header]
