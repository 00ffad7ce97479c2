"""The events and targets of a view, asked for and ready to be drawn on its charts over time."""

from dataclasses import replace
from functools import partial

from pages.shared.charts import marks
from pages.shared.charts.marks import Marks, Target
from pages.shared.database import ahead, ask, settings
from pages.shared.filters import View
from pages.shared.findings import happened, targets
from pages.shared.findings.target_readings import Reading
from pages.shared.findings.targets import Judged

EVENTS, TARGETS = "meeting/events", "meeting/targets"
THIRD, HALF, MOST, WHOLE = 280, 400, 600, 940  # pixels of a plot in a part of a small screen


def ask_ahead(view: View) -> None:
    """Begin to ask for the marks of the view's trend and the targets of its period."""
    for name, each in ((EVENTS, view.trend), (TARGETS, view.trend), (TARGETS, view)):
        ahead(name, each)


def of(view: View, measure: str | None = None, plot: int = 0) -> Marks:
    """What is drawn: the events, and the targets of a measure where the chart shows one.

    `plot`: pixels that the plot has on a small screen; 0: events are labelled on hover alone.
    """
    events = marks.events_of(ask(EVENTS, view))
    if measure is None:
        return Marks(events, plot=plot)
    own = marks.targets_of(ask(TARGETS, view), measure)
    return Marks(events, own, partial(targets.goal_told, measure), plot)


def in_force(view: View, measure: str) -> Target | None:
    """The target of a measure at the end of the view; None where there is none."""
    return marks.holding(marks.targets_of(ask(TARGETS, view), measure), view.until)


def verdict(view: View, measure: str, reached: Reading | None, when: str | None = None) -> str:
    """Whether the target in force is met, as a sentence; empty without a target or a value.

    `when`: the time that the value is of, where it is not the period.
    """
    found = judged(view, measure, reached)
    return "" if found is None else targets.told(found, when)


def judged(view: View, measure: str, reached: Reading | None) -> Judged | None:
    """The target in force against a value; None where there is no target or no value."""
    target = in_force(view, measure)
    if target is None or reached is None:
        return None
    return targets.judged(measure, target.value, reached, settings().few.minimum_n)


def between(view: View) -> str:
    """What happened in the two periods that a change compares, or between them; empty: nothing."""
    both = replace(view, since=min(view.previous_since, view.since))
    return happened.in_between(marks.events_of(ask(EVENTS, both)))
