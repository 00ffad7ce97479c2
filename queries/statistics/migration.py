"""Who moves where: from one state to the next (measures.md, section 1).

Moves are counted between neighbours in time that were both heard; over a gap nothing is assumed,
since a client not heard may have been anywhere in between.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import pandas as pd

States = Sequence[str | None]


@dataclass(frozen=True, eq=False)
class Transitions:
    """Moves and their share of the row, from × to; the shares of a row without moves are NaN."""

    counts: pd.DataFrame
    shares: pd.DataFrame


def transitions(sequences: Iterable[States], order: Sequence[str] | None = None) -> Transitions:
    """Moves between the states of each client in turn, None where it was not heard.

    `order`: the rows and columns in this order, also those that never occur; by name without it.
    Raises `ValueError` for no state at all, and for what is not a name or not in the order.
    """
    told = [_checked(sequence) for sequence in sequences]
    found = {state for state in chain.from_iterable(told) if state is not None}
    states = list(order) if order is not None else sorted(found)
    if not states:
        raise ValueError("sequences must hold at least one state, but hold none")
    if unknown := sorted(found - set(states)):
        raise ValueError(f"sequences must hold states of the order, but hold {unknown[0]}")
    moves = Counter(chain.from_iterable(pairwise(sequence) for sequence in told))
    counts = pd.DataFrame(
        [[moves[before, after] for after in states] for before in states],
        index=pd.Index(states, name="from"),
        columns=pd.Index(states, name="to"),
        dtype="int64",
    )
    return Transitions(counts, counts.div(counts.sum(axis=1).replace(0, np.nan), axis=0))


def stationary(shares: pd.DataFrame) -> pd.Series:
    """The share of each state that stays the same when moves go on as in these shares.

    Raises `ValueError` unless each row sums to 1 and there is exactly one such answer.
    """
    moves = _square(shares)
    change = moves.T - np.eye(len(moves))
    if np.linalg.matrix_rank(change) < len(moves) - 1:
        raise ValueError("shares must lead into one group of states, but lead into several")
    whole = np.vstack([change, np.ones(len(moves))])
    answer = np.linalg.lstsq(whole, np.append(np.zeros(len(moves)), 1.0))[0]
    return pd.Series(answer, index=shares.index)


def visits(shares: pd.DataFrame, end: str) -> pd.DataFrame:
    """How many periods a client of each state (row) will yet spend in each, the present one too.

    `end`: the state nobody returns from, as `left`; it has no row or column in the answer. Raises
    `ValueError` where some state never leads there.
    """
    moves = _square(shares)
    if end not in shares.index or shares.loc[end, end] != 1:
        raise ValueError(f"end must be a state that nobody leaves, but is {end}")
    stay = shares.index != end
    remaining = np.eye(int(stay.sum())) - moves[np.ix_(stay, stay)]
    if np.linalg.matrix_rank(remaining) < len(remaining):
        raise ValueError(f"shares must lead to {end} from each state, but do not")
    names = shares.index[stay]
    return pd.DataFrame(np.linalg.inv(remaining), index=names, columns=names)


def _checked(sequence: States) -> list[str | None]:
    if isinstance(sequence, str):
        raise ValueError(f"sequences must be lists of states, but one is the text {sequence}")
    for state in sequence:
        if state is not None and not isinstance(state, str):
            raise ValueError(f"sequences must hold names or None, but hold {state}")
    return list(sequence)


def _square(shares: pd.DataFrame) -> np.ndarray:
    moves = shares.to_numpy(dtype=float)
    if list(shares.index) != list(shares.columns) or not len(shares):
        raise ValueError(f"shares must have the same rows as columns, but are {moves.shape}")
    for name, row in zip(shares.index, moves, strict=True):
        if (row < 0).any() or not np.isclose(row.sum(), 1.0):
            raise ValueError(f"shares of {name} must sum to 1, but sum to {row.sum():g}")
    return moves
