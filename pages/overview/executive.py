"""Overview: how satisfied is the whole base, has that changed, and who moved?"""

from functools import partial

import streamlit as st

from pages.shared import filters, panel, tier_panels
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import evidence, moves, shares
from pages.shared.findings.wording import paragraph
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer, and as panels the ladder, its months, and who moved."""
    tiers = ask("satisfaction/client_tiers", view.change)
    sentence = shares.headline(tiers, view.change.since, minimum_n)
    if not tiers.tier.count():
        return panel.WorkedOut(sentence, needs="clients" if tiers.empty else "surveys")
    rungs = tier_panels.rungs(tiers, view, partial(evidence.hidden, tiers, minimum_n))
    heard_before = int(tiers.previous_tier.count())
    return panel.WorkedOut(
        sentence, (rungs, tier_panels.months(view), who_moved(heard_before, view))
    )


def who_moved(heard_before: int, view: View) -> panel.Draw:
    """Which clients moved, why, and what those that fell are worth."""
    moved = ask("satisfaction/moved_clients", view.change)
    return partial(
        panel.table,
        paragraph(
            moves.who_moved(moved, heard_before, view.change.since),
            moves.worth_of_fallen(moved, settings().currency),
        ),
        panel.laid_out(moves.table(moved, minimum_n)),
        answer=partial(moves.hidden, moved, minimum_n),
        query="satisfaction/moved_clients",
        view=view.change,
        n=len(moved),
    )


view = filters.bar()
page = remembered("overview", view, worked_out)
panel.begin(_("How satisfied are our clients, has that changed, and who moved?"), page, view)
draw_rungs, draw_months, draw_who_moved = page.panels
draw_rungs()
left, right = st.columns([1, 2])
with left:
    draw_months()
with right:
    draw_who_moved()
