"""Tiers: which tier is each client in, who moved, and on what evidence?"""

import streamlit as st

from pages.shared import charts, filters, panel
from pages.shared.database import ask, settings
from pages.shared.findings import evidence, ladder, moves, shares
from pages.shared.findings.wording import paragraph
from pages.shared.text import _

view = filters.bar()
change = view.change
minimum_n = settings().few.minimum_n

tiers = ask("satisfaction/client_tiers", change)
moved = ask("satisfaction/moved_clients", change)
complaining = ask("satisfaction/days_complaining", view)
who_moved = moves.who_moved(moved, int(tiers.previous_tier.notna().sum()), change.since)
panel.answer(
    _("Which tier is each client in, who moved, and on what evidence?"),
    paragraph(*shares.share_and_change(tiers, change.since, minimum_n), who_moved),
)
panel.stop_if_empty(tiers, view, "clients")
heard = tiers[tiers.tier.notna()]
panel.stop_if_empty(heard, view, "surveys")

flow = ask("satisfaction/tier_moves", change)
by_month = ladder.by_month(ask("satisfaction/tier_share_by_month", view.trend), minimum_n)
coverage = ask("satisfaction/coverage_by_month", view.trend)
year = ask("satisfaction/tier_moves", view.trend)

panel.show(
    paragraph(ladder.below(tiers), ladder.coverage(tiers)),
    charts.ladder(ladder.rungs(tiers, minimum_n), len(tiers) - len(heard), len(tiers)),
    answer=ladder.rungs(tiers, minimum_n),
    query="satisfaction/client_tiers",
    view=change,
    n=len(heard),
    interval=shares.interval(tiers, minimum_n),
    key="ladder",
)

left, right = st.columns([3, 2])
with left:
    panel.show(
        moves.flow(flow),
        charts.tier_flow(flow, moved, minimum_n),
        answer=flow,
        query="satisfaction/tier_moves",
        view=change,
        n=int(flow.client_count.sum()),
        key="flow",
    )
with right:
    panel.table(
        moves.days_complaining(complaining, view.since, view.until),
        complaining[["client_name", "day_count", "is_complaining", "manager"]],
        answer=complaining,
        query="satisfaction/days_complaining",
        view=view,
        n=len(complaining),
    )

clients = evidence.hidden(tiers, minimum_n)
panel.table(
    paragraph(evidence.bases(tiers), evidence.inverted(tiers)),
    evidence.table(clients),
    answer=clients,
    query="satisfaction/client_tiers",
    view=change,
    n=len(heard),
    key="evidence",
)
panel.show(
    shares.over_time(year, view.trend.since, minimum_n),
    charts.tiers_over_time(by_month, coverage),
    answer=by_month.merge(coverage, on="month"),
    query="satisfaction/coverage_by_month",
    view=view.trend,
    n=shares.change_of_moves(year).heard,
    interval=shares.interval_of_change(year, minimum_n),
)
