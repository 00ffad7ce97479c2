"""A few rows for the shapes of chart about the index, and the figures drawn from them."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts

MONTHS = pd.DataFrame(
    {
        "month": pd.to_datetime(["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"]),
        "satisfaction_index": [70.0, None, 72.0, 68.0],
        "index_low": [66.0, None, 69.0, None],
        "index_high": [74.0, None, 75.0, None],
        "model_index": [70.5, None, 72.5, 68.5],
        "model_low": [66.0, None, 69.0, None],
        "model_high": [74.0, None, 75.0, None],
        "response_count": [20, 3, 22, 9],
        "question_count": [2, 1, 2, 1],
        "hidden": [None, "too few answers (3)", None, None],
    }
)
CONSTRUCTS = pd.DataFrame(
    {
        "construct": ["image", "quality", "satisfaction", "loyalty"],
        "mean_index": [72.0, 69.0, 70.0, 74.0],
        "index_low": [68.0, 65.0, 66.0, 70.0],
        "index_high": [76.0, 73.0, 74.0, 78.0],
        "r_squared": [None, None, 0.82, 0.5],
        "alpha": [None, 0.88, 0.65, None],
        "rho": [None, 0.92, 0.93, None],
        "question_count": [1, 3, 2, 1],
    }
)
EFFECTS = pd.DataFrame(
    {
        "from_construct": ["image", "quality", "quality", "image"],
        "to_construct": ["satisfaction", "satisfaction", "loyalty", "loyalty"],
        "coefficient": [0.2, -0.4, None, 0.1],
        "coefficient_low": [0.1, -0.6, None, -0.1],
        "coefficient_high": [0.3, -0.2, None, 0.3],
        "total_effect": [0.2, -0.4, -0.2, 0.2],
        "total_low": [0.1, -0.6, -0.4, -0.1],
        "total_high": [0.3, -0.2, 0.1, 0.4],
        "effect_points": [0.25, -0.5, -0.3, 0.2],
        "points_low": [0.12, -0.7, -0.5, -0.1],
        "points_high": [0.4, -0.2, 0.1, 0.4],
    }
)
DRAWN: dict[str, Callable[[], go.Figure]] = {
    "index_over_time": lambda: charts.index_over_time(MONTHS),
    "path_diagram": lambda: charts.path_diagram(CONSTRUCTS, EFFECTS),
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "index_over_time": lambda: charts.index_over_time(MONTHS.head(2)),
    "path_diagram": lambda: charts.path_diagram(CONSTRUCTS, EFFECTS.assign(coefficient=None)),
}
