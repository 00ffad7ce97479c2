"""Text files become UTF-8 before anything else looks at them.

Excel writes UTF-16 or, on a Chinese system, GB18030. They are decoded here, in a stream into a
scratch file, because DuckDB and Arrow read them only with extensions or not at all. UTF-8 is tried
first: it hardly ever fits by accident.
"""

import codecs
from collections.abc import Iterator
from pathlib import Path

from data.errors import DataError

CHUNK = 1 << 22
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def as_utf8(path: Path, scratch: Path) -> Path:
    """The file when it is UTF-8, else a copy that is. Raises `DataError` for other code pages."""
    encodings = _candidates(path)
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
    try:
        for _text in _decoded(path, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


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
