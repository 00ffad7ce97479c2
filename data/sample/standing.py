"""How each client stands, month by month: a place on the ladder of the five tiers.

The place is a number from 0 to 5 with a tier per unit (3.4 is loyal), so that a story can be
written down as a short path. It is turned into the level of service that the client experiences,
measured against the levels that it expects at the end of the sample. Expectations were lower
before: so service stays level while tiers sink, which is the story of creeping expectations.
"""

from dataclasses import dataclass

import numpy as np

from data.sample import story
from data.sample.chance import Chance, Flags, Integers, Reals
from data.sample.company import Company
from data.sample.horizon import Horizon

_MIX = (0.035, 0.14, 0.41, 0.295, 0.12)
"""Share of the clients that start in each tier, lowest first."""
_HOLD, _UNREST = 0.88, 0.13
_TURNS = 0.045
_TROUBLE_BELOW = 1.15
_BEFORE = 18
"""Months lived through before the first one, so that the first is like any other."""


@dataclass(frozen=True)
class Standing:
    """Clients × months; scores in points of ten."""

    place: Reals
    minimum: Reals
    expected: Reals
    desired: Reals
    perceived: Reals

    @property
    def is_troubled(self) -> Flags:
        """Months in which a client has reason to complain, and waits long for an answer."""
        return self.place < _TROUBLE_BELOW

    def shares_of_work(self, company: Company, table: str) -> Integers:
        """Clients × months: whole-number weights by which rows of a table fall to clients."""
        active = company.is_active(self.place.shape[1])
        base = np.where(company.is_vip, 16, 10)[:, None] * active
        if table == "responses":
            often = np.where(story.is_named(company.numbers), 3, 1)[:, None]
            return base * often * ~self._is_quiet(company)
        if table == "complaints":
            return base * self._complaining(company)
        return base

    def _complaining(self, company: Company) -> Integers:
        """Clients in trouble complain more; those with a story of their own only as it tells."""
        own = story.is_named(company.numbers)[:, None] & self._is_late(12)
        weight = np.where(self.is_troubled, 5, 1)
        return np.where(own | self._is_quiet(company), 0, weight)

    def _is_quiet(self, company: Company) -> Flags:
        """Silent clients since their last answer; silent means that they do not complain either."""
        months_left = self.place.shape[1] - np.arange(self.place.shape[1])
        quiet: Flags = months_left <= company.silent_months[:, None]
        return quiet

    def _is_late(self, months: int) -> Flags:
        count = self.place.shape[1]
        late: Flags = (np.arange(count) >= count - months)[None, :]
        return late


def follow(chance: Chance, horizon: Horizon, company: Company) -> Standing:
    """Where each client stands in each month."""
    place = _paths(chance, company.count, horizon.month_count)
    story.bend(place)
    last = _last_levels(chance, company)
    levels = {name: level[:, None] + story.creep(horizon, name) for name, level in last.items()}
    return Standing(place=place, perceived=_perceived(place, last), **levels)


def _paths(chance: Chance, count: int, months: int) -> Reals:
    """A place that stays near its start, with some clients that turn up or down for good."""
    start = _starts(chance, count)
    turned, unrest = np.zeros(count), np.zeros(count)
    paths = np.empty((count, months))
    for month in range(-_BEFORE, months):
        unrest = _HOLD * unrest + _UNREST * chance.bell(count)
        turns = chance.happens(_TURNS, count)
        towards = np.where(chance.happens(0.5, count), 1.0, -1.0)
        turned = np.where(turns, np.where(turned == 0, towards, 0.0), turned)
        paths[:, max(month, 0)] = start + _level(unrest + turned)
    return np.clip(paths, 0.2, 4.9)


def _level(changes: Reals) -> Reals:
    """Changes that cancel out, so that the company as a whole neither rises nor falls by chance."""
    level: Reals = changes - np.cumsum(changes)[-1] / changes.size
    return level


def _starts(chance: Chance, count: int) -> Reals:
    """Starting places, spread evenly over the mix so that a small company has all tiers too."""
    share = (chance.ranks(count) + chance.even(count)) / count
    ends = np.cumsum(_MIX)
    tier = np.searchsorted(ends, share * ends[-1], side="right").clip(0, 4)
    below = ends[tier] - np.array(_MIX)[tier]
    places: Reals = tier + 0.15 + 0.7 * (share * ends[-1] - below) / np.array(_MIX)[tier]
    return places


def _last_levels(chance: Chance, company: Company) -> dict[str, Reals]:
    """The levels that each client expects at the end; important clients expect more."""
    minimum = 5.0 + 0.4 * chance.bell(company.count) + 0.3 * company.is_vip
    expected = minimum + 1.3 + 0.4 * chance.even(company.count)
    desired = expected + 1.1 + 0.4 * chance.even(company.count)
    return {"minimum": minimum, "expected": expected, "desired": np.minimum(desired, 8.9)}


def _perceived(place: Reals, last: dict[str, Reals]) -> Reals:
    """Turn places into scores: the tiers' borders, straight lines between them."""
    borders = np.stack(
        [
            last["minimum"] - 1.6,
            last["minimum"] - 0.25,
            last["expected"] - 0.25,
            last["desired"] - 0.25,
            last["desired"] + 0.25,
            last["desired"] + 1.0,
        ]
    )
    tier = np.floor(place).astype(np.int64)
    clients = np.arange(place.shape[0])[:, None]
    low, high = borders[tier, clients], borders[tier + 1, clients]
    return low + (high - low) * (place - tier)
