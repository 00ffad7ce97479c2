"""Catalogues of translated phrases, read from the `.po` files beside this module."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).parent
TRANSLATED = ("zh_Hans", "zh_Hant")


def file_of(locale: str) -> Path:
    """Where the catalogue of a locale lies."""
    return FOLDER / locale / "LC_MESSAGES" / "messages.po"


def read(locale: str) -> Catalog:
    """The catalogue as it is in its file; an empty one when there is none yet."""
    path = file_of(locale)
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as source:
        return read_po(source, locale=locale)


def write(catalogue: Catalog, locale: str) -> None:
    """Write it sorted, without dates and line numbers: only what was translated can differ."""
    path = file_of(locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        write_po(target, catalogue, width=96, no_location=True, omit_header=True, sort_output=True)


def update(locale: str, template: Catalog) -> list[str]:
    """Bring a catalogue to the phrases of the template; returns those without a translation."""
    catalogue = read(locale)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(catalogue, locale)
    return [phrase(message) for message in catalogue if message.id and not translation(message)]


@cache
def phrases(locale: str) -> dict[str, str]:
    """Phrase (the singular where it has two forms) to its translation, where it is finished."""
    finished = [message for message in read(locale) if message.id and not message.fuzzy]
    return {phrase(message): text for message in finished if (text := translation(message))}


def phrase(message: Message) -> str:
    """The English phrase, the singular where it has two forms."""
    return message.id if isinstance(message.id, str) else message.id[0]


def translation(message: Message) -> str:
    """Its translation, the only form that Chinese has; empty when there is none."""
    said = message.string
    return said if isinstance(said, str) else (said or ("",))[0]
