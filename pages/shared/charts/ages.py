"""How old the open ones are: a column per span of days, those past their date on top."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.findings.complaint_times import span
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers

HEIGHT = 240
HEAD, FOOT = 44, 42


def ages(ageing: pd.DataFrame, *, height: int = HEIGHT) -> go.Figure:
    """Open cases per span, all severities together; past the promised date hatched in red.

    `ageing`: from_days, to_days (null: no end), open_count, overdue_count.
    """
    if not ageing.open_count.sum():
        return house.note(_("No complaint is open."), height)
    spans = ageing.groupby(["from_days", "to_days"], dropna=False)[["open_count", "overdue_count"]]
    rows = rows_of(spans.sum().reset_index().sort_values("from_days"))
    places = list(range(len(rows)))
    top = max(row["open_count"] for row in rows)
    return house.figure(
        [_in_time(rows, places), _late(rows, places)],
        height,
        bargap=0.3,
        barmode="stack",
        annotations=[_key(), *_counts(rows)],
        xaxis={
            "range": [-0.5, len(rows) - 0.5],
            "tickvals": places,
            "ticktext": [_label(row) for row in rows],
            "tickangle": 0,
        },
        yaxis={"visible": False, "range": [0, top * 1.15]},
        margin={"l": 8, "r": 8, "t": HEAD, "b": FOOT},
    )


def _key() -> house.Part:
    colours = house.palette()
    late = house.TIER_COLOURS["complaining"]
    return house.key(
        [("■", colours.accent, _("open")), ("▨", late, _("past the promised date"))], 8
    )


def _in_time(rows: list[Row], places: list[int]) -> house.Trace:
    return house.bar(
        x=places,
        y=[row["open_count"] - row["overdue_count"] for row in rows],
        marker={"color": house.palette().accent},
        hovertext=[_hover(row) for row in rows],
    )


def _late(rows: list[Row], places: list[int]) -> house.Trace:
    colour = house.TIER_COLOURS["complaining"]
    ground = house.palette().ground
    hatched = {"shape": "/", "size": 6, "solidity": 0.25, "bgcolor": colour, "fgcolor": ground}
    return house.bar(
        x=places,
        y=[row["overdue_count"] for row in rows],
        marker={"color": colour, "pattern": hatched, "line": {"width": 1, "color": colour}},
        hovertext=[_hover(row) for row in rows],
    )


def _hover(row: Row) -> str:
    told = _("{count} open, {late} past the promised date").format(
        count=numbers.number(row["open_count"]), late=numbers.number(row["overdue_count"])
    )
    return f"<b>{span(row['from_days'], row['to_days'])}</b><br>{told}"


def _counts(rows: list[Row]) -> list[house.Part]:
    return [
        house.text(place, row["open_count"], numbers.number(row["open_count"]), yanchor="bottom")
        for place, row in enumerate(rows)
        if row["open_count"]
    ]


def _label(row: Row) -> str:
    """The span in as few letters as fit under a column, the unit below."""
    low = numbers.number(row["from_days"])
    if not house.is_number(row["to_days"]):
        return _("{low}+<br>days").format(low=low)
    return _("{low}–{high}<br>days").format(low=low, high=numbers.number(row["to_days"]))
