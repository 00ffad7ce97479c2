"""Events and targets are entered, changed and taken back, and drawn at once on every trend."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import entered
from pages.shared import access
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, opened

PAGE = "meeting/events_and_targets.py"
PERIOD = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Release</b> [x](http://y)"


def page(**link: str) -> Screen:
    screen = opened(PAGE, **(link or PERIOD))
    assert screen.faults == []
    return screen


def type_in(app: AppTest, table: str, **values: Any) -> AppTest:
    """Fill the form that is on the screen and press its first button."""
    fields = [*app.text_input, *app.date_input, *app.selectbox, *app.number_input]
    for name, value in values.items():
        (field,) = [each for each in fields if is_of(each.key, table, name)]
        field.set_value(value)
    press(app, f"{table}_save")
    return app


def is_of(key: str | None, table: str, name: str) -> bool:
    return key is not None and key.startswith(f"{table}_") and key.endswith(f"_{name}")


def press(app: AppTest, key: str) -> None:
    (button,) = [each for each in app.button if each.key == key]
    button.click().run()
    assert not app.exception


def said(app: AppTest) -> str:
    return "\n".join(str(each.value) for each in [*app.success, *app.warning, *app.error])


def told(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def three(company: Company) -> None:
    company(**answers("a", "b", "c", "d", "e", "f"))


@pytest.mark.usefixtures("sample_company")
def test_the_sample_s_targets_are_judged_and_its_events_listed() -> None:
    screen = page()
    assert "Release 8.0 发布" in screen.sentences[0]
    targets, events = screen.app.dataframe
    assert set(targets.value.verdict) <= {
        "met",
        "missed",
        "met, within reach of noise",
        "missed, within reach of noise",
        "too few answers",
        "nothing to measure or not in force",
    }
    assert len(events.value) == 7


@pytest.mark.usefixtures("three")
def test_an_event_that_is_entered_is_listed_at_once() -> None:
    app = page().app
    type_in(app, "events", label="Release 9")
    assert said(app) == "Added\\."
    (events,) = app.dataframe
    assert list(events.value.label) == ["Release 9"]
    assert "added" in told(app)


@pytest.mark.usefixtures("three")
def test_an_event_is_changed_removed_and_brought_back() -> None:
    app = page().app
    type_in(app, "events", label="Release 9")
    choose(app, "events", newest_of("events"))
    type_in(app, "events", label="Release 9.1")
    assert list(app.dataframe[0].value.label) == ["Release 9.1"]
    choose(app, "events", newest_of("events"))
    press(app, "events_remove")
    assert not app.dataframe
    press(app, "events_undo_mine")
    assert list(app.dataframe[0].value.label) == ["Release 9.1"]
    press(app, "events_undo_mine")
    assert list(app.dataframe[0].value.label) == ["Release 9"]


def folder() -> Path:
    return Path(os.environ["SATISFACTION_DATABASE"])


def newest_of(table: str) -> str:
    return entered.changes(folder(), table)[-1].record_id


def choose(app: AppTest, table: str, record_id: str) -> None:
    (box,) = [each for each in app.selectbox if each.key == f"{table}_picked"]
    box.set_value(record_id).run()
    assert not app.exception


@pytest.mark.usefixtures("three")
def test_nothing_is_saved_without_what_happened_and_what_was_typed_stays() -> None:
    app = page().app
    type_in(app, "events", happened_on=date(2026, 10, 1))
    assert said(app) == "Say what happened\\."
    assert entered.changes(folder(), "events") == ()
    (day,) = [each for each in app.date_input if is_of(each.key, "events", "happened_on")]
    assert day.value == date(2026, 10, 1)


@pytest.mark.usefixtures("three")
def test_a_share_is_typed_in_per_cent_and_kept_from_0_to_1() -> None:
    app = page().app
    type_in(app, "targets", value=72.5, begins_on=date(2026, 9, 1))
    (change,) = entered.changes(folder(), "targets")
    assert change.fields["value"] == (None, "0.725")
    (targets,) = app.dataframe
    assert list(targets.value.target) == ["72.5%"]
    choose(app, "targets", change.record_id)
    (value,) = [each for each in app.number_input if is_of(each.key, "targets", "value")]
    assert value.value == 72.5


@pytest.mark.usefixtures("three")
def test_what_breaks_a_rule_is_refused_in_words() -> None:
    app = page().app
    type_in(app, "targets", value=172)
    assert said(app) == "A share lies between 0 and 100 per cent\\."
    type_in(app, "targets", value=72, begins_on=date(2026, 9, 2), ends_on=date(2026, 9, 1))
    assert said(app) == "The last day lies before the first\\."
    type_in(app, "targets", measure="nps", value=172, ends_on=None)
    assert said(app).startswith("Value")
    assert entered.changes(folder(), "targets") == ()


@pytest.mark.usefixtures("three")
def test_a_target_is_drawn_on_its_trend_and_judged_at_once() -> None:
    app = page().app
    type_in(app, "targets", value=75, begins_on=date(2026, 9, 1))
    screen = opened("satisfaction/tiers.py", **PERIOD)
    assert "The target of 75% is met, but within reach of noise: 100% (61–100)." in screen.words


@pytest.mark.usefixtures("three")
def test_too_few_answers_are_not_judged() -> None:
    type_in(page().app, "targets", value=75, begins_on=date(2026, 9, 1))
    told = opened(PAGE, **PERIOD, client="a")
    (targets,) = told.app.dataframe
    assert list(targets.value.reached) == ["too few answers (1)"]
    assert list(targets.value.verdict) == ["too few answers"]


@pytest.mark.usefixtures("three")
def test_two_people_who_change_the_same_lose_nothing() -> None:
    app = page().app
    type_in(app, "events", label="Release 9")
    event_id = newest_of("events")
    choose(app, "events", event_id)
    entered.edit(
        folder(), "events", event_id, {"label": "Release 9"}, {"label": "Release X"}, "Chen Jing"
    )
    type_in(app, "events", label="Release 9.1")
    assert "Somebody else was faster" in said(app)
    assert "Chen Jing" in said(app)
    (field,) = [each for each in app.text_input if is_of(each.key, "events", "label")]
    assert field.value == "Release 9.1"
    press(app, "events_save")
    assert list(app.dataframe[0].value.label) == ["Release 9.1"]


@pytest.mark.usefixtures("three")
def test_what_another_wrote_is_told_before_it_is_removed() -> None:
    app = page().app
    type_in(app, "events", label="Release 9")
    event_id = newest_of("events")
    choose(app, "events", event_id)
    rename_event(event_id, "Release 9", "Release X")
    press(app, "events_remove")
    assert "Nothing was saved" in said(app)
    assert "Chen Jing" in said(app)
    assert "Release X" in said(app)
    assert list(app.dataframe[0].value.label) == ["Release X"]
    rename_event(event_id, "Release X", "Release Y")
    press(app, "events_remove")
    assert "Release Y" in said(app)
    press(app, "events_remove")
    assert said(app) == "Removed\\."
    assert not app.dataframe


def rename_event(event_id: str, before: str, after: str) -> None:
    entered.edit(folder(), "events", event_id, {"label": before}, {"label": after}, "Chen Jing")


@pytest.mark.usefixtures("three")
def test_what_another_wrote_can_be_taken() -> None:
    app = page().app
    type_in(app, "events", label="Release 9")
    event_id = newest_of("events")
    choose(app, "events", event_id)
    entered.edit(
        folder(), "events", event_id, {"label": "Release 9"}, {"label": "Release X"}, "Chen Jing"
    )
    type_in(app, "events", label="Release 9.1")
    press(app, "events_take_theirs")
    (field,) = [each for each in app.text_input if is_of(each.key, "events", "label")]
    assert field.value == "Release X"


@pytest.mark.usefixtures("three")
def test_a_reader_who_may_not_edit_sees_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "EVERYONE", Reader("reader"))
    app = page().app
    assert not [each for each in app.button if (each.key or "").endswith("_save")]


@pytest.mark.usefixtures("three")
def test_words_that_people_enter_become_no_markup() -> None:
    app = page().app
    type_in(app, "events", label=HOSTILE, happened_on=date(2026, 10, 1))
    screen = page()
    assert "Release</b>" in screen.sentences[0]
    assert "<b>Release" not in told(screen.app)


def test_an_empty_warehouse_can_be_entered_into(company: Company) -> None:
    company()
    app = page().app
    type_in(app, "events", label="Release 9")
    type_in(app, "targets", value=75)
    assert len(app.dataframe) == 2
    assert page().sentences[0].endswith(".")
