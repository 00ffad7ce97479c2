"""Promises made in meetings and contracts, and the next steps agreed each week."""

import numpy as np
import pandas as pd

from data.sample import told, words
from data.sample.chance import Chance, Integers
from data.sample.company import identifiers
from data.sample.horizon import DAY
from data.sample.store import Store
from data.sample.tickets import ENGINEERS
from data.sample.world import Falling, World, categories, weekdays

_PROMISES_A_YEAR = 5
_FORGOTTEN = (30, 90)  # days: what was forgotten comes up again, and is done at last


def write(store: Store, world: World) -> None:
    """Write both tables; their size follows from the number of clients and years."""
    rate = world.company.count * world.horizon.years
    store.write("promises", told.promises(world))
    store.write("promises", _promises(Chance(world.seed, 50), world, rate * _PROMISES_A_YEAR))
    store.write("actions", _actions(Chance(world.seed, 51), world, rate * 3))


def _promises(chance: Chance, world: World, count: int) -> pd.DataFrame:
    horizon = world.horizon
    seconds = horizon.spread(chance, range(count), count, weekdays(horizon, 10, 0))
    made = seconds // DAY
    clients = _clients(chance, world, seconds)
    first_due = made + chance.whole(3, 45, count)
    is_moved = chance.happens(0.12, count)
    due = first_due + np.where(is_moved, chance.whole(5, 20, count), 0)
    early = made + np.floor((first_due - made) * chance.even(count)).astype(np.int64)
    late = first_due + chance.whole(1, 25, count)
    at_last = first_due + Chance(world.seed, 52).whole(*_FORGOTTEN, count)
    kept = np.choose(chance.pick([80, 12, 8], count), [early, late, at_last])
    return pd.DataFrame(
        {
            "promise_id": identifiers("P", 1, count, 6),
            "client_id": world.client_ids(clients),
            "what": categories(chance.whole(0, len(words.PROMISED) - 1, count), words.PROMISED),
            "promised_on": horizon.dates(made),
            "due_on": horizon.dates(due),
            "first_due_on": horizon.dates(first_due),
            "kept_on": horizon.dates(np.where(kept < horizon.day_count, kept, -1)),
            "made_by": categories(chance.pick([1] * len(ENGINEERS), count), ENGINEERS),
            "source": categories(chance.pick([6, 3, 1], count), words.SOURCES),
        }
    )


def _actions(chance: Chance, world: World, count: int) -> pd.DataFrame:
    """Agreed on Mondays, due on the Friday of that week or the next ones."""
    horizon = world.horizon
    mondays = np.where(horizon.weekday_of_day[: horizon.day_count] == 0, 1, 0)
    seconds = horizon.spread(chance, range(count), count, mondays)
    raised = seconds // DAY
    due = raised + 4 + 7 * chance.pick([5, 3, 1], count)
    at_last = due + Chance(world.seed, 53).whole(*_FORGOTTEN, count)
    done = np.where(chance.happens(0.88, count), due + chance.whole(-4, 4, count), at_last)
    clients = world.client_ids(_clients(chance, world, seconds))
    return pd.DataFrame(
        {
            "action_id": identifiers("A", 1, count, 6),
            "client_id": clients.mask(chance.happens(0.1, count), None),
            "raised_on": horizon.dates(raised),
            "what": categories(chance.whole(0, len(words.NEXT_STEPS) - 1, count), words.NEXT_STEPS),
            "owner": categories(chance.pick([1] * len(ENGINEERS), count), ENGINEERS),
            "due_on": horizon.dates(due),
            "done_on": horizon.dates(np.where(done < horizon.day_count, done, -1)),
        }
    )


def _clients(chance: Chance, world: World, seconds: Integers) -> Integers:
    falling = Falling(world.standing.shares_of_work(world.company, "promises"))
    return falling.clients(chance, world.horizon.month_of_day[seconds // DAY])
