"""What clients expect against what they perceive: zones of tolerance, and VIP against regular."""

import math

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

ROW_HEIGHT, HEAD, FOOT = 44, 30, 28
LEFT, RIGHT = 118, 152
LEVELS = ("minimum", "expected", "desired", "perceived")


def zones_of_tolerance(gaps: pd.DataFrame, *, height: int | None = None) -> go.Figure:
    """Per dimension the zone from minimum to desired, a tick at expected, a dot at perceived.

    `gaps`: dimension, minimum, expected, desired, perceived, expectation_gap (points of ten),
    answer_count, client_count; optionally gap_low, gap_high, the interval of the gap: it is drawn
    around the dot as expected + gap, so that it touches the tick where service may be as
    expected. Widest gap on top; hidden rows say why and stand last.
    """
    rows = rows_of(gaps.sort_values("expectation_gap", na_position="last"))
    tall = height or HEAD + FOOT + ROW_HEIGHT * max(len(rows), 1)
    if not rows:
        return house.too_few_points(tall)
    shown = [(place, row) for place, row in enumerate(rows) if house.is_number(row["perceived"])]
    return house.figure(
        [_zone(shown), _ticks(shown), _dots(shown)] if shown else [],
        tall,
        annotations=[_key(), *_side_labels(rows), *_gap_labels(rows)],
        xaxis=_score_axis([row for _place, row in shown]),
        yaxis=_row_axis(len(rows)),
        margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT},
    )


def _key() -> house.Part:
    colours = house.palette()
    entries = [
        ("■", house.TIER_COLOURS["satisfied"], _("minimum to desired")),
        ("┃", colours.ink, _("expected")),
        ("●", colours.accent, _("perceived (95% interval)")),
    ]
    return house.key(entries, LEFT)


def _row_axis(count: int) -> house.Part:
    return {"range": [count - 0.5, -0.5], "visible": False}


def _score_axis(rows: list[Row]) -> house.Part:
    """Whole points around what is shown; a score has no meaningful zero to start from."""
    values = [
        row[name]
        for row in rows
        for name in (*LEVELS, "gap_low", "gap_high")
        if name in LEVELS and house.is_number(row.get(name))
    ]
    low, high = (min(values), max(values)) if values else (0.0, 10.0)
    marks = list(range(max(int(low - 0.5), 0), min(math.ceil(high + 0.2), 10) + 1))
    return {
        "range": [marks[0] - 0.1, marks[-1] + 0.1],
        "tickvals": marks,
        "ticktext": [numbers.number(mark) for mark in marks],
        "showgrid": True,
        "gridcolor": house.palette().grid,
    }


def _zone(shown: list[tuple[int, Row]]) -> house.Trace:
    zones = [(place, row) for place, row in shown if house.is_number(row["minimum"])]
    return house.bar(
        y=[place for place, _row in zones],
        base=[row["minimum"] for _place, row in zones],
        x=[row["desired"] - row["minimum"] for _place, row in zones],
        orientation="h",
        width=0.5,
        marker={"color": house.TIER_COLOURS["satisfied"], "opacity": 0.55, "line": {"width": 0}},
        hovertext=[_hover(row) for _place, row in zones],
    )


def _ticks(shown: list[tuple[int, Row]]) -> house.Trace:
    ink = house.palette().ink
    return house.marks(
        x=[row["expected"] for _place, row in shown],
        y=[place for place, _row in shown],
        mode="markers",
        marker={"symbol": "line-ns", "size": 20, "line": {"width": 3, "color": ink}, "color": ink},
        hovertext=[_hover(row) for _place, row in shown],
    )


def _dots(shown: list[tuple[int, Row]]) -> house.Trace:
    accent = house.palette().accent
    ends = [ends_of_gap(row) for _place, row in shown]
    return house.marks(
        x=[row["perceived"] for _place, row in shown],
        y=[place for place, _row in shown],
        mode="markers",
        marker={
            "size": 12,
            "color": accent,
            "line": {"width": 1.5, "color": house.palette().ground},
        },
        error_x={
            "type": "data",
            "array": [above for _below, above in ends],
            "arrayminus": [below for below, _above in ends],
            "color": accent,
            "thickness": 2,
            "width": 4,
        },
        hovertext=[_hover(row) for _place, row in shown],
    )


def ends_of_gap(row: Row, column: str = "expectation_gap") -> tuple[float, float]:
    """How far the interval reaches below and above the gap in `column`; 0 where there is none."""
    if not house.has_interval(row):
        return 0.0, 0.0
    gap = row[column]
    return gap - row["gap_low"], row["gap_high"] - gap


def _name(row: Row) -> str:
    return words.capital(words.dimension(str(row["dimension"])))


def gap_text(row: Row) -> str:
    """The gap with its interval, as in "−0.5 (−0.8 to −0.2)"."""
    value = numbers.signed(row["expectation_gap"])
    if not house.has_interval(row):
        return value
    ends = numbers.interval_text(row["gap_low"], row["gap_high"], 1, "signed")
    return words.noted(value, ends)


def _hover(row: Row) -> str:
    levels = [
        words.labelled(words.column(name), numbers.number(row[name], 1))
        for name in reversed(LEVELS)
        if house.is_number(row.get(name))
    ]
    gap = words.labelled(words.column("expectation_gap"), gap_text(row))
    return "<br>".join([f"<b>{_name(row)}</b>", *levels, gap, answers(row)])


def answers(row: Row) -> str:
    """How many answers of how many clients a row rests on."""
    return _("n = {answers} answers of {clients} clients").format(
        answers=numbers.number(row["answer_count"]),
        clients=numbers.number(row["client_count"]),
    )


def _side_labels(rows: list[Row]) -> list[house.Part]:
    return [
        house.text(0, place, house.safe(_name(row)), xref="paper", xanchor="right", xshift=-8)
        for place, row in enumerate(rows)
    ]


def _gap_labels(rows: list[Row]) -> list[house.Part]:
    """The gap at the right of each row, or why it is hidden."""
    labels = []
    for place, row in enumerate(rows):
        why = house.reason(row)
        where = {"xref": "paper", "xanchor": "left", "xshift": 8}
        if why:
            labels.append(house.reason_text(place, why))
        else:
            labels.append(house.text(1, place, gap_text(row), **where))
    return labels
