"""The page of actions without a browser: what it says, what it saves, whom it lets do what."""

import re
from datetime import date
from pathlib import Path

import pytest

from data import entered
from pages.shared import access
from pages.shared.access import Reader
from pages.shared.action_saving import next_friday
from tests.pages.conftest import Company
from tests.pages.meeting.actions_page import (
    HOSTILE,
    TODAY,
    by_ann,
    choice,
    choose,
    field,
    page,
    press,
    said,
    store,
)


@pytest.mark.usefixtures("sample_company")
def test_the_sample_says_how_many_are_open_and_late() -> None:
    screen = page()
    assert "actions are open," in screen.sentences[0]
    assert "Longest past its date: “" in screen.sentences[0]
    assert len(screen.app.dataframe) == 1


def test_an_empty_warehouse_says_what_fills_it(company: Company) -> None:
    company()
    screen = page()
    assert "No action is open" in screen.sentences[0]
    assert any("actions.csv" in caption.value for caption in screen.app.caption)


@pytest.mark.usefixtures("two")
def test_what_was_agreed_is_told_with_its_client_and_owner() -> None:
    screen = page()
    assert "2 actions are open, 1 of them past their first dates." in screen.words
    assert "“Call” (Acme, Ann), first due on 10 November 2026." in screen.words
    table = screen.app.dataframe[0].value
    assert list(table.state) == ["carried over", "open"]
    assert list(table.what) == ["Call", HOSTILE]


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (15, 20),
        (16, 20),
        (19, 20),
        (20, 27),
        (21, 27),
    ],  # Sunday, Monday, Thursday, Friday, Saturday
)
def test_a_new_action_is_due_in_the_week_that_the_next_meeting_looks_back_on(
    today: int, due: int
) -> None:
    assert next_friday(date(2026, 11, today)) == date(2026, 11, due)


@pytest.mark.usefixtures("two")
def test_a_new_action_is_saved_seen_and_can_be_taken_back() -> None:
    app = page().app
    assert field(app, "Due", 0).value == date(2026, 11, 20)
    field(app, "New action").set_value("Visit")
    field(app, "Client", 0).set_value("A")
    field(app, "Owner", 0).set_value("Li Wei")
    press(app, "add")
    assert "Added: “Visit”." in said(app).replace("\\", "")
    row = app.dataframe[0].value.iloc[-1]
    assert (row.what, row.owner, str(row.due_on)[:10]) == ("Visit", "Li Wei", "2026-11-20")
    assert (field(app, "New action").value, field(app, "Client", 0).value) == ("", None)
    press(app, "undo_mine")
    assert list(app.dataframe[0].value.what) == ["Call", HOSTILE]


@pytest.mark.usefixtures("two")
def test_a_new_action_without_a_text_is_refused_and_nothing_typed_is_lost() -> None:
    app = page().app
    field(app, "Owner", 0).set_value("Li Wei")
    press(app, "add")
    assert "Say what is to be done" in said(app)
    assert field(app, "Owner", 0).value == "Li Wei"


@pytest.mark.usefixtures("two")
def test_an_action_is_edited_done_opened_again_and_commented(tmp_path: Path) -> None:
    app = choose(page().app, "late")
    field(app, "Due").set_value(date(2026, 11, 25))
    press(app, "save")
    assert field(app, "Due").value == date(2026, 11, 25)
    press(app, "done")
    assert field(app, "Done").value == TODAY
    press(app, "reopen")
    app.text_input(key="action_comment_late").set_value("asked twice")
    press(app, "comment")
    assert store(tmp_path, "late") == [
        ("edit", {"due_on": ("2026-11-10", "2026-11-25")}),
        ("edit", {"done_on": (None, "2026-11-16")}),
        ("edit", {"done_on": ("2026-11-16", None)}),
        ("comment", {}),
    ]
    row = app.dataframe[0].value.iloc[1]
    assert (row.moved_count, row.last_comment, row.state) == (1, "asked twice", "carried over")


@pytest.mark.usefixtures("two")
def test_every_line_of_the_history_can_be_taken_back(tmp_path: Path) -> None:
    app = choose(page().app, "late")
    field(app, "Owner").set_value("Li Wei")
    press(app, "save")
    (change,) = entered.changes(tmp_path, "actions", "late")
    press(app, f"undo_{change.change_id}")
    assert field(app, "Owner").value == "Ann"
    assert [kind for kind, _fields in store(tmp_path, "late")] == ["edit", "undo"]


@pytest.mark.usefixtures("two")
def test_saving_without_a_change_writes_nothing(tmp_path: Path) -> None:
    app = press(choose(page().app, "late"), "save")
    assert "Nothing was changed" in said(app)
    assert store(tmp_path, "late") == []


@pytest.mark.usefixtures("two")
def test_a_reader_who_may_not_edit_reads_the_list_and_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_ann(tmp_path, owner=("Ann", "Wu"))
    monkeypatch.setattr(access, "reader", lambda: Reader("Guest"))
    app = choose(page().app, "late")
    assert [one for one in app.button if str(one.key).startswith("action_")] == []
    assert [one for one in app.text_input if str(one.key).startswith("action_")] == []
    told = [element.proto.body for element in app.get("html")]
    assert any("Owner from Ann to Wu" in body for body in told)


@pytest.mark.usefixtures("two")
def test_a_reader_of_one_client_sees_no_other_s_action(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("Li", ("A",), may_edit=True))
    app = page().app
    assert list(app.dataframe[0].value.what) == ["Call"]
    assert choice(app).options == ["“Call” · Acme · Ann · 2026-11-10"]
    assert field(app, "Client", 0).options == ["Acme"]


@pytest.mark.usefixtures("two")
def test_hostile_words_are_text_everywhere(tmp_path: Path) -> None:
    app = choose(page().app, "later")
    app.text_input(key="action_comment_later").set_value(HOSTILE)
    press(app, "comment")
    field(app, "Owner").set_value(HOSTILE)
    press(app, "save")
    assert len(store(tmp_path, "later")) == 2
    bodies = [element.proto.body for element in app.get("html")]
    boxes = [box.value for box in [*app.success, *app.info]]
    labels = [one.help for one in app.button if one.help]
    assert not [text for text in bodies if "<img" in text]
    assert not [text for text in [*boxes, *labels] if re.search(r"(?<!\\)(<|\]\()", text)]


@pytest.mark.usefixtures("two")
def test_a_view_of_one_client_begins_a_new_action_with_it() -> None:
    assert field(page(client="A").app, "Client", 0).value == "A"
