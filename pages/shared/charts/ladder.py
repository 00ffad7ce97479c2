"""The ladder: one bar of 100 % of the clients with a tier, and the unheard beside it."""

from itertools import accumulate
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.findings.wording import too_few_answers
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 112
_TIERS_END, _UNHEARD_START = 0.83, 0.87
_BAR = (0.62, 1.0)
_NAME_TOP = 0.46


class _Segment(NamedTuple):
    """One tier of the bar: clients, share of the heard in per cent, change in clients."""

    tier: str
    clients: int
    width: float
    change: float | None


def ladder(tiers: pd.DataFrame, unheard: int, active: int, *, height: int = HEIGHT) -> go.Figure:
    """Five tiers as one 100 % bar, each with count, share and change; the unheard outside it.

    `tiers`: tier, client_count, share (0–1, null where hidden), optionally change (clients gained
    or lost since the comparison, null where there is none). A tier that is missing counts as 0.
    `unheard` of the `active` clients have no tier. Labels stand in six equal columns below, so
    that they cannot overlap however narrow a segment is; thin lines lead to the segments.
    """
    rows = {row["tier"]: row for row in rows_of(tiers)}
    heard = sum(int(row["client_count"]) for row in rows.values())
    if any(row["client_count"] and not house.is_number(row["share"]) for row in rows.values()):
        return house.note(too_few_answers(heard), height)
    segments = [_segment(tier, rows.get(tier, {}), heard) for tier in house.TIERS]
    axis = {"visible": False, "domain": list(_BAR)}
    return house.figure(
        [_bar(segments, heard), _unheard_bar(unheard, active)],
        height,
        bargap=0,
        annotations=[*_labels(segments), _unheard_label(unheard, active)],
        shapes=_leaders(segments),
        xaxis={"domain": [0, _TIERS_END], "range": [0, 100], "visible": False},
        xaxis2={
            "domain": [_UNHEARD_START, 1],
            "range": _whole(active),
            "visible": False,
        },
        yaxis=axis,
        yaxis2={**axis, "anchor": "x2", "range": [-0.52, 0.52]},
        margin={"l": 2, "r": 2, "t": 2, "b": 2},
    )


def _whole(active: int) -> list[float]:
    """All active clients, with room for the lines of the frame."""
    return [-0.01 * max(active, 1), 1.01 * max(active, 1)]


def _segment(tier: str, row: Row, heard: int) -> _Segment:
    count = int(row.get("client_count", 0))
    change = float(row["change"]) if house.is_number(row.get("change")) else None
    return _Segment(tier, count, 100 * count / max(heard, 1), change)


def _starts(segments: list[_Segment]) -> list[float]:
    return [0.0, *accumulate(segment.width for segment in segments)][:-1]


def _bar(segments: list[_Segment], heard: int) -> house.Trace:
    """All segments as one trace: a trace each would cost five times as much."""
    return house.bar(
        orientation="h",
        x=[segment.width for segment in segments],
        base=_starts(segments),
        y=[0] * len(segments),
        marker={
            "color": [house.TIER_COLOURS[segment.tier] for segment in segments],
            "line": {"width": 1, "color": house.palette().ground},
        },
        text=[
            numbers.percent(segment.width / 100) if segment.width >= 5 else ""
            for segment in segments
        ],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": [house.ON_TIER[segment.tier] for segment in segments], "size": 15},
        hovertext=[_hover(segment, heard) for segment in segments],
    )


def _hover(segment: _Segment, heard: int) -> str:
    name = words.capital(words.tier(segment.tier))
    return f"<b>{name}</b><br>{_facts(segment)}<br>n = {numbers.number(heard)}"


def _facts(segment: _Segment) -> str:
    """Count, share and change, as in "12 · 21% · +2"."""
    facts = [numbers.number(segment.clients), numbers.percent(segment.width / 100)]
    if segment.change is not None:
        facts.append(numbers.signed(segment.change, 0) if segment.change else "±0")
    return " · ".join(facts)


def _centre(position: int) -> float:
    return (position + 0.5) * _TIERS_END / len(house.TIERS)


def _labels(segments: list[_Segment]) -> list[house.Part]:
    return [
        _label(_centre(position), segment.tier, _facts(segment))
        for position, segment in enumerate(segments)
    ]


def _label(x: float, tier: str, facts: str) -> house.Part:
    name = house.safe(words.capital(words.tier(tier)))
    where = {"xref": "paper", "yref": "paper", "xanchor": "center", "yanchor": "top"}
    return house.text(x, _NAME_TOP, f"<b>{name}</b><br>{facts}", **where)


def _leaders(segments: list[_Segment]) -> list[house.Part]:
    """A thin line from the middle of each segment that has clients to its label."""
    starts = _starts(segments)
    return [
        {
            "type": "line",
            "xref": "paper",
            "yref": "paper",
            "x0": (starts[position] + segment.width / 2) / 100 * _TIERS_END,
            "y0": _BAR[0],
            "x1": _centre(position),
            "y1": _NAME_TOP,
            "line": {"color": house.palette().muted, "width": 1},
        }
        for position, segment in enumerate(segments)
        if segment.clients
    ]


def _unheard_bar(unheard: int, active: int) -> house.Trace:
    """The unheard as a hatched part of a frame that stands for all active clients."""
    hover = f"<b>{words.capital(words.tier('unheard'))}</b><br>{_of_active(unheard, active)}"
    return house.bar(
        orientation="h",
        x=[unheard, max(active - unheard, 0)],
        base=[0, unheard],
        y=[0, 0],
        xaxis="x2",
        yaxis="y2",
        marker={
            "color": [house.TIER_COLOURS["unheard"], "rgba(0,0,0,0)"],
            "pattern": {**house.HATCHED, "shape": [house.HATCHED["shape"], ""]},
            "line": {"width": 1, "color": house.palette().muted},
        },
        hovertext=[hover, hover],
    )


def _of_active(unheard: int, active: int) -> str:
    return _("{count} of {active}").format(
        count=numbers.number(unheard), active=numbers.number(active)
    )


def _unheard_label(unheard: int, active: int) -> house.Part:
    return _label((_UNHEARD_START + 1) / 2, "unheard", _of_active(unheard, active))
