"""Which tier a client is likely to be in three months from now, by what became of others.

The moves are those of all clients the reader may see, four looks at each over twelve months. They
are not independent, so the interval counts each client once.
"""

from collections.abc import Hashable

import pandas as pd

from pages.shared.findings.wording import RANKS
from pages.shared.rows import rows_of
from pages.shared.text import _, numbers, words
from queries.statistics import intervals


def of_tier(moves: pd.DataFrame, tier: object) -> pd.DataFrame:
    """Where clients of a tier were three months later, most often first, with Wilson intervals.

    `moves`: `clients/next_tier`. Columns: to_tier, share, share_low, share_high (0–1), move_count,
    from_move_count, from_client_count.
    """
    rows = moves[moves.from_tier == tier].copy()
    rows["share"] = rows.move_count / rows.from_move_count
    ends = [_ends(row) for row in rows_of(rows)]
    rows["share_low"], rows["share_high"] = zip(*ends, strict=True) if ends else ((), ())
    rows["_rank"] = rows.to_tier.map(RANKS)
    ordered = rows.sort_values(["move_count", "_rank"], ascending=[False, True])
    columns = ["to_tier", "share", "share_low", "share_high", "move_count"]
    return ordered[[*columns, "from_move_count", "from_client_count"]].reset_index(drop=True)


def _ends(row: dict[Hashable, float]) -> intervals.Interval:
    """As many cases as clients, in the proportion of the moves."""
    clients = int(row["from_client_count"])
    return intervals.wilson(round(row["share"] * clients), clients)


def told(rows: pd.DataFrame, tier: object, minimum_n: int) -> str:
    """What is likely, or why nothing can be said."""
    if not isinstance(tier, str):
        return _("Without a tier of its own there is none to expect next.")
    clients = 0 if rows.empty else int(rows.from_client_count.iloc[0])
    if clients < minimum_n:
        return _("Too few clients were {tier} within a year to say what comes next ({n}).").format(
            tier=words.tier(tier), n=numbers.number(clients)
        )
    return _likely(rows, tier, clients)


def _likely(rows: pd.DataFrame, tier: str, clients: int) -> str:
    first = rows.iloc[0]
    is_clear = len(rows) == 1 or first.share_low > rows.share.iloc[1]
    sentence = (
        _("Most likely in three months: {first}; n = {n} clients that were {tier} within a year.")
        if is_clear
        else _(
            "In three months {first} or {second}, which is not clear; n = {n} clients that were"
            " {tier} within a year."
        )
    )
    second = "" if is_clear else _named(rows.iloc[1])
    return sentence.format(
        first=_named(first), second=second, n=numbers.number(clients), tier=words.tier(tier)
    )


def _named(row: pd.Series) -> str:
    ends = numbers.interval_text(100 * row.share_low, 100 * row.share_high)
    return words.noted(words.tier(row.to_tier), words.listed([numbers.percent(row.share), ends]))


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """Tier in three months, share with its interval, moves."""
    ends = [
        numbers.interval_text(low, high, style="percent")
        for low, high in zip(rows.share_low, rows.share_high, strict=True)
    ]
    shown = rows[["to_tier", "share", "move_count"]].rename(columns={"to_tier": "later_tier"})
    shown.insert(2, "interval", pd.Series(ends, index=rows.index, dtype=object))
    return shown
