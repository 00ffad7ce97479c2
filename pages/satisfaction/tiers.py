"""Tiers: which tier is each client in, who moved, and on what evidence?"""

from functools import partial

import streamlit as st

from pages.shared import charts, filters, panel, tier_panels
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import evidence, ladder, moves, shares
from pages.shared.findings.wording import paragraph
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer, and as panels the ladder, who moved where, who complained, evidence, months."""
    tiers = ask("satisfaction/client_tiers", view.change)
    moved = ask("satisfaction/moved_clients", view.change)
    since, heard_before = view.change.since, int(tiers.previous_tier.count())
    who_moved = moves.who_moved(moved, heard_before, since)
    sentence = paragraph(*shares.share_and_change(tiers, since, minimum_n), who_moved)
    if not tiers.tier.count():
        return panel.WorkedOut(sentence, needs="clients" if tiers.empty else "surveys")
    rungs = tier_panels.rungs(tiers, view, partial(ladder.rungs, tiers, minimum_n), "ladder")
    panels = rungs, flow(view), days(view), each_client(view)
    return panel.WorkedOut(sentence, (*panels, tier_panels.months(view, with_coverage=True)))


def flow(view: View) -> panel.Draw:
    """From which tier to which."""
    moved = ask("satisfaction/moved_clients", view.change)
    counts = ask("satisfaction/tier_moves", view.change)
    return partial(
        panel.show,
        moves.flow(counts),
        charts.tier_flow(counts, moved, minimum_n),
        answer=counts,
        query="satisfaction/tier_moves",
        view=view.change,
        n=int(counts.client_count.sum()),
        key="flow",
    )


def days(view: View) -> panel.Draw:
    """Who was complaining, and for how long."""
    complaining = ask("satisfaction/days_complaining", view)
    columns = ["client_name", "day_count", "is_complaining", "manager", "client_id"]
    return partial(
        panel.table,
        moves.days_complaining(complaining, view.since, view.until),
        panel.laid_out(complaining[columns]),
        answer=complaining,
        query="satisfaction/days_complaining",
        view=view,
        n=len(complaining),
    )


def each_client(view: View) -> panel.Draw:
    """What each client's tier rests on."""
    tiers = ask("satisfaction/client_tiers", view.change)
    return partial(
        panel.table,
        paragraph(evidence.bases(tiers), evidence.inverted(tiers)),
        panel.laid_out(evidence.table(evidence.hidden(tiers, minimum_n))),
        answer=partial(evidence.hidden, tiers, minimum_n),
        query="satisfaction/client_tiers",
        view=view.change,
        n=int(tiers.tier.count()),
        key="evidence",
    )


view = filters.bar()
page = remembered("tiers", view, worked_out)
panel.begin(_("Which tier is each client in, who moved, and on what evidence?"), page, view)
draw_rungs, draw_flow, draw_days, draw_each_client, draw_months = page.panels
draw_rungs()
left, right = st.columns([3, 2])
with left:
    draw_flow()
with right:
    draw_days()
draw_each_client()
draw_months()
