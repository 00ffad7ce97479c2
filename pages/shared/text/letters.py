"""How much room letters take: counted, a Chinese one as two others; or estimated, in ems.

An em is the size of the type. The estimate is for where no font can be asked: that of the reader's
browser or PowerPoint. It is rather too wide than too narrow.
"""

from unicodedata import east_asian_width

WIDE = "WF"
WIDE_AT_MOST = "WFA"  # with those that are so in Chinese type only, such as … and “
CHINESE = 0x2E7F  # from here on a letter is as wide as it is high
THIN, USUAL, FULL = 0.3, 0.58, 1.0
# The wider of Arial and Noto Sans.
_EMS = {
    **dict.fromkeys("ijlI.,;:!|'/ ·", THIN),
    **dict.fromkeys('rtf-()[]{}"', 0.39),
    **dict.fromkeys("ABCDEGHKNOPQRSUVXY&", 0.75),
    **dict.fromkeys("mwMW@%", 0.93),
    **dict.fromkeys("…“”—→", FULL),
}


def is_wide(letter: str) -> bool:
    """Is it as wide as two Latin ones?"""
    return east_asian_width(letter) in WIDE


def width(line: str, *, at_most: bool = False) -> int:
    """In Latin letters; `at_most`: in whatever type the reader's machine has."""
    if line.isascii():
        return len(line)
    wide = WIDE_AT_MOST if at_most else WIDE
    return sum(2 if east_asian_width(letter) in wide else 1 for letter in line)


def ems(text: str) -> float:
    """How wide a text is likely to be, of the size of its type."""
    return sum(_EMS.get(letter, FULL if ord(letter) > CHINESE else USUAL) for letter in text)
