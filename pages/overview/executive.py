"""Overview: how satisfied is the whole base, who moved, and do we keep what we promise?"""

from functools import partial

from pages.shared import (
    complaint_panels,
    filters,
    panel,
    promise_panels,
    service_panels,
    tier_panels,
    value_panels,
    week_line,
)
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import complaint_trends, evidence, moves, shares
from pages.shared.findings.wording import paragraph
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer and the finding of the week; as panels tiers, who moved, work and value."""
    tiers = ask("satisfaction/client_tiers", view.change)
    sentence = shares.headline(tiers, view.change.since, minimum_n)
    panels = (*(satisfaction(view) if tiers.tier.count() else []), *work(view))
    needs = "clients" if tiers.empty else "surveys"
    if not panels:
        return panel.WorkedOut(sentence, needs=needs)
    note = None if tiers.tier.count() else panel.missing(needs).replace("`", "")
    return panel.WorkedOut(sentence, (week_line.finding(view), *panels), note)


def satisfaction(view: View) -> list[panel.Draw]:
    """The ladder, its months, and who moved."""
    tiers = ask("satisfaction/client_tiers", view.change)
    rungs = tier_panels.rungs(tiers, view, partial(evidence.hidden, tiers, minimum_n))
    moved = who_moved(int(tiers.previous_tier.count()), view)
    return [rungs, panel.row(tier_panels.months(view), moved, widths=[1, 2])]


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


def work(view: View) -> list[panel.Draw]:
    """On time, promises, complaints and value at stake; what there is nothing of is left out."""
    draws = []
    if not service_panels.is_empty(view):
        draws.append(service_panels.on_time(view))
    if promise_panels.totals(view.trend).n:
        draws.append(promise_panels.kept_by_month(view))
    if not complaint_trends.is_quiet(complaint_panels.totals(view.trend)):
        draws.append(complaint_panels.control_chart(view))
    if not value_panels.is_unknown(view):
        draws.append(value_panels.at_stake(view))
    return [panel.row(*draws)] if draws else []


view = filters.bar()
page = remembered("overview", view, worked_out)
panel.begin(_("How satisfied are our clients, has that changed, and who moved?"), page, view)
for draw in page.panels:
    draw()
