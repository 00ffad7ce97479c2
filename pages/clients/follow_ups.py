"""Follow-ups: which three clients do I call today, and what do I say to each?"""

from pages.shared import filters, follow_up_panels, panel
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import follow_ups
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """The answer, and as panels a card for each call and who comes next."""
    found = follow_up_panels.candidates(view)
    called, known = follow_ups.chosen(found), settings()
    sentence = follow_ups.headline(
        called, view.change.since, known.needs.silent_days, known.promises.days_ahead
    )
    if not called:
        nobody = ask("satisfaction/client_tiers", view.change).empty
        return panel.WorkedOut(sentence, needs="clients" if nobody else None)
    note = _("Made from the record as known at the end of the period; nothing here is a guess.")
    cards = panel.row(*follow_up_panels.cards(called, view))
    return panel.WorkedOut(sentence, (cards, follow_up_panels.next_ones(found, called, view)), note)


view = filters.bar()
page = remembered("follow-ups", view, worked_out)
panel.begin(_("Which three clients do I call today, and what do I say?"), page, view)
for draw in page.panels:
    draw()
