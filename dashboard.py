"""`streamlit run dashboard.py` opens the dashboard; `pages.shared.frame` is what it runs.

The script of every click lies there on purpose: beside a script, Streamlit takes a folder `pages/`
for its old way of listing pages, and answers the first link after a start with "Page not found".
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.shared import frame

app = st.App("pages/shared/frame/main.py")

if get_script_run_ctx(suppress_warning=True) is not None:
    # Run as a script all the same, as `AppTest.from_file("dashboard.py")` does.
    frame.run()
