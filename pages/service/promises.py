"""Promises: which were kept, who promises more than is kept, and what is due next?"""

import streamlit as st

from pages.shared import filters, panel, promise_panels
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.findings import promises
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer, and as panels what is due, months, kinds, moves, persons, and the late ones."""
    now, before = promise_panels.totals(view), promise_panels.totals(view.previous)
    due_by_kind = promise_panels.due_by_kind(view)
    sentence = promises.headline(now, before, view, minimum_n)
    if now.n == 0 and due_by_kind.empty and promise_panels.totals(view.trend).n == 0:
        return panel.WorkedOut(sentence, needs="promises")
    note = _(
        "By the date first promised; what is past it and still open counts as not kept. What is"
        " neither due nor done is not counted yet."
    )
    charts = promise_panels.months(view), promise_panels.kinds(view)
    persons, each_person = promise_panels.people(view)
    lists = promise_panels.due(view, due_by_kind), promise_panels.late(view, now)
    moved = promise_panels.moved(view, now)
    return panel.WorkedOut(sentence, (*charts, persons, moved, each_person, *lists), note)


view = filters.bar()
page = remembered("promises", view, worked_out)
panel.begin(_("Which promises were kept, who promises too much, what is due next?"), page, view)
draw_months, draw_kinds, draw_persons, draw_moved, draw_each_person, *draw_lists = page.panels
left, right = st.columns([3, 2])
with left:
    draw_months()
with right:
    draw_kinds()
with left:
    draw_persons()
with right:
    draw_moved()
draw_each_person()
for draw_list in draw_lists:
    draw_list()
