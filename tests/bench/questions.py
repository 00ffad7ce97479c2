"""The time of each question: the last twelve weeks and a year, all clients and one of them."""

from datetime import date, timedelta
from functools import partial

import queries
from data import settings, warehouse
from tests.bench.companies import Company
from tests.bench.measuring import Figures, median_milliseconds

TITLE = "Questions (ms, median; a cursor per run)"
UNTIL = date(2026, 11, 15)
CLIENT = "C0003"
COMPLAINT = "Q-STORY-2"  # of that client
PERIODS = {"12 weeks": timedelta(weeks=12), "12 months": timedelta(days=365)}


def measure(company: Company) -> Figures:
    """Milliseconds by question, period and clients."""
    known = settings.load()
    build = warehouse.current(company.folder)
    assert build is not None
    figures: Figures = {}
    with warehouse.connect(build, known) as connection:
        for name in queries.names():
            for period, length in PERIODS.items():
                for whom, client_ids in (("all", None), ("one", [CLIENT])):
                    ask = partial(
                        queries.run,
                        connection,
                        name,
                        known,
                        client_ids=client_ids,
                        complaint_id=COMPLAINT,
                        client_id=CLIENT,
                        **_days(length),
                    )
                    figures[f"{name}, {period}, {whom}"] = median_milliseconds(ask)
    return figures


def _days(length: timedelta) -> dict[str, date]:
    since = UNTIL - length + timedelta(days=1)
    earlier = since - timedelta(days=1)
    return {
        "since": since,
        "until": UNTIL,
        "previous_since": since - length,
        "previous_until": earlier,
    }
