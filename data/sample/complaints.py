"""Complaints and grumbles; the steps taken are in `handling`.

Only clients in trouble have major or overdue complaints: at any size, then, the complaint rule of
the tiers decides for a few of them and not for everybody.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.sample import handling, story, told, words
from data.sample.chance import Chance, Flags, Integers
from data.sample.company import identifiers
from data.sample.horizon import DAY, HOUR, NEVER, WORKDAY, Horizon
from data.sample.store import Store, chunks
from data.sample.tickets import LatestTickets
from data.sample.world import Falling, World, categories, weekdays

_CAUSES = (24, 16, 9, 13, 12, 14, 8, 4)
_CAUSES_IN_SURGE = (50, 26, 12, 3, 3, 3, 2, 1)


@dataclass(frozen=True)
class Cases:
    """One entry per complaint of a chunk; times in seconds."""

    clients: Integers
    received: Integers
    promised: Integers
    first_promised: Integers
    resolved: Integers
    cause: Integers
    is_major: Flags
    is_grumble: Flags


def write(store: Store, world: World, latest: LatestTickets, total: int) -> None:
    """Write `total` complaints in the order they came, those of the story among them."""
    own = told.complaints(world)[:total]
    store.write("complaints", own)
    store.write("complaint_steps", told.steps(world, own))
    rest = total - len(own)
    falling = Falling(world.standing.shares_of_work(world.company, "complaints"))
    for number, rows in chunks(rest):
        chance = Chance(world.seed, 40, number)
        cases = _draw(chance, world, falling, rows, rest)
        keys = identifiers("Q", rows.start + 1, len(rows), 7)
        store.write("complaints", _complaints(chance, world, cases, keys, latest))
        store.write("complaint_steps", handling.steps(chance, world, cases, keys))


def _draw(chance: Chance, world: World, falling: Falling, rows: range, total: int) -> Cases:
    horizon = world.horizon
    received = horizon.spread(chance, rows, total, _weights(horizon))
    months = horizon.month_of_day[received // DAY]
    clients = falling.clients(chance, months)
    troubled = world.standing.is_troubled[clients, months]
    allowed = chance.whole(3 * WORKDAY, 9 * WORKDAY, received.size)
    share = np.where(
        troubled, 0.4 + 1.6 * chance.even(received.size), 0.1 + 0.85 * chance.even(received.size)
    )
    promised = horizon.forward(received, allowed)
    taken = np.floor(allowed * share).astype(np.int64)
    moved = troubled & chance.happens(0.2, received.size)
    return Cases(
        clients=clients,
        received=received,
        first_promised=promised,
        promised=np.where(moved, horizon.forward(promised, allowed // 3), promised),
        resolved=horizon.forward(received, np.maximum(taken, HOUR)),
        cause=_causes(chance, horizon, received),
        is_major=troubled & chance.happens(0.3, received.size),
        is_grumble=chance.happens(0.18, received.size),
    )


def _weights(horizon: Horizon) -> Integers:
    """A weight per day: mostly workdays, and many more in the weeks after the release."""
    weights = weekdays(horizon, 10, 1)
    first, last = (horizon.second(day) // DAY for day in story.SURGE)
    weights[first : last + 1] *= story.SURGE_FACTOR
    return weights


def _causes(chance: Chance, horizon: Horizon, received: Integers) -> Integers:
    first, last = (horizon.second(day) for day in story.SURGE)
    in_surge = (received >= first) & (received <= last + DAY)
    count = received.size
    return np.where(in_surge, chance.pick(_CAUSES_IN_SURGE, count), chance.pick(_CAUSES, count))


def _complaints(
    chance: Chance, world: World, cases: Cases, keys: pd.Series, latest: LatestTickets
) -> pd.DataFrame:
    count, horizon = len(keys), world.horizon
    is_done = cases.resolved <= horizon.now
    lesson = cases.resolved + chance.whole(DAY, 8 * DAY, count)
    learned = is_done & ~cases.is_grumble & chance.happens(0.5, count)
    spoken = [text for cause in words.CAUSES for text in words.DESCRIPTIONS[cause]]
    description = cases.cause * 2 + chance.whole(0, 1, count)
    forms = cases.is_grumble.astype(np.int64)
    return pd.DataFrame(
        {
            "complaint_id": keys,
            "client_id": world.client_ids(cases.clients),
            "ticket_id": _about(chance, world, cases, latest),
            "received_at": horizon.moments(cases.received),
            "form": categories(forms, ("complaint", "grumble")),
            "severity": categories(1 - cases.is_major, ("major", "ordinary")),
            "cause": categories(cases.cause, words.CAUSES),
            "channel": categories(chance.pick([6, 5, 4, 3, 2], count), words.CHANNELS),
            "description": categories(description, spoken),
            "promised_at": horizon.moments(np.where(cases.is_grumble, NEVER, cases.promised)),
            "first_promised_at": horizon.moments(
                np.where(cases.is_grumble, NEVER, cases.first_promised)
            ),
            "resolved_at": horizon.known(cases.resolved),
            "reopened_count": np.where(is_done, chance.pick([94, 6], count), 0),
            "lesson_recorded_at": horizon.known(np.where(learned, lesson, NEVER)),
        }
    )


def _about(chance: Chance, world: World, cases: Cases, latest: LatestTickets) -> pd.Series:
    """Four complaints in ten are about a ticket of the month before."""
    months = world.horizon.month_of_day[cases.received // DAY]
    number = latest.before(cases.clients, months)
    text = "T" + pd.Series(number).astype("str").str.zfill(8)
    return text.where((number > 0) & chance.happens(0.4, number.size), None)
