from typing import Any

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import client_compared, client_next_tier

MINIMUM_N = 5


def group(name: str, **more: Any) -> dict[str, Any]:
    row = {
        "grouped_by": name,
        "client_count": 1 if name == "client" else 60,
        "answer_count": 100,
        "gap_count": 20,
        "expectation_gap": 0.0,
        "expectation_gap_spread": 0.5,
        "decided": 100,
        "within_target": 90,
        "due": 100,
        "kept": 80,
        "received": 5,
        "day_count": 365 if name == "client" else 36_500,
    }
    return {**row, **more}


def compared(**own: Any) -> pd.DataFrame:
    others = {"received": 200, "decided": 1000, "within_target": 900, "due": 1000, "kept": 800}
    return pd.DataFrame(
        [group("client", **own), group("segment", **others), group("base", **others)]
    )


def told(**own: Any) -> str:
    return client_compared.told(compared(**own), MINIMUM_N)


def line(place: int, **own: Any) -> Any:
    return client_compared.table(compared(**own), MINIMUM_N).iloc[place]


def test_alike_is_not_called_a_difference() -> None:
    assert told(received=2).startswith("No clear difference from the others of its segment")


def test_what_could_not_be_compared_is_not_called_alike() -> None:
    unknown = {"answer_count": 0, "gap_count": 0, "decided": 0, "due": 0, "received": 0}
    nobody = [group(name, **unknown, day_count=0) for name in ("client", "segment", "base")]
    said = client_compared.told(pd.DataFrame(nobody), MINIMUM_N)
    assert said == "Too little is known of it or of the others to compare them."


@pytest.mark.parametrize(
    ("own", "measure"),
    [
        ({"expectation_gap": -0.5}, "gap of expectation"),
        ({"within_target": 70}, "resolved within target"),
        ({"kept": 60}, "promises kept"),
        ({"received": 12}, "complaints a year"),
    ],
)
def test_each_measure_can_be_clearly_worse(own: dict[str, Any], measure: str) -> None:
    assert f"Clearly worse than all other clients: {measure}." in told(**{"received": 2, **own})


@pytest.mark.parametrize(
    ("own", "measure"),
    [
        ({"expectation_gap": 0.5}, "gap of expectation"),
        ({"within_target": 99}, "resolved within target"),
        ({"kept": 95}, "promises kept"),
        ({"received": 0, "day_count": 3650}, "complaints a year"),
    ],
)
def test_each_measure_can_be_clearly_better(own: dict[str, Any], measure: str) -> None:
    assert f"Clearly better than all other clients: {measure}." in told(**{"received": 2, **own})


def test_few_answers_or_cases_are_neither_shown_nor_compared() -> None:
    row = line(0, answer_count=4)
    assert (row.own, row.base_difference) == ("too few answers (4)", "too few to compare")
    row = line(1, decided=4, within_target=4)
    assert (row.own, row.base_difference) == ("too few (4)", "too few to compare")
    assert line(1, decided=5, within_target=5).own == "5 of 5 (100%, 57–100)"


def test_a_group_of_few_clients_is_not_shown() -> None:
    rows = compared()
    rows.loc[1, "gap_count"] = 4
    row = client_compared.table(rows, MINIMUM_N).iloc[0]
    assert (row.against_segment, row.segment_difference) == ("too few (4)", "too few to compare")


def test_a_missing_group_is_a_dash() -> None:
    rows = compared().head(1)
    row = client_compared.table(rows, MINIMUM_N).iloc[0]
    assert (row.against_base, row.base_difference) == ("–", "too few to compare")


def test_a_gap_of_one_day_has_no_interval_and_no_verdict() -> None:
    row = line(0, gap_count=1, expectation_gap_spread=float("nan"))
    assert row.own == "0.0 (no interval, 100 answers)"
    assert row.base_difference == "too few to compare"


def test_complaints_are_told_per_year_with_their_interval() -> None:
    assert line(3, received=2, day_count=730.5).own == "1.0 (0.3–3.6; 2 in 2.0 years)"


def test_one_that_was_no_client_in_these_months_is_not_compared() -> None:
    rows = compared().tail(2)
    assert "Nothing is known of it in these months" in client_compared.told(rows, MINIMUM_N)


def moves(*rows: tuple[str, str, int], clients: int = 40) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["from_tier", "to_tier", "move_count"])
    total = frame.groupby("from_tier").move_count.transform("sum")
    return frame.assign(from_move_count=total, from_client_count=clients)


def test_the_most_likely_tier_is_that_of_most_moves() -> None:
    rows = client_next_tier.of_tier(
        moves(("basic", "left", 10), ("basic", "basic", 80), ("basic", "satisfied", 10)), "basic"
    )
    assert list(rows.to_tier) == ["basic", "satisfied", "left"]
    assert rows.share.sum() == pytest.approx(1)
    said = client_next_tier.told(rows, "basic", MINIMUM_N)
    assert said.startswith("Most likely in three months: basic (80%, 65–90); n = 40 clients")


def test_the_interval_counts_each_client_once() -> None:
    row = client_next_tier.of_tier(moves(("basic", "basic", 100), clients=10), "basic").iloc[0]
    assert (row.share_low, row.share_high) == (pytest.approx(0.7225, abs=1e-4), 1)


def test_two_that_cannot_be_told_apart_are_both_named() -> None:
    rows = client_next_tier.of_tier(moves(("basic", "basic", 55), ("basic", "loyal", 45)), "basic")
    said = client_next_tier.told(rows, "basic", MINIMUM_N)
    assert said.startswith("In three months basic (55%, 40–69) or loyal (45%, 31–60)")


def test_few_clients_and_no_tier_say_nothing_about_what_comes() -> None:
    rows = client_next_tier.of_tier(moves(("basic", "basic", 9), clients=4), "basic")
    assert "Too few clients were basic" in client_next_tier.told(rows, "basic", MINIMUM_N)
    none = client_next_tier.of_tier(moves(("basic", "basic", 9)), None)
    assert client_next_tier.told(none, None, MINIMUM_N).startswith("Without a tier of its own")
    assert client_next_tier.table(none).empty


@pytest.mark.parametrize("language", list(text.LANGUAGES))
def test_every_verdict_can_be_said_in_every_language(language: str) -> None:
    text.use(language)
    assert "6" in told(expectation_gap=-0.6) + line(0, expectation_gap=-0.6).own
    assert len(client_compared.table(compared(), MINIMUM_N)) == 4
