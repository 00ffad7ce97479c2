"""Who keeps what they promise: a dot per person with its interval, and the days to spare."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.charts.promises import share_axis, share_told
from pages.shared.rows import Row, rows_of
from pages.shared.safe import html
from pages.shared.text import _, ngettext, numbers, words

ROW_HEIGHT, HEAD, FOOT = 30, 28, 26
LEFT, RIGHT = 190, 150
MOST = 12  # persons; the table beside has all


def people(rows: pd.DataFrame) -> go.Figure:
    """The persons as given, at most `MOST`: share kept as a dot, slack as words behind it.

    `rows`: made_by, promise_count, kept, broken, overdue, kept_share, share_low, share_high (0–1),
    slack_days_p50 (days; null where hidden). Persons with a hidden share are left out.
    """
    known = rows_of(rows[rows.kept_share.notna()].head(MOST))
    tall = HEAD + FOOT + ROW_HEIGHT * max(len(known), 4)
    if not known:
        return house.note(_("Nobody made enough promises for a share."), tall)
    return house.figure(
        [_dots(known)],
        tall,
        annotations=[*_headings(), *_names(known), *_behind(known)],
        xaxis={**share_axis(known), "gridcolor": house.palette().grid},
        yaxis={"range": [len(known) - 0.5, -0.5], "visible": False},
        margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT},
    )


def _dots(rows: list[Row]) -> house.Trace:
    colours = house.palette()
    return house.marks(
        x=[row["kept_share"] for row in rows],
        y=list(range(len(rows))),
        mode="markers",
        marker={"size": 10, "color": colours.accent},
        error_x={
            "type": "data",
            "array": [row["share_high"] - row["kept_share"] for row in rows],
            "arrayminus": [row["kept_share"] - row["share_low"] for row in rows],
            "color": colours.muted,
            "thickness": 2,
            "width": 4,
        },
        hovertext=[_hover(row) for row in rows],
    )


def _hover(row: Row) -> str:
    heading = f"<b>{house.safe(row['made_by'], 80)}</b>"
    slack = words.labelled(words.column("slack_days_p50"), html(_slack(row)))
    return "<br>".join([heading, share_told(row), slack])


def _slack(row: Row) -> str:
    """`3 days to spare`, `2 days late`: the median of those done."""
    value = row["slack_days_p50"]
    if not house.is_number(value):
        return numbers.MISSING
    many, decimals = (1, 0) if abs(value) == 1 else (2, 0 if float(value).is_integer() else 1)
    told = (
        ngettext("{days} day to spare", "{days} days to spare", many)
        if value >= 0
        else ngettext("{days} day late", "{days} days late", many)
    )
    return told.format(days=numbers.number(abs(value), decimals))


def _headings() -> list[house.Part]:
    where = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 6}
    kept, slack = _("share kept, 95% interval"), _("half done with")
    return [
        house.text(0, 1, kept, xanchor="left", opacity=house.MUTED, **where),
        house.text(1, 1, slack, xanchor="left", xshift=8, opacity=house.MUTED, **where),
    ]


def _names(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "right", "xshift": -8}
    return [
        house.text(0, place, house.safe(row["made_by"], 24), **where)
        for place, row in enumerate(rows)
    ]


def _behind(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "left", "xshift": 8}
    return [house.text(1, place, html(_slack(row)), **where) for place, row in enumerate(rows)]
