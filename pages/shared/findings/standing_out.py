"""Which groups keep clearly less or more of their promises than all the others together?

A group is named only when the interval of the difference leaves 0 out and chance alone would not
name as many among so many groups (Benjamini and Hochberg, measures.md §3).
"""

import pandas as pd

from queries.statistics import intervals, many

LESS, MORE = -1, 1


def sides(groups: pd.DataFrame, minimum_n: int) -> pd.Series:
    """Per row `LESS`, `MORE`, or 0 where it is not clear or rests on too few.

    `groups`: kept, promise_count (at least 1), one row per group.
    """
    total, kept = int(groups.promise_count.sum()), int(groups.kept.sum())
    pairs = [
        (int(own), int(n), kept - int(own), total - int(n))
        for own, n in zip(groups.kept, groups.promise_count, strict=True)
    ]
    tested = [place for place, own in enumerate(pairs) if min(own[1], own[3]) >= minimum_n]
    clear = many.stand_out([many.p_value(*pairs[place]) for place in tested])
    found = pd.Series(0, index=groups.index)
    for place, is_clear in zip(tested, clear, strict=True):
        found.iloc[place] = _side(pairs[place]) if is_clear else 0
    return found


def _side(own: tuple[int, int, int, int]) -> int:
    difference = intervals.newcombe(*own)
    return MORE if difference.low > 0 else LESS if difference.high < 0 else 0
