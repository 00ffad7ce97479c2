"""VIP against regular clients: a dumbbell per level of expectation and for what is perceived."""

import math

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.charts.gaps import LEVELS, answers, gap_text
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 240
LEFT = 90
_SYMBOLS = {"vip": "diamond", "regular": "circle"}
_MARKS = {"vip": "◆", "regular": "○"}


def segments(gaps: pd.DataFrame, *, height: int = HEIGHT) -> go.Figure:
    """Per level one line between the VIP clients' mean (diamond) and the regular ones' (circle).

    `gaps`: segment, minimum, expected, desired, perceived (points of ten), expectation_gap,
    answer_count, client_count, one row per segment; optionally gap_low, gap_high. A segment
    hidden for too few answers has no marks and says why.
    """
    rows = {str(row["segment"]): row for row in rows_of(gaps)}
    seen = {name: row for name, row in rows.items() if house.is_number(row["perceived"])}
    if not seen:
        return house.note("<br>".join(_reasons(rows)) or _("Too few points for a chart."), height)
    return house.figure(
        [*_lines(seen), *[_dots(name, seen[name]) for name in sorted(seen, reverse=True)]],
        height,
        annotations=[_key(seen), *_level_labels(), *_value_labels(seen), *_why(rows, height)],
        xaxis=_axis(seen),
        yaxis={"range": [len(LEVELS) - 0.5, -0.6], "visible": False},
        margin={"l": LEFT, "r": 16, "t": 30, "b": 28},
    )


def _key(seen: dict[str, Row]) -> house.Part:
    entries = [
        (_MARKS[name], _colour(name), words.segment(name)) for name in _MARKS if name in seen
    ]
    return house.key(entries, LEFT)


def _colour(segment: str) -> str:
    return house.palette().accent if segment == "vip" else house.palette().ink


def _values(seen: dict[str, Row], level: str) -> list[float]:
    return [row[level] for row in seen.values() if house.is_number(row[level])]


def _axis(seen: dict[str, Row]) -> house.Part:
    values = [value for level in LEVELS for value in _values(seen, level)]
    marks = list(range(max(int(min(values) - 0.5), 0), min(math.ceil(max(values) + 0.2), 10) + 1))
    return {
        "range": [marks[0] - 0.35, marks[-1] + 0.35],
        "tickvals": marks,
        "ticktext": [numbers.number(mark) for mark in marks],
        "showgrid": True,
        "gridcolor": house.palette().grid,
    }


def _lines(seen: dict[str, Row]) -> list[house.Trace]:
    """The distance between the two, one line per level."""
    line = {"color": house.palette().muted, "width": 3}
    return [
        house.marks(
            x=_values(seen, level),
            y=[place] * len(_values(seen, level)),
            mode="lines",
            line=line,
            hoverinfo="skip",
            showlegend=False,
        )
        for place, level in enumerate(LEVELS)
    ]


def _dots(segment: str, row: Row) -> house.Trace:
    colour = _colour(segment)
    return house.marks(
        x=[row[level] for level in LEVELS],
        y=list(range(len(LEVELS))),
        mode="markers",
        marker={
            "size": 13,
            "symbol": _SYMBOLS[segment],
            "color": colour if segment == "vip" else house.palette().ground,
            "line": {"width": 2, "color": colour},
        },
        hovertext=[_hover(segment, row, level) for level in LEVELS],
    )


def _hover(segment: str, row: Row, level: str) -> str:
    value = row[level]
    told = numbers.number(value, 1) if house.is_number(value) else numbers.MISSING
    gap = words.labelled(words.column("expectation_gap"), gap_text(row))
    name = words.labelled(f"<b>{words.segment(segment)}</b> {words.column(level)}", told)
    return "<br>".join([name, gap, answers(row)])


def _level_labels() -> list[house.Part]:
    return [
        house.text(0, place, words.column(level), xref="paper", xanchor="right", xshift=-8)
        for place, level in enumerate(LEVELS)
    ]


def _value_labels(seen: dict[str, Row]) -> list[house.Part]:
    """Values outside the pair: the lower one to the left of its mark, the higher to the right."""
    labels = []
    for place, level in enumerate(LEVELS):
        values = sorted(_values(seen, level))
        for position, value in enumerate(values):
            is_left = position == 0 and len(values) > 1
            labels.append(
                house.text(
                    value,
                    place,
                    numbers.number(value, 1),
                    xanchor="right" if is_left else "left",
                    xshift=-11 if is_left else 11,
                )
            )
    return labels


def _reasons(rows: dict[str, Row]) -> list[str]:
    return [
        words.labelled(words.segment(name), house.safe(why, 80))
        for name, row in rows.items()
        if (why := house.reason(row))
    ]


def _why(rows: dict[str, Row], height: int) -> list[house.Part]:
    return [
        house.text(
            1,
            1 + 4 / height,
            line,
            xref="paper",
            yref="paper",
            xanchor="right",
            yanchor="bottom",
            opacity=house.MUTED,
        )
        for line in _reasons(rows)
    ]
