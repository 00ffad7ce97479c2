"""Moves between states, and what follows when they go on as they are."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.statistics.migration import stationary, transitions, visits

MISSING: Any = [["a", float("nan")]]
states = st.sampled_from(["a", "b", "c", None])


def shares_of(*rows: list[float], names: str = "abc") -> pd.DataFrame:
    return pd.DataFrame(rows, index=list(names[: len(rows)]), columns=list(names[: len(rows)]))


def test_moves_are_counted_from_one_state_to_the_next() -> None:
    moves = transitions([["loyal", "basic", "basic"], ["loyal", "basic", "loyal"]])
    assert moves.counts.index.tolist() == moves.counts.columns.tolist() == ["basic", "loyal"]
    assert (moves.counts.index.name, moves.counts.columns.name) == ("from", "to")
    assert moves.counts.to_numpy().tolist() == [[1, 1], [2, 0]]
    assert moves.shares.to_numpy().tolist() == [[0.5, 0.5], [1, 0]]


def test_a_gap_breaks_the_chain() -> None:
    assert transitions([["a", None, "b"], ["b", "a"]]).counts.to_numpy().tolist() == [
        [0, 0],
        [1, 0],
    ]


def test_clients_do_not_chain_into_each_other() -> None:
    assert transitions([["a"], ["b"]]).counts.to_numpy().sum() == 0


def test_shares_of_a_row_without_moves_are_missing() -> None:
    shares = transitions([["a", "b"]]).shares
    assert list(shares.loc["a"]) == [0, 1]
    assert shares.loc["b"].isna().all()


def test_an_order_keeps_states_that_never_occur() -> None:
    moves = transitions([["low", "high"], []], order=["high", "middle", "low"])
    assert moves.counts.index.tolist() == ["high", "middle", "low"]
    assert moves.counts.loc["low", "high"] == 1
    assert transitions([[None]], order=["high"]).counts.to_numpy().tolist() == [[0]]


@given(st.lists(st.lists(states, max_size=8), max_size=8))
def test_moves_equal_a_count_one_by_one(sequences: list[list[str | None]]) -> None:
    moves = transitions(sequences, order=["a", "b", "c"])
    for before in "abc":
        for after in "abc":
            expected = sum(
                sequence[place : place + 2] == [before, after]
                for sequence in sequences
                for place in range(len(sequence))
            )
            assert moves.counts.loc[before, after] == expected
    sums = moves.shares.sum(axis=1)
    assert (np.isclose(sums, 1) == (moves.counts.sum(axis=1) > 0)).all()


def test_the_settled_shares_stay_the_same() -> None:
    shares = shares_of([0.9, 0.1], [0.3, 0.7])
    assert stationary(shares).to_dict() == pytest.approx({"a": 0.75, "b": 0.25})
    ends_in_c = shares_of([0.5, 0.5, 0], [0, 0.5, 0.5], [0, 0, 1])
    assert stationary(ends_in_c).to_numpy() == pytest.approx([0, 0, 1], abs=1e-12)


def test_periods_until_a_client_leaves() -> None:
    stays = visits(shares_of([0.5, 0.25, 0.25], [0, 0.5, 0.5], [0, 0, 1]), "c")
    assert list(stays.loc["a"]) == pytest.approx([2, 1])
    assert list(stays.loc["b"]) == pytest.approx([0, 2])
    assert stays.columns.tolist() == ["a", "b"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: transitions([]), "sequences must hold at least one state"),
        (lambda: transitions([[None, None]]), "sequences must hold at least one state"),
        (lambda: transitions(["abc"]), "must be lists of states, but one is the text abc"),
        (lambda: transitions(MISSING), "must hold names or None, but hold nan"),
        (lambda: transitions([["a", "z"]], order=["a"]), "states of the order, but hold z"),
        (lambda: stationary(shares_of([1, 0], [0, 1])), "into several"),
        (lambda: stationary(shares_of([0.5, 0.4], [0, 1])), "shares of a must sum to 1, but"),
        (lambda: stationary(shares_of([1.5, -0.5], [0, 1])), "shares of a must sum to 1"),
        (lambda: stationary(shares_of([np.nan, np.nan], [0, 1])), "but sum to nan"),
        (lambda: stationary(pd.DataFrame([[1.0]], ["a"], ["b"])), "same rows as columns"),
        (lambda: stationary(pd.DataFrame()), "same rows as columns"),
        (lambda: visits(shares_of([0.5, 0.5], [0.5, 0.5]), "b"), "nobody leaves, but is b"),
        (lambda: visits(shares_of([1, 0], [0, 1]), "z"), "nobody leaves, but is z"),
        (lambda: visits(shares_of([1, 0], [0, 1]), "b"), "must lead to b from each state"),
    ],
)
def test_wrong_input_is_named(call: object, message: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=message):
        call()
