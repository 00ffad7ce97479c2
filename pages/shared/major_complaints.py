"""The list of major complaints: each with the facts of its path and its report, one click away.

Rows with buttons instead of a table: a cell of a table cannot make a file. A page of rows at a
time, so that thousands cost no more than ten.
"""

from functools import partial

import pandas as pd
import streamlit as st

from pages.shared import links, panel, report
from pages.shared.charts.look import MUTED
from pages.shared.filters import View
from pages.shared.findings.handling_path import SEPARATOR, facts
from pages.shared.report.files import MIME
from pages.shared.rows import Row, rows_of
from pages.shared.safe import html
from pages.shared.text import _

PAGE = 10  # rows at a time
WIDTHS = (6, 1)
_MAKERS = {"docx": report.docx_bytes, "pdf": report.pdf_bytes}


def draw_major(finding: str, path: pd.DataFrame, view: View) -> None:
    """The panel: a page of rows, what turns the page, and a field for any other complaint."""
    panel.listed(
        finding,
        partial(_body, path, view),
        answer=path,
        query="complaints/major_path",
        view=view,
        n=len(path),
    )


def _body(path: pd.DataFrame, view: View) -> None:
    shown, pages = st.container(gap="xsmall"), -(-len(path) // PAGE)
    number = st.pagination(pages, key=f"major page of {pages}") if pages > 1 else 1
    with shown:
        for row in rows_of(path.iloc[(number - 1) * PAGE : number * PAGE]):
            _row(row, view)
    _any_other(view)


def _row(row: Row, view: View) -> None:
    left, right = st.columns(WIDTHS, vertical_alignment="center")
    first, second = facts(row)
    name, dot, others = first.partition(SEPARATOR)
    address = links.client(str(row["client_id"]), view)
    style = f"opacity:{MUTED};font-size:.875rem"
    left.html(
        f'<div style="line-height:1.4;overflow-wrap:anywhere"><b>'
        f'<a href="{html(address)}" style="color:inherit">{html(name)}</a>'
        f"{dot}{html(others)}</b><br>"
        f'<span style="{style}">{html(second)}</span></div>'
    )
    with right, st.container(horizontal=True, gap="small", horizontal_alignment="right"):
        _download("Word", "docx", str(row["complaint_id"]), view)
        _download("PDF", "pdf", str(row["complaint_id"]), view)


def _download(label: str, suffix: str, complaint_id: str, view: View) -> None:
    st.download_button(
        label,
        data=partial(_MAKERS[suffix], complaint_id, view, report.asker()),
        file_name=report.file_name(complaint_id, view, suffix),
        mime=MIME[suffix],
        key=f"report {suffix} {complaint_id}",
        on_click="ignore",
    )


def _any_other(view: View) -> None:
    """The report of any complaint in view, also an ordinary one, by its number."""
    asked = st.text_input(
        _("Report of another complaint: its number"), key="report of", max_chars=200
    )
    if complaint_id := asked.strip():
        report.buttons(complaint_id, view)
