"""When tickets come in: the hours of the week as a map, the count in each and on its shade."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.findings.tickets import clock_hour
from pages.shared.text import _, dates, numbers

ROW_HEIGHT, HEAD, FOOT, LEFT = 30, 8, 26, 52
MOST_IN_CELL = 99  # larger counts do not fit; the shade and the hover tell them


def load(hours: pd.DataFrame) -> go.Figure:
    """Tickets opened per weekday and hour.

    `hours`: weekday (1–7), hour (0–23), opened_count, resolved_count, all 168.
    """
    tall = HEAD + FOOT + 7 * ROW_HEIGHT
    most = int(hours.opened_count.max()) if len(hours) else 0
    if not most:
        return house.too_few_points(tall)
    opened = hours.pivot(index="weekday", columns="hour", values="opened_count")
    resolved = hours.pivot(index="weekday", columns="hour", values="resolved_count")
    return house.figure(
        [_map(opened, resolved, most)],
        tall,
        xaxis=_hours(),
        yaxis=_weekdays(),
        margin={"l": LEFT, "r": 8, "t": HEAD, "b": FOOT},
    )


def _map(opened: pd.DataFrame, resolved: pd.DataFrame, most: int) -> house.Trace:
    colours = house.palette()
    pairs = list(zip(opened.to_numpy().tolist(), resolved.to_numpy().tolist(), strict=True))
    return {
        "type": "heatmap",
        "z": opened.to_numpy().tolist(),
        "zmin": 0,
        "zmax": most,
        "colorscale": [[0, colours.ground], [1, house.TIER_COLOURS["lifelong"]]],
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
        "hoverinfo": "text",
        "text": _cells(opened, most),
        "texttemplate": "%{text}",
        "textfont": {"size": house.TEXT_SIZE},
        "hovertext": [
            [
                _hover(place + 1, hour, *counts)
                for hour, counts in enumerate(zip(*pair, strict=True))
            ]
            for place, pair in enumerate(pairs)
        ],
    }


def _hover(weekday: int, hour: int, opened: int, resolved: int) -> str:
    counts = _("{opened} opened, {resolved} resolved").format(
        opened=numbers.number(opened), resolved=numbers.number(resolved)
    )
    return f"<b>{dates.weekday(weekday)} {clock_hour(hour)}</b><br>{counts}"


def _cells(opened: pd.DataFrame, most: int) -> list[list[str]]:
    """The count in each cell; Plotly writes it dark or light as the shade asks for."""
    is_shown = most <= MOST_IN_CELL
    return [
        [numbers.number(count) if count and is_shown else "" for count in row]
        for row in opened.to_numpy().tolist()
    ]


def _hours() -> house.Part:
    shown = list(range(0, 24, 3))
    return {"tickvals": shown, "ticktext": [f"{hour}:00" for hour in shown], "tickangle": 0}


def _weekdays() -> house.Part:
    names = [dates.short_weekday(number) for number in range(1, 8)]
    return {"tickvals": list(range(7)), "ticktext": names, "range": [6.5, -0.5]}
