"""A few rows for the charts about complaints, and the figures drawn from them."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts

WEEKS = pd.DataFrame(
    {
        "week": pd.date_range("2026-10-05", periods=6, freq="7D"),
        "received": [4, 0, 2, 3, 12, 1],
        "resolved": [1, 3, 2, 2, 4, 0],
        "backlog": [9, 6, 6, 7, 15, 16],
        "overdue": [0, 0, 0, 0, 1, 2],
        "grumbles": [1, 0, 0, 0, 2, 0],
        "active_clients": [50, 50, 50, 40, 40, 40],
        "is_partial": [False, False, False, False, False, True],
    }
)
JUDGED = WEEKS.assign(
    rate=WEEKS.received / WEEKS.active_clients,
    centre=0.08,
    lower=pd.Series([0.0, 0.0, 0.0, 0.01, 0.01, float("nan")]),
    upper=pd.Series([0.2, 0.2, 0.2, 0.22, 0.22, float("nan")]),
    is_whole=~WEEKS.is_partial,
    signals=pd.Series([(), (), (), (), ("outside", "two_of_three"), ()], dtype=object),
)
UNMARKED = pd.Series([()] * 6, dtype=object)
CAUSES = pd.DataFrame(
    {
        "cause": ["technical", "product", "other"],
        "complaint_count": [6, 3, 1],
        "share": [0.6, 0.3, 0.1],
        "cumulative_share": [0.6, 0.9, 1.0],
        "grumble_count": [2, 0, 1],
        "is_controllable": pd.Series([True, False, None], dtype="boolean"),
        "hidden": None,
    }
)
AGEING = pd.DataFrame(
    {
        "severity": ["major", "major", "ordinary", "ordinary"],
        "from_days": [0, 90, 0, 90],
        "to_days": [1, None, 1, None],
        "open_count": [1, 2, 4, 0],
        "overdue_count": [0, 2, 1, 0],
    }
)

DRAWN: dict[str, Callable[[], go.Figure]] = {
    "complaint_weeks": lambda: charts.complaint_weeks(WEEKS),
    "control_chart": lambda: charts.control_chart(JUDGED),
    "compact_control_chart": lambda: charts.control_chart(JUDGED, height=220, is_compact=True),
    "pareto": lambda: charts.pareto(CAUSES),
    "ages": lambda: charts.ages(AGEING),
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "complaint_weeks": lambda: charts.complaint_weeks(WEEKS.head(0)),
    "quiet_weeks": lambda: charts.complaint_weeks(WEEKS.assign(received=0, resolved=0, backlog=0)),
    "control_chart": lambda: charts.control_chart(JUDGED.head(0)),
    "weeks_without_clients": lambda: charts.control_chart(JUDGED.assign(rate=None)),
    "pareto": lambda: charts.pareto(CAUSES.head(0)),
}
