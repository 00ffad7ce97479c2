"""The last row of a panel: what it rests on, then rows, definition, CSV and Excel, a click each.

Nothing behind a button is worked out before it is pressed. A menu was rejected: it hides four
actions behind one word and costs a second click.
"""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from pages.shared import exports, suppression, text
from pages.shared.charts.look import MUTED
from pages.shared.database import settings
from pages.shared.panel.definition import definition
from pages.shared.panel.rows import draw_rows, readable
from pages.shared.safe import html
from pages.shared.text import _, words
from queries import question

if TYPE_CHECKING:
    from pages.shared.panel.evidence import Evidence

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def actions(evidence: "Evidence") -> None:
    """Foot line at the left, the four actions at the right of the same row."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"foot {evidence.key}"
    ):
        style = f"opacity:{MUTED};font-size:.8125rem;line-height:1.3"
        st.html(f'<span style="{style}">{html(evidence.facts)}</span>', width="stretch")
        with st.container(horizontal=True, gap="small", width="content"):
            _buttons(evidence)


def _buttons(evidence: "Evidence") -> None:
    if _button(_("Rows"), evidence):
        _dialog(_("Rows"), partial(_rows, evidence))
    if _button(_("Definition"), evidence):
        _dialog(_("Definition and SQL"), partial(_definition, evidence))
    _download("CSV", "csv", "text/csv", evidence)
    _download("Excel", "xlsx", _XLSX, evidence)


def _button(label: str, evidence: "Evidence") -> bool:
    return st.button(f":small[{label}]", key=f"{label} {evidence.key}", type="tertiary")


def _download(label: str, suffix: str, mime: str, evidence: "Evidence") -> None:
    st.download_button(
        f":small[{label}]",
        data=partial(file_bytes, evidence, suffix),
        file_name=file_name(evidence, suffix),
        mime=mime,
        key=f"{suffix} {evidence.key}",
        on_click="ignore",
        type="tertiary",
    )


def _dialog(title: str, body: partial[None]) -> None:
    @st.dialog(title, width="large")
    def opened() -> None:
        body()

    opened()


def _rows(evidence: "Evidence") -> None:
    text.use(evidence.language)
    st.html(f"<p>{html(evidence.finding)}</p>")
    draw_rows(evidence.rows, key=f"rows {evidence.key}")
    st.html(f"<p>{html(evidence.facts)}</p>")


def _definition(evidence: "Evidence") -> None:
    text.use(evidence.language)
    definition(question(evidence.query), settings())


def file_name(evidence: "Evidence", suffix: str) -> str:
    """The question and the period: `satisfaction-client_tiers_2026-08-24_2026-11-15.csv`."""
    view = evidence.view
    return f"{evidence.query.replace('/', '-')}_{view.since}_{view.until}.{suffix}"


def file_bytes(evidence: "Evidence", suffix: str) -> bytes:
    """The file, made when it is asked for: in a thread that does not know the reader's language."""
    text.use(evidence.language)
    if suffix == "csv":
        return exports.csv_bytes(suppression.in_words(evidence.rows))
    people = readable(evidence.rows)
    people.columns = people.columns.map(words.column)
    return exports.excel_bytes(people, about(evidence))


def about(evidence: "Evidence") -> list[tuple[str, str]]:
    """What a file says of itself: finding, definition, period, filters, freshness, reader."""
    asked = question(evidence.query)
    return [
        (_("Finding"), evidence.finding),
        (_("What it rests on"), evidence.facts),
        (_("View"), evidence.view.sentence),
        (_("Measures"), _(asked.title)),
        (_("Grain"), _(asked.grain)),
        (_("Columns"), ", ".join(asked.returns)),
        (_("Question"), asked.name),
        (_("Reader"), evidence.reader),
        (_("SQL"), asked.sql),
    ]
