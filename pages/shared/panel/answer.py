"""The first lines of a page: its question, the answer in one paragraph, what that rests on."""

import streamlit as st

from pages.shared.charts.look import MUTED
from pages.shared.safe import html


def answer(question: str, sentence: str, note: str | None = None) -> None:
    """All as escaped HTML: sentences hold names from data. `note`: coverage, what was assumed."""
    muted = f"font-size:1rem;font-weight:400;line-height:1.3;opacity:{MUTED}"
    below = "" if note is None else f'<p style="{muted};margin:.125rem 0 0">{html(note)}</p>'
    st.html(
        f'<h1 style="{muted};margin:0;padding:0">{html(question)}</h1>'
        f'<p style="font-size:1.375rem;font-weight:600;line-height:1.35;margin:.125rem 0 0">'
        f"{html(sentence)}</p>{below}"
    )
