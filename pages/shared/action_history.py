"""What was said and done about the action chosen: who, when, and what it was before."""

import streamlit as st

from pages.shared import action_saving as saving
from pages.shared import action_state as state
from pages.shared import entering
from pages.shared.action_forms import fill
from pages.shared.action_state import TABLE
from pages.shared.entering import Change
from pages.shared.findings import changes
from pages.shared.safe import html, markdown
from pages.shared.text import _

NEWEST = 12  # lines that are shown at once


def draw(*, may_edit: bool) -> None:
    """What was said and done about the chosen action, the newest first."""
    action_id = state.chosen()
    made = entering.history(TABLE, action_id)[::-1]
    st.html(f'<h3 style="font-size:1rem;margin:0">{html(_("Comments and changes"))}</h3>')
    if may_edit:
        _comment(f"action_comment_{action_id}")
    if not made:
        st.caption(_("Nothing was said or changed here yet."))
    for change in made[:NEWEST]:
        _line(change, may_edit=may_edit)
    if len(made) > NEWEST:
        with st.expander(_("Earlier ones")):
            for change in made[NEWEST:]:
                _line(change, may_edit=may_edit)


def _comment(field: str) -> None:
    fill({field: ""})
    with st.form(f"form_{field}", border=False):
        where, button = st.columns([7, 1], vertical_alignment="bottom", gap="small")
        with where:
            st.text_input(_("Comment"), key=field, max_chars=entering.LONGEST_COMMENT)
        with button:
            st.form_submit_button(
                _("Comment"),
                key="action_comment",
                on_click=saving.comment,
                args=(field,),
                width="stretch",
            )


def _line(change: Change, *, may_edit: bool) -> None:
    told = changes.line(change, state.client_names(), state.zone())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        is_undone = change.undone_by is not None
        style = ' style="text-decoration:line-through"' if is_undone else ""
        st.html(f"<span{style}>{html(told)}</span>", width="stretch")
        if may_edit and not is_undone:
            st.button(
                f":small[{_('Undo')}]",
                key=f"action_undo_{change.change_id}",
                on_click=saving.undo,
                args=(change,),
                type="tertiary",
                help=markdown(told),
            )
