"""Text files become UTF-8 before anything else looks at them.

Excel writes UTF-16 or, on a Chinese system, GB18030. They are decoded here, in a stream into a
scratch file, because DuckDB and Arrow read them only with extensions or not at all. UTF-8 is tried
first: it hardly ever fits by accident. GB18030 fits nearly everything, so that UTF-8 that is merely
damaged (half a file, a copy cut off) must be told from it.
"""

import codecs
from collections.abc import Iterator
from pathlib import Path

from data.errors import DataError

CHUNK = 1 << 22
AROUND = 1 << 16
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def as_utf8(path: Path, scratch: Path) -> Path:
    """The file when it is UTF-8, else a copy that is. Raises `DataError` for other code pages."""
    encodings = _candidates(path)
    _must_not_be_damaged(path, encodings)
    for encoding in encodings:
        if _fits(path, encoding):
            return path if encoding.startswith("utf-8") else _converted(path, encoding, scratch)
    raise DataError(
        f"{path} is no text in {' or '.join(encodings)} that can be read to its end; "
        "save it as CSV in UTF-8."
    )


def _candidates(path: Path) -> list[str]:
    with path.open("rb") as file:
        start = file.read(4096)
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            return [encoding]
    if start[1::2].count(0) > len(start) // 4:
        return ["utf-16-le"]
    if start[0::2].count(0) > len(start) // 4:
        return ["utf-16-be"]
    return ["utf-8", "gb18030"]


def _fits(path: Path, encoding: str) -> bool:
    return _first_misfit(path, encoding) is None


def _first_misfit(path: Path, encoding: str) -> int | None:
    """About where the first byte is that is no text in this encoding; None when all is text."""
    read = 0
    try:
        for _text in _decoded(path, encoding):
            read += CHUNK
    except UnicodeDecodeError as error:
        return min(read + error.start, path.stat().st_size)
    return None


def _must_not_be_damaged(path: Path, encodings: list[str]) -> None:
    """Text whose letters beyond ASCII are nearly all UTF-8 is UTF-8 with a fault in it."""
    if encodings[0] != "utf-8" or (misfit := _first_misfit(path, "utf-8")) is None:
        return
    with path.open("rb") as file:
        file.seek(max(0, misfit - AROUND))
        text = file.read(2 * AROUND).decode("utf-8", errors="replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(not letter.isascii() for letter in text) - wrong
    if right > 4 * wrong:
        raise DataError(
            f"{path} is UTF-8 that is damaged or cut off near byte {misfit:,}; export it again."
        )


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _converted(path: Path, encoding: str, scratch: Path) -> Path:
    copy = scratch / f"{path.stem}.utf-8.csv"
    with copy.open("w", encoding="utf-8", newline="") as file:
        file.writelines(_decoded(path, encoding))
    return copy
