"""Events and targets of a chart over time: what is drawn, and where a day lies on its axis."""

from calendar import monthrange
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import pandas as pd

from pages.shared.charts.event_lines import Spot
from pages.shared.charts.plain import Series
from pages.shared.findings.happened import Event
from pages.shared.rows import rows_of

NARROW = 180  # pixels of a plot in a quarter of a small screen


class Target(NamedTuple):
    """What a measure is to reach from its first day to its last (None: until further notice)."""

    value: float
    begins_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Is it in force on that day?"""
        return self.begins_on <= day and (self.ends_on is None or day <= self.ends_on)


class Marks(NamedTuple):
    """What is drawn on a chart over time.

    `told`: the value of a target in the reader's words; `plot`: pixels that the plot has on a small
    screen, 0 where labels have no room at all.
    """

    events: tuple[Event, ...] = ()
    targets: tuple[Target, ...] = ()
    told: Callable[[float], str] = str
    plot: int = 0


NOTHING = Marks()


class Places(NamedTuple):
    """The first day of each place of an axis, and the first day after it; in order of time."""

    spans: tuple[tuple[date, date], ...]

    def of(self, day: date) -> float | None:
        """Where a day lies: place 0 reaches from −0.5 to 0.5; None before the first, after all.

        Between two places that do not adjoin a day lies on their border.
        """
        before = [place for place, (first, _after) in enumerate(self.spans) if first <= day]
        if not before:
            return None
        first, after = self.spans[before[-1]]
        if day < after:
            return before[-1] - 0.5 + ((day - first).days + 0.5) / (after - first).days
        return before[-1] + 0.5 if before[-1] + 1 < len(self.spans) else None

    def held(self, target: Target) -> list[int]:
        """The places in which the target is in force on some day."""
        last = target.ends_on or date.max
        return [
            place
            for place, (first, after) in enumerate(self.spans)
            if target.begins_on < after and first <= last
        ]

    def spots(self, marks: Marks) -> list[Spot]:
        """Where the events lie that the axis shows."""
        per_place = (marks.plot or NARROW) / max(len(self.spans), 1)
        places = [(self.of(event.happened_on), event) for event in marks.events]
        return [
            Spot((place + 0.5) * per_place, place, event)
            for place, event in places
            if place is not None
        ]


def months(firsts: Sequence[pd.Timestamp]) -> Places:
    """Places of the months that begin on these days."""
    days = [first.date() for first in firsts]
    return Places(
        tuple((day, day + timedelta(days=monthrange(day.year, day.month)[1])) for day in days)
    )


def weeks(firsts: Sequence[pd.Timestamp]) -> Places:
    """Places of the weeks that begin on these days."""
    days = [first.date() for first in firsts]
    return Places(tuple((day, day + timedelta(days=7)) for day in days))


def events_of(rows: pd.DataFrame) -> tuple[Event, ...]:
    """The rows of `meeting/events`, in order of time."""
    return tuple(
        Event(row["happened_on"].date(), str(row["label"]), _name(row))
        for row in rows_of(rows.sort_values("happened_on", kind="stable"))
    )


def _name(row: Mapping[Hashable, Any]) -> str | None:
    return str(row["client_name"]) if isinstance(row["client_id"], str) else None


def targets_of(rows: pd.DataFrame, measure: str) -> tuple[Target, ...]:
    """The targets of a measure among the rows of `meeting/targets`, in order of time.

    Those of the one segment in view go before those of all clients.
    """
    own = rows[(rows["measure"] == measure) & rows["is_in_view"].astype(bool)]
    of_segment = own[own["segment"].notna()]
    chosen = own if of_segment.empty else of_segment
    ordered = chosen.sort_values("begins_on", kind="stable")
    return tuple(target_of(row) for row in rows_of(ordered))


def target_of(row: Mapping[Hashable, Any]) -> Target:
    """One row of `meeting/targets`."""
    last = row["ends_on"]
    return Target(
        float(row["value"]), row["begins_on"].date(), None if pd.isna(last) else last.date()
    )


def holding(targets: Sequence[Target], day: date) -> Target | None:
    """The target in force on a day, the one that began last; None where there is none."""
    held = [target for target in targets if target.holds_on(day)]
    return max(held, key=lambda target: target.begins_on, default=None)


def happened(events: Sequence[Event], places: Places) -> dict[int, list[Event]]:
    """The events at each category of a chart in values."""
    found: dict[int, list[Event]] = {}
    for event in events:
        place = places.of(event.happened_on)
        if place is not None:
            found.setdefault(min(round(place), len(places.spans) - 1), []).append(event)
    return found


def limit(marks: Marks, places: Places, name: str, colour: str) -> tuple[Series, ...]:
    """The targets as one dashed line of a chart in values; none where none is in force."""
    values: list[float | None] = [None] * len(places.spans)
    for target in marks.targets:
        for place in places.held(target):
            values[place] = target.value
    if all(value is None for value in values):
        return ()
    return (Series(name, tuple(values), colour, is_limit=True),)
