"""Files to take away: a frame in, bytes out, no widgets.

A CSV keeps the question's own column names, so that it can be read by programs; an Excel file is
for people and explains itself on a second sheet. Text that a spreadsheet would run as a formula is
defused; numbers stay numbers. Neither file holds more than the frame given.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from numbers import Real
from typing import NamedTuple

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pages.shared.text import _
from queries.cells import defused

ROWS_PER_SHEET = 1_048_575
LONGEST_TEXT = 32_767
_IN_MEMORY = 20_000
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """The frame as CSV: UTF-8 with a byte order mark (Excel needs it), dates as ISO text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([defused(str(column)) for column in frame.columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in _rows(frame))
    return text.getvalue().encode("utf-8-sig")


def excel_bytes(frame: pd.DataFrame, about: Sequence[tuple[str, str]] = ()) -> bytes:
    """The frame as an Excel workbook; `about` (label, text) fills the sheet that explains it.

    Rows beyond what a sheet holds go on to further sheets.
    """
    file = io.BytesIO()
    large = len(frame) > _IN_MEMORY
    with xlsxwriter.Workbook(file, {**_OPTIONS, "constant_memory": large}) as book:
        formats = _Formats(book)
        for start in range(0, max(len(frame), 1), ROWS_PER_SHEET):
            part = frame.iloc[start : start + ROWS_PER_SHEET]
            name = _("Data") if start == 0 else f"{_('Data')} {start // ROWS_PER_SHEET + 1}"
            _write_table(book.add_worksheet(name), part, formats)
        _write_about(book.add_worksheet(_("About")), about, formats)
    return file.getvalue()


class Sheet(NamedTuple):
    """A table of a workbook; `name` is one that Excel allows, and unique."""

    name: str
    frame: pd.DataFrame


def book_bytes(
    about: Sequence[tuple[str, str]], contents: pd.DataFrame, sheets: Sequence[Sheet]
) -> bytes:
    """Several tables as one workbook: `contents` first, one row per sheet, then what it is."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        formats = _Formats(book)
        _write_table(book.add_worksheet(_("Contents")), contents, formats)
        _write_about(book.add_worksheet(_("About")), about, formats)
        for sheet in sheets:
            part = sheet.frame.head(ROWS_PER_SHEET)
            _write_table(book.add_worksheet(sheet.name), part, formats)
    return file.getvalue()


class _Formats:
    """The few cell formats of a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.label: Format = book.add_format({"bold": True, "valign": "top"})
        self.text: Format = book.add_format({"text_wrap": True, "valign": "top"})


def _rows(frame: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    return frame.itertuples(index=False, name=None)


def _is_missing(cell: object) -> bool:
    return cell is None or cell is pd.NaT or cell is pd.NA or cell != cell


def _moment(cell: datetime) -> str:
    if (cell.hour, cell.minute, cell.second, cell.microsecond) == (0, 0, 0, 0):
        return cell.date().isoformat()
    return cell.strftime("%Y-%m-%d %H:%M:%S")


def _csv_cell(cell: object) -> object:
    if isinstance(cell, Real):
        return "" if _is_missing(cell) else cell
    if _is_missing(cell):
        return ""
    if isinstance(cell, datetime):
        return _moment(cell)
    return cell.isoformat() if isinstance(cell, date) else defused(str(cell))


def _write_table(sheet: Worksheet, frame: pd.DataFrame, formats: _Formats) -> None:
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(frame.columns):
        sheet.set_column(position, position, _width(str(column), frame[column].head(200)))
        sheet.write_string(0, position, str(column), formats.head)
    for row, cells in enumerate(_rows(frame), start=1):
        for position, cell in enumerate(cells):
            _write_cell(sheet, row, position, cell, formats)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: object, formats: _Formats) -> None:
    if _is_missing(cell):
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, Real) and abs(float(cell)) != float("inf"):
        sheet.write_number(row, column, float(cell))
    elif isinstance(cell, date) and len(_iso(cell)) == len("2026-11-15"):
        sheet.write_datetime(row, column, datetime.fromisoformat(_iso(cell)), formats.day)
    else:
        text = _iso(cell) if isinstance(cell, date) else str(cell)
        sheet.write_string(row, column, text[:LONGEST_TEXT])


def _iso(cell: date) -> str:
    return _moment(cell) if isinstance(cell, datetime) else cell.isoformat()


def _width(head: str, cells: pd.Series) -> float:
    """Column width in characters; a Chinese character is as wide as two."""
    longest = max((_columns(str(cell)) for cell in cells), default=0)
    return float(min(max(longest, min(_columns(head), 16), 8) + 2, 60))


def _columns(text: str) -> int:
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)


def _write_about(sheet: Worksheet, about: Sequence[tuple[str, str]], formats: _Formats) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    for row, (label, text) in enumerate(about):
        sheet.write_string(row, 0, label, formats.label)
        sheet.write_string(row, 1, text[:LONGEST_TEXT], formats.text)
