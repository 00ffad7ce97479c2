"""Whose clients need most: the portfolio by manager (rows of `clients/portfolio`)."""

import pandas as pd

from pages.shared.text import _, numbers


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """Per manager clients, those that need something, their points, and the one to begin with.

    Most points first, managers without any left out; clients without a manager stand together under
    a missing name.
    """
    by_manager = rows.assign(is_needing=rows.points > 0).groupby(
        "manager", dropna=False, sort=False
    )
    told = by_manager.agg(
        client_count=("client_id", "size"),
        needing_count=("is_needing", "sum"),
        points=("points", "sum"),
        client_id=("client_id", "first"),
        client_name=("client_name", "first"),
    ).reset_index()
    some = told[told.points > 0]
    return some.sort_values(["points", "manager"], ascending=[False, True], kind="stable")


def told(managers: pd.DataFrame) -> str:
    """Whose clients have the most points (rows of `table`)."""
    if managers.empty:
        return _("No client needs anything now.")
    most = managers.iloc[0]
    counts = {
        "count": numbers.number(most.needing_count),
        "n": numbers.number(most.client_count),
    }
    if pd.isna(most.manager):
        return _(
            "Most to do: clients without a manager, {count} of {n} need something."
            " The client named comes first."
        ).format(**counts)
    return _(
        "Most to do: {name}, {count} of {n} clients need something. The client named comes first."
    ).format(name=most.manager, **counts)
