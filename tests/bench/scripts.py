"""The script time of each page, with nothing remembered and with everything; and an empty page's.

Through Streamlit's own test runner: the whole script with the frame runs, nothing is drawn.
"""

import os
from functools import partial

from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from pages.shared import database, remembered
from pages.shared.frame.registry import PAGES
from tests.bench.companies import Company
from tests.bench.measuring import ROOT, Figures, median_milliseconds

TITLE = "Scripts of the pages (ms, median; Streamlit's test runner)"
PATIENCE = 60
RUNS = 7


def measure(company: Company) -> Figures:
    """Milliseconds of each page, uncached and cached, and of an empty page."""
    set_log_level("ERROR")
    os.environ["SATISFACTION_DATABASE"] = str(company.folder)
    empty = AppTest.from_string("import streamlit", default_timeout=PATIENCE)
    figures = {"an empty page": median_milliseconds(empty.run, RUNS)}
    for entry in PAGES:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=PATIENCE).run()
        app.switch_page(entry.path)
        figures[f"{entry.url_path}, uncached"] = median_milliseconds(partial(_forgetful, app), RUNS)
        figures[f"{entry.url_path}, cached"] = median_milliseconds(app.run, RUNS)
        figures[f"{entry.url_path}, errors"] = len(app.exception) + len(app.error)
    return figures


def _forgetful(app: AppTest) -> None:
    database.forget()
    remembered.forget()
    app.run()
