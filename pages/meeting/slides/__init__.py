"""The ten slides of the weekly meeting, as plain values: the same for screen, PowerPoint and PDF.

Each slide is a file of its own: a function from the view of the week to a `Slide`.
"""

from collections.abc import Callable

from pages.meeting.slides import (
    complaints,
    expectations,
    headline,
    method,
    plan,
    problems,
    promises_judged,
    response_times,
    tier_moves,
    value_at_stake,
)
from pages.meeting.slides.model import Slide
from pages.shared.filters import View

Draw = Callable[[View], Slide]
Progress = Callable[[int, int], None]
SLIDES: tuple[Draw, ...] = (
    headline.slide,
    promises_judged.slide,
    tier_moves.slide,
    expectations.slide,
    response_times.slide,
    complaints.slide,
    problems.slide,
    value_at_stake.slide,
    plan.slide,
    method.slide,
)


def deck(week: View, progress: Progress | None = None) -> tuple[Slide, ...]:
    """All slides of a week in order; `progress(done, of)` is told after each."""
    made = []
    for number, draw in enumerate(SLIDES, start=1):
        made.append(draw(week))
        if progress is not None:
            progress(number, len(SLIDES))
    return tuple(made)
