"""Who is reading, which clients they may see, and whether they may change anything.

Everyone on localhost sees every client until sign-in arrives; the rest of the dashboard already
asks here, so that only this file changes then. Packs are made for the readers of the settings.
"""

from dataclasses import dataclass

import pandas as pd

from data.errors import DataError
from data.readers import ReaderRights
from data.settings import Settings
from pages.shared import asker
from pages.shared.text import _


@dataclass(frozen=True, slots=True)
class Reader:
    """A person who reads: `client_ids` None = every client, an empty tuple = none at all."""

    name: str
    client_ids: tuple[str, ...] | None = None
    may_edit: bool = False


EVERYONE = Reader(name="localhost", may_edit=True)


class UnknownReaderError(DataError):
    """No reader of the settings has this address."""


def reader() -> Reader:
    """The reader of this session, or the one for whom work is done outside of any."""
    told = asker.current()
    return EVERYONE if told is None else told.reader


def named(email: str, settings: Settings, clients: pd.DataFrame) -> Reader:
    """The reader with this address; `clients`: all clients, as `clients/list` returns them.

    Raises `UnknownReaderError`: nobody is taken for somebody who may see more.
    """
    rights = settings.readers.get(email)
    if rights is None:
        raise UnknownReaderError(
            _("There is no reader {email} in the part [readers] of the settings.").format(
                email=email
            )
        )
    return Reader(rights.name, _seen(rights, clients), rights.may_edit)


def _seen(rights: ReaderRights, clients: pd.DataFrame) -> tuple[str, ...] | None:
    if rights.clients == "all":
        return None
    is_seen = clients.client_id.isin(rights.clients) | clients.manager.isin(rights.managers)
    return tuple(clients.loc[is_seen, "client_id"].tolist())


def shared_with(who: Reader, client_ids: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The clients of both the reader and the view, in order; None only when neither limits."""
    if who.client_ids is None:
        return client_ids
    if client_ids is None:
        return who.client_ids
    allowed = frozenset(who.client_ids)
    return tuple(client_id for client_id in client_ids if client_id in allowed)
