"""Every table behind the pack as one Excel file: a sheet for each panel, the contents first."""

import re

import pandas as pd

from pages.meeting.pack import said
from pages.meeting.slides.model import Panel, Slide
from pages.shared import access, exports
from pages.shared.exports import Sheet
from pages.shared.filters import View
from pages.shared.panel.rows import readable
from pages.shared.safe import document
from pages.shared.text import _, words
from queries import question

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST = 31  # letters of a sheet's name


def excel_bytes(week: View, slides: tuple[Slide, ...]) -> bytes:
    """The file: hidden numbers stay hidden, and names are text, never formulas."""
    sheets, contents = [], []
    for number, slide in enumerate(slides, start=1):
        for place, panel in enumerate(slide.panels, start=1):
            sheet = Sheet(_name(f"{number}.{place} {slide.title}"), _table(panel))
            sheets.append(sheet)
            contents.append((sheet.name, slide.title, *_told(panel)))
    return exports.book_bytes(_about(week), pd.DataFrame(contents, columns=_head()), sheets)


def _head() -> list[str]:
    return [
        _("Sheet"),
        _("Slide"),
        _("Finding"),
        _("What it rests on"),
        _("Measures"),
        _("Question"),
    ]


def _told(panel: Panel) -> tuple[str, ...]:
    asked = question(panel.query)
    return document(panel.finding), said.rests_on(panel), _(asked.title), asked.name


def _about(week: View) -> list[tuple[str, str]]:
    return [
        (said.title(week), said.scope(week)),
        (_("Reader"), document(access.reader().name)),
        (_("Data"), said.known()),
    ]


def _table(panel: Panel) -> pd.DataFrame:
    """The answer in the reader's words."""
    told = readable(panel.answer)
    return told.set_axis(told.columns.map(words.column), axis="columns")


def _name(text: str) -> str:
    """A name that Excel allows; the number before it keeps it unique."""
    return FORBIDDEN.sub(" ", document(text))[:LONGEST].strip()
