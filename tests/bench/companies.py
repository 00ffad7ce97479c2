"""The sample companies that are measured: built once in a cache folder, used again afterwards."""

from pathlib import Path
from typing import NamedTuple

from data import settings, warehouse
from tests.bench.measuring import run

CACHE = Path("/tmp/satisfaction-bench")


class Company(NamedTuple):
    """A warehouse under a name; the sizes are those to build where it is missing."""

    name: str
    folder: Path
    sizes: dict[str, int]


def _sized(name: str, clients: int, responses: int) -> Company:
    sizes = {
        "clients": clients,
        "responses": responses,
        "tickets": responses * 5,
        "complaints": responses,
    }
    return Company(name, CACHE / name, sizes)


FULL = (_sized("large", 5_000, 1_000_000), _sized("hundredth", 50, 10_000))
SMALL = (_sized("small", 200, 4_000), _sized("tenth", 20, 400))


def given(folders: list[Path]) -> tuple[Company, ...]:
    """Warehouses that are there already, named as their folders."""
    return tuple(Company(folder.name, folder, {}) for folder in folders)


def make_ready(company: Company) -> None:
    """Build the company where it is missing; work out its marts again where they are old."""
    build = warehouse.current(company.folder)
    if build is None:
        asked = [f"--{name}={size}" for name, size in company.sizes.items()]
        done = run("data", "sample", *asked, f"--database={company.folder}")
        print(f"Built {company.name} in {done.seconds:,.0f} s, at most {done.peak:,.0f} MB.")
        return
    known = settings.load()
    with warehouse.connect(build, known) as connection:
        is_stale = warehouse.is_stale(connection, known)
    if is_stale:
        warehouse.rebuild(company.folder, known)
