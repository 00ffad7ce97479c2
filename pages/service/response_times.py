"""Response times: how fast are we, is it within target, and has that changed?"""

import streamlit as st

from pages.shared import filters, panel, service_panels, ticket_panels
from pages.shared.filters import View
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """The answer; as panels a card per kind, waiting, targets, states, ages, spread, load, who."""
    sentence = service_panels.headline(view)
    if service_panels.is_empty(view):
        return panel.WorkedOut(sentence, needs="tickets")
    panels = (
        service_panels.waiting(view),
        service_panels.targets(view),
        ticket_panels.states(view),
        ticket_panels.handovers(view),
        ticket_panels.ages(view),
        ticket_panels.spread(view),
        ticket_panels.load(view),
        ticket_panels.clients(view),
    )
    return panel.WorkedOut(sentence, (*service_panels.cards(view), *panels))


view = filters.bar()
page = remembered("response times", view, worked_out)
panel.begin(_("How fast are we, is it within target, and has that changed?"), page, view)
*draw_cards, draw_waiting, draw_targets, draw_states, draw_handovers, draw_ages = page.panels[:8]
draw_spread, draw_load, draw_clients = page.panels[8:]
for column, draw_card in zip(st.columns(3), draw_cards, strict=True):
    with column:
        draw_card()
draw_waiting()
draw_ages()
left, right = st.columns(2)
with left:
    draw_targets()
with right:
    draw_states()
    draw_handovers()
draw_spread()
draw_load()
draw_clients()
