"""Complaints: are they rising, do we resolve them faster than they arrive, is a week unusual?"""

import streamlit as st

from pages.shared import complaint_panels, filters, panel
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.filters.periods import YEAR
from pages.shared.findings import complaint_trends, control_signals
from pages.shared.findings.complaint_trends import Comparison
from pages.shared.findings.wording import paragraph
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer; as panels weeks, control chart, causes, times, ages, then last year if asked."""
    now, found = complaint_panels.totals(view), complaint_panels.control(view)
    before = complaint_panels.totals_before(view)
    comparison = Comparison(view.comparison == YEAR, found.sigma_z)
    sentence = paragraph(
        control_signals.latest(found, view.since),
        complaint_trends.rising(now, before, minimum_n, comparison),
        complaint_trends.pace(now, minimum_n, found.sigma_z),
    )
    if complaint_trends.is_quiet(now):
        return panel.WorkedOut(
            _("No complaint was received, and none is open."), needs="complaints"
        )
    panels = (
        complaint_panels.weeks(view, now),
        complaint_panels.judged_weeks(view, found),
        complaint_panels.causes(view),
        complaint_panels.times(view),
        complaint_panels.ages(view),
    )
    last_year = complaint_panels.against_last_year(view, found.sigma_z)
    return panel.WorkedOut(sentence, (*panels, *last_year), complaint_trends.beside(now))


view = filters.bar()
page = remembered("complaints", view, worked_out)
panel.begin(_("Are complaints rising, do we keep pace, and is a week unusual?"), page, view)
draw_weeks, draw_judged_weeks, draw_causes, draw_times, draw_ages, *draw_others = page.panels
left, right = st.columns([1, 1])
with left:
    draw_weeks()
    draw_causes()
with right:
    draw_judged_weeks()
    draw_ages()
draw_times()
for draw_other in draw_others:
    draw_other()
