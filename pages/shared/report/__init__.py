"""The major complaint report: a finished document, in Word and in PDF, made when it is asked for.

`record` reads, `told` and `handled` say, `contents` composes, `word_file` and `pdf_file` write.
A page calls `buttons`; `docx_bytes` and `pdf_bytes` also work in a thread without a session when
they are given the `asker()` of the page's run.
"""

from pages.shared.asker import Asker
from pages.shared.report.files import docx_bytes, file_name, pdf_bytes
from pages.shared.report.offer import buttons
from pages.shared.report.record import NoReportError, asker

__all__ = [
    "Asker",
    "NoReportError",
    "asker",
    "buttons",
    "docx_bytes",
    "file_name",
    "pdf_bytes",
]
