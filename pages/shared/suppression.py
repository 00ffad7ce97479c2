"""Numbers of few answers, hidden alike on the screen and on paper (measures.md, house rules).

A hidden group must not come back by subtraction: where a total is known, groups are hidden until
there are at least two and together they have enough answers. Noise and rounding were rejected:
a reader could not check such a number against its rows.
"""

from collections.abc import Sequence

import pandas as pd

from pages.shared.findings.wording import too_few_answers
from pages.shared.text import _
from pages.shared.text.numbers import number

HIDDEN = "hidden"


def hide_few(
    frame: pd.DataFrame,
    count: str,
    values: Sequence[str],
    minimum_n: int,
    *,
    total_shown: bool = True,
) -> pd.DataFrame:
    """A copy without the `values` of groups that have fewer than `minimum_n` in `count`.

    One row per group. The new column `hidden` says why a row's values are missing, in the
    reader's language, and is null where they are shown. `total_shown`: the reader also sees the
    same number over all groups, so more groups are hidden until none can be worked out.
    """
    counts = frame[count].fillna(0)
    few = counts < minimum_n
    more = _to_protect(counts, few, minimum_n) if total_shown else few & False
    shown = frame.copy()
    if few.any() or more.any():
        shown[list(values)] = shown[list(values)].mask(few | more)
    shown[HIDDEN] = [
        _reason(n, is_few, is_more) for n, is_few, is_more in zip(counts, few, more, strict=True)
    ]
    return shown


def _to_protect(counts: pd.Series, few: pd.Series, minimum_n: int) -> pd.Series:
    """The further groups to hide: the smallest first, until subtraction gives nothing away."""
    more = few & False
    for label in counts[~few].sort_values(kind="stable").index:
        hidden = counts[(few & (counts > 0)) | more]
        if hidden.empty or (len(hidden) > 1 and hidden.sum() >= minimum_n):
            break
        more[label] = True
    return more


def _reason(count: float, is_few: bool, is_more: bool) -> str | None:
    if is_few:
        return too_few_answers(int(count))
    return protecting(count) if is_more else None


def protecting(count: float) -> str:
    """What stands in the place of a number that would give a smaller group's away."""
    return _("hidden to protect a smaller group ({n})").format(n=number(count))


def in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as people read it: hidden numbers replaced by the reason, `hidden` dropped."""
    if HIDDEN not in frame:
        return frame
    reasons = frame[HIDDEN]
    words = frame.drop(columns=HIDDEN)
    if not reasons.notna().any():
        return words
    for column in words.select_dtypes("number"):
        unseen = reasons.notna() & words[column].isna()
        if unseen.any():
            words[column] = words[column].astype(object).mask(unseen, reasons)
    return words
