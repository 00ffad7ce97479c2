"""Below the filters: open a saved view, save what is chosen under a name, take one away."""

import streamlit as st

from data.entered import ChangedMeanwhileError
from data.errors import DataError
from pages.shared.filters import saved, state
from pages.shared.safe import markdown
from pages.shared.text import _, words

CHOSEN, NAMED, SAID, REMOVED = "saved_chosen", "saved_named", "saved_said", "saved_removed"


def draw() -> None:
    """The list of views, the field for a name, and what became of the last press."""
    views = saved.known()
    if views:
        _choose(list(views))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            _("Save these filters as"),
            key=NAMED,
            max_chars=saved.LONGEST_NAME,
            placeholder=_("Name of the view"),
        )
        st.button(_("Save view"), on_click=_save, icon=":material/bookmark_add:")
    if said := st.session_state.pop(SAID, None):
        st.caption(markdown(said))
    if REMOVED in st.session_state:
        st.button(_("Bring it back"), on_click=_undo, icon=":material/undo:")


def _choose(names: list[str]) -> None:
    opened = state.opened()
    if st.session_state.get(CHOSEN) != opened:
        st.session_state[CHOSEN] = opened
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            _("Saved views"),
            names,
            index=None,
            key=CHOSEN,
            on_change=_open,
            placeholder=_("None is open"),
        )
        st.button(_("Remove view"), on_click=_remove, icon=":material/delete:", disabled=not opened)


def _open() -> None:
    view = saved.known().get(st.session_state[CHOSEN])
    if view is not None:
        state.open_saved(view)


def _save() -> None:
    view = saved.named(st.session_state[NAMED] or "", state.chosen(), state.offered())
    if not view.name:
        st.session_state[SAID] = _("Give the view a name first.")
        return
    try:
        saved.save(view, st.session_state.get(state.OPENED))
    except ChangedMeanwhileError:
        st.session_state[SAID] = _("Somebody else saved a view of this name; take another name.")
    except DataError as error:
        st.session_state[SAID] = str(error)
    else:
        state.open_saved(view)
        st.session_state[NAMED] = ""
        st.session_state.pop(REMOVED, None)
        st.session_state[SAID] = _("Saved as {name}.").format(name=words.quoted(view.name))


def _remove() -> None:
    name = state.opened()
    if name is None:
        return
    try:
        st.session_state[REMOVED] = saved.remove(name)
        st.session_state[SAID] = _("{name} was removed.").format(name=words.quoted(name))
    except DataError as error:
        st.session_state[SAID] = str(error)


def _undo() -> None:
    try:
        saved.undo(st.session_state.pop(REMOVED))
    except DataError as error:
        st.session_state[SAID] = str(error)
