"""Experience against expectation over time, on the answers that the tier rests on at each end."""

import pandas as pd

from pages.shared.charts import house
from pages.shared.charts.client_story_rows import Drawn, heading, mark, note
from pages.shared.findings import client_story as told
from pages.shared.findings.wording import too_few_answers
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words

HEIGHT = 128
MOST_POINTS = 6  # of ten, with a mark each


def scores(windows: pd.DataFrame, minimum_n: int) -> Drawn:
    """Perceived as a line, expected dashed, the zone from minimum to desired as a band.

    `windows`: `clients/expectations`. A month with fewer than `minimum_n` answers breaks the lines
    and is a small cross at the foot of the row.
    """
    colours = house.palette()
    name = heading(
        _("Experience, expectation"),
        mark("●", colours.accent, words.column("perceived")),
        mark("■", colours.muted, words.column("expected")),
        mark("▒", colours.muted, _("minimum to desired")),
        mark("×", colours.ink, _("too few answers")),
    )
    rows = rows_of(windows)
    shown = [row for row in rows if int(row["answer_count"]) >= minimum_n]
    low, high = _reach(shown)
    axis = _score_axis(low, high)
    if not rows:
        return Drawn(
            name, HEIGHT, [], [note(_("no answers in these months"), (low + high) / 2)], axis
        )
    hidden = [row for row in rows if int(row["answer_count"]) < minimum_n]
    bands = [trace for run in _runs(rows, minimum_n) for trace in _band(run)]
    lines = [_line(rows, "expected", minimum_n), _line(rows, "perceived", minimum_n)]
    return Drawn(
        name, HEIGHT, [*bands, *lines, _few(hidden, low, minimum_n)], _ends(shown, low, high), axis
    )


def _runs(rows: list[Row], minimum_n: int) -> list[list[Row]]:
    """Neighbouring windows with a zone: a band must not be drawn across a hidden one."""
    runs: list[list[Row]] = [[]]
    for row in rows:
        if int(row["answer_count"]) < minimum_n or not house.is_number(row["expected"]):
            runs.append([])
        else:
            runs[-1].append(row)
    return [run for run in runs if run]


def _band(run: list[Row]) -> list[house.Trace]:
    edge = {
        "x": [row["as_of"] for row in run],
        "mode": "lines",
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
    return [
        house.marks(y=[row["minimum"] for row in run], **edge),
        house.marks(
            y=[row["desired"] for row in run],
            fill="tonexty",
            fillcolor=house.palette().band,
            **edge,
        ),
    ]


def _line(rows: list[Row], level: str, minimum_n: int) -> house.Trace:
    is_perceived = level == "perceived"
    colour = house.palette().accent if is_perceived else house.palette().muted
    return house.marks(
        x=[row["as_of"] for row in rows],
        y=[row[level] if int(row["answer_count"]) >= minimum_n else None for row in rows],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5, "dash": "solid" if is_perceived else "dash"},
        marker={"size": 7, "color": colour, "symbol": "circle" if is_perceived else "square"},
        hovertext=[_hover(row, minimum_n) for row in rows],
    )


def _few(hidden: list[Row], low: float, minimum_n: int) -> house.Trace:
    return house.marks(
        x=[row["as_of"] for row in hidden],
        y=[low] * len(hidden),
        mode="markers",
        cliponaxis=False,
        marker={"symbol": "x-thin-open", "size": 7, "color": house.palette().ink},
        hovertext=[_hover(row, minimum_n) for row in hidden],
    )


def _hover(row: Row, minimum_n: int) -> str:
    heading = f"<b>{dates.iso(row['as_of'])}</b>"
    count = int(row["answer_count"])
    if count < minimum_n:
        return f"{heading}<br>{house.safe(too_few_answers(count))}"
    return "<br>".join([heading, told.window_told(row), told.answers(count)])


def _reach(rows: list[Row]) -> tuple[float, float]:
    """At least three points of ten, so that noise does not look like a slide."""
    names = ("minimum", "expected", "desired", "perceived")
    values = [float(row[name]) for row in rows for name in names if house.is_number(row[name])]
    if not values:
        return 0, 10
    low, high = min(values) - 0.2, max(values) + 0.2
    room = max(3 - (high - low), 0) / 2
    return max(low - room, 0), min(high + room, 10.2)


def _score_axis(low: float, high: float) -> house.Part:
    step = 1 if high - low <= MOST_POINTS else 2
    marks = [mark for mark in range(0, 11, step) if low <= mark <= high]
    return {
        "range": [low, high],
        "tickvals": marks,
        "ticktext": [numbers.number(mark) for mark in marks],
        "showgrid": True,
    }


def _ends(rows: list[Row], low: float, high: float) -> list[house.Part]:
    """The last value of each line, behind the end of the plot, moved apart where they meet."""
    if not rows:
        return []
    last = rows[-1]
    levels = [name for name in ("expected", "perceived") if house.is_number(last[name])]
    levels.sort(key=lambda name: float(last[name]))
    gap = house.LINE * (high - low) / HEIGHT
    places = house.spread([float(last[name]) for name in levels], gap, low, high)
    colours = {"expected": house.palette().muted, "perceived": house.palette().accent}
    where = {"xref": "paper", "xanchor": "left", "xshift": 6}
    return [
        house.text(
            1,
            place,
            f'<span style="color:{colours[name]}">{words.column(name)}</span> '
            f"{numbers.number(last[name], 1)}",
            **where,
        )
        for name, place in zip(levels, places, strict=True)
    ]
