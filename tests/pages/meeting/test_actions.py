"""The page of actions without a browser: what it says, what it saves, whom it lets do what."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data import entered
from pages.shared import access, entering
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, opened

TODAY = date(2026, 11, 16)
PERIOD = {"since": "2026-08-24", "until": "2026-11-15"}
HOSTILE = "<img src=x onerror=alert(1)> [here](javascript:alert(1)) **b** $x^2$ :red[z]"
CLIENTS: Rows = [
    {"client_id": "A", "client_name": "Acme"},
    {"client_id": "B", "client_name": HOSTILE},
]
LATE = {"action_id": "late", "client_id": "A", "owner": "Ann", "due_on": "2026-11-10"}
LATER = {"action_id": "later", "client_id": "B", "due_on": "2026-11-20"}


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the Monday after the data."""
    monkeypatch.setattr(entering, "today", lambda: TODAY)


@pytest.fixture
def two(company: Company) -> None:
    """An action past its date and one due later."""
    known: dict[str, Any] = {"raised_on": "2026-11-02", "what": "Call"}
    company(clients=CLIENTS, actions=[{**known, **LATE}, {**known, **LATER, "what": HOSTILE}])


def page(**link: str) -> Screen:
    screen = opened("meeting/actions.py", **{**PERIOD, **link})
    assert screen.faults == []
    return screen


def said(app: AppTest) -> str:
    assert not app.exception
    return " ".join(box.value for box in [*app.success, *app.warning, *app.error, *app.info])


def choose(app: AppTest, action_id: str) -> AppTest:
    return choice(app).set_value(action_id).run()


def choice(app: AppTest) -> Any:
    return next(one for one in app.selectbox if one.label == "Action to open")


def field(app: AppTest, label: str, place: int = -1) -> Any:
    """The field of this name: of the form of the chosen action, or (`place` 0) of the new line."""
    widgets = [*app.text_input, *app.date_input, *app.selectbox]
    return [one for one in widgets if one.label == label and "action_" in one.key][place]


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=f"action_{key}").click().run()


def store(tmp_path: Path, action_id: str) -> list[tuple[str, dict[str, Any]]]:
    found = entered.changes(tmp_path, "actions", action_id)
    return [(change.kind, dict(change.fields)) for change in found]


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


@pytest.mark.usefixtures("two")
def test_a_new_action_is_saved_seen_and_can_be_taken_back() -> None:
    app = page().app
    assert field(app, "Due", 0).value == date(2026, 11, 23)
    field(app, "New action").set_value("Visit")
    field(app, "Client", 0).set_value("A")
    field(app, "Owner", 0).set_value("Li Wei")
    press(app, "add")
    assert "Added: “Visit”." in said(app).replace("\\", "")
    row = app.dataframe[0].value.iloc[-1]
    assert (row.what, row.owner, str(row.due_on)[:10]) == ("Visit", "Li Wei", "2026-11-23")
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
def test_two_who_change_the_same_are_told_and_the_second_decides(tmp_path: Path) -> None:
    app = choose(page().app, "late")
    by_ann(tmp_path, owner=("Ann", "Wu"))
    field(app, "Owner").set_value("Li Wei")
    press(app, "save")
    assert "Somebody else was faster" in said(app)
    assert "Owner from Ann to Wu" in said(app)
    assert field(app, "Owner").value == "Li Wei"
    press(app, "save")
    fields = [fields for _kind, fields in store(tmp_path, "late")]
    assert fields == [{"owner": ("Ann", "Wu")}, {"owner": ("Wu", "Li Wei")}]


@pytest.mark.usefixtures("two")
def test_the_second_may_take_what_the_first_wrote(tmp_path: Path) -> None:
    app = choose(page().app, "late")
    by_ann(tmp_path, owner=("Ann", "Wu"))
    field(app, "Owner").set_value("Li Wei")
    press(app, "save")
    press(app, "take_theirs")
    assert field(app, "Owner").value == "Wu"
    assert len(store(tmp_path, "late")) == 1


@pytest.mark.usefixtures("two")
def test_changes_of_two_to_different_fields_are_both_kept_and_told(tmp_path: Path) -> None:
    app = choose(page().app, "late")
    by_ann(tmp_path, owner=("Ann", "Wu"))
    field(app, "Due").set_value(date(2026, 11, 25))
    press(app, "save")
    assert "Others changed it meanwhile, and that is kept" in said(app)
    row = app.dataframe[0].value.set_index("what").loc["Call"]
    assert (row.owner, str(row.due_on)[:10]) == ("Wu", "2026-11-25")


@pytest.mark.usefixtures("two")
def test_what_was_taken_away_meanwhile_leaves_the_words_in_the_form(tmp_path: Path) -> None:
    app = choose(page().app, "late")
    entered.remove(tmp_path, "actions", "late", "Ann")
    field(app, "What").set_value("Call twice")
    press(app, "save")
    assert "Nothing was saved, because of what was done since" in said(app)
    assert field(app, "What").value == "Call twice"


def by_ann(folder: Path, **fields: tuple[str, str]) -> None:
    before = {name: pair[0] for name, pair in fields.items()}
    after = {name: pair[1] for name, pair in fields.items()}
    assert entered.edit(folder, "actions", "late", before, after, "Ann") is not None


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
