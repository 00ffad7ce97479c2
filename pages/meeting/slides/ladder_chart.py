"""The ladder as a chart in values: a bar per tier, and the tiers month by month."""

import pandas as pd

from pages.shared.charts.look import TIER_COLOURS
from pages.shared.charts.plain import Chart, Series
from pages.shared.findings.wording import LADDER
from pages.shared.rows import rows_of
from pages.shared.text import _, dates, numbers, words

MONTHS = 12


def tiers(rungs: pd.DataFrame) -> Chart:
    """A bar per tier, best on top, with clients, share and change (`findings.ladder.rungs`)."""
    rows = rows_of(rungs)
    bars = Series(
        _("Clients"),
        tuple(float(row["client_count"]) for row in rows),
        TIER_COLOURS[LADDER[0]],
        labels=tuple(_facts(row["client_count"], row["share"], row["change"]) for row in rows),
        colours=tuple(TIER_COLOURS[row["tier"]] for row in rows),
    )
    names = tuple(words.capital(words.tier(row["tier"])) for row in rows)
    return Chart("clustered", names, (bars,), is_horizontal=True)


def _facts(count: int, share: float, change: float | None) -> str:
    """`12 · 21% · +2`; `±0` where as many came as went."""
    told = [numbers.number(count), numbers.percent(share)]
    if change is not None:
        told.append(numbers.signed(change, 0) if change else "±0")
    return " · ".join(told)


def months(by_month: pd.DataFrame) -> Chart:
    """The shares of the tiers in the last `MONTHS`, the best at the foot of each column.

    `by_month`: month, tier, share (0–1, missing where too few were heard).
    """
    wide = by_month.pivot(index="month", columns="tier", values="share").tail(MONTHS)
    series = tuple(
        Series(
            words.capital(words.tier(tier)),
            tuple(None if share != share else float(share) for share in wide[tier]),
            TIER_COLOURS[tier],
        )
        for tier in LADDER
    )
    names = tuple(dates.month_name(month) for month in wide.index)
    return Chart("stacked", names, series, number_format="share")
