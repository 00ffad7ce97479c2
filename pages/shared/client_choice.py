"""Which client a page is about: the one that the filters leave, else one picked from a list.

A link that names a client the reader has not is answered by the filters' own sentence and nothing
else: never by another client, and never by a list in its place.
"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.shared import database, panel
from pages.shared.filters import View, matching, state
from pages.shared.filters.choice import Choice
from pages.shared.filters.labels import client_labels
from pages.shared.text import _, ngettext, numbers

PICKED = "client picked"


def one_client(question: str, view: View) -> View:
    """The view of exactly one client; draws what is needed to choose one and ends the run if not.

    The view always names its client, also where the reader has only this one.
    """
    known = database.clients()
    if known.empty:
        panel.begin(question, panel.WorkedOut(_("There is no client."), needs="clients"), view)
    if not set(state.chosen().clients) <= set(known.client_id):
        panel.answer(question, _("The client of this link is not among yours."))
        st.stop()
    found = known if view.client_ids is None else known[known.client_id.isin(view.client_ids)]
    if len(found) != 1:
        panel.answer(question, _sentence(len(found)))
        _pick(known if found.empty else found)
        st.stop()
    return replace(view, client_ids=tuple(found.client_id))


def _sentence(count: int) -> str:
    if count == 0:
        return _("No client passes all filters. Pick one to see its story.")
    return ngettext(
        "{count} client is in view. Pick one to see its story.",
        "{count} clients are in view. Pick one to see its story.",
        count,
    ).format(count=numbers.number(count))


def _pick(clients: pd.DataFrame) -> None:
    """The list can be searched by typing; the period stays."""
    st.selectbox(
        _("Client"),
        clients.client_id.tolist(),
        index=None,
        format_func=client_labels(clients),
        placeholder=_("Type a name"),
        key=PICKED,
        on_change=_take,
        width=480,
    )


def _take() -> None:
    """Take the client that was picked; other filters only where it passes them."""
    picked = st.session_state[PICKED]
    if picked is not None:
        alone = replace(state.chosen(), clients=(picked,))
        passes = matching.match(alone, database.clients()).client_ids
        clear = Choice(*alone.period, alone.comparison, clients=(picked,))
        state.choose(alone if passes else clear)
