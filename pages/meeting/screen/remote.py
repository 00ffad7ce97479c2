"""The remote control in the browser: keys, timers and scale (`remote.js`), and what they ask for.

An own component: Streamlit's shortcuts know neither up and down nor the browser's full screen, and
a timer of the server would go on while somebody writes.
"""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
MARKUP = '<div class="told" aria-live="polite" role="status"></div>'
# Off the screen, not hidden: a screen reader passes over what is hidden.
STYLE = (
    ".told { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }"
)
NAME, KEY = "weekly_remote", "weekly_remote"
ASKED = ("slide", "screen", "act", "refresh")


class Asked(NamedTuple):
    """What was asked for, its value, and the number that the browser gave to it."""

    what: str
    value: object
    number: int


def remote(data: dict[str, Any], on_asked: Callable[[], None]) -> None:
    """Mount it; `on_asked` runs before the page does, and finds what was asked by `asked()`."""
    component = st.components.v2.component(NAME, html=MARKUP, css=STYLE, js=SCRIPT)
    component(
        key=KEY,
        data=data,
        on_slide_change=on_asked,
        on_screen_change=on_asked,
        on_act_change=on_asked,
        on_refresh_change=on_asked,
    )


def asked() -> list[Asked]:
    """What the browser has asked for in this run, in its own order; values are not checked yet."""
    told = st.session_state.get(KEY) or {}
    found = [_asked(name, told.get(name)) for name in ASKED]
    return sorted((one for one in found if one is not None), key=attrgetter("number"))


def _asked(what: str, told: object) -> Asked | None:
    """None where nothing was asked, or not in the form of `remote.js`."""
    if not isinstance(told, dict) or not isinstance(told.get("number"), int):
        return None
    return Asked(what, told.get("value"), told["number"])
