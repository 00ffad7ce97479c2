"""The pack as a file: which kinds there are, its bytes, its name.

The slides are made once and written by any of the three writers, so that all say the same.
"""

from collections.abc import Callable, Mapping

from pages.meeting import weeks
from pages.meeting.pack.excel import excel_bytes
from pages.meeting.pack.pdf import pdf_bytes
from pages.meeting.pack.powerpoint import powerpoint_bytes
from pages.meeting.slides.model import Slide
from pages.shared.filters import View
from pages.shared.text import _

Write = Callable[[View, tuple[Slide, ...]], bytes]
WRITERS: Mapping[str, Write] = {
    "pptx": powerpoint_bytes,
    "pdf": pdf_bytes,
    "xlsx": excel_bytes,
}
SUFFIXES = tuple(WRITERS)
OFFICE = "application/vnd.openxmlformats-officedocument"
MIME = {
    "pptx": f"{OFFICE}.presentationml.presentation",
    "pdf": "application/pdf",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
}


def build(week: View, slides: tuple[Slide, ...], suffix: str) -> bytes:
    """The file of that kind, in the language and for the reader of this moment.

    Raises `UndoneError` for a template that is no use, `NoFontError` for a PDF without a font.
    """
    return WRITERS[suffix](week, slides)


def file_name(week: View, suffix: str) -> str:
    """`Weekly-meeting_2026-W46.pptx`, in the reader's language."""
    return f"{_('Weekly meeting').replace(' ', '-')}_{weeks.text(week)}.{suffix}"
