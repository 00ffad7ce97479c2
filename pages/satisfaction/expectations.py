"""Expectations: is service what clients expect, and which of the two has moved?"""

from functools import partial

import streamlit as st

from pages.shared import experience_panels, filters, gap_panels, panel, trend_marks
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import competitors, drift, recommend, target_readings, zones
from pages.shared.findings.wording import paragraph
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer; as panels dimensions, segments, drift, months, clients, what else is asked."""
    by_dimension = ask("satisfaction/gaps_by_dimension", view)
    by_segment = ask("satisfaction/gaps_by_segment", view)
    before = {"previous_since": view.previous_since, "previous_until": view.previous_until}
    changes, active = ask("satisfaction/drift", view, **before), int(by_segment.active_count.sum())
    split = drift.overall(changes, minimum_n, active)
    zone = zones.zones(by_dimension, minimum_n, in_short=True)
    sentence = paragraph(zone, split if len(by_dimension) else None)
    note = paragraph(zones.coverage(by_segment), zones.assumed(by_dimension))
    if by_segment.empty and not recommend.response_count(ask("satisfaction/recommend", view)):
        return panel.WorkedOut(sentence, note=note, needs="surveys")
    gaps = gap_panels.dimensions(view), gap_panels.vip_and_regular(view)
    moved = gap_panels.change(changes, split, active, view), gap_panels.months(view)
    others = *experience_panels.changed_clients(view), *net_promoter(view), *rivals(view)
    return panel.WorkedOut(sentence, (*gaps, *moved, *others), note)


def net_promoter(view: View) -> list[panel.Draw]:
    """Would clients recommend us? No panel where nobody was asked."""
    now, earlier = ask("satisfaction/recommend", view), ask("satisfaction/recommend", view.previous)
    if not recommend.response_count(now) + recommend.response_count(earlier):
        return []
    draw = partial(
        panel.table,
        paragraph(
            recommend.net_promoter(now, earlier, view.since, minimum_n),
            trend_marks.verdict(view, "nps", target_readings.net_promoter(now)),
        ),
        panel.laid_out(recommend.table(now, earlier, minimum_n)),
        query="satisfaction/recommend",
        view=view,
        n=recommend.response_count(now),
    )
    return [draw]


def rivals(view: View) -> list[panel.Draw]:
    """Our service beside competitors'; no panel where none was scored."""
    scored = ask("satisfaction/competitors", view)
    if scored.empty:
        return []
    draw = partial(
        panel.table,
        competitors.known(scored),
        panel.laid_out(competitors.shown(scored, minimum_n)),
        query="satisfaction/competitors",
        view=view,
    )
    return [draw]


view = filters.bar()
page = remembered("expectations", view, worked_out)
panel.begin(_("Is service what clients expect, and which of the two has moved?"), page, view)
draw_dimensions, draw_segments, draw_change, draw_months, *draw_others = page.panels
left, right = st.columns([3, 2])
with left:
    draw_dimensions()
with right:
    draw_segments()
with left:
    draw_change()
with right:
    draw_months()
for draw_other in draw_others:
    draw_other()
