"""What a file brought stays as it was where nobody touched it, however long or exact it is."""

import os
from datetime import date
from pathlib import Path

from data import entered
from tests.pages.conftest import Company
from tests.pages.opened import answers
from tests.pages.test_events_and_targets import choose, page, press, said, type_in

LONG = "word " * 60 + "end"  # 303 letters
THIRD = 0.8333333333333334


def folder() -> Path:
    return Path(os.environ["SATISFACTION_DATABASE"])


def test_a_long_text_is_not_cut_when_another_field_is_changed(company: Company) -> None:
    event = {"event_id": "e", "happened_on": "2026-11-02", "label": LONG}
    company(**answers("a", "b"), events=[event])
    app = page().app
    choose(app, "events", "e")
    type_in(app, "events", happened_on=date(2026, 11, 3))
    assert "Saved" in said(app)
    (change,) = entered.changes(folder(), "events", "e")
    assert dict(change.fields) == {"happened_on": ("2026-11-02", "2026-11-03")}


def test_a_share_keeps_all_its_digits_when_another_field_is_changed(company: Company) -> None:
    target = {"target_id": "t", "measure": "kept_share", "value": THIRD, "begins_on": "2026-01-01"}
    company(**answers("a", "b"), targets=[target])
    app = page().app
    choose(app, "targets", "t")
    type_in(app, "targets", ends_on=date(2026, 12, 31))
    assert "Saved" in said(app)
    (change,) = entered.changes(folder(), "targets", "t")
    assert dict(change.fields) == {"ends_on": (None, "2026-12-31")}


def test_a_text_that_grew_too_long_is_refused_and_stays_in_its_field(company: Company) -> None:
    event = {"event_id": "e", "happened_on": "2026-11-02", "label": "short"}
    company(**answers("a", "b"), events=[event])
    app = page().app
    choose(app, "events", "e")
    type_in(app, "events", label="x" * 501)
    assert "at most 500 letters" in said(app)
    assert [len(field.value) for field in app.text_input if field.value] == [501]
    press(app, "events_save")
    assert entered.changes(folder(), "events", "e") == ()
