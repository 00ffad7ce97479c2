"""Numbers and names in a native chart. A number that its format writes stays one: it changes with
the data; other words are text.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from pages.meeting.pack import scale
from pages.meeting.pack.frame import TEXT
from pages.meeting.pack.layout import Box
from pages.meeting.pack.powerpoint_xml import filled, put, texted
from pages.shared.charts.plain import NumberFormat, Series
from pages.shared.paper.office import LOCALES
from pages.shared.safe import document
from pages.shared.text import language

NO_LEADERS = (
    '<c:extLst {names}><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


class Label(NamedTuple):
    """A text at a number, where (`ctr`, `outEnd`, `t`, `r`), and how many points from there."""

    text: str
    colour: str
    position: str
    shift: tuple[float, float] | None = None


class Way(NamedTuple):
    """The chart in which labels stand, and how it writes numbers."""

    box: Box
    number_format: NumberFormat
    code: str


def add(element: Any, series: Series, labels: Mapping[int, Label], way: Way) -> None:
    """Put labels to the numbers of a series, by their places; the others get none."""
    if not labels:
        return
    native = all(_is_number(series, place, label, way) for place, label in labels.items())
    told = [_label(place, label, way, native=native) for place, label in sorted(labels.items())]
    behind = element.find(qn("c:cat"))
    behind.addprevious(put("c:dLbls", *told, *_shown(val=False), _no_leaders()))


def _no_leaders() -> Any:
    """No lines from numbers to labels that were moved."""
    return parse_xml(NO_LEADERS.format(names=nsdecls("c")))


def _is_number(series: Series, place: int, label: Label, way: Way) -> bool:
    value = series.values[place]
    return value is not None and label.text == scale.written(value, way.number_format)


def _label(place: int, label: Label, way: Way, *, native: bool) -> Any:
    parts = [put("c:idx", val=str(place))]
    if label.shift is not None:
        parts.append(_shifted(label.shift, way.box))
    if native:
        parts += [put("c:numFmt", formatCode=way.code, sourceLinked="0"), put("c:spPr")]
        parts.append(put("c:txPr", *_paragraph(put("a:pPr", _type("a:defRPr", label.colour)))))
    else:
        run = put("a:r", _type("a:rPr", label.colour), texted("a:t", document(label.text)))
        parts.append(put("c:tx", put("c:rich", *_paragraph(run))))
    return put("c:dLbl", *parts, put("c:dLblPos", val=label.position), *_shown(val=True))


def _paragraph(content: Any) -> tuple[Any, ...]:
    return put("a:bodyPr", wrap="none"), put("a:lstStyle"), put("a:p", content)


def _type(tag: str, colour: str) -> Any:
    size = str(round(TEXT * 100))
    return put(tag, filled(colour), lang=LOCALES[language()], sz=size, b="0")


def _shifted(shift: tuple[float, float], box: Box) -> Any:
    x, y = shift[0] / box.width, shift[1] / box.height
    told = (put("c:x", val=f"{x:.5f}"), put("c:y", val=f"{y:.5f}"))
    return put("c:layout", put("c:manualLayout", *told))


def _shown(*, val: bool) -> list[Any]:
    return [put(f"c:show{what}", val=str(int(val and what == "Val"))) for what in SHOWN]
