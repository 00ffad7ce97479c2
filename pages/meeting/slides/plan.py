"""Slide 9: what is due in the next seven days, who does it, and whom do we call?"""

from datetime import timedelta

import pandas as pd

from pages.meeting.slides import calls, unknown
from pages.meeting.slides.cells import HALF, Room, room, table, with_who
from pages.meeting.slides.model import ROWS, Panel, Slide, Table
from pages.meeting.slides.wording import BESIDE, FINDING, cut, fitting, names, said
from pages.shared import database, follow_up_panels
from pages.shared.database import ask
from pages.shared.filters import View
from pages.shared.findings import follow_ups
from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words

PLAN = "meeting/plan"
PAST_ROWS = 3  # of the table; the others are for what is to come
DAY = timedelta(days=1)
AHEAD = timedelta(days=7)
WHO = 14  # letters of a person's name
WIDTHS = (0.24, 0.38, 0.38)


def slide(week: View) -> Slide:
    """Promises and actions of the seven days after the week, beside whom to call and why."""
    key, title = "plan", _("The next seven days")
    nothing = unknown.of_week(week)
    planned, found = ask(PLAN, week), follow_up_panels.candidates(week)
    called = follow_ups.chosen(found)
    if nothing or (planned.empty and not called):
        return unknown.slide(key, title, nothing or _none())
    panels = (_due(week, planned), calls.panel(week, found, called))
    return Slide(key, title, _finding(planned, called), panels, _notes())


def _none() -> str:
    """Nothing is planned; which file would fill the slide where nothing was ever promised."""
    if not database.counts()["promise_count"]:
        return unknown.missing("promises")
    return _("Nothing falls due in seven days, nothing is late, and nobody is to be called.")


def _finding(planned: pd.DataFrame, called: list[Row]) -> str:
    """How much is due and how much is late, and whom to call where the names fit."""
    due = _counted(planned)
    named = words.join(names(row["client_name"] for row in called))
    call = _("Call: {clients}.").format(clients=named) if called else None
    return fitting(FINDING, paragraph(due, call), due)


def _counted(planned: pd.DataFrame) -> str:
    past, coming = split(planned)
    late = _("Late: {count}.").format(count=numbers.number(len(past)))
    if coming.empty:
        return paragraph(_("Nothing falls due in seven days."), late if len(past) else None)
    acts = int((coming.record == "action").sum())
    due = _("Due in seven days: {things}.").format(
        things=words.join([_promises(len(coming) - acts), _actions(acts)])
    )
    return paragraph(due, late)


def _promises(count: int) -> str:
    return ngettext("{count} promise", "{count} promises", count).format(
        count=numbers.number(count)
    )


def _actions(count: int) -> str:
    return ngettext("{count} action", "{count} actions", count).format(count=numbers.number(count))


def split(planned: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What is past its date, and what comes with a date; what has none is in neither."""
    is_past = planned.is_past_due.astype(bool)
    return planned[is_past], planned[~is_past & planned.due_on.notna()]


def _due(week: View, planned: pd.DataFrame) -> Panel:
    return Panel(
        said(BESIDE, _when(week), _undated(planned)),
        _table(planned) if len(planned) else None,
        PLAN,
        week,
        planned,
        n=len(planned),
    )


def _when(week: View) -> str:
    """The days that the plan is for."""
    days = dates.days(week.until + DAY, week.until + AHEAD)
    return _("Past their dates first, then due {days}.").format(days=days)


def _undated(planned: pd.DataFrame) -> str | None:
    count = int(planned.due_on.isna().sum())
    if count == 0:
        return None
    return ngettext("{count} action has no date.", "{count} actions have no date.", count).format(
        count=numbers.number(count)
    )


def first_of_both(planned: pd.DataFrame) -> pd.DataFrame:
    """The rows of the table: some past their dates, and what comes; each takes what is left over.

    Dates long past would otherwise fill it, week after week.
    """
    is_past = planned.is_past_due.astype(bool)
    past, others = planned[is_past], planned[~is_past]
    late = past.head(max(PAST_ROWS, ROWS - len(others)))
    shown: pd.DataFrame = pd.concat([late, others.head(ROWS - len(late))])
    return shown


def _table(planned: pd.DataFrame) -> Table:
    shown = first_of_both(planned)
    place = room(WIDTHS[2], HALF, len(shown))
    rows = [_line(row, place) for row in rows_of(shown)]
    head = (_("Due"), _("Client"), _("What, and who"))
    return table(head, rows, WIDTHS, line=HALF, left_out=len(planned) - len(shown))


def _line(row: Row, place: Room) -> tuple[str, str, str]:
    client = row["client_name"] if isinstance(row["client_name"], str) else ""
    return _date(row), client, _what_and_who(row, place)


def _what_and_who(row: Row, place: Room) -> str:
    what = row["what"] if isinstance(row["what"], str) else str(row["id"])
    who = cut(row["owner"], WHO) if isinstance(row["owner"], str) else _("nobody")
    return with_who(what, who, place)


def _date(row: Row) -> str:
    if pd.isna(row["due_on"]):
        return _("no date")
    day = dates.iso(row["due_on"])
    return _("{day} past").format(day=day) if row["is_past_due"] else day


def _notes() -> tuple[str, ...]:
    return (
        _("Dates as last agreed; promised dates of tickets and complaints are promises as well."),
        _("Calls: silent the longest, fallen the furthest, promised and most overdue."),
    )
