"""Faults, requirements and deliveries, with the times they waited for the client."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.sample import names, story, told, words
from data.sample.chance import Chance, Flags, Integers, Reals
from data.sample.company import identifiers
from data.sample.horizon import DAY, HOUR, NEVER
from data.sample.store import Store, chunks
from data.sample.world import Falling, World, categories, weekdays

ENGINEERS = names.people(40, 18)
_FIRST_RESPONSE = np.array([0.5, 2, 8])
"""Working hours until most tickets of a severity have had their first response."""
_PROMISED = np.array([[4, 16, 40], [80, 120, 200], [160, 240, 400]])
"""Working hours promised by kind and severity."""
_SLOWER = 3.5


@dataclass(frozen=True)
class _Cases:
    """One entry per ticket of a chunk; times in seconds."""

    clients: Integers
    kind: Integers
    severity: Integers
    opened: Integers
    responded: Integers
    first_promised: Integers
    promised: Integers
    resolved: Integers


class LatestTickets:
    """Remembers for each client the last ticket of each month, for complaints to refer to."""

    def __init__(self, clients: int, months: int) -> None:
        self._numbers = np.zeros((clients, months), dtype=np.int64)

    def remember(self, clients: Integers, months: Integers, numbers: Integers) -> None:
        """Keep the last of the numbers for each client and month."""
        self._numbers[clients, months] = numbers

    def before(self, clients: Integers, months: Integers) -> Integers:
        """Number of a ticket opened in the month before; 0 where there is none."""
        return np.where(months > 0, self._numbers[clients, np.maximum(months - 1, 0)], 0)


def write(store: Store, world: World, total: int) -> LatestTickets:
    """Write `total` tickets in the order they were opened, those of the story among them."""
    own = told.tickets(world)[:total]
    store.write("tickets", own)
    latest = LatestTickets(world.company.count, world.horizon.month_count)
    falling = Falling(world.standing.shares_of_work(world.company, "tickets"))
    rest = total - len(own)
    for number, rows in chunks(rest):
        chance = Chance(world.seed, 30, number)
        cases = _draw(chance, world, falling, rows, rest)
        keys = identifiers("T", rows.start + 1, len(rows), 8)
        months = world.horizon.month_of_day[cases.opened // DAY]
        latest.remember(cases.clients, months, np.arange(rows.start + 1, rows.stop + 1))
        waiting = chance.happens(0.12, len(rows)) & (cases.resolved - cases.responded > 4 * HOUR)
        store.write("tickets", _tickets(chance, world, cases, keys))
        store.write("pauses", _pauses(world, cases, keys, waiting))
    return latest


def _draw(chance: Chance, world: World, falling: Falling, rows: range, total: int) -> _Cases:
    horizon = world.horizon
    opened = horizon.spread(chance, rows, total, weekdays(horizon, 30, 2))
    months = horizon.month_of_day[opened // DAY]
    clients = falling.clients(chance, months)
    kind = chance.pick([62, 28, 10], opened.size)
    severity = chance.pick([8, 32, 60], opened.size)
    slow = 1 + _SLOWER * _slowness(world, clients, months)
    responding = _FIRST_RESPONSE[severity] * (0.1 + 2.2 * chance.skewed(opened.size)) * slow
    promising = _PROMISED[kind, severity] * (0.9 + 0.3 * chance.even(opened.size))
    taking = promising * _effort(chance, slow)
    responded = horizon.forward(opened, _seconds(np.minimum(responding, taking)))
    first_promised = horizon.forward(opened, _seconds(promising))
    is_moved = chance.happens(0.08, opened.size) & (kind > 0)
    moved = horizon.forward(first_promised, _seconds(promising * 0.4))
    return _Cases(
        clients=clients,
        kind=kind,
        severity=severity,
        opened=opened,
        responded=responded,
        first_promised=first_promised,
        promised=np.where(is_moved, moved, first_promised),
        resolved=np.maximum(horizon.forward(opened, _seconds(taking)), responded),
    )


def _slowness(world: World, clients: Integers, months: Integers) -> Reals:
    is_slow = world.company.region[clients] == story.SLOW_REGION
    slowness: Reals = story.slowness(world.horizon)[months] * is_slow
    return slowness


def _effort(chance: Chance, slow: Reals) -> Reals:
    """Time taken as a share of the time promised: one in eight takes longer."""
    late = np.where(chance.happens(0.08, slow.size), 0.2 + 1.3 * chance.even(slow.size), 0)
    share: Reals = (0.15 + 0.9 * chance.even(slow.size) + late) * (0.9 + 0.1 * slow)
    return share


def _seconds(hours: Reals) -> Integers:
    return np.floor(hours * 60).astype(np.int64) * 60


def _tickets(chance: Chance, world: World, cases: _Cases, keys: pd.Series) -> pd.DataFrame:
    count, horizon = len(keys), world.horizon
    module = chance.pick([3, 4, 3, 2, 3, 2, 2, 2], count)
    has_promise = (cases.kind > 0) | (cases.severity < 2)
    handovers = chance.pick([70, 20, 7, 3], count)
    owner = chance.pick([1] * len(ENGINEERS), count)
    later = (owner + handovers * 5) % len(ENGINEERS)
    is_done = cases.resolved <= horizon.now
    learned = is_done & (cases.severity < 2) & chance.happens(0.35, count)
    lesson = cases.resolved + chance.whole(DAY, 6 * DAY, count)
    return pd.DataFrame(
        {
            "ticket_id": keys,
            "client_id": world.client_ids(cases.clients),
            "kind": categories(cases.kind, words.KINDS),
            "severity": categories(cases.severity, words.SEVERITIES),
            "title": _titles(chance, cases.kind, module),
            "module": categories(module, words.MODULES),
            "opened_at": horizon.moments(cases.opened),
            "first_response_at": horizon.known(cases.responded),
            "resolved_at": horizon.known(cases.resolved),
            "promised_at": horizon.moments(np.where(has_promise, cases.promised, NEVER)),
            "first_promised_at": horizon.moments(
                np.where(has_promise, cases.first_promised, NEVER)
            ),
            "first_owner": categories(owner, ENGINEERS),
            "owner": categories(later, ENGINEERS),
            "handover_count": handovers,
            "reopened_count": np.where(is_done, chance.pick([93, 6, 1], count), 0),
            "root_cause": _root_causes(chance, is_done & (cases.kind == 0)),
            "lesson_recorded_at": horizon.known(np.where(learned, lesson, NEVER)),
        }
    )


def _root_causes(chance: Chance, is_found: Flags) -> "pd.Categorical[str]":
    cause = chance.pick([4, 5, 2, 3, 3, 2], is_found.size)
    return categories(np.where(is_found, cause, -1), words.ROOT_CAUSES)


def _titles(chance: Chance, kind: Integers, module: Integers) -> "pd.Categorical[str]":
    lines = len(words.TITLES["fault"])
    spoken = [
        line.format(name)
        for name in words.MODULES
        for kind_name in words.KINDS
        for line in words.TITLES[kind_name]
    ]
    line = chance.whole(0, lines - 1, kind.size)
    return categories((module * len(words.KINDS) + kind) * lines + line, spoken)


def _pauses(world: World, cases: _Cases, keys: pd.Series, waiting: Flags) -> pd.DataFrame:
    """A stretch between first response and resolution; one that has not begun yet is left out."""
    span = cases.resolved - cases.responded
    paused = cases.responded + span // 4
    waits = waiting & (paused <= world.horizon.now)
    return pd.DataFrame(
        {
            "ticket_id": keys[waits].to_numpy(),
            "paused_at": world.horizon.moments(paused[waits]),
            "resumed_at": world.horizon.known((paused + span // 3)[waits]),
        }
    )
