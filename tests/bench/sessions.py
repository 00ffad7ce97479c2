"""Fifty sessions that click every five seconds: how long they wait, and what the server grows.

Real server, real protocol; only the browsers are missing, so drawing is not in these figures. Each
click opens a page for all clients or for one of twenty, so that little of it is remembered.
"""

import asyncio
import random
import statistics

import psutil

from tests.bench.companies import Company
from tests.bench.measuring import Figures
from tests.bench.visitor import Click, Visitor, visit
from tests.browser.server import running

TITLE = "Fifty sessions, a click every five seconds (ms to the end of the script)"
SESSIONS, PAUSE, CLICKS = 50, 5.0, 12
PAGES = ("", "tiers", "expectations")
CLIENTS = 20
MEGABYTE = 1e6


def measure(company: Company) -> Figures:
    """Waiting times, errors, and the server's memory after the first clicks and after the last."""
    with running(company.folder) as address:
        server = _server()
        warm = asyncio.run(_everyone(address, 2))
        before = server.memory_info().rss / MEGABYTE
        clicks = asyncio.run(_everyone(address, CLICKS))
        after = server.memory_info().rss / MEGABYTE
    waited = sorted(click.milliseconds for click in clicks)
    return {
        "clicks": len(clicks),
        "median": statistics.median(waited),
        "95th percentile": waited[int(len(waited) * 0.95)],
        "longest": waited[-1],
        "errors": sum(click.is_error for click in [*warm, *clicks]),
        "server memory before (MB)": before,
        "server memory after (MB)": after,
    }


def _server() -> psutil.Process:
    """The server that this process started last."""
    return max(psutil.Process().children(), key=lambda child: child.create_time())


async def _everyone(address: str, clicks: int) -> list[Click]:
    sessions = [_session(address, random.Random(number), clicks) for number in range(SESSIONS)]
    return [click for clicks_made in await asyncio.gather(*sessions) for click in clicks_made]


async def _session(address: str, chance: random.Random, clicks: int) -> list[Click]:
    """Open the dashboard, then click after pauses of two and a half to seven and a half seconds."""
    async with visit(address) as connection:
        visitor = Visitor(connection)
        await asyncio.sleep(chance.random() * PAUSE)
        await visitor.open("")
        made = []
        for _ in range(clicks):
            await asyncio.sleep(PAUSE * (0.5 + chance.random()))
            made.append(await visitor.open(chance.choice(PAGES), **_choice(chance)))
        return made


def _choice(chance: random.Random) -> dict[str, str]:
    period = {"since": "2026-08-24", "until": "2026-11-15"}
    number = chance.randrange(-CLIENTS // 2, CLIENTS)
    return period if number < 0 else {**period, "client": f"C{number + 1:04}"}
