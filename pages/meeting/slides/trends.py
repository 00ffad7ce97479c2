"""Events and targets on the charts of slides over time, and what became of a target in words."""

from collections.abc import Sequence

from pages.meeting.slides.wording import BESIDE, fitting
from pages.shared import trend_marks
from pages.shared.charts import marks
from pages.shared.charts.look import LIGHT
from pages.shared.charts.marked import MOST_VALUES, goal
from pages.shared.charts.marks import Marks, Places
from pages.shared.charts.plain import Chart
from pages.shared.filters import View
from pages.shared.findings import targets
from pages.shared.findings.targets import Judged
from pages.shared.findings.wording import paragraph


def marked(chart: Chart, places: Places, view: View, measure: str | None = None) -> Chart:
    """The chart of these places with the events of the view, and the targets of a measure."""
    found = trend_marks.of(view, measure)
    lines = marks.limit(found, places, _goal(found, places), LIGHT.ink)
    return chart._replace(
        series=(*chart.series, *lines), marks=(*chart.marks, *marks.plain(found, places))
    )


def _goal(found: Marks, places: Places) -> str:
    """The words on the line of the targets, as on the pages."""
    shown = [target for target in found.targets if places.held(target)][-MOST_VALUES:]
    return goal(list(dict.fromkeys(found.told(target.value) for target in shown)))


def judged(told: Sequence[str], found: Judged | None, when: str | None = None) -> str:
    """A panel's finding with the verdict on its target, as long as there is room for.

    `told`: the finding, then shorter ways of saying it; `when`: the time that the value is of.
    """
    if found is None:
        return fitting(BESIDE, *told)
    whole, short = targets.told(found, when), targets.in_short(found)
    said = [paragraph(told[0], whole), *(paragraph(each, short) for each in told if short)]
    return fitting(BESIDE, *said, *told)
