"""The index month by month, numbers of few answers hidden so that none can be worked out."""

from datetime import date

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings.index_numbers import Readings
from pages.shared.suppression import HIDDEN, hide_few

FIXED = ("satisfaction_index", "index_low", "index_high")
BY_MODEL = ("model_index", "model_low", "model_high")
COUNTS = ["response_count", "question_count"]


def by_month(
    fixed: Readings, by_model: Readings | None, view: View, minimum_n: int
) -> pd.DataFrame:
    """One row per month of the trend, from the first with answers on; few hidden.

    Columns: month, the index by both methods with both ends, the counts, hidden. Months of the
    period and of the one it is compared with are protected apart: the reader sees their index too.
    """
    months = pd.period_range(view.trend.since, view.trend.until, freq="M")
    whole = pd.DataFrame({"month": months.to_timestamp()}, index=months.year * 100 + months.month)
    told = whole.join(_named(fixed.parts, FIXED)[[*FIXED, *COUNTS]])
    modelled = fixed.parts.head(0) if by_model is None else by_model.parts
    told = told.join(_named(modelled, BY_MODEL)[[*BY_MODEL]])
    told[COUNTS] = told[COUNTS].fillna(0).astype(int)
    rows = told[told["response_count"].gt(0).cummax()]
    hidden = _hide(rows, minimum_n, total_shown=False)
    periods = ((view.since, view.until), (view.previous_since, view.previous_until))
    inside = [_is_inside(rows["month"], *period) for period in periods]
    for group in (*inside, rows["month"].notna()):
        if _gives_away(hidden[group], minimum_n):
            own = _hide(rows[group], minimum_n)
            more = own.index[own[HIDDEN].notna() & hidden.loc[own.index, HIDDEN].isna()]
            hidden.loc[more] = own.loc[more]
    return hidden


def _gives_away(rows: pd.DataFrame, minimum_n: int) -> bool:
    """Whether the hidden of these follow from their total: a single one, or too few together."""
    counts = rows.loc[rows[HIDDEN].notna() & (rows["response_count"] > 0), "response_count"]
    return len(counts) == 1 or 0 < counts.sum() < minimum_n


def _named(parts: pd.DataFrame, names: tuple[str, str, str]) -> pd.DataFrame:
    return parts.rename(columns=dict(zip(("value", "low", "high"), names, strict=True)))


def _hide(rows: pd.DataFrame, minimum_n: int, *, total_shown: bool = True) -> pd.DataFrame:
    values = [*FIXED, *BY_MODEL]
    hidden = hide_few(rows, "response_count", values, minimum_n, total_shown=total_shown)
    return hidden.astype({HIDDEN: object})


def _is_inside(months: pd.Series, since: date, until: date) -> pd.Series:
    """Which months a period holds from their first day to their last, or to its own end."""
    ends = months + pd.offsets.MonthEnd(0)
    is_last = (months.dt.year == until.year) & (months.dt.month == until.month)
    inside: pd.Series = (months >= pd.Timestamp(since)) & ((ends <= pd.Timestamp(until)) | is_last)
    return inside
