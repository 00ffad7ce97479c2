"""Complaint `k` of client `a`, and the questions behind its report."""

from typing import Any

import pytest

from tests.conftest import Answer, Given, Row

SINCE, UNTIL = "2026-09-01", "2026-11-10"


@pytest.fixture
def complain(given: Given) -> Any:
    """Insert complaint `k` of client `a`, received on 1 October, or another one."""

    def insert(complaint_id: str = "k", **more: Any) -> None:
        usual = {"client_id": "a", "received_at": "2026-10-01 09:00", "severity": "major"}
        given("complaints", {"complaint_id": complaint_id, **usual, **more})

    return insert


@pytest.fixture
def asked(answer: Answer) -> Any:
    """`asked("complaints/report", until)`: the rows for complaint `k`."""

    def ask(name: str, until: str = UNTIL, **more: Any) -> list[Row]:
        return answer(name, SINCE, until, **{"complaint_id": "k", **more})

    return ask
