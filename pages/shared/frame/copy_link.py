"""One button on every page: the whole address, with all that is chosen, on the clipboard.

An own component: the server cannot reach the clipboard, and Streamlit's box with a copy button
would take two clicks and show the reader an address nobody reads.
"""

from pathlib import Path

import streamlit as st

from pages.shared.safe import html
from pages.shared.text import _, language

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
MARKUP = '<button type="button">{label}</button><span role="status" aria-live="polite"></span>'
# As Streamlit draws its own buttons; what is told is read aloud, and seen on the button itself.
STYLE = """
button {
    font: inherit;
    font-size: 0.875rem;
    color: inherit;
    background: transparent;
    border: 1px solid var(--st-border-color);
    border-radius: var(--st-button-radius);
    min-height: 2.5rem;
    padding: 0.25rem 0.75rem;
    white-space: nowrap;
    cursor: pointer;
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
[role="status"] { position: fixed; width: 1px; height: 1px; overflow: hidden; }
"""


def button() -> None:
    """Draw it; nothing runs on the server when it is pressed."""
    label = _("Copy link")
    markup = MARKUP.format(label=html(label))  # it has its name before its script has run
    name = f"copy_link_{language()}"
    component = st.components.v2.component(name, html=markup, css=STYLE, js=SCRIPT)
    component(
        key="copy_link",
        data={
            "label": label,
            "done": _("Copied"),
            "failed": _("Not copied: copy the address from the browser"),
        },
        width="content",
    )
