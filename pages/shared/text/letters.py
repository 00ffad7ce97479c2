"""How much room letters take: a Chinese one as much as two others."""

from unicodedata import east_asian_width


def is_wide(letter: str) -> bool:
    """Is it as wide as two Latin ones?"""
    return east_asian_width(letter) in ("W", "F")


def width(line: str) -> int:
    """In Latin letters."""
    return sum(2 if is_wide(letter) else 1 for letter in line)
