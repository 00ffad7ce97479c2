"""Rows that cannot be cut into cells, carried through a text file under their own number.

A preparing step that meets such a row writes this marker in its place: wider than any header, so
that Arrow hands it to the handler of invalid rows, and holding why it was spoiled. Leaving the row
out would shift the numbers after it.
"""

SIGN = "\x1a"
QUOTES = "has a quote that is not closed, or a quote inside a cell that is not doubled"
JSON = "is no JSON object with the columns as its keys"
SHOWN_CHARACTERS = 200


def marker(expected: str, text: str, separator: str, width: int) -> str:
    """The line that stands for a spoiled row; its quotes become apostrophes."""
    said = text.strip("\r\n").replace('"', "'").replace("\n", " ").replace("\r", " ")
    return "".join((SIGN, expected, SIGN, said, separator * width, "\n"))


def told(text: str, actual: int, expected: int) -> tuple[str, str]:
    """What a row said (200 characters of it) and what is wrong with it: marked or ragged."""
    if text.startswith(SIGN):
        _, reason, said = text.split(SIGN, 2)
        return said.rstrip(",;\t")[:SHOWN_CHARACTERS], reason
    return text[:SHOWN_CHARACTERS], f"has {actual} cells where the header has {expected}"
