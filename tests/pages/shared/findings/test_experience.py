"""Which clients' experience changed by more than chance, all of them taken together."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import experience
from pages.shared.suppression import HIDDEN

MINIMUM_N = 5


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def client(name: str, change: float, n: int = 8, spread: float = 1.0) -> dict[str, Any]:
    return {
        "client_id": name,
        "client_name": name,
        "perceived_change": change,
        "perceived": 7 + change,
        "previous_perceived": 7.0,
        "response_count": n,
        "previous_response_count": 8,
        "response_spread": spread,
        "previous_response_spread": 1.0,
        "answer_count": 3 * n,
        "previous_answer_count": 24,
    }


def judged(*clients: dict[str, Any]) -> pd.DataFrame:
    return experience.judged(pd.DataFrame(clients, columns=list(client("x", 0))), MINIMUM_N)


def test_clear_changes_are_named_with_their_size() -> None:
    rows = judged(client("Acme", -3), client("Birch", 0.1), client("Cedar", 2.5))
    assert experience.told(rows) == (
        "Clearly worse than before: Acme (−3.0). Clearly better than before: Cedar (+2.5)."
        " No clear change for 1 other."
    )
    assert list(rows.client_name) == ["Acme", "Cedar", "Birch"]


def test_one_of_twenty_that_alone_would_seem_clear_is_not_named() -> None:
    one = client("Acme", -1.15)
    assert judged(one).side.tolist() == [experience.WORSE]
    together = judged(one, *(client(f"c{number}", 0.1) for number in range(19)))
    assert set(together.side) == {experience.UNCLEAR}
    assert experience.told(together) == (
        "Of 20 clients compared, no one's experience changed by more than chance."
    )


def test_what_is_said_to_be_clear_has_an_interval_without_0() -> None:
    changes = [-3, -2, -1.3, -1, 0, 0.4, 1, 1.3, 2]
    rows = judged(*(client(str(change), change) for change in changes))
    for row in rows.to_dict("records"):
        if row["side"] != experience.UNCLEAR:
            assert row["change_low"] > 0 or row["change_high"] < 0
            assert row["side"] * row["perceived_change"] > 0


def test_a_client_with_too_few_questionnaires_is_counted_and_not_judged() -> None:
    rows = judged(client("Acme", -3), client("Birch", -6, n=4))
    assert "1 more answered too seldom to be compared." in experience.told(rows)
    assert list(experience.table(rows).client_name) == ["Acme"]


def test_only_seldom_answers_are_said_to_be_too_few() -> None:
    rows = judged(client("Birch", -6, n=1, spread=float("nan")))
    assert experience.told(rows) == (
        "No client answered often enough in both periods to tell a change from chance."
    )
    assert experience.table(rows).empty


def test_nobody_heard_twice_is_said() -> None:
    assert experience.told(judged()) == (
        "No client answered both in this period and in the one before."
    )


def test_a_difference_too_small_to_be_written_is_none() -> None:
    rows = judged({**client("Acme", 0.04, spread=0.001), "previous_response_spread": 0.001})
    assert rows.side.tolist() == [experience.UNCLEAR]


def test_many_names_become_a_count() -> None:
    rows = judged(*(client(f"c{number}", -4) for number in range(4)))
    assert experience.told(rows) == "Clearly worse than before: 4 clients."


def test_the_table_says_verdict_and_interval_and_keeps_the_client_s_id() -> None:
    row = experience.table(judged(client("Acme", -3))).iloc[0]
    assert row.verdict == "clearly worse"
    assert row.interval == "−4.1 to −1.9"
    assert row.client_id == "Acme"


def test_files_hide_the_numbers_of_few_answers() -> None:
    few = {**client("Birch", -6, n=1, spread=float("nan")), "answer_count": 4}
    told = experience.hidden(judged(client("Acme", -3), few), MINIMUM_N).set_index("client_name")
    assert told[HIDDEN]["Birch"] == "too few answers (4)"
    assert told.perceived.isna().tolist() == [False, True]
    assert told.change_low.isna().tolist() == [False, True]
