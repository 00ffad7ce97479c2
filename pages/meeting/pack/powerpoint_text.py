"""Text and colours of a PowerPoint file: one way to write a line, and what a shape shows."""

from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from pages.meeting.pack.layout import Box
from pages.shared.charts.look import LIGHT
from pages.shared.paper.office import LOCALES
from pages.shared.safe import document
from pages.shared.text import language

INK, MUTED = LIGHT.ink, LIGHT.muted
OF_THEME = {INK: MSO_THEME_COLOR.TEXT_1, MUTED: MSO_THEME_COLOR.TEXT_2}


class Type(NamedTuple):
    """How a text looks; `size` in points."""

    size: float
    colour: str = INK
    bold: bool = False


def paint(target: Any, hexadecimal: str) -> None:
    """Give something a colour; ink and muted are the theme's own, readable on its ground."""
    if hexadecimal in OF_THEME:
        target.theme_color = OF_THEME[hexadecimal]
    else:
        target.rgb = RGBColor.from_string(hexadecimal.lstrip("#").upper())


def emu(box: Box) -> tuple[Pt, Pt, Pt, Pt]:
    """A box as PowerPoint measures it."""
    left, top, width, height = (Pt(round(length, 2)) for length in box)
    return left, top, width, height


def boxed(page: Page, box: Box, text: str, look: Type) -> BaseShape:
    """A text in a box without margins, beginning at its top."""
    shape = page.shapes.add_textbox(*emu(box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    unpadded(frame)
    paragraphs(frame, text, look)
    return shape


def unpadded(frame: TextFrame) -> None:
    """Text that begins where its box begins."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)


def paragraphs(frame: TextFrame, text: str, look: Type, *, right: bool = False) -> None:
    """Fill a frame with a text, letter by letter: line by line a paragraph."""
    for number, line in enumerate(document(text).split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if right:
            paragraph.alignment = PP_ALIGN.RIGHT
        write(paragraph, line, look)


def write(paragraph: _Paragraph, text: str, look: Type) -> None:
    """A run at the end of a paragraph."""
    run = paragraph.add_run()
    run.text = document(text)
    run.font.size, run.font.bold = Pt(look.size), look.bold
    paint(run.font.color, look.colour)
    properties: Any = run.font._rPr
    properties.set("lang", LOCALES[language()])
    properties.set("altLang", LOCALES["en"])


def describe(shape: BaseShape, name: str, told: str = "") -> None:
    """What a shape is called, and what is read aloud in its place."""
    shape.name = document(name)
    properties: Any = shape._element
    for named in properties.iter(qn("p:cNvPr")):
        named.set("descr", document(told))
