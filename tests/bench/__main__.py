"""python -m tests.bench: print how fast the dashboard is on a large company and a small one.

Nothing is asserted: a slow machine is no fault of the code. The companies are built once in
/tmp/satisfaction-bench; `--database` measures others that are there already.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.bench import clicks, companies, imports, questions, scripts, sessions, statistics
from tests.bench.companies import Company
from tests.bench.measuring import Figures, show


class Measure(NamedTuple):
    """One kind of measurement: its heading, and what it finds out about a company."""

    title: str
    of: Callable[[Company], Figures]


MEASURES = {
    "questions": Measure(questions.TITLE, questions.measure),
    "statistics": Measure(statistics.TITLE, statistics.measure),
    "pages": Measure(scripts.TITLE, scripts.measure),
    "clicks": Measure(clicks.TITLE, clicks.measure),
    "import": Measure(imports.TITLE, imports.measure),
    "sessions": Measure(sessions.TITLE, sessions.measure),
}


def main() -> int:
    """Make the companies ready, then measure and print one kind after the other."""
    asked = _parser().parse_args()
    chosen = companies.given(asked.database) if asked.database else companies.FULL
    if asked.small:
        chosen = companies.SMALL
    for company in chosen:
        companies.make_ready(company)
    for kind in asked.only or MEASURES:
        measure = MEASURES[kind]
        found = [measure.of(company) for company in chosen]
        show(measure.title, [company.name for company in chosen], found)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--small", action="store_true", help="try it on two tiny companies")
    parser.add_argument("--database", action="append", type=Path, metavar="FOLDER")
    parser.add_argument("--only", action="append", choices=list(MEASURES))
    return parser


if __name__ == "__main__":
    sys.exit(main())
