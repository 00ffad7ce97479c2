"""Events and targets on the charts of slides over time."""

import pandas as pd

from pages.shared import trend_marks
from pages.shared.charts import marks
from pages.shared.charts.look import TIER_COLOURS
from pages.shared.charts.plain import Chart
from pages.shared.filters import View


def marked(
    chart: Chart, months: "pd.Series[pd.Timestamp]", view: View, measure: str | None = None
) -> Chart:
    """The chart of these months with the events of the view, and the target of a measure."""
    found, places = trend_marks.of(view, measure), marks.months(list(months))
    target = marks.holding(found.targets, view.until)
    lines = (
        marks.limit(found, places, found.told(target.value), TIER_COLOURS["left"])
        if target is not None
        else ()
    )
    return chart._replace(
        series=(*chart.series, *lines), marks=(*chart.marks, *marks.plain(found, places))
    )
