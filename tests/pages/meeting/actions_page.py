"""The page of actions as its tests use it: opened, its fields, its buttons, what was stored."""

from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from data import entered
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


def page(**link: str) -> Screen:
    screen = opened("meeting/actions.py", **{**PERIOD, **link})
    assert screen.faults == []
    return screen


def said(app: AppTest) -> str:
    assert not app.exception
    return " ".join(box.value for box in [*app.success, *app.warning, *app.error, *app.info])


def choose(app: AppTest, action_id: str) -> AppTest:
    choice(app).set_value(action_id)
    return app.run()


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


def by_ann(folder: Path, **fields: tuple[str, str]) -> None:
    before = {name: pair[0] for name, pair in fields.items()}
    after = {name: pair[1] for name, pair in fields.items()}
    assert entered.edit(folder, "actions", "late", before, after, "Ann") is not None
