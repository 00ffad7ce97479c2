"""Competitors' index beside ours on the same questions (`satisfaction/competitor_index`).

Competitors' scores come as means without a spread: only our own index has an interval, and no
difference is called more than noise.
"""

import math
from collections.abc import Callable

import pandas as pd

from pages.shared.findings.competitors import known
from pages.shared.findings.index import value
from pages.shared.findings.index_numbers import Reading
from pages.shared.findings.wording import MOST_NAMES, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import HIDDEN, hide_few
from pages.shared.text import _, numbers, words

Ours = Callable[[tuple[str, ...]], Reading | None]
HIDDEN_NUMBERS = ["competitor_index", "satisfaction_index", "index_low", "index_high"]


def shown(found: pd.DataFrame, ours: Ours, minimum_n: int) -> pd.DataFrame:
    """The rows with the interval of our index; hidden where either rests on too few answers.

    `ours`: our index on some questions, given by their ids.
    """
    readings = [ours(tuple(ids)) for ids in found["indicator_ids"]]
    told = found.assign(
        index_low=[math.nan if own is None else own.low for own in readings],
        index_high=[math.nan if own is None else own.high for own in readings],
        question_count=found["indicator_ids"].map(len),
        _fewest=found[["answer_count", "respondent_count"]].min(axis=1),
    )
    hidden = hide_few(told, "_fewest", HIDDEN_NUMBERS, minimum_n, total_shown=False)
    of_enough = found["respondent_count"].isna() | (found["respondent_count"] >= minimum_n)
    hidden["competitor_index"] = found["competitor_index"].where(of_enough)
    return hidden.drop(columns=["_fewest", "indicator_ids"])


def told(rows: pd.DataFrame, ours: Reading | None) -> str:
    """Who stands where on the same questions; that differences may be noise.

    `ours`: our index where all were scored on the same questions, else None.
    """
    is_seen = rows["competitor_index"].notna() & rows["satisfaction_index"].notna()
    seen = rows[is_seen].sort_values("competitor_index", ascending=False)
    if ours is None or seen.empty or len(seen) > MOST_NAMES:
        return known(rows)
    theirs = [
        words.noted(name, numbers.number(index, 1))
        for name, index in zip(seen["competitor"], seen["competitor_index"], strict=True)
    ]
    sentence = _("On the same questions we stand at {index}; others: {names}.")
    return paragraph(sentence.format(index=value(ours), names=words.join(theirs)), known(rows))


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """What has a place on the screen: both indices, ours with its interval, and respondents."""
    theirs, ours = zip(*map(_both, rows_of(rows)), strict=True) if len(rows) else ((), ())
    told = rows[["competitor", "respondent_count"]].assign(competitor_index=theirs, our_index=ours)
    return told[["competitor", "competitor_index", "our_index", "respondent_count"]]


def _both(row: Row) -> tuple[str, str]:
    """Theirs and ours; the one that rests on too few answers says so."""
    theirs = numbers.number(row["competitor_index"], 1)
    if not isinstance(row[HIDDEN], str):
        return theirs, ends_told(row["satisfaction_index"], row)
    is_theirs = row["competitor_index"] != row["competitor_index"]
    return (row[HIDDEN], numbers.MISSING) if is_theirs else (theirs, row[HIDDEN])


def ends_told(index: float, row: Row) -> str:
    """`68.5 (62.4–73.1)`; without ends where one client alone answered."""
    told = numbers.number(index, 1)
    if row["index_low"] != row["index_low"]:
        return told
    return words.noted(told, numbers.interval_text(row["index_low"], row["index_high"], 1))
