"""What a screen reader is told that Streamlit does not say, once on every page.

The language of the page, the names of Streamlit's own buttons in that language, and which finding a
button or a table belongs to. An own component: only a script reaches what Streamlit draws itself;
`st.html` was rejected, as its script would stand between markup that is cleaned.
"""

from pathlib import Path

import streamlit as st

from pages.shared.text import _, language
from pages.shared.text.vocabulary import marked

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
KEY = "spoken"
SKIP = marked("Skip to main content")
# Streamlit says these in English, whatever the page speaks.
NAMES = (
    marked("App pages"),
    marked("Main menu"),
    marked("Help"),
    marked("Open"),
    marked("Close"),
    marked("Clear value"),
    marked("Clear all"),
    marked("Clear date"),
    marked("Choose date"),
    marked("Clear entry"),
    marked("Previous month"),
    marked("Next month"),
    marked("Selected values"),
    marked("Show/hide columns"),
    marked("Search"),
    marked("Close Search"),
    marked("Previous Result"),
    marked("Next Result"),
    marked("Fullscreen"),
    marked("Close fullscreen"),
    marked("Increment"),
    marked("Decrement"),
)


def draw() -> None:
    """Send the script and its words; it takes no room (see `reach.STYLE`) and runs no page."""
    component = st.components.v2.component(KEY, js=SCRIPT)
    names = {name: _(name) for name in NAMES}
    component(key=KEY, data={"language": language(), "labels": names, "skip": _(SKIP)})
