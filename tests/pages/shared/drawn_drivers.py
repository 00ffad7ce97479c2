"""Attributes of service with importance and experience, and the figures drawn from them."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts

CUTS = 0.2, 7.0


def weighed(*more: dict[str, Any]) -> pd.DataFrame:
    """Three attributes: one important and weak, one strong, one that could be chance."""
    rows: list[dict[str, Any]] = [
        {"attribute": "Reliability", "importance": 0.35, "perceived": 6.1},
        {"attribute": "Assurance", "importance": 0.22, "perceived": 7.4},
        {"attribute": "<b>A & B</b>", "importance": 0.01, "perceived": 7.2, "by_chance": True},
        *more,
    ]
    defaults = {"by_chance": False, "explained_share": 0.3, "answer_count": 90, "client_count": 30}
    frame = pd.DataFrame([{**defaults, **row} for row in rows])
    return frame.assign(
        importance_low=(frame["importance"] - 0.1).clip(lower=0),
        importance_high=frame["importance"] + 0.1,
        perceived_low=frame["perceived"] - 0.2,
        perceived_high=frame["perceived"] + 0.2,
    )


DRAWN: dict[str, Callable[[], go.Figure]] = {
    "importance": lambda: charts.importance(weighed(), *CUTS),
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "importance": lambda: charts.importance(weighed()[:0], *CUTS),
}
