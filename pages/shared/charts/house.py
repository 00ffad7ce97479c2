"""What all shapes share: a figure in the house style, its labels, and how names and gaps get in.

Traces are plain values until the figure checks them: as trace objects they would be checked twice.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts.look import (
    HATCHED,
    LINE,
    MUTED,
    ON_TIER,
    TEXT_SIZE,
    TIER_COLOURS,
    palette,
    template,
)
from pages.shared.findings.wording import LADDER as TIERS
from pages.shared.rows import Row
from pages.shared.safe import html
from pages.shared.suppression import HIDDEN
from pages.shared.text import _

__all__ = [
    "HATCHED",
    "LINE",
    "MUTED",
    "ON_TIER",
    "TEXT_SIZE",
    "TIERS",
    "TIER_COLOURS",
    "bar",
    "every",
    "figure",
    "has_interval",
    "is_number",
    "key",
    "marks",
    "note",
    "palette",
    "reason",
    "reason_text",
    "runs",
    "safe",
    "spread",
    "text",
    "too_few_points",
]

Trace = dict[str, Any]  # a trace as plain values: Plotly checks it once, in the figure
Part = dict[str, Any]  # a part of the layout
HIGHEST_NOTE = 120  # pixels of a sentence in place of a chart


def bar(**more: object) -> Trace:
    """A bar trace whose hover shows its `hovertext`."""
    return {"type": "bar", "hoverinfo": "text", **more}


def marks(**more: object) -> Trace:
    """A trace of marks or lines whose hover shows its `hovertext`."""
    return {"type": "scatter", "hoverinfo": "text", **more}


def figure(data: Sequence[Trace], height: int, **layout: object) -> go.Figure:
    """A figure in the house style, `height` pixels high."""
    return go.Figure(data=list(data), layout={"template": template(), "height": height, **layout})


def note(sentence: str, height: int) -> go.Figure:
    """In place of a chart: one sentence that says why there is none."""
    label = text(0.5, 0.5, sentence, xref="paper", yref="paper", opacity=MUTED)
    hidden = {"visible": False}
    return figure([], height, annotations=[label], xaxis=hidden, yaxis=hidden)


def too_few_points(height: int) -> go.Figure:
    """In place of a chart without anything to draw; no higher than a sentence needs."""
    return note(_("Too few points for a chart."), min(height, HIGHEST_NOTE))


def text(x: float, y: float, words: str, **more: object) -> Part:
    """An annotation without an arrow; `words` must be escaped already.

    Its colour is the page's own (see `panel.style`), so that it is read in light and in dark also
    while the theme changes; what is less important is made fainter with `opacity=MUTED`.
    """
    return {"x": x, "y": y, "text": words, "showarrow": False, **more}


def spread(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Label positions moved apart to at least `gap`, order kept, inside `low` to `high`.

    `positions` ascend. Where they cannot all fit, they are evenly spaced.
    """
    if len(positions) > 1 and gap * (len(positions) - 1) > high - low:
        gap = (high - low) / (len(positions) - 1)
    placed: list[float] = []
    for position in positions:
        placed.append(max(position, placed[-1] + gap if placed else low))
    ceiling = high
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - gap
    return placed


def every(count: int, most: int) -> list[int]:
    """At most `most` evenly spaced positions among `count`, the last always among them."""
    step = max(-(-count // most), 1)
    return sorted(range(count - 1, -1, -step))


def runs(places: Sequence[int]) -> list[list[int]]:
    """Neighbouring places together: a band must not be drawn across a hidden month."""
    found: list[list[int]] = []
    for place in places:
        if found and place == found[-1][-1] + 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def is_number(value: object) -> bool:
    """Neither missing nor hidden."""
    return value is not None and value is not pd.NA and value == value


def has_interval(row: Row) -> bool:
    """Whether a row has the interval of its gap."""
    return is_number(row.get("gap_low")) and is_number(row.get("gap_high"))


def safe(name: object, most: int = 40) -> str:
    """A name for a label: escaped, and cut with an ellipsis beyond `most` characters."""
    words = str(name)
    return html(words if len(words) <= most else words[: most - 1] + "…")


def reason(row: Row) -> str | None:
    """Why a row's numbers are hidden (see `suppression`), or None where they are shown."""
    why = row.get(HIDDEN)
    return why if isinstance(why, str) else None


def reason_text(row: float, why: str) -> Part:
    """Why a row has no marks, written where they would be."""
    where = {"xref": "paper", "xanchor": "left", "xshift": 8, "opacity": MUTED}
    return text(0, row, safe(why, 80), **where)


def key(entries: Sequence[tuple[str, str, str]], left: int) -> Part:
    """What the marks mean, in one line above the plot: (mark, its colour, words) of each.

    An annotation, not a legend: a legend wraps as it likes and pushes the plot aside. `left`: the
    chart's left margin, so that the line starts at its edge.
    """
    told = [
        f'<span style="color:{colour}">{mark}</span> {html(words)}'
        for mark, colour, words in entries
    ]
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return text(0, 1, "&nbsp;&nbsp;&nbsp;".join(told), xshift=-left, yshift=6, **where)
