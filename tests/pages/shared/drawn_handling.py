"""A few rows for the charts of handling, and the figures drawn from them."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts
from pages.shared.findings import handling

STEPS = pd.DataFrame(
    {
        "step": ["listened", "thanked", "escalated", "appraised"],
        "due_count": [60, 60, 4, 0],
        "done_count": [45, 5, 2, 0],
        "median_hours": [2.0, 72.0, 1.0, None],
    }
)
ROLES = pd.DataFrame(
    {
        "step": ["listened", "listened", "thanked", "escalated"],
        "role": ["specialist", None, "adviser", "director"],
        "done_count": [40, 5, 5, 2],
    }
)
RECOVERY = pd.DataFrame(
    {
        "tier_before": ["loyal", "loyal", "complaining", None],
        "outcome": ["recovered", "watching", "left", "not_recovered"],
        "complaint_count": [9, 2, 1, 3],
        "is_over": [True, False, True, True],
    }
)
DRAWN: dict[str, Callable[[], go.Figure]] = {
    "steps": lambda: charts.steps(handling.shown(STEPS, 5, 6)),
    "steps_by_role": lambda: charts.steps_by_role(STEPS, ROLES),
    "recovered": lambda: charts.recovered(RECOVERY),
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "steps": lambda: charts.steps(handling.shown(STEPS.tail(1), 5, 6)),
    "steps_by_role": lambda: charts.steps_by_role(STEPS.tail(1), ROLES.head(0)),
    "recovered": lambda: charts.recovered(RECOVERY.head(0)),
}
