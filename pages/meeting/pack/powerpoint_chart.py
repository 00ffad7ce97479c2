"""A native chart: what PowerPoint shows under "Edit data" are our numbers, in a sheet of ours.

Its plot is told its place, so that names at the ends of lines have room, as on paper.
"""

from typing import Any, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.chart import XL_TICK_LABEL_POSITION as LABELS
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from pages.meeting.pack import powerpoint_series, powerpoint_workbook
from pages.meeting.pack.frame import BAR, TEXT, Frame
from pages.meeting.pack.layout import Box, estimated
from pages.meeting.pack.powerpoint_series import Whole
from pages.meeting.pack.powerpoint_text import INK, MUTED, describe, emu, paint
from pages.meeting.pack.powerpoint_xml import combined, place_legend, place_plot, put
from pages.shared.charts.look import LIGHT
from pages.shared.charts.plain import Chart, Series
from pages.shared.safe import document
from pages.shared.text import _

TYPES = {
    ("stacked", False): XL_CHART_TYPE.COLUMN_STACKED,
    ("stacked", True): XL_CHART_TYPE.BAR_STACKED,
    ("clustered", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("clustered", True): XL_CHART_TYPE.BAR_CLUSTERED,
    ("lines", False): XL_CHART_TYPE.LINE_MARKERS,
    ("lines", True): XL_CHART_TYPE.LINE_MARKERS,
}
FORMATS = {"whole": "#,##0", "tenth": "#,##0.0", "share": "0%"}
THIN = Pt(0.75)


class Native(NamedTuple):
    """A chart on its way into the file: what it is, where it stands, its numbers' format."""

    frame: Frame
    chart: Any
    number_format: str


def add(page: Page, chart: Chart, box: Box, finding: str) -> None:
    """Put the chart into its place; the finding is read aloud in its place."""
    frame = Frame(chart, box, estimated)
    shown = _with_marks(frame)
    number_format = FORMATS[chart.number_format]
    data = CategoryChartData(number_format=number_format)
    data.categories = [document(name) for name in shown.categories]
    for one in shown.series:
        data.add_series(document(one.name), one.values)
    made = page.shapes.add_chart(TYPES[chart.shape, chart.is_horizontal], *emu(box), data)
    describe(made, _("Chart"), finding)
    _rewrite_data(made, shown, number_format)
    _dress(Native(frame, made.chart, number_format), shown)


def _rewrite_data(made: Any, shown: Chart, number_format: str) -> None:
    told = powerpoint_workbook.columns(shown)
    sheet = powerpoint_workbook.workbook_bytes(shown.categories, told, number_format)
    made.chart.part.chart_workbook.update_from_xlsx_blob(sheet)


def _dress(native: Native, shown: Chart) -> None:
    chart = native.chart
    chart.has_title = False
    chart.font.size = Pt(TEXT)
    paint(chart.font.color, INK)
    combined(chart, first=len(native.frame.series))
    place_plot(chart, native.frame)
    _bars(chart)
    _values(native)
    _categories(native)
    _legend(native, len(shown.series))
    powerpoint_series.dress(Whole(native.frame, shown, native.number_format), chart)


def _with_marks(frame: Frame) -> Chart:
    """The chart with its limits last, and behind them a series for each event, at the top."""
    chart, count = frame.chart, len(frame.chart.categories)
    events = [
        Series(
            mark.told,
            tuple(frame.scale.high if place == mark.category else None for place in range(count)),
            MUTED,
        )
        for mark in chart.marks
    ]
    return chart._replace(series=(*frame.series, *frame.limits, *events))


def _bars(chart: Any) -> None:
    plot = chart.plots[0]
    if hasattr(plot, "gap_width"):
        count = 1 if plot.overlap == 100 else max(len(plot.series), 1)
        plot.gap_width = round(100 * (1 - BAR) / BAR * count)


def _values(native: Native) -> None:
    """The axis of values: the same ends and marks as on paper; hidden where bars say their own."""
    axis, scale = native.chart.value_axis, native.frame.scale
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.has_major_gridlines = native.frame.has_axis
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    if native.frame.has_axis:
        paint(axis.major_gridlines.format.line.color, LIGHT.grid)
        axis.major_gridlines.format.line.width = THIN
        axis.tick_labels.font.size = Pt(TEXT)
        paint(axis.tick_labels.font.color, MUTED)
        is_whole = native.number_format == FORMATS["tenth"] and scale.step >= 1
        axis.tick_labels.number_format = FORMATS["whole"] if is_whole else native.number_format
        axis.tick_labels.number_format_is_linked = False
    else:
        axis.tick_label_position = LABELS.NONE


def _categories(native: Native) -> None:
    """The axis of categories: names stand at its edge, also where bars run below zero."""
    axis, frame = native.chart.category_axis, native.frame
    axis.tick_label_position = LABELS.LOW
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.width = THIN
    paint(axis.format.line.color, MUTED)
    axis.tick_labels.font.size = Pt(TEXT)
    if frame.chart.is_horizontal:
        axis.reverse_order = True
        native.chart.value_axis._element.find(qn("c:crosses")).set("val", "max")
    elif frame.step > 1:
        skip = put("c:tickLblSkip", val=str(frame.step))
        axis._element.find(qn("c:lblOffset")).addnext(skip)


def _legend(native: Native, count: int) -> None:
    """Only what the key on paper has: no limits, no events."""
    frame, chart = native.frame, native.chart
    chart.has_legend = frame.has_key
    if frame.has_key:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(TEXT)
        place_legend(chart, frame, range(len(frame.series), count))
