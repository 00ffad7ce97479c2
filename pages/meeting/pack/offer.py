"""The pack on the screen: one click makes it, shows how far it is, and saves it.

Made in the page's run and not by a download alone: such a one cannot say how far it is.
"""

from pathlib import Path
from uuid import uuid4

import streamlit as st

from pages.meeting.pack import files
from pages.meeting.slides import SLIDES, deck
from pages.shared.filters import View
from pages.shared.paper.fonts import NoFontError, font
from pages.shared.safe import markdown
from pages.shared.text import _, language
from pages.shared.unattended import UndoneError

LABELS = {"pptx": "PowerPoint", "pdf": "PDF", "xlsx": "Excel"}
SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


@st.fragment
def buttons(week: View) -> None:
    """A button for each kind of file; below them how far it is, then the file to be saved."""
    with st.container(gap="xsmall", width="content", key="pack"):
        with st.container(horizontal=True, gap="xsmall", width="content"):
            asked = [suffix for suffix in files.SUFFIXES if _button(suffix)]
        if asked:
            _make(week, asked[0])


def _button(suffix: str) -> bool:
    lacking = _lacking() if suffix == "pdf" else None
    return st.button(
        LABELS[suffix],
        icon=":material/download:",
        help=lacking or _("All slides of the week as a file"),
        disabled=lacking is not None,
        key=f"pack_{suffix}",
    )


def _lacking() -> str | None:
    """Why there is no PDF, if so."""
    try:
        font(language())
    except NoFontError as error:
        return str(error)
    return None


def _make(week: View, suffix: str) -> None:
    try:
        content = _built(week, suffix)
    except (NoFontError, UndoneError) as error:
        st.error(markdown(error))
        return
    key = f"pack_{uuid4().hex}"  # of this file alone, so that no other one is saved
    st.download_button(
        _("Save {file}").format(file=files.file_name(week, suffix)),
        data=content,
        file_name=files.file_name(week, suffix),
        mime=files.MIME[suffix],
        key=key,
        on_click="ignore",
    )
    save = st.components.v2.component("pack_save_itself", js=SCRIPT)
    save(data={"button": f".st-key-{key} button"}, key="pack_saves_itself")


def _built(week: View, suffix: str) -> bytes:
    bar = st.progress(0.0)

    def show(done: int, of: int) -> None:
        told = _("{done} of {count} slides").format(done=done, count=of)
        bar.progress(done / (of + 1), text=told)

    show(0, len(SLIDES))
    content = files.build(week, deck(week, show), suffix)
    bar.empty()
    return content
