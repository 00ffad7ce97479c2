"""What tests of tiers share."""

from typing import Any

import pytest

from tests.conftest import Answer, Given

QUESTION = "satisfaction/client_tiers"
SINCE, UNTIL = "2026-10-01", "2026-11-10"


@pytest.fixture
def tier_of(given: Given, answer: Answer) -> Any:
    """The row of client `a` after it gave one answer with these levels."""

    def ask(**levels: Any) -> dict[str, Any]:
        given("indicators", {"indicator_id": "i"})
        given("responses", {"response_id": "r", "client_id": "a"})
        given("answers", {"response_id": "r", "indicator_id": "i", **levels})
        (row,) = answer(QUESTION, SINCE, UNTIL)
        return row

    return ask
