"""Importance against experience: a dot per attribute with both intervals, in four named corners."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import dot_names, house
from pages.shared.charts.dot_names import Box, Dot
from pages.shared.charts.gaps import answers
from pages.shared.rows import Row, rows_of
from pages.shared.safe import html
from pages.shared.text import _, numbers, words

HEIGHT, HEAD, FOOT, LEFT, RIGHT = 380, 30, 50, 66, 14
PLOT = 460  # pixels across, where two stand side by side on the narrowest screen
LONGEST = 32  # letters of a name
ROOM = 0.3  # points of ten beside the lowest and the highest end
SMALLEST = 0.02  # of the differences: an axis never ends below
FOOTING = 0.12  # of the highest end: room above it, and below 0 for the names of the lower corners


def importance(
    rows: pd.DataFrame, important_from: float | None, weak_below: float | None
) -> go.Figure:
    """Up: how much of the differences an attribute explains; to the right: how it is experienced.

    `rows`: attribute (its name), importance, importance_low, importance_high (0–1), by_chance,
    perceived, perceived_low, perceived_high (points of ten), answer_count, client_count.
    `important_from`, `weak_below`: the cut lines, None for none. What could be chance is hollow.
    """
    known = [
        row
        for row in rows_of(rows)
        if house.is_number(row["importance"]) and house.is_number(row["perceived"])
    ]
    if not known:
        return house.too_few_points(HEIGHT)
    across, up = _across(known, weak_below), _up(known, important_from)
    names = _names(known, across, up, (weak_below, important_from))
    has_corners = important_from is not None and weak_below is not None
    return house.figure(
        [_dots(known, is_hollow) for is_hollow in (False, True)],
        HEIGHT,
        annotations=[*_titles(), *names, *(_corners() if has_corners else [])],
        shapes=_cuts(important_from, weak_below),
        xaxis=_axis(across, [numbers.number(mark, 1) for mark in _marks(across)], _marks(across)),
        yaxis=_axis(up, [numbers.percent(mark) for mark in _marks(up)], _marks(up)),
        margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT},
    )


def _across(rows: list[Row], cut: float | None) -> tuple[float, float]:
    ends = [
        row[name]
        for row in rows
        for name in ("perceived", "perceived_low", "perceived_high")
        if house.is_number(row[name])
    ]
    ends += [] if cut is None else [cut]
    return max(min(ends) - ROOM, 0.0), min(max(ends) + ROOM, 10.0)


def _up(rows: list[Row], cut: float | None) -> tuple[float, float]:
    highest = max([*(row["importance_high"] for row in rows), cut or 0.0, SMALLEST])
    return -FOOTING * float(highest), (1 + FOOTING) * float(highest)


def _marks(ends: tuple[float, float]) -> list[float]:
    """Round marks inside the ends, three to six of them."""
    low, high = ends
    steps = [step * 10.0**power for power in (-3, -2, -1, 0) for step in (1, 2, 5)]
    step = next((step for step in steps if (high - low) / step <= 6), steps[-1])
    first = -(-low // step)
    return [round(place * step, 6) for place in range(int(first), int(high // step) + 1)]


def _axis(ends: tuple[float, float], labels: list[str], marks: Sequence[float]) -> house.Part:
    grid = {"showgrid": True, "gridcolor": house.palette().grid}
    return {"range": [*ends], "tickvals": [*marks], "ticktext": labels, **grid}


def _dots(rows: list[Row], is_hollow: bool) -> house.Trace:
    accent, ground = house.palette().accent, house.palette().ground
    own = [row for row in rows if bool(row["by_chance"]) == is_hollow]
    return house.marks(
        x=[row["perceived"] for row in own],
        y=[row["importance"] for row in own],
        mode="markers",
        marker={
            "size": 12,
            "color": ground if is_hollow else accent,
            "line": {"width": 2, "color": accent},
        },
        error_x=_whiskers(own, "perceived"),
        error_y=_whiskers(own, "importance"),
        hovertext=[_hover(row) for row in own],
    )


def _whiskers(rows: list[Row], name: str) -> house.Part:
    """Both ends as distances; 0 where an attribute has no interval."""
    return {
        "type": "data",
        "array": [_distance(row[f"{name}_high"], row[name]) for row in rows],
        "arrayminus": [_distance(row[name], row[f"{name}_low"]) for row in rows],
        "color": house.palette().muted,
        "thickness": 1.5,
        "width": 3,
    }


def _distance(upper: float, lower: float) -> float:
    return upper - lower if house.is_number(upper) and house.is_number(lower) else 0.0


def _hover(row: Row) -> str:
    weight = words.noted(
        numbers.percent(row["importance"], 1),
        numbers.interval_text(row["importance_low"], row["importance_high"], 1, "percent"),
    )
    score = words.noted(
        numbers.number(row["perceived"], 1),
        numbers.interval_text(row["perceived_low"], row["perceived_high"], 1),
    )
    told = [
        f"<b>{house.safe(row['attribute'], 80)}</b>",
        html(words.labelled(_("Explains of all differences"), weight)),
        html(
            words.labelled(
                words.column("explained_share"), numbers.percent(row["explained_share"], 0)
            )
        ),
        html(words.labelled(words.column("perceived"), score)),
        answers(row),
    ]
    return "<br>".join([*told, html(_("could be chance"))] if row["by_chance"] else told)


def _names(
    rows: list[Row],
    across: tuple[float, float],
    up: tuple[float, float],
    cuts: tuple[float | None, float | None],
) -> list[house.Part]:
    """Each name beside its dot, where it covers least."""
    height, wide = HEIGHT - HEAD - FOOT, PLOT / (across[1] - across[0])
    tall = height / up[1]
    dots = [_dot(row, wide, tall, across[0]) for row in rows]
    weak, important = cuts
    lines = []
    if weak is not None:
        at = (weak - across[0]) * wide
        lines.append(Box(at, 0, at + 1, height))
    if important is not None:
        lines.append(Box(0, important * tall, PLOT, important * tall + 1))
    places = dot_names.placed(dots, PLOT, height, lines)
    return [
        house.text(
            row["perceived"],
            row["importance"],
            html(dot.name),
            xanchor="left" if place.is_right else "right",
            xshift=dot_names.BESIDE if place.is_right else -dot_names.BESIDE,
            yshift=place.above,
        )
        for row, dot, place in zip(rows, dots, places, strict=True)
    ]


def _dot(row: Row, wide: float, tall: float, start: float) -> Dot:
    """In pixels, from the ends of both axes."""
    x, y = (row["perceived"] - start) * wide, row["importance"] * tall
    return Dot(
        _name(row),
        x,
        y,
        x - _distance(row["perceived"], row["perceived_low"]) * wide,
        x + _distance(row["perceived_high"], row["perceived"]) * wide,
        y - _distance(row["importance"], row["importance_low"]) * tall,
        y + _distance(row["importance_high"], row["importance"]) * tall,
    )


def _name(row: Row) -> str:
    name = str(row["attribute"])
    name = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return words.noted(name, _("could be chance")) if row["by_chance"] else name


def _titles() -> list[house.Part]:
    """What the axes mean: along the foot, and at its own side."""
    faint = {"xref": "paper", "yref": "paper", "opacity": house.MUTED}
    return [
        house.text(0.5, 0, _("experience, points of ten"), yshift=-42, **faint),
        house.text(0, 0.5, _("explains of all differences"), textangle=-90, xshift=-54, **faint),
    ]


def _corners() -> list[house.Part]:
    """The upper names stand above the plot, the lower ones at its foot, below 0."""
    faint = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "opacity": house.MUTED}
    named = (
        (0, 1, _("important, weak: improve first")),
        (1, 1, _("important, strong: keep it up")),
        (0, 0, _("less important, weak: watch")),
        (1, 0, _("less important, strong: enough")),
    )
    return [
        house.text(x, y, html(told), xanchor="right" if x else "left", yshift=5, **faint)
        for x, y, told in named
    ]


def _cuts(important_from: float | None, weak_below: float | None) -> list[house.Part]:
    line = {"color": house.palette().muted, "width": 1, "dash": "dash"}
    cuts = []
    if weak_below is not None:
        ends = {"x0": weak_below, "x1": weak_below, "y0": 0, "y1": 1, "yref": "paper"}
        cuts.append({"type": "line", "line": line, "layer": "below", **ends})
    if important_from is not None:
        ends = {"y0": important_from, "y1": important_from, "x0": 0, "x1": 1, "xref": "paper"}
        cuts.append({"type": "line", "line": line, "layer": "below", **ends})
    return cuts
