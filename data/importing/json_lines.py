"""JSON lines as a text file: one object a line; the keys of all together are the columns."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from data.errors import DataError
from data.importing import spoiled


def as_csv(path: Path, utf8: Path, scratch: Path) -> Path:
    """A text file with a header above the lines: its row n + 1 is line n. Raises `DataError`."""
    columns = _columns(path, utf8)
    copy = scratch / f"{path.stem}.lines.csv"
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for text in _lines(utf8):
            line = _object(text)
            if line is None:
                said = text.decode(errors="replace")
                file.write(spoiled.marker(spoiled.JSON, said, ",", len(columns)))
            else:
                writer.writerow([_text(line.get(column)) for column in columns])
    return copy


def _columns(path: Path, utf8: Path) -> list[str]:
    columns: dict[str, None] = {}
    for text in _lines(utf8):
        columns.update(dict.fromkeys(_object(text) or {}))
    if not columns:
        raise DataError(f"{path} holds no JSON lines: one object a line was expected.")
    return list(columns)


def _lines(utf8: Path) -> Iterator[bytes]:
    with utf8.open("rb") as file:
        for text in file:
            yield text.removeprefix(b"\xef\xbb\xbf").strip()


def _object(text: bytes) -> dict[str, Any] | None:
    """The object of a line, empty for a blank line, None when it is no object."""
    try:
        value = orjson.loads(text or b"{}")
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else orjson.dumps(value).decode()
