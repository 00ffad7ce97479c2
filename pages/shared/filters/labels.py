"""What the filters are called, and what each of them offers."""

from collections import Counter
from collections.abc import Callable

import pandas as pd

from pages.shared.filters.matching import COLUMNS
from pages.shared.text import words
from pages.shared.text.vocabulary import marked

OWN = "own"
PRESETS = {
    "week": marked("Last week"),
    "4-weeks": marked("Last 4 weeks"),
    "12-weeks": marked("Last 12 weeks"),
    "12-months": marked("Last 12 months"),
    "year": marked("This year"),
    "last-year": marked("Last year"),
    "all": marked("All data"),
    OWN: marked("Own dates"),
}
COMPARISONS = {
    "previous": marked("The period before"),
    "year": marked("The same period last year"),
}
FIELDS = {
    "segments": marked("Segment"),
    "regions": marked("Region"),
    "industries": marked("Industry"),
    "managers": marked("Manager"),
    "clients": marked("Client"),
}


def options(clients: pd.DataFrame, field: str, chosen: tuple[str, ...]) -> list[str]:
    """What a filter offers: the values of the reader's clients, and chosen ones not among them."""
    column = clients[COLUMNS[field]].dropna()
    known = column.tolist() if field == "clients" else sorted(column.unique())
    return list(dict.fromkeys([*known, *chosen]))


def label_of(field: str, clients: pd.DataFrame) -> Callable[[str], str]:
    """How the values of a filter are shown."""
    if field == "clients":
        return client_labels(clients)
    return words.segment if field == "segments" else str


def client_labels(clients: pd.DataFrame) -> Callable[[str], str]:
    """The name of a client by its id; with the id where another client has the same name."""
    names = dict(zip(clients["client_id"].tolist(), clients["client_name"].tolist(), strict=True))
    count = Counter(names.values())

    def label(client_id: str) -> str:
        name = names.get(client_id, client_id)
        return name if count[name] < 2 else f"{name} ({client_id})"

    return label
