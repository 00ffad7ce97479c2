"""The parts of a chart's XML that the library has no words for."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement

from pages.meeting.pack.frame import LINE, Frame
from pages.meeting.pack.layout import Box
from pages.shared.charts.look import LIGHT

EMU = 12_700
OF_THEME = {LIGHT.ink: "tx1", LIGHT.muted: "tx2"}


def put(tag: str, *children: Any, **attributes: str) -> Any:
    """An element with what stands in it."""
    made: Any = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(name, value)
    made.extend(children)
    return made


def texted(tag: str, text: str) -> Any:
    """An element that holds a text."""
    made = put(tag)
    made.text = text
    return made


def filled(colour: str) -> Any:
    """One colour; ink and muted are the theme's own (see `powerpoint_text.paint`)."""
    if colour in OF_THEME:
        return put("a:solidFill", put("a:schemeClr", val=OF_THEME[colour]))
    return put("a:solidFill", put("a:srgbClr", val=colour.lstrip("#").upper()))


def line(colour: str, points: float) -> Any:
    """What a line looks like."""
    return put("c:spPr", put("a:ln", filled(colour), w=str(round(points * EMU))))


def numbers(reference: str, values: Sequence[float | None]) -> Any:
    """Numbers of the sheet, with what they were when the file was written."""
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    points = [
        put("c:pt", texted("c:v", repr(float(value))), idx=str(place)) for place, value in known
    ]
    count = put("c:ptCount", val=str(len(values)))
    cache = put("c:numCache", texted("c:formatCode", "General"), count, *points)
    return put("c:numRef", texted("c:f", reference), cache)


def combined(chart: Any, first: int) -> None:
    """Series from `first` on become lines above the bars, on the same axes."""
    bars: Any = chart._chartSpace.chart.plotArea.find(qn("c:barChart"))
    found = [] if bars is None else bars.findall(qn("c:ser"))[first:]
    if not found:
        return
    for one in found:
        for unknown in one.findall(qn("c:invertIfNegative")):
            one.remove(unknown)
    axes = [put("c:axId", val=axis.get("val")) for axis in bars.findall(qn("c:axId"))]
    kind = (put("c:grouping", val="standard"), put("c:varyColors", val="0"))
    bars.addnext(put("c:lineChart", *kind, *found, put("c:marker", val="1"), *axes))


def place_plot(chart: Any, frame: Frame) -> None:
    """Tell the plot its place in the chart."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, _placed(frame.plot, frame.box, put("c:layoutTarget", val="inner")))


def place_legend(chart: Any, frame: Frame, hidden: Sequence[int]) -> None:
    """Tell the legend its lines above the plot; series that are named elsewhere are left out."""
    legend = chart.legend._element
    for old in legend.findall(qn("c:layout")):
        legend.remove(old)
    entries = [
        put("c:legendEntry", put("c:idx", val=str(number)), put("c:delete", val="1"))
        for number in hidden
    ]
    lines = frame.box._replace(height=len(frame.key_rows) * LINE)
    for element in (*entries, _placed(lines, frame.box)):
        legend.find(qn("c:overlay")).addprevious(element)


def _placed(place: Box, box: Box, *target: Any) -> Any:
    """A place as shares of the chart."""
    shares = {
        "x": (place.left - box.left) / box.width,
        "y": (place.top - box.top) / box.height,
        "w": place.width / box.width,
        "h": place.height / box.height,
    }
    modes = (put("c:xMode", val="edge"), put("c:yMode", val="edge"))
    told = [put(f"c:{name}", val=f"{share:.5f}") for name, share in shares.items()]
    return put("c:layout", put("c:manualLayout", *target, *modes, *told))
