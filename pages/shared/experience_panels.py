"""The panel about clients whose experience changed, worked out and ready to be drawn."""

from functools import partial

from pages.shared import panel
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import experience
from pages.shared.findings.wording import MOST_ROWS

QUERY = "satisfaction/experience_changes"


def changed_clients(view: View) -> list[panel.Draw]:
    """Whose experience changed by more than chance; no panel where nobody answered twice."""
    before = {"previous_since": view.previous_since, "previous_until": view.previous_until}
    few, changes = settings().few.minimum_n, ask(QUERY, view, **before)
    if changes.empty:
        return []
    rows = experience.judged(changes, few)
    draw = partial(
        panel.table,
        experience.told(rows),
        panel.laid_out(experience.table(rows).head(MOST_ROWS)),
        answer=experience.hidden(rows, few),
        query=QUERY,
        view=view,
        n=int(rows.side.notna().sum()),
    )
    return [draw]
