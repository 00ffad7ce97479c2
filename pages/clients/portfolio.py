"""Portfolio: which of my clients needs me first, and why?"""

import streamlit as st

from pages.shared import filters, panel, portfolio_panels
from pages.shared.filters import View
from pages.shared.findings import needs
from pages.shared.findings.wording import paragraph
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """The answer, and as panels the clients in order, kinds of need, and managers."""
    rows = portfolio_panels.rows(view)
    sentence = needs.headline(rows, view.managers, portfolio_panels.soon_days())
    if rows.empty:
        return panel.WorkedOut(sentence, needs="clients")
    hint = None if view.managers else _("Choose a manager above for one portfolio.")
    note = _("As known at the end of the period. The settings say what counts how many points.")
    panels = portfolio_panels.clients(view), portfolio_panels.kinds(view)
    return panel.WorkedOut(
        sentence, (*panels, portfolio_panels.managers(view)), paragraph(note, hint)
    )


view = filters.bar()
page = remembered("portfolio", view, worked_out)
panel.begin(_("Which of my clients needs me first, and why?"), page, view)
draw_clients, draw_kinds, draw_managers = page.panels
draw_clients()
left, right = st.columns(2)
with left:
    draw_kinds()
with right:
    draw_managers()
