"""Groups of things and the parts each consists of: stacked bars of counts."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.safe import html
from pages.shared.text import letters, numbers, words

ROW_HEIGHT, HEAD, FOOT, LINE = 34, 10, 8, 20
LEFT, RIGHT, LETTER = 170, 20, 8  # pixels; a letter of what stands behind a bar
WIDE = 0.09  # of the longest bar: a narrower part has no room for its number
IN_LINE = 3  # entries of the key that fit side by side in a narrow panel


class Part(NamedTuple):
    """One part of every bar: its words, colour, the colour of text on it, whether it is hatched."""

    words: str
    colour: str
    text: str
    is_hatched: bool = False


def parts(
    counts: pd.DataFrame, named: Mapping[str, Part], names: Mapping[str, str], totals: Sequence[str]
) -> go.Figure:
    """Per row of `counts` (index: keys of `names`, columns: keys of `named`) one stacked bar.

    `names`: what each row is called; `totals`: what stands behind each bar.
    """
    used = [key for key in named if key in counts and counts[key].sum() > 0]
    lines = -(-max(len(used), 1) // IN_LINE)
    head = HEAD + LINE * lines
    tall = head + FOOT + ROW_HEIGHT * max(len(counts), 1)
    if not used:
        return house.too_few_points(tall)
    labels, longest = [names[key] for key in counts.index], float(counts[used].sum(axis=1).max())
    right = RIGHT + LETTER * max(map(letters.width, totals))
    return house.figure(
        [_bar(counts, key, named[key], labels, longest) for key in used],
        tall,
        barmode="stack",
        annotations=[
            *_key([named[key] for key in used], lines),
            *_sides(labels, totals),
        ],
        xaxis={"visible": False, "range": [0, longest]},
        yaxis={"range": [len(counts) - 0.5, -0.5], "visible": False},
        margin={"l": LEFT, "r": right, "t": head, "b": FOOT},
    )


def _bar(
    counts: pd.DataFrame, key: str, part: Part, labels: list[str], longest: float
) -> house.Trace:
    """One part of every bar; its number inside where the part is plain and wide."""
    values = counts[key].tolist()
    shape = "/" if part.is_hatched else ""
    pattern = {**house.HATCHED, "shape": shape, "fillmode": "overlay"}
    return house.bar(
        x=values,
        y=list(range(len(values))),
        orientation="h",
        width=0.62,
        marker={"color": part.colour, "pattern": pattern, "line": {"width": 0}},
        text=[
            numbers.number(value) if value > WIDE * longest and not part.is_hatched else ""
            for value in values
        ],
        textposition="inside",
        constraintext="none",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": part.text, "size": house.TEXT_SIZE},
        hovertext=[
            f"<b>{html(label)}</b><br>{html(words.labelled(part.words, numbers.number(value)))}"
            for label, value in zip(labels, values, strict=True)
        ],
    )


def _key(used: list[Part], lines: int) -> list[house.Part]:
    """What the colours mean, in lines above the bars."""
    entries = [("▨" if part.is_hatched else "■", _mark(part), part.words) for part in used]
    return [
        {
            **house.key(entries[line * IN_LINE : (line + 1) * IN_LINE], LEFT),
            "yshift": 4 + LINE * (lines - 1 - line),
        }
        for line in range(lines)
    ]


def _mark(part: Part) -> str:
    """Its colour; what is as light as the unheard would be lost as a mark."""
    is_light = part.colour == house.TIER_COLOURS["unheard"]
    return house.palette().muted if is_light else part.colour


def _sides(labels: list[str], totals: Sequence[str]) -> list[house.Part]:
    left = {"xref": "paper", "xanchor": "right", "xshift": -8}
    right = {"xref": "paper", "xanchor": "left", "xshift": 8}
    return [
        *[house.text(0, place, house.safe(name), **left) for place, name in enumerate(labels)],
        *[house.text(1, place, html(total), **right) for place, total in enumerate(totals)],
    ]
