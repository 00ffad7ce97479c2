"""A figure over time with its events and targets, higher by the rows in which they are labelled.

A target is a thin dashed step over the time in which it is in force. Its value stands above the
plot, in a row of its own: at its end it would touch the labels of the lines.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from pages.shared.charts import event_lines, house
from pages.shared.charts.marks import Marks, Places, Target
from pages.shared.text import _, dates

MOST_VALUES = 3  # of a target that was changed, the last ones
DASHES = "╌╌"  # the line of a target, where its value is told
ABOVE = 4  # pixels between the plot and what stands above it

Level = Callable[[int, float], float | None]


class Axis(NamedTuple):
    """Where days and values lie on a chart.

    `level`: the height of a target's value at a place; `yaxis`: on which axis; `left` and `right`:
    the margins in pixels.
    """

    places: Places
    level: Level
    left: int
    right: int
    yaxis: str = "y"


def figure(
    data: Sequence[house.Trace],
    height: int,
    marks: Marks,
    axis: Axis,
    *,
    annotations: Sequence[house.Part],
    head: int,
    foot: int,
    **layout: object,
) -> go.Figure:
    """A figure in the house style with its marks; `head` and `foot`: the other two margins.

    What stands above the plot, such as the key, is lifted over the rows of the marks.
    """
    lines = event_lines.lines(axis.places.spots(marks), _room(marks, axis))
    steps = _steps(marks, axis)
    below = event_lines.height(lines)
    rows = below + (house.LINE if steps else 0)
    told = [*event_lines.labels(lines), *([_goal(marks, axis, below)] if steps else [])]
    return house.figure(
        [*data, *steps],
        height + rows,
        annotations=[*(_lifted(part, rows) for part in annotations), *told],
        shapes=event_lines.shapes(lines),
        margin={"l": axis.left, "r": axis.right, "t": head + rows, "b": foot},
        **layout,
    )


def _room(marks: Marks, axis: Axis) -> int:
    """Labels may stand over the right margin as well."""
    return marks.plot + axis.right if marks.plot else 0


def _lifted(part: house.Part, by: int) -> house.Part:
    is_above = part.get("yref") == "paper" and part["y"] == 1 and part.get("yanchor") == "bottom"
    return {**part, "yshift": part.get("yshift", 0) + by} if is_above else part


def reached(marks: Marks, axis: Axis) -> list[float]:
    """The heights of the targets that the axis shows, for its reach."""
    return [level for target in marks.targets for _place, level in _levels(target, axis)]


def _levels(target: Target, axis: Axis) -> list[tuple[int, float]]:
    levels = [(place, axis.level(place, target.value)) for place in axis.places.held(target)]
    return [(place, level) for place, level in levels if level is not None]


def _steps(marks: Marks, axis: Axis) -> list[house.Trace]:
    return [
        _step(known, _span(target, marks), axis.yaxis)
        for target in marks.targets
        if (known := _levels(target, axis))
    ]


def _step(known: list[tuple[int, float]], told: str, yaxis: str) -> house.Trace:
    ends = [(place + side, level) for place, level in known for side in (-0.5, 0.5)]
    return house.marks(
        x=[place for place, _level in ends],
        y=[level for _place, level in ends],
        yaxis=yaxis,
        mode="lines",
        line={"color": house.palette().ink, "width": 1.5, "dash": "dash"},
        hovertext=[told] * len(ends),
    )


def _span(target: Target, marks: Marks) -> str:
    """The target with the days in which it is in force."""
    days = (
        _("since {day}").format(day=dates.iso(target.begins_on))
        if target.ends_on is None
        else dates.span(target.begins_on, target.ends_on)
    )
    return f"<b>{house.safe(goal([marks.told(target.value)]))}</b><br>{days}"


def goal(values: Sequence[str]) -> str:
    """The words on a target line."""
    return _("target {value}").format(value=" → ".join(values))


def _goal(marks: Marks, axis: Axis, below: int) -> house.Part:
    """What the dashed line means, with its values; pointed at, with their days."""
    shown = [target for target in marks.targets if _levels(target, axis)][-MOST_VALUES:]
    values = list(dict.fromkeys(marks.told(target.value) for target in shown))
    days = "<br>".join(_span(target, marks) for target in shown)
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    shift = {"xshift": -axis.left, "yshift": below + ABOVE}
    return house.text(
        0, 1, f"{DASHES} {house.safe(goal(values))}", hovertext=days, **where, **shift
    )
