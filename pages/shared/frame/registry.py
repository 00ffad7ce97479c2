"""Every page there is, in the order of the menu. A new page is one line here."""

from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.shared.text import _
from pages.shared.text.vocabulary import marked

ROOT = Path(__file__).parents[3]
FLAT = 8  # pages that fit side by side at 1280 pixels; more are grouped by section


class Entry(NamedTuple):
    """A page: its section and title in the menu, its script, its address."""

    section: str
    title: str
    path: str
    url_path: str


PAGES = (
    Entry(marked("Overview"), marked("Overview"), "pages/overview/executive.py", "overview"),
    Entry(marked("Satisfaction"), marked("Tiers"), "pages/satisfaction/tiers.py", "tiers"),
    Entry(
        marked("Satisfaction"),
        marked("Expectations"),
        "pages/satisfaction/expectations.py",
        "expectations",
    ),
    Entry(marked("Reference"), marked("Definitions"), "pages/admin/definitions.py", "definitions"),
)


def navigation() -> StreamlitPage:
    """The menu, and the page that was asked for."""
    if len(PAGES) <= FLAT:
        return st.navigation([_page(entry) for entry in PAGES], position="top")
    sections: dict[str, list[StreamlitPage]] = {}
    for entry in PAGES:
        sections.setdefault(_(entry.section), []).append(_page(entry))
    return st.navigation(sections, position="top")


def _page(entry: Entry) -> StreamlitPage:
    is_first = entry is PAGES[0]
    script = ROOT / entry.path
    return st.Page(script, title=_(entry.title), url_path=entry.url_path, default=is_first)
