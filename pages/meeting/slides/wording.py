"""Words that fit on a slide: sentences as long as there is room, names cut with an `…`.

Room is counted in letters; a Chinese character is as wide as two. A slide that is too full would be
set in smaller type, and nobody at the back could read it.
"""

from collections.abc import Iterable, Sequence

from pages.shared.findings.wording import paragraph
from pages.shared.safe import document
from pages.shared.text import words
from pages.shared.text.letters import width

FINDING = 150  # letters: of a slide
ALONE, BESIDE = 160, 95  # of a panel with the whole line, and of one of two
NAME = 36  # of a client in a sentence
ELLIPSIS = "…"
LEAST = 2 / 3  # of the room, that a text keeps when it ends with a whole word


def cut(text: object, most: int) -> str:
    """The text on one line, its end replaced by `…` where it takes more than `most` letters.

    It ends with a whole word where that costs less than a third of it.
    """
    line = " ".join(document(text).split())
    if width(line) <= most:
        return line
    kept = ""
    for letter in line:
        if width(kept + letter) > most - 1:
            break
        kept += letter
    whole, _space, _part = kept.rpartition(" ")
    return (whole if width(whole) > most * LEAST else kept).rstrip(" ,.，。") + ELLIPSIS


def names(clients: Iterable[str]) -> list[str]:
    """Names as sentences carry them."""
    return [cut(name, NAME) for name in clients]


def said(most: int, *sentences: str | None) -> str:
    """The first sentence, and those after it as long as there is room."""
    told = ""
    for sentence in sentences:
        longer = paragraph(told or None, sentence)
        if told and width(longer) > most:
            break
        told = longer
    return cut(told, most)


def fitting(most: int, *ways: str) -> str:
    """The first way of saying it that fits; the last is cut where none does."""
    return next((way for way in ways if width(way) <= most), cut(ways[-1], most))


def named(sentence: str, clients: Sequence[str], most: int, unnamed: str) -> str:
    """A sentence about `{names}`, or the one without them where they are too many or too long."""
    if not 0 < len(clients) <= 3:
        return cut(unnamed, most)
    whole = sentence.format(names=words.join(names(clients)))
    return fitting(most, whole, unnamed)
