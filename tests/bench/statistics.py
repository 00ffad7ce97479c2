"""The time of drivers and of the index, each with 500 draws of clients: made-up answers.

As many rows as the pages take at most, of as many clients as the company has.
"""

import duckdb
import numpy as np
import pandas as pd

from data import warehouse
from queries.statistics import drivers, index, path_model
from tests.bench.companies import Company
from tests.bench.measuring import Figures, median_milliseconds

TITLE = "Statistics (ms, median; 5,000 responses of all clients, 500 draws)"
ROWS = 5_000
MONTHS = 13
# Questions per construct, as in the mobile phone model of the published indices.
BLOCKS = {
    "image": 5,
    "expectations": 3,
    "quality": 7,
    "value": 2,
    "satisfaction": 3,
    "complaints": 1,
    "loyalty": 3,
}
CAUSES = {
    "expectations": ("image",),
    "quality": ("expectations",),
    "value": ("expectations", "quality"),
    "satisfaction": ("image", "expectations", "quality", "value"),
    "complaints": ("satisfaction",),
    "loyalty": ("image", "satisfaction", "complaints"),
}
MEASURED = {name: [f"{name} {n}" for n in range(count)] for name, count in BLOCKS.items()}
PATHS = [(start, end) for end, starts in CAUSES.items() for start in starts]


def measure(company: Company) -> Figures:
    """Milliseconds of importance, of the path model and of the index by month."""
    answers, clients = _answers(_client_count(company))
    outcome = answers["satisfaction 0"]
    asked = answers.drop(columns=MEASURED["satisfaction"])
    months = _months(answers, clients)
    satisfied = pd.Series(1.0, MEASURED["satisfaction"])

    def fitted() -> path_model.PathModel:
        return path_model.fit(answers, MEASURED, PATHS, clusters=clients)

    model = fitted()
    model.intervals()
    timed = {
        "importance of 5 drivers": lambda: drivers.importance(asked.iloc[:, :5], outcome, clients),
        "importance of 12 drivers": lambda: drivers.importance(
            asked.iloc[:, :12], outcome, clients
        ),
        "path model of 24 questions, estimates": fitted,
        "path model of 24 questions, intervals": lambda: fitted().intervals(),
        "index of 13 months, fixed weights": lambda: index.by_month(months, satisfied, 1, 10),
        "index of 13 months, weights of the model": lambda: index.by_model(
            months, model, "satisfaction", 1, 10
        ),
    }
    return {label: median_milliseconds(action) for label, action in timed.items()}


def _client_count(company: Company) -> int:
    build = warehouse.current(company.folder)
    assert build is not None
    # Configured as by the pages, which may be open in this process: DuckDB allows one way only.
    with duckdb.connect(build.path, config=warehouse.LOCK_DOWN) as connection:
        counted = connection.execute("select count(*) from clients").fetchone()
    assert counted is not None
    return int(counted[0])


def _answers(client_count: int) -> tuple[pd.DataFrame, pd.Series]:
    """Answers 1–10 that go together through their constructs, and who gave them."""
    chance = np.random.default_rng(1)
    felt = {name: chance.normal(size=ROWS) for name in BLOCKS}
    for end, starts in CAUSES.items():
        felt[end] = felt[end] + sum(0.5 * felt[start] for start in starts)
    given = {
        question: 5.5 + 1.5 * felt[name] + chance.normal(size=ROWS)
        for name, questions in MEASURED.items()
        for question in questions
    }
    clients = pd.Series([f"C{row % client_count:05}" for row in range(ROWS)])
    return pd.DataFrame(given).round().clip(1, 10), clients


def _months(answers: pd.DataFrame, clients: pd.Series) -> pd.DataFrame:
    """An answer of every client to each question of satisfaction in each month."""
    own = answers[MEASURED["satisfaction"]].assign(client_id=clients, answer_count=1)
    each = own.drop_duplicates("client_id").melt(
        ["client_id", "answer_count"], var_name="indicator_id", value_name="perceived"
    )
    return pd.concat([each.assign(month=month) for month in range(MONTHS)], ignore_index=True)
