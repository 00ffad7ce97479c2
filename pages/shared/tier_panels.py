"""The panels about tiers that more than one page shows, worked out and ready to be drawn."""

from functools import partial

import pandas as pd

from pages.shared import charts, panel, trend_marks
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import ladder, shares, target_readings
from pages.shared.findings.wording import paragraph
from pages.shared.panel.evidence import Answer

SATISFIED = "satisfied_share"  # the measure whose target is drawn


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
    reached = target_readings.satisfied(ask("satisfaction/client_tiers", view.change))
    marks = trend_marks.of(view.trend, SATISFIED, trend_marks.WHOLE if with_coverage else 0)
    return partial(
        panel.show,
        paragraph(
            shares.over_time(year, view.trend.since, minimum_n),
            trend_marks.verdict(view, SATISFIED, reached),
        ),
        charts.tiers_over_time(by_month, coverage, marks=marks),
        answer=partial(by_month.merge, coverage, on="month") if with_coverage else by_month,
        query=f"satisfaction/{query}",
        view=view.trend,
        n=shares.change_of_moves(year).heard,
        interval=shares.interval_of_change(year, minimum_n),
    )
