"""Handling: are complaints handled as they should be, and are clients won back?"""

import streamlit as st

from pages.shared import filters, handling_panels, panel
from pages.shared.filters import View
from pages.shared.remembered import remembered
from pages.shared.step_choice import draw_between
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """The answer; as panels steps, roles, recovery, major path, then lists that hold any."""
    sentence = handling_panels.headline(view)
    if handling_panels.is_empty(view):
        return panel.WorkedOut(sentence, needs="complaints")
    who = handling_panels.by_role(view), handling_panels.recovered(view)
    lists = *handling_panels.overdue(view), *handling_panels.lost(view)
    return panel.WorkedOut(
        sentence, (handling_panels.steps(view), *who, handling_panels.major(view), *lists)
    )


view = filters.bar()
page = remembered("handling", view, worked_out)
panel.begin(_("Are complaints handled as they should be?"), page, view)
draw_steps, draw_roles, draw_recovered, draw_major, *draw_lists = page.panels
left, right = st.columns([3, 2])
with left:
    draw_steps()
with right:
    draw_roles()
with left:
    draw_between(view)
with right:
    draw_recovered()
draw_major()
for draw_list in draw_lists:
    draw_list()
