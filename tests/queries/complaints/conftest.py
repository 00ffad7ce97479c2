"""Complaints by hand: `complain("2026-10-05", …)` inserts one of client `a`."""

from itertools import count
from typing import Any, Protocol

import pytest

from tests.conftest import Given


class Complain(Protocol):
    """Insert a complaint received at a moment."""

    def __call__(self, received_at: str, **more: Any) -> None: ...


@pytest.fixture
def complain(given: Given) -> Complain:
    """Insert a complaint of client `a`; each gets a number of its own."""
    numbers = count()

    def insert(received_at: str, **more: Any) -> None:
        complaint = {"complaint_id": str(next(numbers)), "client_id": "a"}
        given("complaints", {**complaint, "received_at": received_at, **more})

    return insert


class Received(Protocol):
    """Insert a complaint by its number."""

    def __call__(self, complaint_id: str, **more: Any) -> None: ...


class Took(Protocol):
    """Insert a step of a complaint."""

    def __call__(self, complaint_id: str, step: str, done_at: str, **more: Any) -> None: ...


@pytest.fixture
def received(given: Given) -> Received:
    """Insert a complaint of client `a`, received on 2 November at 10:00 unless given."""

    def insert(complaint_id: str, **more: Any) -> None:
        usual = {"client_id": "a", "received_at": "2026-11-02 10:00"}
        given("complaints", {"complaint_id": complaint_id, **usual, **more})

    return insert


@pytest.fixture
def took(given: Given) -> Took:
    """Insert a step of a complaint; nobody is named unless given."""

    def insert(complaint_id: str, step: str, done_at: str, **more: Any) -> None:
        row = {"complaint_id": complaint_id, "step": step, "done_at": done_at}
        given("complaint_steps", {**row, **more})

    return insert
