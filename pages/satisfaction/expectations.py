"""Expectations: is service what clients expect, and which of the two has moved?"""

import streamlit as st

from pages.shared import charts, filters, panel
from pages.shared.database import ask, settings
from pages.shared.findings import competitors, drift, recommend, segments, zones
from pages.shared.findings.gap_intervals import shown
from pages.shared.findings.wording import paragraph
from pages.shared.text import _

view = filters.bar()
minimum_n = settings().few.minimum_n

by_dimension = ask("satisfaction/gaps_by_dimension", view)
by_segment = ask("satisfaction/gaps_by_segment", view)
changes = ask(
    "satisfaction/drift",
    view,
    previous_since=view.previous_since,
    previous_until=view.previous_until,
)
active = int(by_segment.active_count.sum())
split = drift.overall(changes, minimum_n, active) if len(by_dimension) else None
panel.answer(
    _("Is service what clients expect, and which of the two has moved?"),
    paragraph(zones.zones(by_dimension, minimum_n, in_short=True), split),
    paragraph(zones.coverage(by_segment), zones.assumed(by_dimension)),
)
now, earlier = ask("satisfaction/recommend", view), ask("satisfaction/recommend", view.previous)
panel.stop_if_empty(now if recommend.response_count(now) else by_segment, view, "surveys")
by_month = ask("satisfaction/gaps_by_month", view.trend)
rivals = ask("satisfaction/competitors", view)

left, right = st.columns([3, 2])
with left:
    panel.show(
        zones.zones(by_dimension, minimum_n),
        charts.zones_of_tolerance(shown(by_dimension, minimum_n)),
        answer=shown(by_dimension, minimum_n),
        query="satisfaction/gaps_by_dimension",
        view=view,
        n=int(by_dimension.answer_count.sum()),
    )
with right:
    panel.show(
        segments.compared(by_segment, minimum_n),
        charts.segments(shown(by_segment, minimum_n)),
        answer=shown(by_segment, minimum_n),
        query="satisfaction/gaps_by_segment",
        view=view,
        n=int(by_segment.answer_count.sum()),
    )
with left:
    panel.show(
        paragraph(split, drift.by_dimension(changes, minimum_n, active)),
        charts.drift(drift.shown(changes, minimum_n, active)),
        answer=drift.shown(changes, minimum_n, active),
        query="satisfaction/drift",
        view=view,
        n=drift.client_count(changes),
        interval=drift.interval(changes, minimum_n, active),
    )
with right:
    panel.show(
        drift.over_time(by_month, minimum_n),
        charts.gap_over_time(shown(by_month, minimum_n)),
        answer=shown(by_month, minimum_n),
        query="satisfaction/gaps_by_month",
        view=view.trend,
        n=int(by_month.answer_count.sum()),
    )
if recommend.response_count(now) + recommend.response_count(earlier):
    panel.table(
        recommend.net_promoter(now, earlier, view.since, minimum_n),
        recommend.table(now, earlier, minimum_n),
        query="satisfaction/recommend",
        view=view,
        n=recommend.response_count(now),
    )
if len(rivals):
    panel.table(
        competitors.known(rivals),
        competitors.shown(rivals, minimum_n),
        query="satisfaction/competitors",
        view=view,
    )
