"""Excel workbooks, old and new, as text files: one per sheet.

calamine reads both formats. Dates and whole numbers become the text that a CSV export would hold;
an empty row stays an empty line, so that row numbers are those of the sheet.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from data.errors import DataError

Cell = int | float | str | bool | time | date | datetime | timedelta


def sheets(path: Path, scratch: Path) -> dict[str, Path]:
    """Text files by name of sheet, empty ones left out. Raises `DataError` when damaged."""
    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return dict(_written(workbook, path, scratch))
    except PasswordError as error:
        raise DataError(f"{path} is protected by a password; save it without one.") from error
    except (CalamineError, OSError) as error:
        raise DataError(f"{path} is no whole Excel workbook: {error}.") from error


def _written(workbook: CalamineWorkbook, path: Path, scratch: Path) -> Iterator[tuple[str, Path]]:
    for position, name in enumerate(workbook.sheet_names):
        sheet = workbook.get_sheet_by_index(position)
        if sheet.total_height:
            copy = scratch / f"{path.stem}.{position}.csv"
            _write(sheet, copy)
            yield name, copy


def _write(sheet: CalamineSheet, copy: Path) -> None:
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for row in sheet.to_python(skip_empty_area=False):
            writer.writerow(_texts(row))


def _texts(row: Sequence[Cell]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)
