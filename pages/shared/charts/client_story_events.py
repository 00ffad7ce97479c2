"""Events on a client's story: thin lines through all rows, labelled above where there is room."""

from datetime import date

import pandas as pd

from pages.shared.charts import event_lines
from pages.shared.charts.event_lines import Line, Spot
from pages.shared.findings.happened import Event
from pages.shared.rows import rows_of
from pages.shared.text import dates

NARROWEST = 800  # pixels of the plot on a small screen: labels must not touch there either
OWN = ""  # whose page it is need not be said


def lines(records: pd.DataFrame, since: date, end: date) -> list[Line]:
    """The lines of the events among `clients/story`, on an axis from `since` to `end`."""
    per_day = NARROWEST / max((end - since).days, 1)
    rows = [row for row in rows_of(records) if row["record"] == "event"]
    events = [
        Event(
            row["from_on"].date(),
            str(row["what"]),
            OWN if isinstance(row["client_id"], str) else None,
        )
        for row in rows
    ]
    spots = [
        Spot((event.happened_on - since).days * per_day, dates.iso(event.happened_on), event)
        for event in events
    ]
    return event_lines.lines(spots, NARROWEST)
