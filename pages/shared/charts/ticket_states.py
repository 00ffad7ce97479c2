"""Where the tickets of each kind stand: six parts of a whole."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.charts.parts import Part, parts
from pages.shared.text import numbers, words

_LOOKS = {
    "met": ("#1d4f91", "#ffffff", False),
    "without_promise": ("#a9c8e6", "#1b1f24", False),
    "breached_closed": ("#f2b65a", "#1b1f24", True),
    "running": ("#c9ced6", "#1b1f24", False),
    "paused": ("#667085", "#ffffff", False),
    "breached_open": (house.TIER_COLOURS["complaining"], "#ffffff", True),
}


def ticket_states(states: pd.DataFrame) -> go.Figure:
    """Per kind one bar: resolved in time, without a time, too late, then the open ones.

    `states`: kind, ticket_count and the six states, which add up to it.
    """
    named = {name: Part(words.state(name), *look) for name, look in _LOOKS.items()}
    names = {kind: words.capital(words.kind(kind)) for kind in states.kind}
    counts = states.set_index("kind")[list(named)]
    return parts(counts, named, names, [numbers.number(n) for n in states.ticket_count])
