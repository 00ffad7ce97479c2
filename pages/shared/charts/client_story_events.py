"""Events on a client's story: thin lines through all rows, labelled above where there is room."""

from datetime import date
from unicodedata import east_asian_width

import pandas as pd

from pages.shared.charts import house
from pages.shared.charts.house import Row
from pages.shared.text import dates

LANES = 2  # lines of labels above the plot
MOST = 26  # letters of a label
LETTER, WIDE = 7, 13  # pixels of a letter, and of a Chinese one
NARROWEST = 800  # pixels of the plot on a small screen: labels must not touch there either


def lines(records: pd.DataFrame) -> list[house.Part]:
    """A dotted line per event of all clients, a solid one per event of this client alone."""
    return [_line(row) for row in _events(records)]


def labels(records: pd.DataFrame, since: date, end: date) -> list[house.Part]:
    """The events' names above their lines, each in a line of text where it touches no other."""
    rows, per_day = _events(records), NARROWEST / max((end - since).days, 1)
    free = [0.0] * LANES
    placed = []
    for row in rows:
        day = (row["from_on"].date() - since).days * per_day
        label = cut(str(row["what"]))
        is_late = day + width(label) > NARROWEST
        start = day - width(label) if is_late else day
        lane = next((lane for lane in range(LANES) if free[lane] <= start), None)
        if lane is not None:
            free[lane] = start + width(label)
            placed.append(_label(row, label, lane, is_late=is_late))
    return placed


def cut(text: str) -> str:
    """As many letters as a label has room for."""
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def width(text: str) -> int:
    """About how many pixels a label takes."""
    return 10 + sum(WIDE if east_asian_width(letter) in "WF" else LETTER for letter in text)


def _events(records: pd.DataFrame) -> list[Row]:
    return [row for row in records.to_dict("records") if row["record"] == "event"]


def _line(row: Row) -> house.Part:
    is_own = isinstance(row["client_id"], str)
    style = {"color": house.palette().muted, "width": 1, "dash": "solid" if is_own else "dot"}
    day = dates.iso(row["from_on"])
    where = {"type": "line", "xref": "x", "yref": "paper", "layer": "below"}
    return {**where, "x0": day, "x1": day, "y0": 0, "y1": 1, "line": style}


def _label(row: Row, text: str, lane: int, *, is_late: bool) -> house.Part:
    anchor = {"xanchor": "right" if is_late else "left", "xshift": 4 if is_late else -4}
    where = {"yref": "paper", "yanchor": "bottom", "yshift": 4 + lane * house.LINE, **anchor}
    detail = f"<b>{dates.iso(row['from_on'])}</b><br>{house.safe(row['what'], 90)}"
    return house.text(0, 1, house.safe(text), hovertext=detail, **where) | {
        "x": dates.iso(row["from_on"])
    }
