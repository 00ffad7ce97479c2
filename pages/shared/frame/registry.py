"""Every page there is, in the order of the menu. A new page is one line here."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.shared import driver_panels, index_panels
from pages.shared.filters import View
from pages.shared.remembered import is_remembered
from pages.shared.text import _
from pages.shared.text.vocabulary import marked

ROOT = Path(__file__).parents[3]
NO_SECTION = ""  # its pages stand in the menu by themselves


class Entry(NamedTuple):
    """A page: its section and title in the menu, its script, its address.

    `has_own_period`: its days are not those of the filters; `fills_screen`: it can be shown alone.
    `ask_ahead` begins with the questions of a page whose work is remembered under its address.
    """

    section: str
    title: str
    path: str
    url_path: str
    has_own_period: bool = False
    fills_screen: bool = False
    ask_ahead: Callable[[View], None] | None = None

    def begin(self, view: View) -> None:
        """Begin with the questions, if any will be asked, while the frame is drawn."""
        if self.ask_ahead is not None and not is_remembered(self.url_path, view):
            self.ask_ahead(view)


PAGES = (
    Entry(NO_SECTION, marked("Overview"), "pages/overview/executive.py", "overview"),
    Entry(marked("Satisfaction"), marked("Tiers"), "pages/satisfaction/tiers.py", "tiers"),
    Entry(
        marked("Satisfaction"),
        marked("Expectations"),
        "pages/satisfaction/expectations.py",
        "expectations",
    ),
    Entry(
        marked("Satisfaction"),
        marked("Drivers"),
        "pages/satisfaction/drivers.py",
        "drivers",
        ask_ahead=driver_panels.ask_ahead,
    ),
    Entry(
        marked("Satisfaction"),
        marked("Index"),
        "pages/satisfaction/index.py",
        "index",
        ask_ahead=index_panels.ask_ahead,
    ),
    Entry(marked("Clients and value"), marked("Client"), "pages/clients/client.py", "client"),
    Entry(
        marked("Clients and value"), marked("Portfolio"), "pages/clients/portfolio.py", "portfolio"
    ),
    Entry(
        marked("Clients and value"),
        marked("Follow-ups"),
        "pages/clients/follow_ups.py",
        "follow-ups",
    ),
    Entry(marked("Clients and value"), marked("Value"), "pages/clients/value.py", "value"),
    Entry(
        marked("Service"),
        marked("Response times"),
        "pages/service/response_times.py",
        "response-times",
    ),
    Entry(marked("Service"), marked("Promises"), "pages/service/promises.py", "promises"),
    Entry(
        marked("Service"),
        marked("Open problems"),
        "pages/service/open_problems.py",
        "open-problems",
    ),
    Entry(marked("Complaints"), marked("Complaints"), "pages/complaints/trends.py", "complaints"),
    Entry(marked("Complaints"), marked("Handling"), "pages/complaints/handling.py", "handling"),
    Entry(
        marked("Meeting"),
        marked("Weekly"),
        "pages/meeting/weekly.py",
        "weekly",
        has_own_period=True,
        fills_screen=True,
    ),
    Entry(
        marked("Meeting"),
        marked("Events and targets"),
        "pages/meeting/events_and_targets.py",
        "events-and-targets",
    ),
    Entry(marked("Meeting"), marked("Actions"), "pages/meeting/actions.py", "actions"),
    Entry(marked("Reference"), marked("Definitions"), "pages/admin/definitions.py", "definitions"),
)


def navigation() -> tuple[StreamlitPage, Entry]:
    """The menu, the page that was asked for, and its entry."""
    sections: dict[str, list[StreamlitPage]] = {}
    for entry in PAGES:
        heading = _(entry.section) if entry.section else NO_SECTION
        sections.setdefault(heading, []).append(_page(entry))
    page = st.navigation(sections, position="top")
    return page, _entry(page)


def _entry(page: StreamlitPage) -> Entry:
    """The first page has no address of its own."""
    return next((entry for entry in PAGES if entry.url_path == page.url_path), PAGES[0])


def _page(entry: Entry) -> StreamlitPage:
    is_first = entry is PAGES[0]
    script = ROOT / entry.path
    return st.Page(script, title=_(entry.title), url_path=entry.url_path, default=is_first)
