"""Text broken into lines as both scripts want it.

Latin text breaks between words, Chinese between any two characters, but a line never begins with a
closing mark nor ends with an opening one. Breaking by spaces alone, as PDF libraries do, leaves
half-empty lines where Chinese follows Latin.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator

Measure = Callable[[str], float]

_HAN = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_PIECE = re.compile(rf"\s+|[{_HAN}]|[^\s{_HAN}]+")
_CLOSING = frozenset("，。、；：？！）】》〉」』”’…·,.;:?!)]}%")
_OPENING = frozenset("（【《〈「『“‘([{")
_INVISIBLE = ("Cf", "Mn", "Cc")


def printable(text: str, known: Collection[int]) -> str:
    """The text with each character that the font lacks told by its name, never as a box."""
    if all(ord(letter) in known or letter == "\n" for letter in text):
        return text
    return "".join(
        letter if ord(letter) in known or letter == "\n" else _named(letter) for letter in text
    )


def _named(letter: str) -> str:
    """`[grinning face]`; nothing for what only changes the look of its neighbour."""
    category = unicodedata.category(letter)
    if category in _INVISIBLE:
        return ""
    if category == "Zs":
        return " "
    is_symbol = category.startswith("S")
    return f"[{unicodedata.name(letter).lower() if is_symbol else f'U+{ord(letter):04X}'}]"


def lines(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of a text, each no wider than `width`; one empty line for an empty text."""
    return [line for part in text.split("\n") for line in _wrapped(part, width, measure)]


def _wrapped(text: str, width: float, measure: Measure) -> Iterator[str]:
    line, used = "", 0.0
    for unit in _units(text):
        for piece in _fitting(unit, width, measure):
            size = measure(piece)
            if line and used + measure(piece.rstrip()) > width:
                yield line.rstrip()
                line, used = "", 0.0
                piece = piece.lstrip()
                size = measure(piece)
            line, used = line + piece, used + size
    yield line.rstrip()


def _units(text: str) -> Iterator[str]:
    """Pieces that must not be parted: words, characters, and marks with their neighbour."""
    unit = ""
    for piece in _PIECE.findall(text):
        if unit and (piece[0] in _CLOSING or unit[-1] in _OPENING):
            unit += piece
        else:
            if unit:
                yield unit
            unit = piece
    if unit:
        yield unit


def _fitting(unit: str, width: float, measure: Measure) -> Iterator[str]:
    """The unit, cut where it alone is wider than a line."""
    if measure(unit) <= width:
        yield unit
        return
    part, used = "", 0.0
    for letter in unit:
        size = measure(letter)
        if part and used + size > width:
            yield part
            part, used = "", 0.0
        part, used = part + letter, used + size
    yield part
