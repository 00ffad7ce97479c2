"""The way to the data when a run starts: make the sample company where there is nothing yet, bring
the marts up to date where settings or definitions changed, wait where an import is under way.

One thread of this process makes or mends at a time; the others wait for it and find it done. The
warehouse's own lock does the same between processes.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from data import sample, warehouse
from data.errors import DataError
from data.warehouse import Build
from pages.shared import database
from pages.shared.safe import markdown
from pages.shared.text import _


@contextmanager
def errors_in_words() -> Iterator[None]:
    """Say what is wrong in its one sentence, and draw no further."""
    try:
        yield
    except DataError as error:
        st.error(markdown(error))
        st.stop()


def open_warehouse() -> None:
    """Find the build of this run; where there is none yet, or an outdated one, make it first."""
    found = database.newest_build()
    if found is None:
        found = _worked_out(
            _("There are no data yet. Making the sample company; this takes under a minute."),
            _make_sample,
        )
    if _is_stale(found):
        found = _worked_out(
            _("Settings or definitions have changed. Working the figures out again."), _rebuild
        )
    database.show_build(found)


def _worked_out(told: str, work: Callable[[], None]) -> Build:
    """Do the work with a message on the screen, one session at a time."""
    with st.spinner(told, show_time=True), _turn():
        work()
    found = database.newest_build()
    if found is None:
        raise DataError(_("The warehouse was removed while it was opened; reload the page."))
    return found


def _make_sample() -> None:
    if database.newest_build() is None:
        sample.build(warehouse.default_folder(), database.settings(), progress=False)


def _rebuild() -> None:
    found = database.newest_build()
    if found is not None and _is_stale(found):
        warehouse.rebuild(warehouse.default_folder(), database.settings())


@st.cache_resource(max_entries=4, show_spinner=False)
def _is_stale(build: Build) -> bool:
    """Asked once per build: settings are read once per process, and builds never change."""
    return warehouse.is_stale(database.connection_to(build), database.settings())


@st.cache_resource(show_spinner=False)
def _turn() -> threading.Lock:
    return threading.Lock()
