"""The one door to the data: every question is cut to the reader's clients, and remembered.

What is remembered is keyed by build, settings, question, period, the set of clients and, where a
question looks at what people entered, its newest change; never by the person: two readers share an
answer only when they may see exactly the same clients.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from pathlib import Path

import duckdb
import pandas as pd
import streamlit as st

import queries
from data import entered, warehouse
from data import settings as company_settings
from data.settings import Settings
from data.warehouse import Build
from pages.shared import access, asker
from pages.shared.beside import beside
from pages.shared.filters.view import View, digest
from pages.shared.kept import Kept

BUILD = "build"
PER_TEXT, PER_NUMBER, AT_LEAST = 60, 8, 1000  # bytes of a cell, and of an answer without any
MOST = 512_000_000  # bytes of answers
More = tuple[tuple[str, Hashable], ...]


@dataclass(frozen=True)
class Freshness:
    """How new the data are: last import, newest record, and the build that is shown."""

    imported_at: datetime | None
    newest_on: date | None
    build: Build


@dataclass(frozen=True)
class _Asked:
    """A question with everything its answer depends on, apart from the ids behind `scope`."""

    build: str
    settings: str
    name: str
    since: date | None
    until: date | None
    scope: str
    more: More = ()
    entered: int = 0


@st.cache_resource(max_entries=1, show_spinner=False)
def settings() -> Settings:
    """The settings, read once per process: they are edited before a start."""
    return company_settings.load()


@st.cache_resource(max_entries=1, show_spinner=False)
def _fingerprint() -> str:
    return settings().fingerprint()


def newest_build() -> Build | None:
    """The build that the pointer names at this moment."""
    return warehouse.current(warehouse.default_folder())


def show_build(chosen: Build) -> None:
    """Answer from this build until the next run: one screen never mixes two builds."""
    st.session_state[BUILD] = chosen


def build() -> Build:
    """The build of this run, or of the work that is done for an asker."""
    told = asker.current()
    chosen: Build = st.session_state[BUILD] if told is None else told.build
    return chosen


def folder() -> Path:
    """The folder of this run's build, where the store of what people enter is too."""
    return build().path.parent


def connection() -> duckdb.DuckDBPyConnection:
    """The read-only connection of this run's build; every question takes a cursor of it."""
    return connection_to(build())


@st.cache_resource(max_entries=2, show_spinner=False)
def connection_to(chosen: Build) -> duckdb.DuckDBPyConnection:
    """The connection of a build, opened once per process."""
    return warehouse.connect(chosen, settings())


def ask(name: str, view: View, **more: Hashable) -> pd.DataFrame:
    """The answer to a question for the clients of both the reader and the view.

    The frame is the caller's own. Raises `DataError` for an unknown question or a missing value.
    """
    client_ids, scope = _cut(view)
    return _answer(_asked(name, view.since, view.until, scope, more), client_ids, build())


def ahead(name: str, view: View, **more: Hashable) -> None:
    """Begin to ask what `ask` will be called for a moment later, while the caller goes on.

    `ask` then waits for the answer, and raises what there is to raise.
    """
    client_ids, scope = _cut(view)
    asked = _asked(name, view.since, view.until, scope, more)
    beside(_answer, asked, client_ids, build())


def later(name: str, view: View, **more: Hashable) -> Callable[[], pd.DataFrame]:
    """The same, asked only when it is called: by then in a thread without a session, for a file.

    It answers from this run's build, for this run's reader.
    """
    client_ids, scope = _cut(view)
    asked = _asked(name, view.since, view.until, scope, more)
    return partial(_run, build(), asked, client_ids)


def clients() -> pd.DataFrame:
    """The reader's clients, as `clients/list` returns them."""
    allowed = access.reader().client_ids
    return _answer(_asked("clients/list", None, None, digest(allowed)), allowed, build())


def counts() -> pd.Series:
    """What the whole warehouse holds, as `admin/contents` returns it; only numbers and dates."""
    return _answer(_asked("admin/contents", None, None, digest(None)), None, build()).iloc[0]


def freshness() -> Freshness:
    """How new the data on the screen are."""
    return _freshness(build())


def forget() -> None:
    """Ask everything again: for benchmarks that ask what the first reader waits."""
    _ANSWERS.forget()


def state(view: View) -> tuple[str, ...]:
    """What all answers for this view rest on: build, settings, clients, and what was entered.

    The clients are those of the view and, as a view is compared with all others, the reader's own.
    """
    own = digest(access.reader().client_ids)
    return build().name, _fingerprint(), _cut(view)[1], own, str(entered.newest(folder()))


@lru_cache(maxsize=4)  # every panel says it; Streamlit's own cache would cost more than the work
def _freshness(shown: Build) -> Freshness:
    """Of the build of this run, and of no reader: the whole warehouse is counted."""
    held = counts()
    imported_at, newest_on = held["imported_at"], held["newest_on"]
    return Freshness(
        imported_at=None if pd.isna(imported_at) else imported_at.to_pydatetime(),
        newest_on=None if pd.isna(newest_on) else newest_on.date(),
        build=shown,
    )


def _cut(view: View) -> tuple[tuple[str, ...] | None, str]:
    """The clients of both, and the name of that set."""
    who = access.reader()
    if who.client_ids is None:
        return view.client_ids, view.scope
    client_ids = access.shared_with(who, view.client_ids)
    return client_ids, digest(client_ids)


def _asked(
    name: str,
    since: date | None,
    until: date | None,
    scope: str,
    more: dict[str, Hashable] | None = None,
) -> _Asked:
    sorted_more = tuple(sorted((more or {}).items()))
    looks = entered.bound_by(queries.question(name).binds)
    newest = entered.newest(folder()) if looks else 0
    return _Asked(build().name, _fingerprint(), name, since, until, scope, sorted_more, newest)


def _answer(asked: _Asked, client_ids: tuple[str, ...] | None, chosen: Build) -> pd.DataFrame:
    """A frame of the caller's own, which shares its values until somebody changes them."""
    return _ANSWERS.get(asked, partial(_run, chosen, asked, client_ids)).copy(deep=False)


def _size(answer: pd.DataFrame) -> int:
    """Bytes, about: to count every letter would take longer than many an answer."""
    texts = [kind.kind for kind in answer.dtypes].count("O")
    return AT_LEAST + len(answer) * (PER_TEXT * texts + PER_NUMBER * (answer.shape[1] - texts))


_ANSWERS = Kept(MOST, _size)


def _run(chosen: Build, asked: _Asked, client_ids: tuple[str, ...] | None) -> pd.DataFrame:
    return queries.run(
        connection_to(chosen),
        asked.name,
        settings(),
        since=asked.since,
        until=asked.until,
        client_ids=client_ids,
        **{**_entered(chosen, asked.name), **dict(asked.more)},
    )


def _entered(chosen: Build, name: str) -> dict[str, str]:
    return entered.bound(chosen.path.parent, queries.question(name).binds)
