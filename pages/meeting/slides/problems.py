"""Slide 7: which problems are open, who has them, until when, and why do they come first?"""

import pandas as pd

from pages.meeting.slides import unknown
from pages.meeting.slides.cells import table
from pages.meeting.slides.model import ROWS, Panel, Slide, Table
from pages.meeting.slides.wording import ALONE, FINDING, fitting, names, said
from pages.shared import database
from pages.shared.database import ask, settings
from pages.shared.filters import View, state
from pages.shared.findings import problems
from pages.shared.problem_panels import COUNTS, LIST
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words

WIDTHS = (0.18, 0.2, 0.37, 0.13, 0.12)
WHY = 2  # of the columns: a reason is said whole


def slide(week: View) -> Slide:
    """The problems with the most points, each with client, owner, due date and reason."""
    key, title = "problems", _("Open problems")
    nothing = unknown.of_week(week)
    counted, rows = ask(COUNTS, week), ask(LIST, week)
    if nothing or rows.empty:
        return unknown.slide(key, title, nothing or _none(week))
    return Slide(key, title, _finding(counted, rows), (_panel(week, counted, rows),), _notes())


def _none(week: View) -> str:
    """Nothing is open; which file would fill the slide where nothing was ever recorded."""
    held = database.counts()
    if not (held["ticket_count"] or held["complaint_count"] or held["promise_count"]):
        return unknown.missing("problems")
    count = int(ask(COUNTS, week.previous).open_count.sum())
    if count == 0:
        return _("No problem is open.")
    return ngettext(
        "No problem is open; {count} was a week before.",
        "No problem is open; {count} were a week before.",
        count,
    ).format(count=numbers.number(count))


def _finding(counted: pd.DataFrame, rows: pd.DataFrame) -> str:
    """How many are open, past their dates and due soon, and what comes first where it fits."""
    soon_days, first = settings().triage.urgency.soon_days, rows.head(1)
    named = first.assign(client_name=names(first.client_name))
    whole = problems.headline(counted, named, soon_days)
    return fitting(FINDING, whole, problems.headline(counted, rows.head(0), soon_days))


def _panel(week: View, counted: pd.DataFrame, rows: pd.DataFrame) -> Panel:
    soon_days = settings().triage.urgency.soon_days
    told = problems.with_reasons(rows, soon_days)
    return Panel(
        said(ALONE, _change(week, counted), _unowned(rows), problems.by_source(counted)),
        _table(told),
        LIST,
        week,
        told,
        n=len(rows),
    )


def _change(week: View, counted: pd.DataFrame) -> str | None:
    """How many were open a week before; None where the records do not reach back to it."""
    if week.previous_until < state.oldest_day():
        return None
    before, now = (_open_and_past(rows) for rows in (ask(COUNTS, week.previous), counted))
    if before == now:
        return _("As many open and past their dates as a week before.")
    sentence = ngettext(
        "A week before, {count} were open and {past} past its date.",
        "A week before, {count} were open and {past} past their dates.",
        before[1],
    )
    return sentence.format(count=numbers.number(before[0]), past=numbers.number(before[1]))


def _open_and_past(counted: pd.DataFrame) -> tuple[int, int]:
    return int(counted.open_count.sum()), int(counted.past_due_count.sum())


def _unowned(rows: pd.DataFrame) -> str | None:
    """How many nobody has."""
    count = int(rows.owner.isna().sum())
    if count == 0:
        return None
    return ngettext("{count} has no owner.", "{count} have no owner.", count).format(
        count=numbers.number(count)
    )


def _table(told: pd.DataFrame) -> Table:
    head = (_("Client"), _("What"), _("Why it is here"), _("Owner"), _("Due"))
    rows = [_line(row) for row in rows_of(told.head(ROWS))]
    return table(head, rows, WIDTHS, left_out=max(len(told) - ROWS, 0), whole=WHY)


def _line(row: Row) -> tuple[str, ...]:
    """An owner or a date that is missing is said: somebody has to name it in the meeting."""
    owner = row["owner"] if isinstance(row["owner"], str) else _("nobody")
    what = row["what"] if isinstance(row["what"], str) else str(row["id"])
    return row["client_name"], what, words.capital(row["reason"]), owner, _due(row)


def _due(row: Row) -> str:
    if pd.isna(row["due_on"]):
        return _("no date")
    return dates.iso(row["due_on"])


def _notes() -> tuple[str, ...]:
    return (
        _("Most points first: where a problem comes from, how it presses, how hard it is."),
        _("As known at the end of the week. The settings say what counts how many points."),
    )
