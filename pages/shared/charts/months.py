"""Tiers month by month: columns of 100 %, and how many clients were not heard below them."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked
from pages.shared.charts import marks as on_time
from pages.shared.charts.marks import NOTHING, Marks
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words

HEIGHT = 250
FOOT, HEAD, LEFT, RIGHT = 38, 12, 46, 134
_SHARES, _UNHEARD = (0.3, 1.0), (0.0, 0.12)
_MOST_COUNTS, _LARGEST_COUNT = 14, 99  # more or larger ones do not fit above their columns
_FROM_BELOW = tuple(reversed(house.TIERS))
Rows = dict[tuple[pd.Timestamp, str], Row]


def tiers_over_time(
    shares: pd.DataFrame,
    coverage: pd.DataFrame | None = None,
    *,
    marks: Marks = NOTHING,
    height: int = HEIGHT,
) -> go.Figure:
    """Shares of the tiers per month, stacked from complaining at the foot to lifelong on top.

    `shares`: month, tier, client_count, share (0–1, null where hidden); `coverage`: month,
    heard_count, unheard_count, drawn as small hatched columns beside the shares, never inside.
    The targets among the `marks` are shares satisfied or better: the border below satisfied.
    Needs two months.
    """
    rows: Rows = {(row["month"], row["tier"]): row for row in rows_of(shares)}
    months = sorted({month for month, _tier in rows})
    if len(months) < 2 or shares.share.isna().all():
        return house.too_few_points(height)
    unheard = (
        {} if coverage is None else dict(zip(coverage.month, coverage.unheard_count, strict=True))
    )
    below = [_unheard_columns(unheard, months)] if unheard else []
    axis = marked.Axis(on_time.months(months), lambda _place, share: 1 - share, LEFT, RIGHT)
    return marked.figure(
        [_columns(rows, months), *below],
        height,
        marks,
        axis,
        bargap=0.18,
        annotations=[*_end_labels(rows, months, height), *_unheard_label(unheard, months)],
        xaxis={**month_axis(months), "anchor": "y2" if unheard else "y"},
        yaxis=_share_axis(bool(unheard)),
        yaxis2={"domain": list(_UNHEARD), "visible": False, "rangemode": "tozero"},
        head=HEAD,
        foot=FOOT,
    )


def every_month(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in order, with one of missing values for each month between them that has none.

    Without these, months far apart would stand side by side and be joined by a line.
    """
    if rows.empty:
        return rows
    whole = pd.date_range(rows["month"].min(), rows["month"].max(), freq="MS", name="month")
    return rows.set_index("month").reindex(whole).reset_index()


def month_axis(months: list[pd.Timestamp]) -> house.Part:
    """At most six months named, the last always."""
    shown = house.every(len(months), 6)
    return {
        "range": [-0.5, len(months) - 0.5],
        "tickvals": shown,
        "ticktext": _month_labels([months[position] for position in shown]),
        "tickangle": 0,
    }


def _month_labels(months: list[pd.Timestamp]) -> list[str]:
    """Month over year, the year only where it begins: labels of a narrow panel must not touch."""
    years = [None, *(month.year for month in months)]
    return [
        dates.month_name(month) + (f"<br>{month.year}" if month.year != year else "")
        for month, year in zip(months, years, strict=False)
    ]


def _share_axis(is_short: bool) -> house.Part:
    marks = [0, 0.5, 1]
    return {
        "domain": list(_SHARES) if is_short else [0, 1],
        "range": [0, 1],
        "tickvals": marks,
        "ticktext": [numbers.percent(mark) for mark in marks],
    }


def _columns(rows: Rows, months: list[pd.Timestamp]) -> house.Trace:
    """All tiers of all months as one trace: a trace for each tier would cost five times as much."""
    places, bases, heights, colours, hovers = [], [], [], [], []
    for place, month in enumerate(months):
        base, heard = 0.0, _heard(rows, month)
        for tier in _FROM_BELOW:
            share = _share(rows, month, tier)
            if share:
                places.append(place)
                bases.append(base)
                heights.append(share)
                colours.append(house.TIER_COLOURS[tier])
                hovers.append(_hover(rows[month, tier], heard))
                base += share
    line = {"width": 0.5, "color": house.palette().ground}
    marker = {"color": colours, "line": line}
    return house.bar(x=places, base=bases, y=heights, marker=marker, hovertext=hovers)


def _share(rows: Rows, month: pd.Timestamp, tier: str) -> float:
    row = rows.get((month, tier), {})
    return float(row["share"]) if house.is_number(row.get("share")) else 0.0


def _heard(rows: Rows, month: pd.Timestamp) -> int:
    return sum(
        int(rows[month, tier]["client_count"]) for tier in house.TIERS if (month, tier) in rows
    )


def _hover(row: Row, heard: int) -> str:
    name = words.capital(words.tier(row["tier"]))
    value = f"{numbers.number(row['client_count'])} · {numbers.percent(row['share'])}"
    month = dates.short_month(row["month"])
    return f"<b>{name}</b> {month}<br>{value}<br>n = {numbers.number(heard)}"


def _end_labels(rows: Rows, months: list[pd.Timestamp], height: int) -> list[house.Part]:
    """Name and share of each tier that occurs, at the end of the last column."""
    middles, base = {}, 0.0
    for tier in _FROM_BELOW:
        share = _share(rows, months[-1], tier)
        if share:
            middles[tier] = base + share / 2
            base += share
    line = house.LINE / ((height - HEAD - FOOT) * (_SHARES[1] - _SHARES[0]))
    places = house.spread(list(middles.values()), line, 0.02, 0.98)
    where = {"xanchor": "left", "yanchor": "middle", "xshift": 6}
    return [
        house.text(len(months) - 0.5, place, _end_label(tier, rows, months[-1]), **where)
        for tier, place in zip(middles, places, strict=True)
    ]


def _end_label(tier: str, rows: Rows, month: pd.Timestamp) -> str:
    name = house.safe(words.capital(words.tier(tier)))
    return f"{name} {numbers.percent(_share(rows, month, tier))}"


def _unheard_columns(unheard: dict[pd.Timestamp, int], months: list[pd.Timestamp]) -> house.Trace:
    counts = [int(unheard.get(month, 0)) for month in months]
    fits = len(months) <= _MOST_COUNTS and max(counts) <= _LARGEST_COUNT
    name = words.capital(words.tier("unheard"))
    return house.bar(
        x=list(range(len(months))),
        y=counts,
        yaxis="y2",
        marker={
            "color": house.TIER_COLOURS["unheard"],
            "pattern": house.HATCHED,
            "line": {"width": 0.5, "color": house.palette().muted},
        },
        text=[numbers.number(count) for count in counts] if fits else None,
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        hovertext=[
            f"<b>{name}</b> {dates.short_month(month)}<br>{numbers.number(count)}"
            for month, count in zip(months, counts, strict=True)
        ],
    )


def _unheard_label(
    unheard: dict[pd.Timestamp, int], months: list[pd.Timestamp]
) -> list[house.Part]:
    if not unheard:
        return []
    told = _("{name} {count}").format(
        name=words.capital(words.tier("unheard")),
        count=numbers.number(int(unheard.get(months[-1], 0))),
    )
    where = {"yref": "paper", "xanchor": "left", "yanchor": "middle", "xshift": 6}
    return [house.text(len(months) - 0.5, sum(_UNHEARD) / 2, house.safe(told), **where)]
