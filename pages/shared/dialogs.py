"""Whether a dialog is open: what would run the page by itself waits until it is closed.

Streamlit closes every dialog when the whole page runs, and what was typed in it would be lost.
"""

import streamlit as st

OPEN = "dialog_open"


def begin() -> None:
    """The whole page runs, so no dialog is open any more."""
    st.session_state[OPEN] = False


def opened() -> None:
    """A dialog is opened in this run; close it with a run of the whole page (`on_dismiss`)."""
    st.session_state[OPEN] = True


def is_open() -> bool:
    """Is somebody at work in a dialog?"""
    return bool(st.session_state.get(OPEN))
