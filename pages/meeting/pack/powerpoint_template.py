"""The file that a pack begins with: the company's own template, or a plain one in the house style.

Of a template everything is kept but its slides: size, background, logo, fonts. Our slides stand on
its layout with a title and nothing else.
"""

import io
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Opened
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout
from pptx.util import Pt

from pages.meeting.pack import layout
from pages.meeting.pack.layout import OWN, Box, Sheet
from pages.meeting.pack.powerpoint_text import emu
from pages.meeting.pack.powerpoint_theme import chinese, house
from pages.shared.text import _
from pages.shared.unattended import UndoneError

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
SMALL = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
TEMPLATE, PRESENTATION = (
    f"presentationml.{kind}.main+xml" for kind in ("template", "presentation")
)
UPPER, LOWER = 0.45, 0.8  # where a title ends at the lowest, and a foot begins at the highest
NARROW = 0.5  # a title that is narrower than this share does not set the margins
FOOT = 18
NUMBER = Box(OWN.foot.right - 60, OWN.foot.top, 60, OWN.foot.height)


class Template(NamedTuple):
    """An open file without slides, the layout that ours stand on, and where things stand."""

    presentation: Opened
    layout: SlideLayout
    sheet: Sheet
    is_own: bool


def opened(path: Path | None, language: str) -> Template:
    """The file of the setting, else the plain one. Raises `UndoneError` for one that is no use."""
    return _plain(language) if path is None else _company(path, language)


def _plain(language: str) -> Template:
    """PowerPoint's own default, widened to 16 : 9, with our fonts and colours."""
    presentation = Presentation()
    old = presentation.slide_width or 1
    presentation.slide_width, presentation.slide_height = Pt(layout.WIDTH), Pt(layout.HEIGHT)
    master = presentation.slide_master
    for part in (master, *presentation.slide_layouts):
        for shape in part.placeholders:
            _widen(shape, Pt(layout.WIDTH) / old)
    _forget_picture(presentation)
    house(presentation, language)
    found = _title_only(presentation)
    for shape in found.placeholders:
        _set_up(shape)
    return Template(presentation, found, OWN, is_own=True)


def _forget_picture(presentation: Opened) -> None:
    """The small picture of the default's own first slide."""
    kept = presentation.part.package._rels
    for key in [key for key, one in kept.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        kept.pop(key)


def _set_up(shape: BaseShape) -> None:
    """Our places for the title and the number of the slide."""
    place = {PP_PLACEHOLDER.TITLE: OWN.title, PP_PLACEHOLDER.SLIDE_NUMBER: NUMBER}
    box = place.get(shape.placeholder_format.type)
    if box is not None:
        shape.left, shape.top, shape.width, shape.height = emu(box)


def _widen(shape: BaseShape, factor: float) -> None:
    """Stretch what has a place of its own; the height of the default is ours already."""
    element: Any = shape._element
    if element.spPr.find(qn("a:xfrm")) is not None:
        shape.left, shape.width = round(shape.left * factor), round(shape.width * factor)


def _company(path: Path, language: str) -> Template:
    try:
        presentation = Presentation(io.BytesIO(_as_presentation(path)))
    except (OSError, PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UndoneError(_unusable(path)) from error
    _remove_slides(presentation)
    chinese(presentation, language)
    found = _title_only(presentation)
    return Template(presentation, found, _sheet(presentation, found), is_own=False)


def _unusable(path: Path) -> str:
    return _(
        "The PowerPoint template {path} of the setting meeting.template cannot be read;"
        " a .pptx or .potx file is expected."
    ).format(path=path)


def _as_presentation(path: Path) -> bytes:
    """The file's bytes; a template (.potx) is told to be a presentation, else no file is read."""
    read, written = io.BytesIO(path.read_bytes()), io.BytesIO()
    with zipfile.ZipFile(read) as source, zipfile.ZipFile(written, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "[Content_Types].xml":
                content = content.replace(TEMPLATE.encode(), PRESENTATION.encode())
            target.writestr(item, content)
    return written.getvalue()


def _remove_slides(presentation: Opened) -> None:
    """Drop the slides, and the lists of sections and shows that name them."""
    element: Any = presentation.part._element
    listed_slides = [] if element.sldIdLst is None else list(element.sldIdLst)
    for slide_id in listed_slides:
        presentation.part.drop_rel(slide_id.rId)
        element.sldIdLst.remove(slide_id)
    for listed in element.xpath("p:custShowLst | p:extLst/p:ext[*[local-name()='sectionLst']]"):
        listed.getparent().remove(listed)


def _title_only(presentation: Opened) -> SlideLayout:
    """The layout of that type, else the one with a title and the fewest other places."""
    layouts = list(presentation.slide_layouts)
    if not layouts:
        raise UndoneError(_("The PowerPoint template has no slide layout."))
    return min(layouts, key=_rank)


def _rank(found: SlideLayout) -> tuple[bool, bool, int]:
    kinds = [shape.placeholder_format.type for shape in found.placeholders]
    element: Any = found._element
    others = [kind for kind in kinds if kind not in (*TITLES, *SMALL)]
    return (
        element.get("type") != "titleOnly",
        not any(kind in TITLES for kind in kinds),
        len(others),
    )


def _sheet(presentation: Opened, found: SlideLayout) -> Sheet:
    """Where things stand in a company's file: below its title, above its foot."""
    width, height = (
        (length or 0) / Pt(1) for length in (presentation.slide_width, presentation.slide_height)
    )
    title = _title(found, width, height)
    floor = min([_top(shape) for shape in _feet(found, height)], default=height - FOOT - 8)
    wide = title if title.width > NARROW * width else Box(0.05 * width, 0, 0.9 * width, 0)
    top = title.bottom + 10
    body = Box(wide.left, top, wide.width, floor - FOOT - 6 - top)
    return Sheet(title, body, Box(wide.left, floor - FOOT, wide.width, FOOT))


def _title(found: SlideLayout, width: float, height: float) -> Box:
    """The place of the title; ours where there is none, or where it leaves no room below it."""
    for shape in found.placeholders:
        if shape.placeholder_format.type in TITLES:
            box = Box(*(length / Pt(1) for length in _measures(shape)))
            if box.bottom < UPPER * height:
                return box
    return Box(0.05 * width, 0.05 * height, 0.9 * width, 0.17 * height)


def _feet(found: SlideLayout, height: float) -> list[BaseShape]:
    small = [shape for shape in found.placeholders if shape.placeholder_format.type in SMALL]
    return [shape for shape in small if _top(shape) > LOWER * height]


def _top(shape: BaseShape) -> float:
    return float(_measures(shape)[1] / Pt(1))


def _measures(shape: BaseShape) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.width, shape.height
