"""Questions put to the public sources, and what pandas makes of the same cases."""

from datetime import date

import duckdb
import pandas as pd

import queries
from data import settings as company
from tests.real.importing import SETTINGS, raw

Expected = dict[str, float | None]


def ask(
    real: duckdb.DuckDBPyConnection, name: str, since: str, until: str, source: str | None = None
) -> pd.DataFrame:
    """Answer a question, of every client or of those whose key begins with the source's name."""
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    client_ids = None if source is None else _clients(real, source)
    settings = company.load(SETTINGS)
    return queries.run(real, name, settings, since=first, until=last, client_ids=client_ids)


def _clients(real: duckdb.DuckDBPyConnection, source: str) -> list[str]:
    sql = "select client_id from clients where client_id like $source || ' %'"
    return [client for (client,) in real.cursor().execute(sql, {"source": source}).fetchall()]


def figures(real: duckdb.DuckDBPyConnection, sql: str) -> tuple[float, ...]:
    """The one row that a statement returns."""
    (row,) = real.cursor().execute(sql).fetchall()
    found: tuple[float, ...] = row
    return found


def helpdesk_cases() -> pd.DataFrame:
    """One row per case: opened, taken, resolved (times), upgraded and resolutions (counts)."""
    events = raw("italian_helpdesk")
    events["at"] = pd.to_datetime(events["Complete Timestamp"], format="%Y/%m/%d %H:%M:%S.%f")
    by_case = events.groupby("Case ID")["at"]
    by_activity = {name: rows.groupby("Case ID")["at"] for name, rows in events.groupby("Activity")}
    solved = events[events["Activity"].isin(["Resolve ticket", "RESOLVED"])]
    return pd.DataFrame(
        {
            "opened": by_case.min(),
            "taken": by_activity["Take in charge ticket"].min(),
            "resolved": solved.groupby("Case ID")["at"].max(),
            "upgraded": by_activity["Require upgrade"].size(),
            "resolutions": by_activity["Resolve ticket"].size(),
        }
    )


def times(opened: pd.Series, answered: pd.Series, resolved: pd.Series) -> Expected:
    """What `service/times` says of these cases in calendar hours."""
    waited, lasted = ((ends - opened).dropna() for ends in (answered, resolved))
    return {
        "ticket_count": len(opened),
        "open_count": int(resolved.isna().sum()),
        "first_response_count": int(answered.count()),
        "first_response_hours_p50": _hours(waited, 0.5),
        "first_response_hours_p90": _hours(waited, 0.9),
        "resolution_hours_p50": _hours(lasted, 0.5),
        "resolution_hours_p90": _hours(lasted, 0.9),
    }


def _hours(durations: pd.Series, quantile: float) -> float | None:
    if durations.empty:
        return None
    return float(durations.dt.total_seconds().quantile(quantile)) / 3600
