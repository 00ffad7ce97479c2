"""Events and targets on the charts of slides over time, and what became of a target in words."""

from collections.abc import Sequence

from pages.meeting.slides.wording import BESIDE, fitting
from pages.shared import trend_marks
from pages.shared.charts import marks, plain_events
from pages.shared.charts.look import LIGHT
from pages.shared.charts.marked import MOST_VALUES, goal
from pages.shared.charts.marks import Marks, Places
from pages.shared.charts.plain import Chart
from pages.shared.filters import View
from pages.shared.findings import targets
from pages.shared.findings.happened import Event
from pages.shared.findings.targets import Judged
from pages.shared.findings.wording import paragraph
from pages.shared.text.letters import width

AT_END = 16  # letters that a line's end has room for


def marked(chart: Chart, places: Places, view: View, measure: str | None = None) -> Chart:
    """The chart of these places with the events of the view, and the targets of a measure."""
    found = trend_marks.of(view, measure)
    lines = marks.limit(found, places, _goal(found, places), LIGHT.ink)
    targeted = chart._replace(series=(*chart.series, *lines))
    events = [event._replace(client_name=_named(event, view)) for event in found.events]
    return targeted._replace(
        marks=plain_events.marks(targeted, marks.happened(events, places)),
    )


def _named(event: Event, view: View) -> str | None:
    """Whose event it is, where others' clients are in view too."""
    is_alone = view.client_ids is not None and len(view.client_ids) == 1
    return None if is_alone else event.client_name


def _goal(found: Marks, places: Places) -> str:
    """The words on the line of the targets, as on the pages; the last alone where room is short."""
    shown = [target for target in found.targets if places.held(target)][-MOST_VALUES:]
    values = list(dict.fromkeys(found.told(target.value) for target in shown))
    told = goal(values)
    return told if width(told) <= AT_END else goal(values[-1:])


def judged(told: Sequence[str], found: Judged | None, when: str | None = None) -> str:
    """A panel's finding with the verdict on its target, as long as there is room for.

    `told`: the finding, then shorter ways of saying it; `when`: the time that the value is of.
    """
    if found is None:
        return fitting(BESIDE, *told)
    whole, short = targets.told(found, when), targets.in_short(found)
    said = [paragraph(told[0], whole), *(paragraph(each, short) for each in told if short)]
    return fitting(BESIDE, *said, *told)
