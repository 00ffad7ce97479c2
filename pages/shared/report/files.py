"""The report as a file: its bytes, its name, what kind of file it is."""

import re

from pages.shared.asker import Asker
from pages.shared.filters.view import View
from pages.shared.report import contents, record
from pages.shared.report.pdf_file import pdf_bytes as as_pdf
from pages.shared.report.word_file import word_bytes as as_word
from pages.shared.text import _

MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_UNSAFE = re.compile(r"[^\w.-]+")
LONGEST_NAME = 60


def docx_bytes(complaint_id: str, view: View, who: Asker | None = None) -> bytes:
    """The Word file. `who` is needed where no page runs. Raises `NoReportError`."""
    return as_word(contents.composed(record.read(complaint_id, view, who or record.asker())))


def pdf_bytes(complaint_id: str, view: View, who: Asker | None = None) -> bytes:
    """The PDF. `who` is needed where no page runs. Raises `NoReportError` and `NoFontError`."""
    return as_pdf(contents.composed(record.read(complaint_id, view, who or record.asker())))


def file_name(complaint_id: str, view: View, suffix: str) -> str:
    """`Complaint-report_Q-17_2026-11-15.pdf`, in the reader's language; `suffix`: docx or pdf."""
    parts = (_("Complaint report"), complaint_id[:LONGEST_NAME], str(view.until))
    safe = (_UNSAFE.sub("-", part).strip("-.") for part in parts)
    return f"{'_'.join(safe)}.{suffix}"
