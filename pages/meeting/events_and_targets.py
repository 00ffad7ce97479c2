"""Events and targets: what happened, what did we aim for, and was it reached?"""

from pages.shared import event_panels, filters, panel
from pages.shared.filters import View
from pages.shared.remembered import remembered
from pages.shared.text import _


def worked_out(view: View) -> panel.WorkedOut:
    """What happened and which targets are met; as panels the targets and the events."""
    found = event_panels.beside(view)
    panels = event_panels.targets(view, found), event_panels.events(view)
    note = _("Both are drawn on every chart over time. A target is judged on the period in view.")
    return panel.WorkedOut(event_panels.headline(view, found), panels, note)


view = filters.bar()
page = remembered("events and targets", view, worked_out)
panel.begin(_("What happened, what did we aim for, and was it reached?"), page, view)
for draw in page.panels:
    draw()
