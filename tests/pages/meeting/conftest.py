"""A company with two actions, on the Monday after its data."""

from typing import Any

import pytest

from pages.shared import entering
from tests.pages.conftest import Company
from tests.pages.meeting.actions_page import CLIENTS, HOSTILE, LATE, LATER, TODAY


@pytest.fixture
def two(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    """An action past its date and one due later."""
    monkeypatch.setattr(entering, "today", lambda: TODAY)
    known: dict[str, Any] = {"raised_on": "2026-11-02", "what": "Call"}
    company(clients=CLIENTS, actions=[{**known, **LATE}, {**known, **LATER, "what": HOSTILE}])
