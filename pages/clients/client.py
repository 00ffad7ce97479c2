"""Client: where does this client stand, which way is it moving, why, and what did we promise?"""

import streamlit as st

from pages.shared import client_choice, client_panels, filters, panel
from pages.shared.filters import View
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """Its story in a paragraph; as panels card, story, comparison, next tier, problems, words."""
    beside = client_panels.compared(view), client_panels.next_tier(view)
    below = client_panels.open_problems(view), client_panels.comments(view)
    head = client_panels.card(view), client_panels.story(view)
    return panel.WorkedOut(
        client_panels.headline(view), (*head, *beside, *below), client_panels.note()
    )


question = _("Where does this client stand, which way is it moving, and what did we promise?")
view = client_choice.one_client(question, filters.bar())
page = remembered("client", view, worked_out)
panel.begin(question, page, view)
draw_card, draw_story, draw_compared, draw_next_tier, draw_problems, draw_comments = page.panels
draw_card()
draw_story()
draw_compared()
draw_problems()
left, right = st.columns([3, 2])
with left:
    draw_comments()
with right:
    draw_next_tier()
