"""A few rows for every shape of chart, and the figures drawn from them."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from pages.shared import charts
from pages.shared.suppression import hide_few
from tests.pages.shared import (
    drawn_client,
    drawn_complaints,
    drawn_drivers,
    drawn_handling,
    drawn_index,
    drawn_service,
    drawn_value,
)

HOSTILE = "<b>A & B</b>"
MONTHS = pd.to_datetime(["2026-09-01", "2026-10-01", "2026-11-01"])
NUMBERS = ["minimum", "expected", "desired", "perceived", "expectation_gap", "gap_low", "gap_high"]
TIERS = pd.DataFrame(
    {
        "tier": charts.TIERS,
        "client_count": [1, 9, 20, 6, 4],
        "share": [0.025, 0.225, 0.5, 0.15, 0.1],
        "change": [0, 2, -1, None, -1],
    }
)
SHARES = pd.DataFrame(
    [
        {"month": month, "tier": tier, "client_count": 8, "share": 0.2}
        for month in MONTHS
        for tier in charts.TIERS
    ]
)
COVERAGE = pd.DataFrame(
    {"month": MONTHS, "active_count": 43, "heard_count": 40, "unheard_count": [1, 2, 3]}
)
MOVES = pd.DataFrame(
    {
        "from_tier": ["loyal", "loyal", "basic", "basic"],
        "to_tier": ["loyal", "complaining", "left", "basic"],
        "client_count": [9, 1, 1, 2],
    }
)
MOVED = pd.DataFrame(
    {
        "client_name": [HOSTILE, "Bolt"],
        "from_tier": ["loyal", "basic"],
        "to_tier": ["complaining", "left"],
    }
)


def gaps(answer_count: tuple[int, int, int] = (30, 40, 50)) -> pd.DataFrame:
    rows = pd.DataFrame(
        {
            "dimension": ["reliability", "empathy", "tangibles"],
            "segment": ["vip", "regular", "regular"],
            "month": MONTHS,
            "minimum": [5.0, 5, 5],
            "expected": [7.0, 7, 7],
            "desired": [8.0, 8, 8],
            "perceived": [7.5, 6.0, 7.0],
            "expectation_gap": [0.5, -1.0, 0.0],
            "gap_low": [0.2, -1.3, -0.2],
            "gap_high": [0.8, -0.7, 0.2],
            "answer_count": answer_count,
            "client_count": [10, 12, 14],
        }
    )
    return hide_few(rows, "answer_count", NUMBERS, 5, total_shown=False)


def changes() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "dimension": ["overall", "reliability", "empathy"],
            "perceived_change": [0.1, 0.2, -0.4],
            "expected_change": [0.4, 0.1, 0.3],
            "gap_change": [-0.3, 0.1, -0.7],
            "gap_low": [-0.5, -0.1, -0.9],
            "gap_high": [-0.1, 0.3, -0.5],
            "client_count": [30, 30, 30],
        }
    )


DRAWN: dict[str, Callable[[], go.Figure]] = {
    "ladder": lambda: charts.ladder(TIERS, 3, 43),
    "tiers_over_time": lambda: charts.tiers_over_time(SHARES, COVERAGE),
    "tier_flow": lambda: charts.tier_flow(MOVES, MOVED),
    "zones_of_tolerance": lambda: charts.zones_of_tolerance(gaps()),
    "gap_over_time": lambda: charts.gap_over_time(gaps()),
    "drift": lambda: charts.drift(changes()),
    "segments": lambda: charts.segments(gaps().head(2)),
    **drawn_client.DRAWN,
    **drawn_complaints.DRAWN,
    **drawn_drivers.DRAWN,
    **drawn_handling.DRAWN,
    **drawn_index.DRAWN,
    **drawn_service.DRAWN,
    **drawn_value.DRAWN,
}
EMPTY: dict[str, Callable[[], go.Figure]] = {
    "tiers_over_time": lambda: charts.tiers_over_time(SHARES.head(5), COVERAGE.head(1)),
    "tier_flow": lambda: charts.tier_flow(MOVES.head(0), MOVED.head(0)),
    "zones_of_tolerance": lambda: charts.zones_of_tolerance(gaps().head(0)),
    "gap_over_time": lambda: charts.gap_over_time(gaps().head(1)),
    "drift": lambda: charts.drift(changes().head(0)),
    "segments": lambda: charts.segments(gaps().head(0)),
    **drawn_complaints.EMPTY,
    **drawn_drivers.EMPTY,
    **drawn_handling.EMPTY,
    **drawn_index.EMPTY,
    **drawn_service.EMPTY,
    **drawn_value.EMPTY,
}


def said(figure: go.Figure) -> str:
    """All labels of a figure."""
    return "\n".join(note.text for note in figure.layout.annotations)


def hovers(figure: go.Figure) -> list[str]:
    """What every mark says when it is pointed at."""
    return [each for trace in figure.data for each in (trace.hovertext or ()) if trace.hovertext]
