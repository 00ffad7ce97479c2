"""What a document says, as plain frozen values: the same for Word and for PDF.

A common format of one of the two writers was rejected: either file would then depend on the other.
Texts are finished, in the reader's language, and safe to print (see `safe.document`).
"""

from typing import NamedTuple


class Paragraph(NamedTuple):
    """One paragraph of our own words."""

    text: str


class Quote(NamedTuple):
    """Another's words, in their own lines."""

    text: str


class Questions(NamedTuple):
    """Numbered questions to be answered."""

    texts: tuple[str, ...]


class Facts(NamedTuple):
    """Labels with their values, two pairs a line."""

    pairs: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """Rows under a head.

    `widths` are shares of the line; `is_tall` leaves room for handwriting; `right` are the columns
    of numbers, which stand at the right.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    is_tall: bool = False
    right: tuple[int, ...] = ()


class Ruled(NamedTuple):
    """Blank ruled lines for the writer, under a label."""

    label: str
    lines: int


Block = Paragraph | Quote | Questions | Facts | Table | Ruled


class Section(NamedTuple):
    """A heading without its number, and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A whole document: `mark` stands at the top of every page, `origin` at its foot."""

    title: str
    subtitle: str
    mark: str
    origin: str
    language: str
    sections: tuple[Section, ...]
