"""Which clients a choice means. What it does not find matches nothing: a link never shows more."""

from dataclasses import dataclass

import pandas as pd

from pages.shared.filters import periods
from pages.shared.filters.choice import Choice
from pages.shared.filters.view import View
from pages.shared.text import _, words

COLUMNS = {
    "segments": "segment",
    "regions": "region",
    "industries": "industry",
    "managers": "manager",
    "clients": "client_id",
}


@dataclass(frozen=True)
class Match:
    """The clients that a choice means (None = no filter), and the chosen values not found."""

    client_ids: tuple[str, ...] | None
    missing: tuple[str, ...]


def match(choice: Choice, clients: pd.DataFrame) -> Match:
    """The clients that pass every filter; `clients` holds only those that the reader may see."""
    if not choice.is_filtered:
        return Match(None, ())
    passes = pd.Series(data=True, index=clients.index)
    for field, column in COLUMNS.items():
        if chosen := getattr(choice, field):
            passes &= clients[column].isin(chosen)
    return Match(tuple(clients.loc[passes, "client_id"].tolist()), missing(choice, clients))


def missing(choice: Choice, clients: pd.DataFrame) -> tuple[str, ...]:
    """Chosen values that no client of the reader has: wrong and forbidden ones look alike."""
    unknown: list[str] = []
    for field, column in COLUMNS.items():
        if chosen := getattr(choice, field):
            known = set(clients[column])
            unknown.extend(value for value in chosen if value not in known)
    return tuple(unknown)


def not_found(values: tuple[str, ...]) -> str:
    """The sentence about values that were not found."""
    shown = [words.quoted(value) for value in values[:3]]
    if len(values) > 3:
        shown.append(_("{count} more").format(count=len(values) - 3))
    return _("Not found among your clients: {names}.").format(names=words.join(shown))


def view(choice: Choice, clients: pd.DataFrame, matched: Match) -> View:
    """What the reader looks at."""
    before = periods.before(choice.period, choice.comparison)
    return View(
        since=choice.since,
        until=choice.until,
        previous_since=before.since,
        previous_until=before.until,
        comparison=choice.comparison,
        client_ids=matched.client_ids,
        client_names=_names(choice, clients),
        **{field: getattr(choice, field) for field in COLUMNS},
    )


def _names(choice: Choice, clients: pd.DataFrame) -> tuple[str, ...]:
    if not choice.clients:
        return ()
    chosen = clients[clients["client_id"].isin(choice.clients)]
    return tuple(chosen["client_name"].tolist())
