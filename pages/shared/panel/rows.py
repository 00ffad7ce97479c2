"""The rows behind a number, as a table that people can read: words, labels, sensible numbers."""

from collections.abc import Callable
from functools import partial
from numbers import Real
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import streamlit as st
from streamlit.column_config import (
    Column,
    DateColumn,
    DatetimeColumn,
    MultiselectColumn,
    NumberColumn,
    TextColumn,
)
from streamlit.elements.lib.column_types import ColumnConfig

from pages.shared.charts.house import TIER_COLOURS
from pages.shared.panel import client_column, widths
from pages.shared.panel.client_column import CLIENT, CLIENT_ID
from pages.shared.suppression import in_words
from pages.shared.text import words
from pages.shared.text.numbers import MISSING, number, percent

TIER_COLUMNS = (
    "tier",
    "previous_tier",
    "from_tier",
    "to_tier",
    "later_tier",
    "tier_before",
    "tier_after",
)
AS_THEY_ARE = (
    "points",
    "days_promised_p50",
    "slack_days_p50",
    "recommend",
    "orders_per_year",
    "years",
)  # whole or halves, mostly
_WORDS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(TIER_COLUMNS, words.tier),
    "segment": words.segment,
    "side": words.side,
    "basis": words.basis,
    "dimension": words.dimension,
    "cause": words.cause,
    "deciding_reason": words.deciding,
    "left_because": words.leaving,
    "form": words.form,
    "severity": words.severity,
    "kind": words.kind,
    "source": words.kind,
    "clock": words.clock,
    **dict.fromkeys(("construct", "from_construct", "to_construct", "latent"), words.latent),
    "state": words.state,
    "outcome": words.outcome,
    "method": words.method,
    "item": words.item,
    "follow_up": words.follow_up,
    "silent_from": words.heard,
    "missing_steps": words.steps,
    **dict.fromkeys(("step", "last_step"), words.step),
    **dict.fromkeys(("role", "escalated_role"), words.role),
}


def readable(frame: pd.DataFrame) -> pd.DataFrame:
    """The same rows with values in the reader's words; columns keep their names."""
    told = in_words(frame).copy()
    for column in [name for name in told if name in _WORDS]:
        told[column] = _worded(told[column], _WORDS[column], column in TIER_COLUMNS)
    return told


def _worded(cells: pd.Series, word: Callable[[str], str], is_tier: bool) -> pd.Series:
    """Each value's word; only a tier has one for a missing value (unheard)."""
    known = {value: word(value) for value in cells.dropna().unique()}
    told = cells.astype(object).map(known).astype(object)
    return told.where(cells.notna(), words.tier(None) if is_tier else None)


class LaidOut(NamedTuple):
    """A table ready to be sent: the rows given, the same in words, and what its columns are."""

    frame: pd.DataFrame
    told: pa.Table
    columns: dict[str, ColumnConfig]


def laid_out(frame: pd.DataFrame, *, with_ids: bool = False) -> LaidOut:
    """The table for the screen: tiers as coloured words, numbers at the right, dates as ISO.

    A client's name links to its page where the frame has `client_id` beside `client_name`; the id
    itself is shown only `with_ids`.
    """
    told = _rounded(readable(frame))
    columns = {str(name): _column(str(name), told[name]) for name in told}
    for name in [name for name in told if name in TIER_COLUMNS]:
        told[name] = [[word] for word in told[name]]
    if client_column.can_link(told):
        told = client_column.linked(told)
        columns[CLIENT] = client_column.column(words.column(CLIENT))
    if CLIENT in told and not with_ids:
        told = told.drop(columns=CLIENT_ID, errors="ignore")
    return LaidOut(frame, pa.Table.from_pandas(told), columns)


def draw_rows(frame: pd.DataFrame, *, height: int | None = None, key: str | None = None) -> None:
    """Lay all columns of the rows out and draw them."""
    draw(laid_out(frame, with_ids=True), height=height, key=key)


def draw(
    table: LaidOut,
    *,
    height: int | None = None,
    key: str | None = None,
    told: str | None = None,
) -> None:
    """Send the table to the screen; none without a row, where the browser would say "empty".

    `told`: its name for a screen reader.
    """
    if not table.told.num_rows:
        return
    st.dataframe(
        table.told,
        hide_index=True,
        column_config=table.columns,
        height=height or "auto",
        placeholder=MISSING,
        key=key,
        alt=told,
    )


def _rounded(told: pd.DataFrame) -> pd.DataFrame:
    """Shares with one decimal of a per cent: the table's own format would show two.

    A column with a reason in place of some numbers is text, its numbers written out here; one whose
    reasons all lie in rows that are not shown is numbers again.
    """
    told = told.infer_objects()
    shares = [
        name
        for name in told
        if str(name).endswith("share") and pd.api.types.is_float_dtype(told[name])
    ]
    mixed = [name for name in told if pd.api.types.infer_dtype(told[name]).startswith("mixed")]
    return told.assign(
        **{str(name): told[name].round(3) for name in shares},
        **{str(name): _written(str(name), told[name]) for name in mixed},
    )


def _written(name: str, cells: pd.Series) -> pd.Series:
    """Numbers as the numeric columns show them, between the words."""
    figures = [float(cell) for cell in cells if isinstance(cell, Real) and cell == cell]
    decimals = 0 if all(cell.is_integer() for cell in figures) else 2
    write = (
        partial(percent, decimals=1)
        if name.endswith("share")
        else partial(number, decimals=decimals)
    )
    return cells.map(lambda cell: write(float(cell)) if isinstance(cell, Real) else cell)


def _column(name: str, cells: pd.Series) -> ColumnConfig:
    label = words.column(name)
    if name in TIER_COLUMNS:
        options = {words.tier(tier): colour for tier, colour in TIER_COLOURS.items()}
        return MultiselectColumn(label, options=list(options), color=list(options.values()))
    if isinstance(cells.dtype, pd.DatetimeTZDtype):
        return DatetimeColumn(label, format="YYYY-MM-DD HH:mm")
    if pd.api.types.is_datetime64_any_dtype(cells):
        return DateColumn(label, format="YYYY-MM-DD")
    if pd.api.types.is_bool_dtype(cells) or not pd.api.types.is_numeric_dtype(cells):
        is_text = cells.dtype != bool
        return TextColumn(label, width=widths.needed(name, cells)) if is_text else Column(label)
    return NumberColumn(label, format=_number_format(name, cells))


def _number_format(name: str, cells: pd.Series) -> str:
    if name.endswith("share"):
        return "percent"
    if pd.api.types.is_integer_dtype(cells) or cells.abs().max() >= 1000:
        return "localized"
    return "%.1f" if name == "nps" else "%g" if _is_as_it_is(name) else "%.2f"


def _is_as_it_is(name: str) -> bool:
    return name in AS_THEY_ARE or name.endswith("_points")
