"""Saved views: a name for a set of filters, for everybody who sees the same clients.

A name stands for the filters and for a period: one on offer, such as the last twelve weeks, goes on
with the data; other days stay as they are. `?saved=NAME` opens it. A link that was copied carries
its days and filters as well, and these win: it shows next year what it showed when it was sent.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

from data import entered, warehouse
from data.errors import DataError
from pages.shared import access, database
from pages.shared.filters import choice, matching
from pages.shared.filters.choice import Choice
from pages.shared.filters.periods import Period
from pages.shared.text import _

TABLE = "views"
ADDRESS, PRESET = "address", "preset"
LONGEST_NAME = 60
_LACKING = Period(choice.EARLIEST, choice.LATEST)  # of an address without days: nobody wrote one


class Saved(NamedTuple):
    """A saved view: what is chosen, as an address carries it, and the period on offer, if one."""

    name: str
    address: str
    preset: str | None

    def choice(self, offered: Mapping[str, Period]) -> Choice:
        """What it means now; `offered`: the periods on offer."""
        period = offered.get(self.preset or "", self.filters.period)
        return replace(self.filters, since=period.since, until=period.until)

    @property
    def filters(self) -> Choice:
        """What was chosen when it was saved, with the days of then."""
        found, _problems = choice.read(parse_qs(self.address), _LACKING)
        return found

    @property
    def values(self) -> dict[str, str | None]:
        """As the store keeps it."""
        return {ADDRESS: self.address, PRESET: self.preset}


def known() -> dict[str, Saved]:
    """The saved views by name that say nothing of clients the reader may not see."""
    rows = json.loads(entered.overlay(warehouse.default_folder(), TABLE))
    found = [
        Saved(row["name"], row.get(ADDRESS) or "", row.get(PRESET))
        for row in rows
        if not row["is_removed"]
    ]
    clients = database.clients()
    mine = [view for view in found if not matching.missing(view.filters, clients)]
    return {view.name: view for view in sorted(mine, key=lambda view: view.name.casefold())}


def named(name: str, chosen: Choice, offered: Mapping[str, Period]) -> Saved:
    """What is chosen, under a name; a period on offer is kept as such."""
    preset = next((key for key, period in offered.items() if period == chosen.period), None)
    return Saved(
        " ".join(name.split())[:LONGEST_NAME],
        urlencode(chosen.parameters(), doseq=True),
        preset,
    )


def save(view: Saved, opened: str | None = None) -> None:
    """Keep it; one of the same name is replaced by who opened it or was the last to write it.

    `opened`: the name of the view that this person opened. Raises `ChangedMeanwhileError` where the
    name is somebody else's, since links with it mean that view, and `DataError` where nothing can
    be kept.
    """
    folder, who = warehouse.default_folder(), access.reader().name
    before = known().get(view.name)  # read before its writer: who writes in between is noticed
    if before is not None and (view.name == opened or _writer(view.name) == who):
        entered.edit(folder, TABLE, view.name, before.values, view.values, who)
    else:
        entered.add(folder, TABLE, view.values, who, view.name)


def _writer(name: str) -> str | None:
    """Who was the last to say what the view is, leaving out what was undone."""
    lines = entered.changes(warehouse.default_folder(), TABLE, name)
    wrote = [one for one in lines if one.kind in ("add", "edit") and one.undone_by is None]
    return wrote[-1].made_by if wrote else None


def remove(name: str) -> int:
    """Take it away; gives the change, so that it can be undone. Raises `DataError`."""
    folder, who = warehouse.default_folder(), access.reader().name
    if name not in known():
        raise DataError(_("This is not about a client of yours."))
    return entered.remove(folder, TABLE, name, who).change_id


def undo(change_id: int) -> None:
    """Bring back what was taken away. Raises `DataError`."""
    entered.undo(warehouse.default_folder(), change_id, access.reader().name)
