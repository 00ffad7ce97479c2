"""Two people change an action at the same time: both are told, and nothing typed is lost."""

from datetime import date
from pathlib import Path

import pytest

from data import entered
from tests.pages.meeting.actions_page import by_ann, choose, field, page, press, said, store


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
