"""Which reader opens a file: how it begins decides, for people rename files; then its ending."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from data.errors import DataError
from data.importing import encoding, json_lines, workbook
from data.importing.csv_rows import CsvRows
from data.importing.parquet_rows import ParquetRows
from data.importing.rows import Rows

ENDINGS = (".csv", ".tsv", ".txt", ".parquet", ".xlsx", ".xls", ".jsonl", ".ndjson")
IN_FOLDERS = tuple(ending for ending in ENDINGS if ending != ".txt")
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ACCEPTED = "CSV, Parquet, Excel and JSON lines"


class Opened(NamedTuple):
    """One table found in a file; `sheet` is its name in a workbook."""

    file: Path
    sheet: str | None
    rows: Rows


def find(paths: Sequence[Path]) -> list[Path]:
    """The files named, folders replaced by the data files in them. Raises `DataError`."""
    files = [file for path in paths for file in _files(path)]
    for file in files:
        _must_be_readable(file)
    return list(dict.fromkeys(files))


def open_file(file: Path, scratch: Path, time_zone: str) -> list[Opened]:
    """The tables in one file, several only in a workbook. Raises `DataError` for other files."""
    with file.open("rb") as stream:
        start = stream.read(8)
    if start.startswith(b"PAR1"):
        return [Opened(file, None, ParquetRows(file, time_zone))]
    if start.startswith((b"PK\x03\x04", OLD_EXCEL)):
        return _workbook(file, scratch)
    if file.suffix.lower() in {".parquet", ".xlsx", ".xls"}:
        raise DataError(f"{file} is named {file.suffix} but does not begin like such a file.")
    return [Opened(file, None, _text(file, scratch))]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(
        file
        for file in path.iterdir()
        if file.suffix.lower() in IN_FOLDERS and not file.name.startswith((".", "~$"))
    )
    if not found:
        raise DataError(f"The folder {path} holds no file to import; accepted are {ACCEPTED}.")
    return found


def _must_be_readable(file: Path) -> None:
    try:
        with file.open("rb") as stream:
            is_empty = not stream.read(1)
    except OSError as error:
        reason = os.strerror(error.errno or errno.EIO)
        raise DataError(f"{file} cannot be read: {reason}.") from error
    if is_empty:
        raise DataError(f"{file} is empty: a header with the names of the columns was expected.")


def _workbook(file: Path, scratch: Path) -> list[Opened]:
    found = workbook.sheets(file, scratch)
    if not found:
        raise DataError(f"{file} is empty: a header with the names of the columns was expected.")
    return [
        Opened(file, sheet, CsvRows(text, scratch, shown=file)) for sheet, text in found.items()
    ]


def _text(file: Path, scratch: Path) -> Rows:
    utf8 = encoding.as_utf8(file, scratch)
    if file.suffix.lower() in {".jsonl", ".ndjson"} or _begins_with_brace(utf8):
        lines = json_lines.as_csv(file, utf8, scratch)
        return CsvRows(lines, scratch, shown=file, first_row=0)
    return CsvRows(utf8, scratch, shown=file)


def _begins_with_brace(utf8: Path) -> bool:
    with utf8.open("rb") as stream:
        return stream.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b'{"')
