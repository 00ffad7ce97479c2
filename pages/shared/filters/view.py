"""What the reader looks at: a period, what it is compared with, and the clients in it.

Knows nothing of Streamlit, so that files and decks are cut by the same value.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pages.shared.filters import periods, words


@dataclass(frozen=True)
class View:
    """A period (both days included), its comparison, and the clients (None = no filter)."""

    since: date
    until: date
    previous_since: date
    previous_until: date
    comparison: str = "previous"
    client_ids: tuple[str, ...] | None = None
    segments: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    managers: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    client_names: tuple[str, ...] = ()

    @cached_property
    def scope(self) -> str:
        """A short name of the set of clients, for cache keys: worked out once per view."""
        return digest(self.client_ids)

    @cached_property
    def trend(self) -> "View":
        """The same clients, from at least twelve months back, so that a line has a past."""
        return self._over(min(self.since, periods.year_before(self.until)), self.until)

    @cached_property
    def previous(self) -> "View":
        """The same clients in the period of comparison."""
        return self._over(self.previous_since, self.previous_until)

    @cached_property
    def change(self) -> "View":
        """The same clients, begun where a change is counted from: a year ago when that is asked."""
        if self.comparison != periods.YEAR:
            return self
        return self._over(self.previous_until + periods.DAY, self.until)

    @cached_property
    def base(self) -> "View":
        """The same period for every client that the reader may see: what a few stand against."""
        return replace(
            self,
            client_ids=None,
            segments=(),
            regions=(),
            industries=(),
            managers=(),
            clients=(),
            client_names=(),
        )

    def _over(self, since: date, until: date) -> "View":
        before = periods.before(periods.Period(since, until), self.comparison)
        return replace(
            self,
            since=since,
            until=until,
            previous_since=before.since,
            previous_until=before.until,
        )

    @property
    def sentence(self) -> str:
        """The view in words, in the reader's language."""
        return words.sentence(self)


def digest(client_ids: tuple[str, ...] | None) -> str:
    """A short name of a set of clients: the same for the same ids in any order."""
    if client_ids is None:
        return "all"
    mark = hashlib.blake2b(digest_size=12)
    for client_id in sorted(set(client_ids)):
        mark.update(client_id.encode() + b"\0")
    return mark.hexdigest()
