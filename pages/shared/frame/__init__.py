"""The frame around every page: who reads in which language, which pages there are, which data.

`dashboard.py` serves `main.py`, which runs the frame once per click.
"""

import streamlit as st

from pages.shared import dialogs
from pages.shared.filters import state
from pages.shared.frame import bare, header, language, opening, registry, start


def run() -> None:
    """Run the frame, and in it the page that was asked for."""
    st.set_page_config(layout="wide")
    start.freeze()
    language.settle()
    dialogs.begin()
    page, entry = registry.navigation()
    header.style()
    with opening.errors_in_words():
        opening.open_warehouse()
        entry.begin(state.begin(language.parameters()))
        if entry.fills_screen and bare.is_asked():
            bare.draw()
        else:
            header.draw(has_own_period=entry.has_own_period)
        page.run()
