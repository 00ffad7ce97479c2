from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data import entered
from data.settings import Settings
from pages.shared import database
from pages.shared.filters import View
from tests.pages.shared.conftest import ReadAs, add

EVERY = View(date(2026, 11, 9), date(2026, 11, 15), date(2026, 11, 2), date(2026, 11, 8))


def view(*client_ids: str) -> View:
    return View(
        EVERY.since, EVERY.until, EVERY.previous_since, EVERY.previous_until, client_ids=client_ids
    )


def asking() -> None:
    """A page of a single question, on the newest build."""
    import streamlit as st

    from pages.shared import database

    newest = database.newest_build()
    assert newest is not None
    database.show_build(newest)
    asked = st.session_state["asked"]
    st.session_state["answer"] = database.ask(asked["name"], asked["view"])
    st.session_state["clients"] = database.clients()
    st.session_state["later"] = database.later(asked["name"], asked["view"])()
    st.session_state["state"] = database.state(asked["view"])
    st.session_state["newest_on"] = database.freshness().newest_on


def ask(view: View = EVERY, name: str = "satisfaction/client_tiers") -> AppTest:
    app = AppTest.from_function(asking, default_timeout=30)
    app.session_state["asked"] = {"name": name, "view": view}
    app.run()
    assert [element.message for element in app.exception] == []
    return app


def seen(view: View = EVERY) -> list[str]:
    answer: pd.DataFrame = ask(view).session_state["answer"]
    return sorted(answer["client_id"])


@pytest.mark.usefixtures("three_clients")
def test_two_readers_never_see_each_other_s_rows_through_what_is_remembered(
    read_as: ReadAs,
) -> None:
    assert seen() == ["A", "B", "C"]
    read_as("A", "B")
    assert seen() == ["A", "B"]
    read_as("C")
    assert seen() == ["C"]
    read_as("A", "B")
    assert seen() == ["A", "B"]


@pytest.mark.usefixtures("three_clients")
def test_a_view_cannot_widen_what_a_reader_may_see(read_as: ReadAs) -> None:
    read_as("A")
    assert seen(view("A", "B", "C")) == ["A"]
    assert seen(view("B")) == []
    assert sorted(ask().session_state["clients"]["client_id"]) == ["A"]


@pytest.mark.usefixtures("three_clients")
def test_a_reader_with_no_client_sees_nothing(read_as: ReadAs) -> None:
    read_as()
    assert seen() == []
    assert ask().session_state["clients"].empty


@pytest.mark.usefixtures("three_clients")
def test_a_filter_that_matches_nobody_is_not_everybody() -> None:
    assert seen(view()) == []


Change = Callable[[pd.DataFrame], object]
CHANGES: dict[str, Change] = {
    "a column": lambda answer: answer.__setitem__("client_id", "changed"),
    "a new column": lambda answer: answer.__setitem__("more", 1),
    "cells": lambda answer: answer.loc.__setitem__((slice(None), "client_id"), "changed"),
    "a number": lambda answer: answer.iloc.__setitem__(
        (0, list(answer.columns).index("answer_count")), 99
    ),
}


@pytest.mark.usefixtures("three_clients")
@pytest.mark.parametrize("change", CHANGES)
def test_no_change_of_an_answer_changes_what_is_remembered(change: str) -> None:
    answer: pd.DataFrame = ask().session_state["answer"]
    untouched = answer.copy(deep=True)
    CHANGES[change](answer)
    assert not answer.equals(untouched)
    pd.testing.assert_frame_equal(ask().session_state["answer"], untouched)


@pytest.mark.usefixtures("three_clients")
def test_the_values_of_an_answer_cannot_be_changed_behind_its_back() -> None:
    answer: pd.DataFrame = ask().session_state["answer"]
    with pytest.raises(ValueError, match="read-only"):
        answer["answer_count"].to_numpy()[0] = 99


def test_a_new_build_is_asked_at_once(three_clients: Path, settings: Settings) -> None:
    assert seen() == ["A", "B", "C"]
    add(three_clients, settings, ("D", "Douglas", "vip", "East", "Energy", "Li Wei"))
    assert seen() == ["A", "B", "C", "D"]


@pytest.mark.usefixtures("empty")
def test_an_empty_warehouse_has_no_clients_and_no_newest_day() -> None:
    app = ask()
    assert app.session_state["clients"].empty
    assert app.session_state["newest_on"] is None


@pytest.mark.usefixtures("three_clients")
def test_the_newest_day_is_that_of_the_newest_record() -> None:
    assert ask().session_state["newest_on"] == date(2026, 11, 15)


def test_what_people_enter_is_asked_at_once(three_clients: Path) -> None:
    def items() -> list[str]:
        app = ask(name="clients/open_items")
        assert app.session_state["later"].equals(app.session_state["answer"])
        return [*app.session_state["answer"]["what"]]

    assert items() == []
    before = ask().session_state["state"]
    action = {"client_id": "A", "what": "Call", "raised_on": "2026-11-15"}
    key = entered.add(three_clients, "actions", action, "ann").record_id
    assert items() == ["Call"]
    entered.edit(three_clients, "actions", key, action, {"what": "Visit"}, "bob")
    assert items() == ["Visit"]
    assert ask().session_state["state"] != before


def test_a_reader_sees_only_actions_of_their_clients(three_clients: Path, read_as: ReadAs) -> None:
    for client_id in "ABC":
        action = {"client_id": client_id, "what": client_id, "raised_on": "2026-11-15"}
        entered.add(three_clients, "actions", action, "ann")
    read_as("B")
    assert [*ask(name="clients/open_items").session_state["answer"]["what"]] == ["B"]


def asking_ahead() -> None:
    """A page that begins to ask before it needs the answer."""
    import streamlit as st

    from data.errors import DataError
    from pages.shared import database

    newest = database.newest_build()
    assert newest is not None
    database.show_build(newest)
    asked = st.session_state["asked"]
    database.ahead(asked["name"], asked["view"])
    try:
        st.session_state["answer"] = database.ask(asked["name"], asked["view"])
    except DataError as error:
        st.session_state["failed"] = str(error)


def ask_ahead(name: str = "satisfaction/client_tiers") -> AppTest:
    app = AppTest.from_function(asking_ahead, default_timeout=30)
    app.session_state["asked"] = {"name": name, "view": EVERY}
    return app.run()


@pytest.mark.usefixtures("three_clients")
def test_what_is_asked_ahead_is_the_same_answer_for_the_same_reader(read_as: ReadAs) -> None:
    for own in (("A", "B"), ("C",), ()):
        read_as(*own)
        answer = ask_ahead().session_state["answer"]
        assert sorted(answer["client_id"]) == list(own)
        database.forget()
        pd.testing.assert_frame_equal(ask().session_state["answer"], answer)


@pytest.mark.usefixtures("three_clients")
def test_what_fails_ahead_fails_where_it_is_needed() -> None:
    failed = ask_ahead("complaints/report").session_state["failed"]
    assert failed == "The question complaints/report needs a value for complaint_id."
