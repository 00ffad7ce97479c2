"""Charts named for their shape: a frame in, a `go.Figure` in the house style out.

Each function takes the rows of a question, sets its own height (pixels), and reads the language
and the theme of the run. A missing number is left out, never drawn as 0; a row with a reason in
the column `hidden` (see `suppression`) shows the reason in place of its numbers. Express charts
were rejected: they cost ten times as much and a page draws six.
"""

from pages.shared.charts.drift import drift
from pages.shared.charts.flow import tier_flow
from pages.shared.charts.gap_over_time import gap_over_time
from pages.shared.charts.gaps import zones_of_tolerance
from pages.shared.charts.house import TIER_COLOURS, TIERS
from pages.shared.charts.ladder import ladder
from pages.shared.charts.months import tiers_over_time
from pages.shared.charts.segments import segments

__all__ = [
    "TIERS",
    "TIER_COLOURS",
    "drift",
    "gap_over_time",
    "ladder",
    "segments",
    "tier_flow",
    "tiers_over_time",
    "zones_of_tolerance",
]
