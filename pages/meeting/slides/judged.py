"""What became of what was promised for the week: done in time, done late, or carried over.

Promises and actions are judged alike, by the date first agreed. What was moved to a later date is
carried over all the same, and what was carried is counted in meetings.
"""

from typing import NamedTuple

import pandas as pd

from pages.meeting.slides.cells import HALF, Room, room, table, with_who
from pages.meeting.slides.model import ROWS, Table
from pages.meeting.slides.wording import cut
from pages.shared.findings.wording import share_of
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers
from queries.statistics import intervals

IN_TIME, LATE, CARRIED = "done_in_time", "done_late", "carried_over"
WIDTHS = (0.38, 0.33, 0.29)
WHO = 16  # letters of a person's name


class Judged(NamedTuple):
    """Counts: due in the week and in time of those; late; carried over, of those again."""

    due: int
    in_time: int
    late: int
    carried: int
    again: int

    @property
    def is_empty(self) -> bool:
        """Nothing to judge."""
        return not (self.due or self.late or self.carried)


def counted(rows: pd.DataFrame) -> Judged:
    """Of rows with state, is_due_now (bool) and carried_weeks."""
    is_due = rows.is_due_now.astype(bool) & rows.state.isin([IN_TIME, LATE, CARRIED])
    carried = rows.state == CARRIED
    return Judged(
        due=int(is_due.sum()),
        in_time=int((is_due & (rows.state == IN_TIME)).sum()),
        late=int((rows.state == LATE).sum()),
        carried=int(carried.sum()),
        again=int((carried & (rows.carried_weeks > 0)).sum()),
    )


def share(found: Judged, minimum_n: int) -> str:
    """`61 of 72 (85%, 75–91)`; the counts alone where they are too few for a share."""
    if found.due >= max(minimum_n, 1):
        return share_of(found.in_time, found.due)
    return _("{count} of {active}").format(
        count=numbers.number(found.in_time), active=numbers.number(found.due)
    )


def interval(found: Judged, minimum_n: int) -> str | None:
    """The interval of the share done in time, in per cent; None where they are too few."""
    if found.due < max(minimum_n, 1):
        return None
    return numbers.interval_text(*intervals.wilson(found.in_time, found.due), style="percent")


def rest(found: Judged) -> str:
    """What was done late and what is carried over, of that again."""
    return _("{late} done late, {carried} carried over ({again} again).").format(
        late=numbers.number(found.late),
        carried=numbers.number(found.carried),
        again=numbers.number(found.again),
    )


def listed(rows: pd.DataFrame, head: str) -> Table:
    """Client, what and who, and the verdict, of what was carried over and what was done late.

    `rows`: client_name, what, record (its number, where nothing says what), who, state,
    carried_weeks, moved (times), in the order shown.
    """
    shown = rows[rows.state.isin([CARRIED, LATE])]
    first = shown.head(ROWS)
    place = room(WIDTHS[1], HALF, len(first))
    beyond = max(len(shown) - ROWS, 0)
    head_line = (_("Client"), head, _("Judged"))
    lines = [_line(row, place) for row in rows_of(first)]
    return table(head_line, lines, WIDTHS, line=HALF, left_out=beyond)


def _line(row: Row, place: Room) -> tuple[str, str, str]:
    what, who = _text(row["what"]) or str(row["record"]), cut(_text(row["who"]), WHO)
    told = with_who(what, who, place) if who else what
    return _text(row["client_name"]), told, verdict(row)


def verdict(row: Row) -> str:
    """`open 3 weeks, moved`: how late, in meetings since it was due, and whether it was moved."""
    told = (_late if row["state"] == LATE else _still_open)(int(row["carried_weeks"]))
    moved = int(row["moved"])
    if moved == 0:
        return told
    again = _("{verdict}, moved") if moved == 1 else _("{verdict}, moved {count}×")
    return again.format(verdict=told, count=numbers.number(moved))


def _late(weeks: int) -> str:
    if weeks == 0:
        return _("done late")
    return ngettext("{count} week late", "{count} weeks late", weeks).format(
        count=numbers.number(weeks)
    )


def _still_open(weeks: int) -> str:
    if weeks == 0:
        return _("still open")
    return ngettext("open {count} week", "open {count} weeks", weeks).format(
        count=numbers.number(weeks)
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
