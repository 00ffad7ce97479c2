"""The sample company: a believable supplier of IT solutions with a story to discover.

Everything ends on Sunday 2026-11-15 and was imported at 20:00 of that day. Same arguments, same
rows, on every machine. A generator in SQL was rejected: DuckDB's `hash` and `random` may change
with its version. The story, at every size from nine clients on:

- Harbour Logistics 海港物流, a VIP, was loyal until May 2026. Two delivery dates were broken
  (12 June and 14 August), then promises made in meetings; it slid down tier by tier and has had a
  major complaint open since 21 October.
- Camellia Hotels 山茶酒店, loyal before, complained on 9 March 2026, was handled step by step until
  3 April, and is loyal again.
- In the region West 西部 first responses have become slower since June 2026, and its clients
  say so.
- Release 8.0 on 7 September 2026 was followed by four weeks of complaints, mostly technical.
- What clients expect has crept up for fifteen months while the service that they experience stays
  level.
- One client in fifteen no longer answers: silent, not content. Three in sixty left, with reasons.
"""

from pathlib import Path

from data import warehouse
from data.errors import DataError
from data.sample import (
    commitments,
    company,
    complaints,
    indicators,
    market,
    standing,
    surveys,
    tickets,
)
from data.sample.chance import Chance
from data.sample.horizon import Horizon
from data.sample.store import Store
from data.sample.world import World
from data.settings import Settings

_RESPONSES_A_YEAR = 15
_TICKETS_A_YEAR = 60
_COMPLAINTS_A_YEAR = 3
_ROWS_A_RESPONSE, _ROWS_A_COMPLAINT = 12.6, 5.5


def build(
    folder: Path,
    settings: Settings,
    *,
    clients: int = 60,
    responses: int | None = None,
    tickets: int | None = None,
    complaints: int | None = None,
    years: int = 2,
    seed: int = 1,
    progress: bool = True,
) -> None:
    """Write the sample company as a new build of the warehouse in `folder`.

    Each response has ten answers. Sizes that are not given follow from clients and years. Raises
    `DataError` for an impossible size, when another writer is at work, or the disk is full.
    """
    _at_least(1, clients=clients, years=years)
    _at_least(0, responses=responses, tickets=tickets, complaints=complaints)
    rate = clients * years
    sizes = (
        rate * _RESPONSES_A_YEAR if responses is None else responses,
        rate * _TICKETS_A_YEAR if tickets is None else tickets,
        rate * _COMPLAINTS_A_YEAR if complaints is None else complaints,
    )
    world = _world(seed, Horizon(years, settings.time_zone), clients)
    with warehouse.writing(folder, settings, fresh=True) as connection:
        _write(Store(connection, _expected_rows(*sizes), progress), world, *sizes)


def _at_least(least: int, **sizes: int | None) -> None:
    for name, size in sizes.items():
        if size is not None and size < least:
            raise DataError(f"The sample company needs {name} of at least {least}, not {size}.")


def _world(seed: int, horizon: Horizon, clients: int) -> World:
    founded = company.found(Chance(seed, 10), horizon, clients)
    return World(seed, horizon, founded, standing.follow(Chance(seed, 11), horizon, founded))


def _write(
    store: Store, world: World, responses: int, ticket_count: int, complaint_count: int
) -> None:
    clients = company.frame(Chance(world.seed, 12), world.horizon, world.company)
    store.write("clients", clients)
    store.write("indicators", indicators.TABLE)
    surveys.write(store, world, responses)
    latest = tickets.write(store, world, ticket_count)
    complaints.write(store, world, latest, complaint_count)
    commitments.write(store, world)
    market.write(store, world, clients)
    store.finish(world.horizon.time_zone)


def _expected_rows(responses: int, ticket_count: int, complaint_count: int) -> int:
    return int(
        responses * _ROWS_A_RESPONSE + ticket_count * 1.1 + complaint_count * _ROWS_A_COMPLAINT
    )
