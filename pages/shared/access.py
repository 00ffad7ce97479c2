"""Who is reading, and which clients they may see.

Everyone on localhost sees every client until sign-in arrives; the rest of the dashboard already
asks here, so that only this file changes then.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reader:
    """A person who reads: `client_ids` None = every client, an empty tuple = none at all."""

    name: str
    client_ids: tuple[str, ...] | None = None


EVERYONE = Reader(name="localhost")


def reader() -> Reader:
    """The reader of this session."""
    return EVERYONE


def shared_with(who: Reader, client_ids: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The clients of both the reader and the view, in order; None only when neither limits."""
    if who.client_ids is None:
        return client_ids
    if client_ids is None:
        return who.client_ids
    allowed = frozenset(who.client_ids)
    return tuple(client_id for client_id in client_ids if client_id in allowed)
