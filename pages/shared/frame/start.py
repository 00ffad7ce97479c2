"""What is done once per process, so that the first click is not slower than the next."""

import gc
import importlib

import streamlit as st

HEAVY = (
    "plotly.graph_objects",
    "babel.dates",
    "babel.lists",
    "pages.shared.charts",
    "pages.shared.panel",
)

# While the server starts, not while the first reader waits.
for module in HEAVY:
    importlib.import_module(module)


@st.cache_resource(show_spinner=False)
def freeze() -> bool:
    """Take what was imported out of the garbage collector's rounds."""
    gc.collect()
    gc.freeze()
    return True
