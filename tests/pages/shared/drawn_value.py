"""A few rows for the chart of worth, and the figures drawn from them."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts

NAN = float("nan")
WORTH = pd.DataFrame(
    {
        "tier": [*charts.TIERS, "unheard"],
        "client_count": [0, 2, 5, 3, 1, 4],
        "unknown_count": [0, 0, 1, 0, 1, 0],
        "worth": [0.0, 2e6, 9e6, 600_000.0, NAN, 1e6],
        "worth_low": [0.0, 1.5e6, 8e6, 600_000.0, NAN, 5e5],
        "worth_high": [0.0, 3e6, 12e6, 600_000.0, NAN, 2e6],
    }
)

DRAWN: dict[str, Callable[[], go.Figure]] = {
    "worth": lambda: charts.worth(WORTH, "CNY"),
    "compact_worth": lambda: charts.worth(WORTH, "CNY", is_compact=True),
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "worth": lambda: charts.worth(WORTH.assign(unknown_count=WORTH.client_count), "CNY"),
}
