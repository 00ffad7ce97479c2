"""What is known of a complaint: the answers that the report rests on, cut to its reader.

A file is made after the click, in a thread without a session, so all that such a thread cannot ask
for is noted while the page runs (`Asker`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import queries
from data.errors import DataError
from pages.shared import access, database
from pages.shared.asker import Asker
from pages.shared.filters.view import View
from pages.shared.text import _, language

Row = Mapping[str, Any]


class NoReportError(DataError):
    """The complaint is not known to this reader at this moment."""


@dataclass(frozen=True, slots=True)
class Record:
    """One complaint: its row, its ticket's, and the rows around it; a missing value is None."""

    asker: Asker
    complaint: Row
    ticket: Row | None
    steps: tuple[Row, ...]
    history: tuple[Row, ...]
    promises: tuple[Row, ...]
    lessons: tuple[Row, ...]

    def step(self, name: str) -> Row:
        """One of the nine steps."""
        return next(row for row in self.steps if row["step"] == name)


def asker() -> Asker:
    """The one who asks in this run of a page."""
    return Asker(access.reader(), language(), database.build())


def is_known(complaint_id: str, view: View) -> bool:
    """Is there such a complaint among those that the reader sees in this view?"""
    return len(database.ask("complaints/report", view, complaint_id=complaint_id)) > 0


def sentence() -> str:
    """What is said in place of a report."""
    return _("There is no such complaint among the clients and in the time that you look at.")


def read(complaint_id: str, view: View, who: Asker) -> Record:
    """Everything known at the end of the view. Raises `NoReportError` where that is nothing."""

    def rows(name: str) -> tuple[Row, ...]:
        return _rows(name, complaint_id, view, who)

    complaint = rows("report")
    if not complaint:
        raise NoReportError(sentence())
    return Record(
        asker=who,
        complaint=complaint[0],
        ticket=next(iter(rows("report_ticket")), None),
        steps=rows("report_steps"),
        history=rows("report_history"),
        promises=rows("report_promises"),
        lessons=rows("report_lessons"),
    )


def _rows(name: str, complaint_id: str, view: View, who: Asker) -> tuple[Row, ...]:
    answer = queries.run(
        database.connection_to(who.build),
        f"complaints/{name}",
        database.settings(),
        since=view.since,
        until=view.until,
        client_ids=access.shared_with(who.reader, view.client_ids),
        complaint_id=complaint_id,
    )
    known = answer.astype(object).where(answer.notna(), None)
    names = list(map(str, known.columns))
    return tuple(dict(zip(names, row, strict=True)) for row in known.itertuples(index=False))
