"""How many are still open after so many working hours: a falling step line per kind."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import by_kind, house
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.open_or_closed import Wait
from pages.shared.findings.wording import too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words
from pages.shared.text.durations import few_hours, working_hours

HEIGHT = 260
HEAD, FOOT = 26, 42
LABEL_ROOM = 1.35  # of the hours at a label: its words stand at the right of its dot


def waiting(waits: Mapping[str, Wait], *, height: int = HEIGHT) -> go.Figure:
    """Per kind the share still open (Kaplan and Meier) with its band; half and nine in ten marked.

    `waits`: kind → what `open_or_closed.waits` works out. Kinds without tickets say so.
    """
    known = {kind: wait for kind, wait in waits.items() if len(wait.curve) > 1}
    if not known:
        return house.too_few_points(height)
    return house.figure(
        [trace for kind, wait in known.items() for trace in _lines(kind, wait)],
        height,
        annotations=[
            *by_kind.names(_notes(waits)),
            *[mark for kind, wait in known.items() for mark in _labels(kind, wait)],
        ],
        **by_kind.layout({kind: (_across(wait), _up(kind)) for kind, wait in known.items()}),
        margin={"l": 44, "r": 12, "t": HEAD, "b": FOOT},
    )


def _notes(waits: Mapping[str, Wait]) -> dict[str, str]:
    told = {kind: _("no ticket in the period") for kind in KINDS if kind not in waits}
    few = {kind: too_few_cases(wait.n) for kind, wait in waits.items() if len(wait.curve) <= 1}
    return told | few


def _across(wait: Wait) -> house.Part:
    marked = max((hours for hours, _share, _words in _found(wait)), default=0.0)
    last = max(float(wait.curve.hours.iloc[-1]), LABEL_ROOM * marked) or 1.0
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if last <= 5 * step), 1000)
    marks = [mark * step for mark in range(int(last / step) + 1)]
    texts = [numbers.number(mark) for mark in marks]
    return {
        "range": [0, last],
        "tickvals": marks,
        "ticktext": texts,
        "tickangle": 0,
        "title": {"text": _("working hours"), "standoff": 4},
    }


def _up(kind: str) -> house.Part:
    marks = [0, 0.5, 1]
    is_first = kind == KINDS[0]
    return {
        "range": [0, 1.04],
        "tickvals": marks,
        "ticktext": [numbers.percent(mark) for mark in marks],
        "showticklabels": is_first,
        "showgrid": True,
    }


def _lines(kind: str, wait: Wait) -> list[house.Trace]:
    across, up = by_kind.axes(kind)
    curve = wait.curve
    edge = {
        "x": curve.hours.tolist(),
        "mode": "lines",
        "xaxis": across,
        "yaxis": up,
    }
    none = {"width": 0, "shape": "hv"}
    return [
        house.marks(**{**edge, "hoverinfo": "skip"}, y=_ends(curve.low), line=none),
        house.marks(
            **{**edge, "hoverinfo": "skip"},
            y=_ends(curve.high),
            line=none,
            fill="tonexty",
            fillcolor=house.palette().band,
        ),
        house.marks(
            **edge,
            y=curve.share.tolist(),
            line={"width": 2.5, "shape": "hv", "color": house.palette().accent},
            hovertext=[_hover(kind, row, wait.n) for row in rows_of(curve)],
        ),
        _dots(kind, wait),
    ]


def _ends(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in values]


def _hover(kind: str, row: Row, n: int) -> str:
    told = _("{share} still open after {hours}").format(
        share=numbers.percent(row["share"]), hours=working_hours(row["hours"])
    )
    ends = numbers.interval_text(100 * row["low"], 100 * row["high"])
    name = words.capital(words.kind(kind))
    return f"<b>{name}</b><br>{words.noted(told, ends)}<br>n = {numbers.number(n)}"


def _found(wait: Wait) -> list[tuple[float, float, str]]:
    """Hours, share still open and words of half and nine in ten; one not reached is left out."""
    found = [(0.5, _("half"), wait.half), (0.1, _("nine in ten"), wait.nine_in_ten)]
    return [
        (estimate.value, share, words.labelled(name, few_hours(estimate.value)))
        for share, name, estimate in found
        if estimate is not None and estimate.value is not None
    ]


def _dots(kind: str, wait: Wait) -> house.Trace:
    across, up = by_kind.axes(kind)
    return house.marks(
        x=[hours for hours, _share, _words in _found(wait)],
        y=[share for _hours, share, _words in _found(wait)],
        mode="markers",
        xaxis=across,
        yaxis=up,
        marker={"size": 9, "color": house.palette().ink},
        hovertext=[said for _hours, _share, said in _found(wait)],
    )


def _labels(kind: str, wait: Wait) -> list[house.Part]:
    across, up = by_kind.axes(kind)
    where = {"xref": across, "yref": up, "xanchor": "left", "xshift": 6, "yshift": 12}
    return [house.text(hours, share, said, **where) for hours, share, said in _found(wait)]
