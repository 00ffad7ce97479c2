"""Open problems: what is open, what do we take up first, and what did we not learn from?"""

import streamlit as st

from pages.shared import filters, panel, problem_panels
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.findings import problems
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """The answer, and as panels the list, its sources, repeated troubles, missing reports."""
    counts, soon_days = problem_panels.counts(view), settings().triage.urgency.soon_days
    sentence = problems.headline(counts, problem_panels.first(view), soon_days)
    if problem_panels.is_quiet(view):
        return panel.WorkedOut(sentence, needs="problems")
    note = _("As known at the end of the period. The settings say what counts how many points.")
    now_open = problem_panels.each(view), problem_panels.by_source(view)
    learned = problem_panels.repeats(view), problem_panels.reports(view)
    return panel.WorkedOut(sentence, (*now_open, *learned), note)


view = filters.bar()
page = remembered("open problems", view, worked_out)
panel.begin(_("What is open, and what do we take up first?"), page, view)
draw_each, draw_by_source, draw_repeats, draw_reports = page.panels
draw_each()
left, right = st.columns([2, 3])
with left:
    draw_by_source()
with right:
    draw_repeats()
draw_reports()
