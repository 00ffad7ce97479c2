"""The series of a native chart dressed: bars, lines, limits, events; whiskers and labels."""

from typing import Any, NamedTuple

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from pages.meeting.pack import bars, powerpoint_labels, powerpoint_workbook
from pages.meeting.pack.bars import Bar
from pages.meeting.pack.frame import DIAMOND, DOT, SPACE, Frame
from pages.meeting.pack.names import last_place
from pages.meeting.pack.powerpoint_labels import Label, Way
from pages.meeting.pack.powerpoint_text import INK, MUTED, paint
from pages.meeting.pack.powerpoint_xml import line, numbers, put
from pages.shared.charts.plain import Chart, Mark, Series
from pages.shared.charts.plain_sheet import is_sparse, on

HATCH = "#aab2bf"  # light enough for letters on it
BEFORE_LABEL = 5.0  # points between a number and the label that PowerPoint puts to its right
WIDTH, LIMIT, THIN = Pt(2.25), Pt(1.25), 0.75


class Whole(NamedTuple):
    """A chart, its frame, all series in the order of its sheet, and its numbers' format code."""

    frame: Frame
    shown: Chart
    code: str

    @property
    def way(self) -> Way:
        """How its labels are written."""
        return Way(self.frame.box, self.shown.number_format, self.code)


def dress(whole: Whole, chart: Any) -> None:
    """Colours, lines, whiskers and labels of all series."""
    native = [one for plot in chart.plots for one in plot.series]
    kinds = (len(whole.frame.series), len(whole.frame.limits))
    for number, (one, series) in enumerate(zip(native, whole.shown.series, strict=True)):
        if number >= sum(kinds):
            _mark(whole, one, number - sum(kinds))
        elif number >= kinds[0]:
            _limit(whole, one, series)
        elif whole.shown.shape == "lines":
            _line(whole, one, series)
        else:
            _bars(whole, one, series)
        _whiskers(whole, one._element, number)


def _bars(whole: Whole, native: Any, series: Series) -> None:
    native.invert_if_negative = False
    _fill(native.format.fill, series.colour, hatched=series.is_hatched)
    for place, own in enumerate(series.colours):
        if own != series.colour:
            _fill(native.points[place].format.fill, own, hatched=series.is_hatched)
    labels = {
        bar.place: _label(whole.frame, bar)
        for bar in bars.of(whole.frame)
        if bar.series is series and bars.is_labelled(whole.frame, bar)
    }
    powerpoint_labels.add(native._element, series, labels, whole.way)


def _label(frame: Frame, bar: Bar) -> Label:
    """Inside of a stacked bar; behind the end of any other, and of its whisker."""
    if frame.chart.shape == "stacked":
        return Label(bar.label, on(bar.colour), "ctr")
    if bar.interval is None:
        return Label(bar.label, INK, "outEnd")
    beyond = frame.at(max(bar.interval) if bar.is_up else min(bar.interval)) - frame.at(bar.end)
    shift = (beyond, 0.0) if frame.chart.is_horizontal else (0.0, beyond)
    return Label(bar.label, INK, "outEnd", shift)


def _fill(fill: Any, own: str, *, hatched: bool) -> None:
    if not hatched:
        fill.solid()
        paint(fill.fore_color, own)
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.LIGHT_UPWARD_DIAGONAL
    paint(fill.fore_color, HATCH)
    paint(fill.back_color, own)


def _line(whole: Whole, native: Any, series: Series) -> None:
    native.smooth = False
    _joined(native, series)
    _dot(native.marker.format, series.colour)
    for place, own in enumerate(series.colours):
        if own != series.colour:
            _dot(native.points[place].marker.format, own)
    labels = {place: _above(whole.frame, series, place) for place in whole.frame.kept(series)}
    powerpoint_labels.add(native._element, series, labels | _end(whole, series), whole.way)


def _joined(native: Any, series: Series) -> None:
    """Dots on a line; single numbers are diamonds that no line joins."""
    if is_sparse(series):
        native.format.line.fill.background()
        native.marker.style, native.marker.size = XL_MARKER_STYLE.DIAMOND, round(DIAMOND)
        return
    native.format.line.width = WIDTH
    paint(native.format.line.color, series.colour)
    native.marker.style, native.marker.size = XL_MARKER_STYLE.CIRCLE, round(DOT)


def _above(frame: Frame, series: Series, place: int) -> Label:
    """Above the number and its interval."""
    value, high = series.values[place] or 0.0, series.high[place] if series.high else None
    rise = 0.0 if high is None else frame.at(high) - frame.at(value)
    return Label(series.labels[place], INK, "t", (0.0, rise) if rise else None)


def _dot(marker: Any, own: str) -> None:
    marker.fill.solid()
    paint(marker.fill.fore_color, own)
    paint(marker.line.color, own)


def _limit(whole: Whole, native: Any, series: Series) -> None:
    native.smooth = False
    native.marker.style = XL_MARKER_STYLE.NONE
    look = native.format.line
    look.width, look.dash_style = LIMIT, MSO_LINE.DASH
    paint(look.color, series.colour)
    powerpoint_labels.add(native._element, series, _end(whole, series), whole.way)


def _mark(whole: Whole, native: Any, number: int) -> None:
    """An event: nothing but a thin line down from the top of the plot, and its label."""
    native.smooth = False
    native.marker.style = XL_MARKER_STYLE.NONE
    native.format.line.fill.background()
    frame = whole.frame
    series = whole.shown.series[len(frame.chart.series) + number]
    label = _above_plot(frame, whole.shown.marks[number])
    powerpoint_labels.add(native._element, series, label, whole.way)
    length = put("c:val", val=repr(frame.scale.high - frame.scale.low))
    kind = (put("c:errBarType", val="minus"), put("c:errValType", val="fixedVal"))
    down = put("c:errBars", put("c:errDir", val="y"), *kind, put("c:noEndCap", val="1"), length)
    down.append(line(MUTED, THIN))
    native._element.find(qn("c:cat")).addprevious(down)


def _above_plot(frame: Frame, event: Mark) -> dict[int, Label]:
    """The label of an event, moved to where it stands on paper; none where it has none."""
    place = frame.marked.get(event)
    if place is None:
        return {}
    x = place.left - frame.along(event.category) - BEFORE_LABEL
    shift = (x, frame.height_of(place) - frame.plot.top)
    return {event.category: Label(event.label, MUTED, "r", shift)}


def _end(whole: Whole, series: Series) -> dict[int, Label]:
    """The name at the end of a line or limit, moved to where it stands on paper."""
    frame = whole.frame
    for (one, text), y in zip(frame.ends, frame.end_places, strict=True):
        if one is series:
            place = last_place(series)
            value = series.values[place]
            if value is None:
                return {}
            x = frame.plot.right + SPACE - frame.along(place) - BEFORE_LABEL
            return {place: Label(text, series.colour, "r", (x, y - frame.at(value)))}
    return {}


def _whiskers(whole: Whole, element: Any, number: int) -> None:
    """Intervals that refer to the lengths in the sheet, so that they can be edited too."""
    series = whole.shown.series[number]
    if not series.low:
        return
    told = powerpoint_workbook.columns(whole.shown)
    place = powerpoint_workbook.whiskers_of(whole.shown, number)
    below, above = (
        numbers(powerpoint_workbook.reference(at, len(series.values)), told[at].numbers)
        for at in (place, place + 1)
    )
    kind = (put("c:errBarType", val="both"), put("c:errValType", val="cust"))
    direction = [put("c:errDir", val="y")] if whole.shown.shape == "lines" else []
    ends = (put("c:noEndCap", val="0"), put("c:plus", above), put("c:minus", below))
    own = series.colour if whole.shown.shape == "lines" else INK
    bar = put("c:errBars", *direction, *kind, *ends, line(own, 1))
    element.find(qn("c:cat")).addprevious(bar)
