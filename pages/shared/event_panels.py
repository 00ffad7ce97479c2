"""The panels of events and of targets: what there is, and the editor that changes it."""

from dataclasses import replace
from functools import partial

import pandas as pd

from pages.shared import entry_editor, panel, target_panels
from pages.shared.charts import marks
from pages.shared.database import ask
from pages.shared.entry_kinds import EVENT, TARGET
from pages.shared.filters import View
from pages.shared.filters.choice import EARLIEST, LATEST
from pages.shared.findings import happened, target_tables
from pages.shared.findings.target_tables import Beside
from pages.shared.trend_marks import EVENTS, TARGETS

SHOWN = ["happened_on", "label", "client_name", "client_id"]


def ever(view: View) -> View:
    """The same clients at any time: what lies ahead is entered as well."""
    return replace(view, since=EARLIEST, until=LATEST)


def headline(view: View, found: list[Beside]) -> str:
    """What happened in the period, and which targets are met."""
    return happened.headline(marks.events_of(ask(EVENTS, view)), target_tables.counted(found))


def events(view: View) -> panel.Draw:
    """All events, the newest first, and the editor."""
    rows = _newest_first(ask(EVENTS, ever(view)), "happened_on")
    inside = ask(EVENTS, view)
    return partial(
        panel.listed,
        happened.counted(len(rows), len(inside)),
        partial(_events, rows, panel.laid_out(rows[SHOWN])),
        answer=rows,
        query=EVENTS,
        view=_reach(view, rows),
        n=len(rows),
    )


def _events(rows: pd.DataFrame, table: panel.LaidOut) -> None:
    panel.draw(table, key="events")
    entry_editor.draw(EVENT, rows)


def targets(view: View, found: list[Beside]) -> panel.Draw:
    """The targets of the period beside what was reached, and the editor of all."""
    told, rows = target_tables.table(found), _newest_first(ask(TARGETS, ever(view)), "begins_on")
    return partial(
        panel.listed,
        target_tables.finding(found),
        partial(_targets, rows, panel.laid_out(told)),
        answer=told,
        query=TARGETS,
        view=view,
        n=len(found),
    )


def _targets(rows: pd.DataFrame, table: panel.LaidOut) -> None:
    panel.draw(table, key="targets")
    entry_editor.draw(TARGET, rows)


def beside(view: View) -> list[Beside]:
    """The targets of the period with what was reached."""
    return target_panels.beside(view)


def _reach(view: View, rows: pd.DataFrame) -> View:
    """The view from its first event to its last: what the list is of."""
    days = [day.date() for day in rows["happened_on"]]
    return replace(view, since=min([view.since, *days]), until=max([view.until, *days]))


def _newest_first(rows: pd.DataFrame, day: str) -> pd.DataFrame:
    return rows.sort_values(day, ascending=False, kind="stable")
