"""The panels about tiers that more than one page shows, worked out and ready to be drawn."""

from functools import partial

import pandas as pd

from pages.shared import charts, panel
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import ladder, shares
from pages.shared.findings.wording import paragraph
from pages.shared.panel.evidence import Answer


def rungs(tiers: pd.DataFrame, view: View, answer: Answer, key: str | None = None) -> panel.Draw:
    """How many clients are on each rung of the ladder (`satisfaction/client_tiers`)."""
    heard, minimum_n = int(tiers.tier.count()), settings().few.minimum_n
    return partial(
        panel.show,
        paragraph(ladder.below(tiers), ladder.coverage(tiers)),
        charts.ladder(ladder.rungs(tiers, minimum_n), len(tiers) - heard, len(tiers)),
        answer=answer,
        query="satisfaction/client_tiers",
        view=view.change,
        n=heard,
        interval=shares.interval(tiers, minimum_n),
        key=key,
    )


def months(view: View, *, with_coverage: bool = False) -> panel.Draw:
    """The shares of the tiers month by month; `with_coverage`: files say who was heard."""
    year, minimum_n = ask("satisfaction/tier_moves", view.trend), settings().few.minimum_n
    by_month = ladder.by_month(ask("satisfaction/tier_share_by_month", view.trend), minimum_n)
    coverage = ask("satisfaction/coverage_by_month", view.trend)
    query = "coverage_by_month" if with_coverage else "tier_share_by_month"
    return partial(
        panel.show,
        shares.over_time(year, view.trend.since, minimum_n),
        charts.tiers_over_time(by_month, coverage),
        answer=partial(by_month.merge, coverage, on="month") if with_coverage else by_month,
        query=f"satisfaction/{query}",
        view=view.trend,
        n=shares.change_of_moves(year).heard,
        interval=shares.interval_of_change(year, minimum_n),
    )
