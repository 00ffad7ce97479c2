"""The gap month by month: the lines of what is expected and perceived, and the band between."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked
from pages.shared.charts import marks as on_time
from pages.shared.charts.gaps import answers, ends_of_gap, gap_text
from pages.shared.charts.marks import NOTHING, Marks
from pages.shared.charts.months import every_month, month_axis
from pages.shared.rows import Row, rows_of
from pages.shared.text import dates, numbers, words

HEIGHT = 260
HEAD, FOOT, LEFT, RIGHT = 10, 40, 30, 118


def gap_over_time(
    by_month: pd.DataFrame, *, marks: Marks = NOTHING, height: int = HEIGHT
) -> go.Figure:
    """Expected (dashed) and perceived (solid) per month, the gap between them as a band.

    `by_month`: month, expected, perceived, expectation_gap (points of ten, null where hidden),
    answer_count, client_count; optionally gap_low, gap_high, drawn as whiskers on perceived.
    Months without a number break the lines. The targets among the `marks` are gaps: the dashed
    line is what service must reach, as far above what is expected. Needs two months with numbers.
    """
    rows = rows_of(every_month(by_month))
    shown = [place for place, row in enumerate(rows) if house.is_number(row["expectation_gap"])]
    if len(shown) < 2:
        return house.too_few_points(height)
    axis = _axis(rows)
    low, high = _reach([rows[place] for place in shown], marked.reached(marks, axis))
    bands = [trace for run in house.runs(shown) for trace in _band(rows, run)]
    return marked.figure(
        [*bands, _line(rows, "expected"), _line(rows, "perceived")],
        height,
        marks,
        axis,
        annotations=_end_labels(rows, shown[-1], low, high, height),
        xaxis=month_axis([row["month"] for row in rows]),
        yaxis=_score_axis(low, high),
        head=HEAD,
        foot=FOOT,
    )


def _axis(rows: list[Row]) -> marked.Axis:
    def level(place: int, gap: float) -> float | None:
        row = rows[place]
        return float(row["expected"]) + gap if house.is_number(row["expectation_gap"]) else None

    return marked.Axis(on_time.months([row["month"] for row in rows]), level, LEFT, RIGHT)


def _band(rows: list[Row], run: list[int]) -> list[house.Trace]:
    edge = {"x": run, "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    return [
        house.marks(y=[rows[place]["expected"] for place in run], **edge),
        house.marks(
            y=[rows[place]["perceived"] for place in run],
            fill="tonexty",
            fillcolor=house.palette().band,
            **edge,
        ),
    ]


def _line(rows: list[Row], level: str) -> house.Trace:
    is_perceived = level == "perceived"
    colour = house.palette().accent if is_perceived else house.palette().muted
    return house.marks(
        x=list(range(len(rows))),
        y=[row[level] if house.is_number(row["expectation_gap"]) else None for row in rows],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5, "dash": "solid" if is_perceived else "dash"},
        marker={"size": 7, "color": colour, "symbol": "circle" if is_perceived else "square"},
        error_y=_whiskers(rows) if is_perceived else None,
        hovertext=[_hover(row) for row in rows],
    )


def _whiskers(rows: list[Row]) -> house.Part | None:
    """The interval of the gap, laid around perceived."""
    if not any(house.has_interval(row) for row in rows):
        return None
    ends = [ends_of_gap(row) for row in rows]
    return {
        "type": "data",
        "array": [above for _below, above in ends],
        "arrayminus": [below for below, _above in ends],
        "color": house.palette().accent,
        "thickness": 1.2,
        "width": 3,
    }


def _hover(row: Row) -> str:
    month = f"<b>{dates.short_month(row['month'])}</b>"
    if not house.is_number(row["expectation_gap"]):
        return f"{month}<br>{house.safe(house.reason(row) or numbers.MISSING, 80)}"
    levels = [
        words.labelled(words.column(level), numbers.number(row[level], 1))
        for level in ("perceived", "expected")
    ]
    gap = words.labelled(words.column("expectation_gap"), gap_text(row))
    return "<br>".join([month, *levels, gap, answers(row)])


def _reach(rows: list[Row], targets: list[float]) -> tuple[float, float]:
    """At least two points of ten, so that noise does not look like a slide."""
    values = [*targets, *(row[name] for row in rows for name in ("expected", "perceived"))]
    for row in rows:
        below, above = ends_of_gap(row)
        values += [row["perceived"] - below, row["perceived"] + above]
    low, high = min(values) - 0.1, max(values) + 0.1
    room = max(2 - (high - low), 0) / 2
    return max(low - room, 0), min(high + room, 10)


def _score_axis(low: float, high: float) -> house.Part:
    marks = [mark for mark in range(11) if low <= mark <= high]
    return {
        "range": [low, high],
        "tickvals": marks,
        "ticktext": [numbers.number(mark) for mark in marks],
        "showgrid": True,
    }


def _end_labels(
    rows: list[Row], last: int, low: float, high: float, height: int
) -> list[house.Part]:
    """Where each line ends: its name and last value, moved apart where the lines meet."""
    gap = house.LINE * (high - low) / (height - HEAD - FOOT)
    levels = sorted(("expected", "perceived"), key=lambda level: rows[last][level])
    values = [rows[last][level] for level in levels]
    places = house.spread(values, gap, low + gap / 2, high - gap / 2)
    colours = {"expected": house.palette().muted, "perceived": house.palette().accent}
    return [
        house.text(
            last,
            place,
            f'<span style="color:{colours[level]}">{words.column(level)}</span> '
            f"{numbers.number(value, 1)}",
            xanchor="left",
            xshift=10,
        )
        for level, value, place in zip(levels, values, places, strict=True)
    ]
