"""Which language the reader is spoken to: the link's, else the one chosen here, else the browser's.

It goes into the URL once it was chosen, so that a link from a Chinese screen opens in Chinese only
when its sender wanted that.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.errors import DataError
from pages.shared import database, text
from pages.shared.filters import state

KEY = "lang"
SPOKEN, CHOSEN, WIDGET = "language", "language_chosen", "language_widget"


def settle() -> None:
    """Find the language of this run and speak it from here on."""
    text.ask_session(_of_session)
    asked = st.query_params.get(KEY)
    if asked in text.LANGUAGES and [asked] != state.written().get(KEY):
        choose(asked)
    if SPOKEN not in st.session_state:
        st.session_state[SPOKEN] = text.match(st.context.locale, _usual())
    text.use(st.session_state[SPOKEN])


def choose(language: str) -> None:
    """Speak this language from now on, and say so in the URL."""
    st.session_state[SPOKEN] = st.session_state[CHOSEN] = language


def parameters() -> dict[str, list[str]]:
    """What the URL carries about the language."""
    chosen = st.session_state.get(CHOSEN)
    return {KEY: [chosen]} if chosen else {}


def problems() -> list[str]:
    """A sentence when the link asks for a language that is not offered."""
    if st.query_params.get(KEY, text.SOURCE) in text.LANGUAGES:
        return []
    return [text._("The link asks for a language that is not offered.")]


def control() -> None:
    """The button that names the language spoken, and the three to choose from."""
    spoken = text.language()
    if st.session_state.get(WIDGET) != spoken:
        st.session_state[WIDGET] = spoken
    with st.popover(text.LANGUAGES[spoken], icon=":material/language:", key="languages"):
        st.radio(
            text._("Language"),
            list(text.LANGUAGES),
            format_func=text.LANGUAGES.__getitem__,
            key=WIDGET,
            on_change=_take,
            label_visibility="collapsed",
        )


def _take() -> None:
    choose(st.session_state[WIDGET])


def _of_session() -> str | None:
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    spoken: str | None = st.session_state.get(SPOKEN)
    return spoken


def _usual() -> str:
    try:
        return database.settings().language
    except DataError:
        return text.SOURCE
