"""Overview: how satisfied is the whole base, has that changed, and who moved?"""

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
heard = tiers[tiers.tier.notna()]
panel.answer(
    _("How satisfied are our clients, has that changed, and who moved?"),
    shares.headline(tiers, change.since, minimum_n),
)
panel.stop_if_empty(tiers, view, "clients")
panel.stop_if_empty(heard, view, "surveys")

moved = ask("satisfaction/moved_clients", change)
year = ask("satisfaction/tier_moves", view.trend)
by_month = ladder.by_month(ask("satisfaction/tier_share_by_month", view.trend), minimum_n)
coverage = ask("satisfaction/coverage_by_month", view.trend)

panel.show(
    paragraph(ladder.below(tiers), ladder.coverage(tiers)),
    charts.ladder(ladder.rungs(tiers, minimum_n), len(tiers) - len(heard), len(tiers)),
    answer=evidence.hidden(tiers, minimum_n),
    query="satisfaction/client_tiers",
    view=change,
    n=len(heard),
    interval=shares.interval(tiers, minimum_n),
)

left, right = st.columns([1, 2])
with left:
    panel.show(
        shares.over_time(year, view.trend.since, minimum_n),
        charts.tiers_over_time(by_month, coverage),
        answer=by_month,
        query="satisfaction/tier_share_by_month",
        view=view.trend,
        n=shares.change_of_moves(year).heard,
        interval=shares.interval_of_change(year, minimum_n),
    )
with right:
    panel.table(
        paragraph(
            moves.who_moved(moved, int(tiers.previous_tier.notna().sum()), change.since),
            moves.worth_of_fallen(moved, settings().currency),
        ),
        moves.table(moved, minimum_n),
        answer=moves.hidden(moved, minimum_n),
        query="satisfaction/moved_clients",
        view=change,
        n=len(moved),
    )
