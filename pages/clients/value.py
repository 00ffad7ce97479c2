"""Value: what are our clients worth, what is at stake, and under which assumptions?"""

import streamlit as st

from pages.shared import assumptions, filters, panel, value_panels, value_sheet
from pages.shared.remembered import remembered
from pages.shared.text import _

view = filters.bar()
entered = assumptions.chosen()
page = value_panels.worked_out(view, entered)
panel.begin(_("What is at stake, what is each client worth, and who left why?"), page, view)
left, right = st.columns([1, 1])
with left:
    value_panels.worth_by_tier(view, entered)()
    value_sheet.draw_client(view, entered)
with right:
    value_panels.assumed(view, entered)()
value_panels.by_tier(view, entered)()
draw_reasons, draw_leavers = value_panels.leavers(view, entered)
left, right = st.columns([3, 5])
with left:
    draw_reasons()
with right:
    draw_leavers()
remembered("value revenue", view, value_panels.revenue)()
