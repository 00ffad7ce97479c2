"""The first row of a client's story: its tiers as a step band, and where it was not heard."""

from datetime import date, timedelta

import pandas as pd

from pages.shared.charts import house
from pages.shared.charts.client_story_rows import DAY_MS, LANE, Drawn, heading, lanes
from pages.shared.findings import client_story as told
from pages.shared.findings.client_day import day_of, is_known
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, words

WIDEST_NAME = 40  # days that the word for unheard takes on a small screen


def tiers(records: pd.DataFrame, days: tuple[date, date]) -> Drawn:
    """The ladder as a step band: one lane per tier, so that its place tells it as well.

    `days`: the first day as a client, and the one after the last; where it was not heard, a hatched
    band goes over all lanes.
    """
    rows = [row for row in rows_of(records) if row["record"] == "tier"]
    labels = [words.tier(tier) for tier in house.TIERS]
    spans = [_span(row, days) for row in rows]
    silent = silences(spans, days)
    bars = [_silence(silent)] if silent else []
    if rows:
        bars.append(_band(rows, spans))
    return Drawn(heading(_("Tier")), LANE * len(labels), bars, [], lanes(labels))


def _band(rows: list[Row], spans: list[tuple[date, date]]) -> house.Trace:
    return house.bar(
        orientation="h",
        **_lengths(spans),
        y=[len(house.TIERS) - 1 - house.TIERS.index(row["tier"]) for row in rows],
        width=0.8,
        marker={
            "color": [house.TIER_COLOURS[row["tier"]] for row in rows],
            "line": {"width": 0},
        },
        hovertext=[_tier_hover(row) for row in rows],
    )


def _lengths(spans: list[tuple[date, date]]) -> house.Part:
    """Bars on an axis of time: where they begin, and how long they are."""
    return {
        "x": [DAY_MS * (end - start).days for start, end in spans],
        "base": [dates.iso(start) for start, _end in spans],
    }


def silences(spans: list[tuple[date, date]], days: tuple[date, date]) -> list[tuple[date, date]]:
    """The spans of those days that lie between, before and after the given ones (in order)."""
    ends = [days[0], *(end for _start, end in spans)]
    starts = [*(start for start, _end in spans), days[1]]
    return [(end, start) for end, start in zip(ends, starts, strict=True) if end < start]


def _silence(spans: list[tuple[date, date]]) -> house.Trace:
    name = words.tier("unheard")
    return house.bar(
        orientation="h",
        **_lengths(spans),
        y=[(len(house.TIERS) - 1) / 2] * len(spans),
        width=len(house.TIERS),
        marker={
            "color": house.TIER_COLOURS["unheard"],
            "pattern": house.HATCHED,
            "opacity": 0.6,
            "line": {"width": 0},
        },
        text=[name if (end - start).days >= WIDEST_NAME else "" for start, end in spans],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": house.ON_TIER["unheard"], "size": house.TEXT_SIZE},
        hovertext=[
            f"<b>{words.capital(name)}</b><br>{dates.span(start, end - timedelta(days=1))}"
            for start, end in spans
        ],
    )


def _span(row: Row, days: tuple[date, date]) -> tuple[date, date]:
    """The days of a tier inside the period: the first, and the one after the last."""
    last = days[1] if not is_known(row["to_on"]) else day_of(row["to_on"])
    return max(day_of(row["from_on"]), days[0]), last


def _tier_hover(row: Row) -> str:
    since = _("since {day}").format(day=dates.iso(row["from_on"]))
    return f"<b>{words.capital(words.tier(row['tier']))}</b><br>{since}<br>{told.until(row)}"
