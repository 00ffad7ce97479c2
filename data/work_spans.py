"""The stretches of work of every calendar, written into the warehouse for the SQL clock.

They come from Python, as SQL knows neither the settings' calendars nor public holidays.
"""

from datetime import datetime, timedelta

import duckdb

from data import working_time
from data.rows import only_row
from data.settings import Settings

# A day of one zone touches three of another: some lie more than 24 hours apart.
MARGIN = timedelta(days=2)
OLDEST_WORK = timedelta(days=366 * 50)


def write(connection: duckdb.DuckDBPyConnection, settings: Settings, imported_at: datetime) -> None:
    """Write marts.calendars and marts.work_spans, from the first ticket to the last import.

    Work more than `OLDEST_WORK` before the import is not counted: a ticket that old has a wrong
    date.
    """
    (oldest,) = only_row(connection.execute("select min(opened_at) from tickets"))
    first = max(imported_at - OLDEST_WORK, oldest or imported_at).date() - MARGIN
    last = imported_at.date() + MARGIN
    calendars = settings.working_calendars(first.year, last.year)
    spans = [
        (name, *span)
        for name, calendar in calendars.items()
        for span in working_time.spans(calendar, first, last)
    ]
    connection.execute(
        "create table marts.calendars as select unnest($names::varchar[]) as calendar",
        {"names": list(calendars)},
    )
    connection.execute(
        "create table marts.work_spans as select unnest($names::varchar[]) as calendar, "
        "unnest($starts::timestamptz[]) as starts_at, unnest($ends::timestamptz[]) as ends_at",
        {
            "names": [name for name, _start, _end in spans],
            "starts": [start for _name, start, _end in spans],
            "ends": [end for _name, _start, end in spans],
        },
    )
