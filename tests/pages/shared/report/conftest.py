"""A complaint in a warehouse of a few rows, and its report read back from both files."""

import io
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from data import warehouse
from data.settings import Settings
from pages.shared import report
from pages.shared.access import EVERYONE, Reader
from pages.shared.filters.view import View
from tests.pages.opened import Rows, build

VIEW = View(date(2026, 9, 1), date(2026, 11, 15), date(2026, 6, 1), date(2026, 8, 31))
COMPLAINT: dict[str, Any] = {
    "complaint_id": "K1", "client_id": "a", "received_at": "2026-10-01 09:00", "severity": "major"
}  # fmt: skip
Read = Callable[..., str]


class Reported:
    """Reports of one warehouse, asked for in a thread without a session as after a click."""

    def __init__(self, folder: Path) -> None:
        shown = warehouse.current(folder)
        assert shown is not None
        self.build = shown

    def file(
        self,
        suffix: str,
        language: str = "en",
        reader: Reader = EVERYONE,
        view: View = VIEW,
        complaint_id: str = "K1",
    ) -> bytes:
        make = {"docx": report.docx_bytes, "pdf": report.pdf_bytes}[suffix]
        made: list[bytes] = []
        faults: list[Exception] = []

        def click() -> None:
            try:
                made.append(make(complaint_id, view, report.Asker(reader, language, self.build)))
            except report.NoReportError as error:
                faults.append(error)

        thread = threading.Thread(target=click)
        thread.start()
        thread.join()
        if faults:
            raise faults[0]
        return made[0]

    def text(self, suffix: str, language: str = "en", **more: Any) -> str:
        """All that stands in the file, without the breaks of lines."""
        file = self.file(suffix, language, **more)
        return word_text(file) if suffix == "docx" else pdf_text(file)


def word_text(file: bytes) -> str:
    """Head, foot, paragraphs and cells of a Word file."""
    word = docx.Document(io.BytesIO(file))
    page = word.sections[0]
    parts = [part.text for part in (*page.header.paragraphs, *page.footer.paragraphs)]
    for block in word.iter_inner_content():
        if isinstance(block, docx.table.Table):
            parts += [cell.text for row in block.rows for cell in row.cells]
        else:
            parts.append(block.text)
    return squeezed("\n".join(parts))


def pdf_text(file: bytes) -> str:
    """What a reader of PDF copies out of every page."""
    with pypdfium2.PdfDocument(file) as pdf:
        return squeezed("\n".join(page.get_textpage().get_text_bounded() for page in pdf))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def reported(tmp_path: Path, settings: Settings) -> Callable[..., Reported]:
    """`reported(complaints=[{…}], …)`: complaint `K1` with these rows around it."""

    def made(complaint: dict[str, Any] | None = None, **tables: Rows) -> Reported:
        clients = tables.pop("clients", [{"client_id": "a", "client_name": "山茶酒店 Hotels"}])
        rows = [{**COMPLAINT, **(complaint or {})}, *tables.pop("complaints", [])]
        build(tmp_path, settings, clients=clients, complaints=rows, **tables)
        return Reported(tmp_path)

    return made
