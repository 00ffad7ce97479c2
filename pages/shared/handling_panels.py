"""The panels about how complaints are handled, worked out and ready to be drawn."""

from functools import partial

import pandas as pd

from pages.shared import charts, panel
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import handling, handling_overdue, handling_path, handling_recovered
from pages.shared.findings.wording import MOST_ROWS, paragraph
from pages.shared.major_complaints import draw_major


def headline(view: View) -> str:
    """Are complaints handled as they should be: steps, promised dates, clients won back."""
    return paragraph(
        _steps_told(view),
        handling_overdue.told(ask("complaints/overdue", view)),
        _recovered_told(view.trend, in_short=True),
    )


def is_empty(view: View) -> bool:
    """Nothing was received, is open past its date, or was resolved lately."""
    due = ask("complaints/handling_steps", view).due_count.sum()
    others = ("complaints/overdue", view), ("complaints/recovery", view.trend)
    return due == 0 and all(ask(*question).empty for question in others)


def steps(view: View) -> panel.Draw:
    """Steps done of steps due, with the time to each."""
    few, rows = settings().few, ask("complaints/handling_steps", view)
    told = handling.shown(rows, few.minimum_n, few.minimum_n_median)
    return partial(
        panel.show,
        _steps_told(view),
        charts.steps(told),
        answer=told,
        query="complaints/handling_steps",
        view=view,
        n=int(rows.due_count.max()),
    )


def _steps_told(view: View) -> str:
    now, before = (ask("complaints/handling_steps", each) for each in (view, view.previous))
    return handling.told(now, before, view.since, settings().few.minimum_n)


def by_role(view: View) -> panel.Draw:
    """Who took the steps that were due."""
    due, roles = ask("complaints/handling_steps", view), ask("complaints/steps_by_role", view)
    return partial(
        panel.show,
        handling.by_role(roles),
        charts.steps_by_role(due, roles),
        answer=roles,
        query="complaints/steps_by_role",
        view=view,
        n=int(due.due_count.max()),
    )


def recovered(view: View) -> panel.Draw:
    """What became of the clients of complaints resolved in the year."""
    rows = ask("complaints/recovery", view.trend)
    return partial(
        panel.show,
        _recovered_told(view.trend),
        charts.recovered(rows),
        answer=rows,
        query="complaints/recovery",
        view=view.trend,
        n=int(rows.complaint_count.sum()),
    )


def _recovered_told(view: View, *, in_short: bool = False) -> str:
    rows, known = ask("complaints/recovery", view), settings()
    days = known.complaints.recovered_within
    return handling_recovered.told(rows, view.since, days, known.few.minimum_n, in_short=in_short)


def lost(view: View) -> list[panel.Draw]:
    """Whom we lost after a complaint resolved in the year; no panel where nobody was."""
    rows = ask("complaints/lost_clients", view.trend)
    told = handling_recovered.lost(rows)
    return _list(told, rows, "complaints/lost_clients", view.trend)


def overdue(view: View) -> list[panel.Draw]:
    """Complaints past their promised date with who holds them; no panel where there are none."""
    rows = ask("complaints/overdue", view)
    return _list(handling_overdue.told(rows), rows, "complaints/overdue", view)


def _list(finding: str, rows: pd.DataFrame, query: str, view: View) -> list[panel.Draw]:
    """A table of the first rows; the files have all."""
    if rows.empty:
        return []
    draw = partial(
        panel.table,
        finding,
        panel.laid_out(rows.head(MOST_ROWS)),
        answer=rows,
        query=query,
        view=view,
        n=len(rows),
    )
    return [draw]


def major(view: View) -> panel.Draw:
    """Every major complaint with its path and its report."""
    few, rows = settings().few, ask("complaints/major_path", view)
    finding = handling_path.told(rows, few.minimum_n, few.minimum_n_median)
    return partial(draw_major, finding, rows, view)
