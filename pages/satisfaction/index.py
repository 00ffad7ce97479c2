"""Index: how satisfied are clients from 0 to 100, how sure is that, and what would move it?"""

from pages.shared import filters, index_panels, panel
from pages.shared.database import counts, settings
from pages.shared.filters import View
from pages.shared.findings import index, index_fit
from pages.shared.remembered import remembered
from pages.shared.text import _

minimum_n = settings().few.minimum_n


def worked_out(view: View) -> panel.WorkedOut:
    """The answer; as panels the months and competitors, then the model and its tables."""
    found = index_panels.found(view)
    if found is None:
        sentence = _(
            "No question states satisfaction yet: “satisfaction” in the column “latent” of"
            " indicators.csv makes a question one."
        )
        return panel.WorkedOut(sentence, needs=None if counts().answer_count else "surveys")
    sentence = index.headline(found.fixed, index_panels.client_count(view), view, minimum_n)
    if found.fixed.parts.empty:
        return panel.WorkedOut(sentence, needs="surveys")
    note = index_fit.note(found.fit, found.by_model, view.trend, minimum_n)
    others = index_panels.competitors(found, view)
    above = panel.row(index_panels.months(found, view), *others)
    return panel.WorkedOut(sentence, (above, *index_panels.model(found, view)), note)


view = filters.bar()
page = remembered("index", view, worked_out)
panel.begin(_("How satisfied are clients, and what would move it most?"), page, view)
for draw in page.panels:
    draw()
