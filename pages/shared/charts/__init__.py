"""Charts named for their shape: a frame in, a `go.Figure` in the house style out.

Each function takes the rows of a question, sets its own height (pixels), and reads the language
and the theme of the run. A missing number is left out, never drawn as 0; a row with a reason in
the column `hidden` (see `suppression`) shows the reason in place of its numbers. Express charts
were rejected: they cost ten times as much and a page draws six.
"""

from pages.shared.charts.ages import ages
from pages.shared.charts.client_story import Story, client_story
from pages.shared.charts.complaint_weeks import complaint_weeks
from pages.shared.charts.control_chart import control_chart
from pages.shared.charts.drift import drift
from pages.shared.charts.flow import tier_flow
from pages.shared.charts.gap_over_time import gap_over_time
from pages.shared.charts.gaps import zones_of_tolerance
from pages.shared.charts.handled import recovered, steps_by_role
from pages.shared.charts.house import TIER_COLOURS, TIERS, palette
from pages.shared.charts.importance import importance
from pages.shared.charts.index_over_time import index_over_time
from pages.shared.charts.ladder import ladder
from pages.shared.charts.load import load
from pages.shared.charts.months import tiers_over_time
from pages.shared.charts.on_target import on_target
from pages.shared.charts.pareto import pareto
from pages.shared.charts.parts import Part, parts
from pages.shared.charts.path_diagram import path_diagram
from pages.shared.charts.people import people
from pages.shared.charts.promises import promise_months
from pages.shared.charts.segments import segments
from pages.shared.charts.steps import steps
from pages.shared.charts.ticket_ages import ticket_ages
from pages.shared.charts.ticket_states import ticket_states
from pages.shared.charts.time_buckets import time_buckets
from pages.shared.charts.waiting import waiting
from pages.shared.charts.worth import worth

__all__ = [
    "TIERS",
    "TIER_COLOURS",
    "Part",
    "Story",
    "ages",
    "client_story",
    "complaint_weeks",
    "control_chart",
    "drift",
    "gap_over_time",
    "importance",
    "index_over_time",
    "ladder",
    "load",
    "on_target",
    "palette",
    "pareto",
    "parts",
    "path_diagram",
    "people",
    "promise_months",
    "recovered",
    "segments",
    "steps",
    "steps_by_role",
    "ticket_ages",
    "ticket_states",
    "tier_flow",
    "tiers_over_time",
    "time_buckets",
    "waiting",
    "worth",
    "zones_of_tolerance",
]
