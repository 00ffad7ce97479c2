"""One client's story: rows below each other on one axis of time, events as lines through all.

A row by row figure with own scales was preferred to one with two axes: nothing is compared that has
another unit. Each kind of mark has its own lane or symbol, so that colour never tells alone.
"""

from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import (
    client_story_complaints,
    client_story_events,
    client_story_rows,
    client_story_tiers,
    event_lines,
    house,
)
from pages.shared.charts.client_story_rows import Drawn
from pages.shared.charts.client_story_scores import scores
from pages.shared.text import dates

HEAD, FOOT, LEFT, RIGHT = 8, 40, 200, 112
APART = 16  # pixels between two rows
NAMES = LEFT - 6  # pixels from the plot to where the names of the rows begin


class Story(NamedTuple):
    """What is drawn: the answers of `clients/story`, `clients/expectations`, `clients/comments`.

    `comments`: those that may be shown, None where they are too few; `served`: the first day as a
    client and the first without it, None where there is no such day; `ahead`: days after `until`
    that the axis shows, for what is promised; `minimum_n`: answers below which no score is drawn.
    """

    records: pd.DataFrame
    windows: pd.DataFrame
    comments: pd.DataFrame | None
    since: date
    until: date
    served: tuple[date | None, date | None]
    ahead: int
    minimum_n: int


def client_story(story: Story) -> go.Figure:
    """Tiers, experience against expectation, tickets, promises, complaints, comments over time."""
    rows = [
        client_story_tiers.tiers(story.records, _client_days(story)),
        scores(story.windows, story.minimum_n),
        client_story_rows.tickets(story.records),
        client_story_rows.promises(story.records),
        client_story_complaints.complaints(story.records, story.until),
        client_story_complaints.comments(story.comments),
    ]
    plot = sum(row.height for row in rows) + APART * (len(rows) - 1)
    domains = _domains([row.height / plot for row in rows], APART / plot)
    events = client_story_events.lines(story.records, story.since, _end(story))
    head = HEAD + event_lines.height(events)
    axes = {
        f"yaxis{number + 1 if number else ''}": {**row.axis, "domain": list(domains[number])}
        for number, row in enumerate(rows)
    }
    return house.figure(
        [
            trace | {"yaxis": _axis(number)}
            for number, row in enumerate(rows)
            for trace in row.traces
        ],
        plot + head + FOOT,
        annotations=[
            *_names(rows, domains),
            *(
                note | {"yref": _axis(number)}
                for number, row in enumerate(rows)
                for note in row.notes
            ),
            *event_lines.labels(events),
        ],
        shapes=[*_bands(domains), *event_lines.shapes(events), _now(story.until)],
        xaxis={**_time_axis(story.since, _end(story)), "anchor": _axis(len(rows) - 1)},
        bargap=0,
        barmode="overlay",
        margin={"l": LEFT, "r": RIGHT, "t": head, "b": FOOT},
        **axes,
    )


def _client_days(story: Story) -> tuple[date, date]:
    """The first day of the period as a client, and the first day after the last one."""
    first, gone = story.served
    after = story.until + timedelta(days=1)
    return max(first or story.since, story.since), min(gone or after, after)


def _end(story: Story) -> date:
    return story.until + timedelta(days=story.ahead + 1)


def _axis(number: int) -> str:
    return f"y{number + 1}" if number else "y"


def _domains(heights: list[float], gap: float) -> list[tuple[float, float]]:
    """From the top down; shares of the plot's height."""
    tops = [1.0, *(1 - used for used in accumulate(height + gap for height in heights))]
    return [(max(top - height, 0.0), top) for top, height in zip(tops, heights, strict=False)]


def _names(rows: list[Drawn], domains: list[tuple[float, float]]) -> list[house.Part]:
    """What each row shows, at its left, and below it what its marks mean."""
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
    return [
        house.text(0, top, row.name, xshift=-NAMES, yshift=4, align="left", **where)
        for row, (_bottom, top) in zip(rows, domains, strict=True)
    ]


def _bands(domains: list[tuple[float, float]]) -> list[house.Part]:
    """A thin line under each row."""
    line = {"color": house.palette().grid, "width": 1}
    where = {"type": "line", "xref": "paper", "yref": "paper", "layer": "below"}
    return [
        {**where, "x0": -0.01, "x1": 1, "y0": bottom, "y1": bottom, "line": line}
        for bottom, _top in domains
    ]


def _now(until: date) -> house.Part:
    """Where what is known ends; to the right of it is only what was promised."""
    line = {"color": house.palette().ink, "width": 1}
    day = dates.iso(until + timedelta(days=1))
    where = {"type": "line", "xref": "x", "yref": "paper", "layer": "below"}
    return {**where, "x0": day, "x1": day, "y0": 0, "y1": 1, "line": line}


def _time_axis(since: date, end: date) -> house.Part:
    """The first days of months, at most fourteen of them named."""
    months = pd.date_range(since, end, freq="MS").to_list()
    shown = [months[place] for place in house.every(len(months), 14)] if months else []
    years = [None, *(month.year for month in shown)]
    return {
        "type": "date",
        "range": [dates.iso(since), dates.iso(end)],
        "tickvals": [dates.iso(month) for month in shown],
        "ticktext": [
            dates.month_name(month) + (f"<br>{month.year}" if month.year != year else "")
            for month, year in zip(shown, years, strict=False)
        ],
        "tickangle": 0,
        "showgrid": True,
        "gridcolor": house.palette().grid,
        "title": {"text": ""},
    }
