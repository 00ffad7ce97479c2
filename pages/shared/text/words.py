"""The words for values and columns of the warehouse, in the reader's language.

A value that has no word fails loudly (`KeyError`); a test asks for every value of the schema.
"""

from collections.abc import Iterable

from babel.lists import format_list

from pages.shared.text import _, locale
from pages.shared.text.columns import COLUMNS
from pages.shared.text.vocabulary import (
    BASES,
    CAUSES,
    DECIDING,
    DIMENSIONS,
    FACTORS,
    LEAVING,
    SEGMENTS,
    SIDES,
    TIERS,
)


def tier(value: str | None) -> str:
    """A tier, `unheard` (also null) or `left`, in lower case."""
    return _(TIERS[value if isinstance(value, str) else "unheard"])


def dimension(value: str) -> str:
    """One of the five qualities of service, or `overall`."""
    return _(DIMENSIONS[value])


def factor(value: str) -> str:
    """One of the three things that move satisfaction."""
    return _(FACTORS[value])


def segment(value: str) -> str:
    """VIP or regular; anything else, as a wrong link may carry it, unchanged."""
    return _(SEGMENTS.get(value, value))


def side(value: str) -> str:
    """External or internal."""
    return _(SIDES[value])


def basis(value: str) -> str:
    """What a tier rests on."""
    return _(BASES[value])


def cause(value: str) -> str:
    """Cause of a complaint."""
    return _(CAUSES[value])


def deciding(value: str) -> str:
    """Why a complaint decided a tier: it is major, or overdue."""
    return _(DECIDING[value])


def leaving(value: str) -> str:
    """Why a client left."""
    return _(LEAVING[value])


def column(name: str) -> str:
    """The label of a table's column; a name without one is shown with spaces."""
    return _(COLUMNS[name]) if name in COLUMNS else name.replace("_", " ")


def join(names: Iterable[str]) -> str:
    """`A, B and C` as the language lists things."""
    return format_list(list(names), locale=locale())


def labelled(name: str, value: object) -> str:
    """A value with what it is before it, as in `Gap: −0.4`."""
    return _("{name}: {value}").format(name=name, value=value)


def noted(value: object, note: object) -> str:
    """A value with a note behind it, as in `−0.5 (−0.8 to −0.2)`."""
    return _("{value} ({note})").format(value=value, note=note)


def quoted(text: str) -> str:
    """Another's words in the language's quotation marks."""
    return _("“{value}”").format(value=text)


def listed(parts: Iterable[str]) -> str:
    """`A, B, C` without a last "and", for lists that are looked up rather than read."""
    return _(", ").join(parts)


def capital(text: str) -> str:
    """The same with a capital first letter, for labels."""
    return text[:1].upper() + text[1:]
