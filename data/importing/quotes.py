"""Rows whose quotes do not match are cut out, so that they cannot swallow the rows after them.

Arrow reads leniently: after a quote that is never closed, the rest of the file becomes one cell
without a word. So the quotes of a file that has any are checked first. A row that breaks them is
replaced by a marker that no header fits: it is refused under its own number, and reading goes on
with the next line.
"""

import re
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path

from data.importing import spoiled

CHUNK = 1 << 22
TOGETHER = 1000  # rows: a pattern remembers where it could go back to in all that it matched
LINE_END = rb"(?:\r\n|\n|\r|\Z)"


def with_broken_rows_marked(path: Path, separator: str, width: int, scratch: Path) -> Path:
    """The file when its quotes match, else a copy with a marker for each row that breaks them."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as text:
        if text.find(b'"') < 0 or not any(is_broken for is_broken, _, _ in _spans(text, separator)):
            return path
        copy = scratch / f"{path.stem}.quotes.csv"
        with copy.open("wb") as marked:
            for is_broken, start, end in _spans(text, separator):
                if is_broken:
                    line = text[start:end].decode(errors="replace")
                    marked.write(spoiled.marker(spoiled.QUOTES, line, separator, width).encode())
                else:
                    marked.writelines(_parts(text, start, end))
    return copy


def _spans(text: mmap, separator: str) -> Iterator[tuple[bool, int, int]]:
    """The file in spans: runs of well-formed rows, and single lines that are none (True)."""
    rows, line_end = _well_formed_rows(separator), re.compile(LINE_END)
    start = 0
    while start < len(text):
        end = _end(rows.match(text, start))
        if is_broken := end == start:
            end = _end(line_end.search(text, start))
        yield is_broken, start, end
        start = end


def _well_formed_rows(separator: str) -> re.Pattern[bytes]:
    """The well-formed rows that follow each other (RFC 4180, any line end), as many as `TOGETHER`.

    Possessive groups, which take any number of rows at once, were rejected: before Python 3.11.5
    they match what they should not.
    """
    sign = re.escape(separator).encode()
    cell = rb'(?:"[^"]*+(?:""[^"]*+)*"|(?!")[^%b\r\n]*+)' % sign
    row = rb"(?!\Z)%b(?:%b%b)*%b" % (cell, sign, cell, LINE_END)
    return re.compile(rb"(?:%b){0,%d}" % (row, TOGETHER))


def _end(match: re.Match[bytes] | None) -> int:
    assert match is not None  # both patterns match everywhere, if only nothing
    return match.end()


def _parts(text: mmap, start: int, end: int) -> Iterator[bytes]:
    for part in range(start, end, CHUNK):
        yield text[part : min(part + CHUNK, end)]
