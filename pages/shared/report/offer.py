"""The report on the screen: one click for Word, one for PDF."""

from functools import partial

import streamlit as st

from pages.shared.filters.view import View
from pages.shared.paper import fonts
from pages.shared.report import files, record
from pages.shared.safe import markdown
from pages.shared.text import _, language


def buttons(complaint_id: str, view: View) -> None:
    """Two downloads beside each other, or a sentence for a complaint that is not the reader's.

    A file is made after its click, in a thread that knows nothing of the session.
    """
    if not record.is_known(complaint_id, view):
        st.info(markdown(record.sentence()))
        return
    lacking = _lacking_font()
    with st.container(horizontal=True, gap="small"):
        _button(_("Report in Word"), "docx", complaint_id, view)
        _button(_("Report as PDF"), "pdf", complaint_id, view, lacking)


def _lacking_font() -> str | None:
    """Why there is no PDF, if so."""
    try:
        fonts.font(language())
    except fonts.NoFontError as error:
        return str(error)
    return None


def _button(
    label: str, suffix: str, complaint_id: str, view: View, lacking: str | None = None
) -> None:
    make = files.docx_bytes if suffix == "docx" else files.pdf_bytes
    st.download_button(
        label,
        data=partial(make, complaint_id, view, record.asker()),
        file_name=files.file_name(complaint_id, view, suffix),
        mime=files.MIME[suffix],
        key=f"report {suffix}",
        on_click="ignore",
        disabled=lacking is not None,
        help=lacking,
    )
