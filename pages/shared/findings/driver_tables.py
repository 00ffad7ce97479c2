"""Attributes as people read them in a table: their names, and numbers with their intervals."""

from collections.abc import Callable

import pandas as pd

from pages.shared.findings.driver_words import Names, name_of
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words


def named(rows: pd.DataFrame, grouped_by: str, names: Names) -> pd.DataFrame:
    """The rows of `drivers.table` with what each attribute is called in its place."""
    told = [words.capital(name_of(grouped_by, name, names)) for name in rows["attribute"]]
    return rows.assign(attribute=pd.Series(told, index=rows.index, dtype=object))


def experience(rows: pd.DataFrame) -> pd.DataFrame:
    """How each attribute is experienced, without importance."""
    own = rows.assign(perceived_told=_told(rows, _interval))
    return own[
        ["attribute", "perceived", "perceived_told", "answer_count", "client_count", "hidden"]
    ]


def weighed(rows: pd.DataFrame) -> pd.DataFrame:
    """The same, and before it how much of all differences each attribute explains."""
    if not rows["importance"].notna().any():
        return experience(rows)
    own = experience(rows).assign(importance_told=_told(rows, _importance))
    columns = [name for name in own if name not in ("attribute", "importance_told")]
    return own[["attribute", "importance_told", *columns]]


def _told(rows: pd.DataFrame, told: Callable[[Row], str]) -> pd.Series:
    return pd.Series([told(row) for row in rows_of(rows)], rows.index, dtype=object)


def _interval(row: Row) -> str:
    return numbers.interval_text(row["perceived_low"], row["perceived_high"], 1)


def _importance(row: Row) -> str:
    """`13% (8–17)`, `2% (0–6), could be chance`."""
    if pd.isna(row["importance"]):
        return _("not compared")
    ends = numbers.interval_text(100 * row["importance_low"], 100 * row["importance_high"])
    told = words.noted(numbers.percent(row["importance"]), ends)
    return words.listed([told, _("could be chance")]) if row["by_chance"] else told
