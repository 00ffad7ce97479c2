"""Packs of a warehouse, made once for each language."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from data import warehouse
from pages.meeting import weeks
from pages.meeting.pack import files
from pages.meeting.slides import deck
from pages.meeting.slides.model import Slide
from pages.shared import access
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.filters import View


class Pack(NamedTuple):
    """The slides of a week and the file made of them."""

    week: View
    slides: tuple[Slide, ...]
    file: bytes


Packed = Callable[..., Pack]


def packed(
    folder: Path,
    suffix: str,
    language: str = "en",
    reader: Reader = access.EVERYONE,
    week: str = "2026-W46",
) -> Pack:
    """A pack as a command makes it."""
    build = warehouse.current(folder)
    assert build is not None
    with speaking(Asker(reader, language, build)):
        view = weeks.of(week)
        slides = deck(view)
        return Pack(view, slides, files.build(view, slides, suffix))


@pytest.fixture(scope="module")
def pack(sample_folder: Path) -> Packed:
    """`pack("pptx", "zh-Hans")` of the sample company; the same one is made once."""
    made: dict[tuple[str, str], Pack] = {}

    def of_sample(suffix: str, language: str = "en") -> Pack:
        if (suffix, language) not in made:
            made[suffix, language] = packed(sample_folder, suffix, language)
        return made[suffix, language]

    return of_sample
