"""The panels about worth: at stake per tier, the assumptions beside it, who left, revenue.

What rests on the assumptions of the URL is drawn on every run and not remembered with the page,
which is remembered by its view alone.
"""

from functools import partial

import pandas as pd
from streamlit.column_config import TextColumn

from data.value import Assumptions
from pages.shared import assumptions, charts, panel
from pages.shared.database import ask, settings
from pages.shared.filters import View, periods
from pages.shared.findings import (
    value,
    value_cases,
    value_leavers,
    value_revenue,
    value_sheets,
)
from pages.shared.findings.value_cases import CASES, Cases
from pages.shared.findings.wording import paragraph
from pages.shared.text import words

STAKE, SHEET = "clients/value_at_stake", "clients/value_sheet"
ROW = 35  # pixels
LEAVERS, REVENUE = "clients/leavers", "clients/revenue_and_tiers"


def cases(entered: Assumptions) -> Cases:
    """What was entered, and the low and the high case of the settings."""
    usual = settings().value
    return dict(zip(CASES, (entered, usual.low, usual.high), strict=True))


def tiers(view: View, entered: Assumptions) -> pd.DataFrame:
    """Worth per tier as entered, with worth_low and worth_high."""
    asked = {
        name: ask(STAKE, view, relationship_years=case.relationship_years)
        for name, case in cases(entered).items()
    }
    return value.side_by_side(*(asked[name] for name in CASES))


def sheet(view: View, entered: Assumptions) -> pd.DataFrame:
    """The value sheet of each client."""
    return ask(SHEET, view, relationship_years=entered.relationship_years)


def worked_out(view: View, entered: Assumptions) -> panel.WorkedOut:
    """The answer; what is missing where there is no client at all."""
    by_tier = tiers(view, entered)
    sentence = value.headline(by_tier, settings().currency)
    if by_tier.client_count.sum() == 0 and leavers_of(view, entered).empty:
        return panel.WorkedOut(sentence, needs="clients")
    return panel.WorkedOut(sentence, note=value.notes(sheet(view, entered), entered))


def at_stake(view: View) -> panel.Draw:
    """Worth per tier under the settings. Compact: fits a quarter of a screen."""
    return _worth(view, settings().value, is_compact=True)


def is_unknown(view: View) -> bool:
    """Whether no client in view has a worth, or none was heard."""
    by_tier = tiers(view, settings().value)
    nobody = (by_tier.client_count <= by_tier.unknown_count).all()
    return bool(nobody) or not value.heard(by_tier)


def worth_by_tier(view: View, entered: Assumptions) -> panel.Draw:
    """The same at full size, under what was entered."""
    return _worth(view, entered)


def _worth(view: View, entered: Assumptions, *, is_compact: bool = False) -> panel.Draw:
    by_tier, currency = tiers(view, entered), settings().currency
    return partial(
        panel.show,
        (value.in_short if is_compact else value.by_tier)(by_tier, currency),
        charts.worth(by_tier, currency, is_compact=is_compact),
        answer=by_tier,
        query=STAKE,
        view=view,
        n=value.stake(by_tier, list(by_tier.tier)).known_count,
        key="worth by tier",
    )


def assumed(view: View, entered: Assumptions) -> panel.Draw:
    """The fields of the assumptions, and under them what follows: as entered, low and high."""
    by_tier, rows, currency = tiers(view, entered), sheet(view, entered), settings().currency
    table = value_cases.table(by_tier, rows, cases(entered), currency)
    return partial(
        panel.listed,
        value_cases.told(by_tier, rows, cases(entered), currency),
        partial(_draw_assumed, in_columns(table)),
        answer=table,
        query=STAKE,
        view=view,
        n=value.stake(by_tier).known_count,
        key="assumptions",
    )


def _draw_assumed(table: panel.LaidOut) -> None:
    assumptions.draw_fields()
    panel.draw(table, height=_tall(len(table.frame)), key="cases")


def in_columns(table: pd.DataFrame) -> panel.LaidOut:
    """The table with what was entered, low and high at the right, as numbers stand."""
    shown = panel.laid_out(table)
    right = {name: TextColumn(words.column(name), alignment="right") for name in CASES}
    return shown._replace(columns={**shown.columns, **right})


def _tall(rows: int) -> int:
    """High enough for all rows: by itself a table shows ten and scrolls."""
    return ROW * (rows + 1) + 3


def by_tier(view: View, entered: Assumptions) -> panel.Draw:
    """The seven lines of each tier."""
    found = value_sheets.by_tier(sheet(view, entered), entered)
    return partial(
        panel.table,
        value_sheets.tiers_told(found, settings().currency),
        panel.laid_out(value_sheets.rounded(found)),
        answer=found,
        query=SHEET,
        view=view,
        n=int((found.client_count - found.unknown_count).sum()),
        key="sheet by tier",
    )


def leavers_of(view: View, entered: Assumptions) -> pd.DataFrame:
    """Who left in at least the twelve months up to the end of the period."""
    return ask(LEAVERS, view.trend, relationship_years=entered.relationship_years)


def leavers(view: View, entered: Assumptions) -> tuple[panel.Draw, panel.Draw]:
    """Why clients left, and which."""
    rows, few = leavers_of(view, entered), settings().few.minimum_n
    reasons = value_leavers.by_reason(rows, few)
    why = partial(
        panel.table,
        value_leavers.reasons_told(rows),
        panel.laid_out(reasons.drop(columns="worth")),
        answer=reasons,
        query=LEAVERS,
        view=view.trend,
        n=len(rows),
        key="reasons",
    )
    who = partial(
        panel.table,
        value_leavers.told(rows, view.trend, settings().currency),
        panel.laid_out(value_leavers.table(rows)),
        answer=rows,
        query=LEAVERS,
        view=view.trend,
        n=len(rows),
        key="leavers",
    )
    return why, who


def revenue(view: View) -> panel.Draw:
    """Whose revenue rose while the tier fell. Rests on no assumption."""
    rows, few = ask(REVENUE, view), settings().few.minimum_n
    a_year_ago = periods.shifted(view.until, -12)
    return partial(
        panel.table,
        paragraph(
            value_revenue.told(rows, a_year_ago, settings().currency, few),
            value_revenue.left_out(rows),
        ),
        panel.laid_out(value_revenue.table(rows)),
        answer=rows,
        query=REVENUE,
        view=view,
        n=int(rows.previous_revenue.notna().sum()),
        key="revenue",
    )
