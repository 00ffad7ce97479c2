"""The frame around every page: who reads in which language, which pages there are, which data.

`dashboard.py` serves `main.py`, which runs the frame once per click.
"""

import streamlit as st

from pages.shared.filters import state
from pages.shared.frame import header, language, opening, registry, start


def run() -> None:
    """Run the frame, and in it the page that was asked for."""
    st.set_page_config(layout="wide")
    start.freeze()
    language.settle()
    page = registry.navigation()
    header.style()
    with opening.errors_in_words():
        opening.open_warehouse()
        state.begin(language.parameters())
        header.draw()
        page.run()
