"""Whom to call after the meeting: one client for each reason, then who comes next."""

import pandas as pd

from pages.meeting.slides.cells import HALF, table
from pages.meeting.slides.model import Panel, Table
from pages.meeting.slides.wording import BESIDE, said
from pages.shared import follow_up_panels
from pages.shared.filters import View
from pages.shared.findings import follow_ups
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers, words

WIDTHS = (0.38, 0.38, 0.24)


def panel(week: View, found: pd.DataFrame, called: list[Row]) -> Panel:
    """The calls as a table; `found`: all candidates, `called`: those of `follow_ups.chosen`."""
    others = _next(found, called)
    return Panel(
        said(BESIDE, _told(called), _("Below: who comes next.") if others else None),
        _table([*called, *others]) if called else None,
        follow_up_panels.FOLLOW_UPS,
        week.change,
        found,
    )


def _told(called: list[Row]) -> str:
    """How many are to be called; that there is no reason to call anybody where nobody is."""
    if called:
        return ngettext(
            "Call the first {count} client.",
            "Call the first {count} clients, one for each reason.",
            len(called),
        ).format(count=numbers.number(len(called)))
    return _("Nobody to call: none was silent, fell, or has anything past its date or due soon.")


def _next(found: pd.DataFrame, called: list[Row]) -> list[Row]:
    """Who comes next for each reason."""
    rows = follow_ups.next_ones(found, called).drop_duplicates("client_id")
    return rows_of(rows.groupby("follow_up", sort=False).head(1))


def _table(rows: list[Row]) -> Table:
    head = (_("Client"), _("Why"), _("Who calls"))
    return table(head, [_line(row) for row in rows], WIDTHS, line=HALF)


def _line(row: Row) -> tuple[str, str, str]:
    manager = row["manager"] if isinstance(row["manager"], str) else _("nobody")
    return str(row["client_name"]), words.capital(follow_ups.in_short(row)), manager
