"""Fonts and colours of a PowerPoint file, set once in its theme, so that what people add follows.

A theme with no font for Chinese leaves the choice to each machine; ours is put in its place.
"""

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation

from pages.meeting.pack.powerpoint_xml import put
from pages.shared.charts.look import LIGHT, TIER_COLOURS
from pages.shared.paper.office import CHINESE, LATIN

AT_TOP = {"anchor": "t", **dict.fromkeys(("lIns", "rIns", "tIns", "bIns"), "0")}
COLOURS = {
    "dk1": LIGHT.ink,
    "dk2": LIGHT.muted,
    "accent1": LIGHT.accent,
    "accent2": TIER_COLOURS["loyal"],
    "accent3": TIER_COLOURS["satisfied"],
    "accent4": TIER_COLOURS["basic"],
    "accent5": TIER_COLOURS["complaining"],
    "accent6": TIER_COLOURS["unheard"],
}


def house(presentation: Presentation, language: str) -> None:
    """Our fonts and colours, and titles that begin at the left."""
    part, theme = _theme(presentation)
    for latin in theme.iter(qn("a:latin")):
        latin.set("typeface", LATIN)
    for name, own in COLOURS.items():
        (colour,) = theme.iter(qn(f"a:{name}"))
        colour[:] = [put("a:srgbClr", val=own.lstrip("#").upper())]
    _save(part, theme)
    chinese(presentation, language)
    _left(presentation)


def chinese(presentation: Presentation, language: str) -> None:
    """A font for Chinese where the theme names none."""
    part, theme = _theme(presentation)
    for kind in ("majorFont", "minorFont"):
        for fonts in theme.iter(qn(f"a:{kind}")):
            font = fonts.find(qn("a:ea"))
            if font is not None and not font.get("typeface"):
                font.set("typeface", CHINESE[language])
    _save(part, theme)


def _left(presentation: Presentation) -> None:
    """Titles of the default are centred in the middle of their place."""
    master: Any = presentation.slide_master._element
    for style in master.iter(qn("p:titleStyle")):
        style.find(qn("a:lvl1pPr")).set("algn", "l")
    for body in master.xpath("p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']/p:txBody"):
        body.find(qn("a:bodyPr")).attrib.update(AT_TOP)


def _theme(presentation: Presentation) -> tuple[Any, Any]:
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    return part, parse_xml(part.blob)


def _save(part: Any, theme: Any) -> None:
    part._blob = serialize_part_xml(theme)
