"""Who took the steps, and what became of the clients: both as parts of a whole."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.charts.parts import Part, parts
from pages.shared.text import _, numbers, words
from pages.shared.text.vocabulary import OUTCOMES, ROLES

_SHADES = {
    "specialist": ("#cfdeee", "#1b1f24"),
    "adviser": ("#a3c1e0", "#1b1f24"),
    "service_manager": ("#4076b3", "#ffffff"),
    "regional_manager": ("#1d4f91", "#ffffff"),
    "director": ("#12305a", "#ffffff"),
}
_MISSING = ("#c9ced6", "#1b1f24")
_OUTCOMES = {
    "recovered": ("#1d4f91", "#ffffff"),
    "not_recovered": ("#f2b65a", "#1b1f24"),
    "left": ("#667085", "#ffffff"),
    "watching": _MISSING,
}
UNKNOWN, NOT_DONE = "unknown", "not done"


def steps_by_role(steps: pd.DataFrame, roles: pd.DataFrame) -> go.Figure:
    """Per step of `steps` (step, due_count) who took it (`roles`: step, role, done_count)."""
    counts = _wide(roles.assign(role=roles.role.fillna(UNKNOWN)), "step", "role", "done_count")
    due = steps[steps.due_count > 0].set_index("step").due_count
    counts = counts.reindex(due.index, fill_value=0)
    done = counts.sum(axis=1)
    totals = [_of(int(done[step]), int(due[step])) for step in due.index]
    return parts(
        counts.assign(**{NOT_DONE: due - done}),
        {role: Part(words.role(role), *_SHADES[role]) for role in ROLES}
        | {
            UNKNOWN: Part(_("role not written down"), "#667085", "#ffffff"),
            NOT_DONE: Part(_("not done"), *_MISSING, is_hatched=True),
        },
        {step: words.capital(words.step(step)) for step in due.index},
        totals,
    )


def recovered(recovery: pd.DataFrame) -> go.Figure:
    """Per tier before the complaint what became of the clients (rows of `complaints/recovery`)."""
    tiers = recovery.tier_before.astype(object).where(recovery.tier_before.notna(), "unheard")
    counts = _wide(recovery.assign(tier=tiers), "tier", "outcome", "complaint_count")
    known = [tier for tier in (*house.TIERS, "unheard") if tier in counts.index]
    counts = counts.loc[known]
    named: Mapping[str, Part] = {
        outcome: Part(words.outcome(outcome), *_OUTCOMES[outcome], outcome == "watching")
        for outcome in OUTCOMES
    }
    names = {tier: words.capital(words.tier(tier)) for tier in known}
    return parts(counts, named, names, [numbers.number(n) for n in counts.sum(axis=1)])


def _wide(rows: pd.DataFrame, index: str, columns: str, values: str) -> pd.DataFrame:
    return rows.pivot_table(
        index=index, columns=columns, values=values, aggfunc="sum", fill_value=0
    ).rename_axis(columns=None)


def _of(count: int, n: int) -> str:
    return _("{count} of {n}").format(count=numbers.number(count), n=numbers.number(n))
