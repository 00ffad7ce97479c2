"""The pack for PowerPoint: charts and tables that people can edit, notes that say what they are.

Pictures of the screen were rejected: nobody can correct a word or read a number out of them.
"""

import copy
import io
from datetime import UTC, datetime
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page

from pages.meeting.pack import layout, powerpoint_chart, powerpoint_table, said
from pages.meeting.pack.layout import FINDING, Box, Place, Sheet, estimated_bold
from pages.meeting.pack.powerpoint_template import Template, opened
from pages.meeting.pack.powerpoint_text import MUTED, Type, boxed, describe, write
from pages.meeting.slides.model import Panel, Slide, Table
from pages.shared import access
from pages.shared.charts.plain import Chart
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.paper.office import LOCALES
from pages.shared.safe import document
from pages.shared.text import _, language

NUMBER = (
    '<a:p {names}><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    "<a:rPr/><a:t>{number}</a:t></a:fld></a:p>"
)


def powerpoint_bytes(week: View, slides: tuple[Slide, ...]) -> bytes:
    """The file. Raises `UndoneError` for a template that cannot be used."""
    template = opened(settings().meeting.template, language())
    _name(template, week)
    origin = said.origin(week)
    for number, slide in enumerate(slides, start=1):
        page = template.presentation.slides.add_slide(template.layout)
        _title(page, slide, template.sheet)
        _panels(page, slide, template.sheet)
        _foot(page, template, origin, number)
        _notes(page, said.notes(slide, week))
    file = io.BytesIO()
    template.presentation.save(file)
    return file.getvalue()


def _name(template: Template, week: View) -> None:
    """What the file says of itself."""
    about = template.presentation.core_properties
    about.title, about.subject = said.title(week), said.scope(week)
    about.author = about.last_modified_by = document(access.reader().name)
    about.created = about.modified = datetime.now(UTC)
    about.language, about.keywords, about.comments = LOCALES[language()], "", ""


def _title(page: Page, slide: Slide, sheet: Sheet) -> None:
    """What the slide is about, and what is so: the title that an outline lists."""
    shape = page.shapes.title or boxed(page, sheet.title, "", Type(layout.KICKER))
    for other in list(page.placeholders):
        if other.shape_id != shape.shape_id:
            other.element.getparent().remove(other.element)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    height = sheet.title.height - layout.KICKER * layout.LEADING
    finding = document(slide.finding)
    size = layout.fitting(finding, sheet.title._replace(height=height), FINDING, estimated_bold)
    write(frame.paragraphs[0], slide.title, Type(layout.KICKER, MUTED))
    write(frame.add_paragraph(), finding, Type(size, bold=True))


def _panels(page: Page, slide: Slide, sheet: Sheet) -> None:
    facts = [said.facts(panel) for panel in slide.panels]
    places = layout.places(sheet.body, slide, facts, estimated_bold)
    for panel, place, told in zip(slide.panels, places, facts, strict=True):
        _finding(page, panel, place)
        _body(page, panel, place.body)
        shape = boxed(page, place.facts, told, Type(layout.FACTS, MUTED))
        describe(shape, _("What it rests on"))


def _finding(page: Page, panel: Panel, place: Place) -> None:
    finding = document(panel.finding)
    size = layout.fitting(finding, place.finding, layout.PANEL, estimated_bold)
    describe(boxed(page, place.finding, finding, Type(size, bold=True)), _("Finding"))


def _body(page: Page, panel: Panel, box: Box) -> None:
    if isinstance(panel.body, Chart) and (told := said.instead(panel.body)):
        boxed(page, box, told, Type(layout.KICKER, MUTED))
    elif isinstance(panel.body, Chart):
        powerpoint_chart.add(page, panel.body, box, panel.finding)
    elif isinstance(panel.body, Table):
        powerpoint_table.add(page, panel.body, box, panel.finding)


def _foot(page: Page, template: Template, origin: str, number: int) -> None:
    """Which week, for whom; the number is a field that PowerPoint counts."""
    foot = boxed(page, template.sheet.foot, origin, Type(layout.FOOT, MUTED))
    describe(foot, _("Foot"))
    for shape in template.layout.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            cloned = copy.deepcopy(shape.element)
            cloned.nvSpPr.cNvPr.set("id", str(max(one.shape_id for one in page.shapes) + 1))
            _fill(cloned.txBody, number)
            page.shapes._spTree.append(cloned)


def _fill(body: Any, number: int) -> None:
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    body.append(parse_xml(NUMBER.format(names=nsdecls("a"), number=number)))


def _notes(page: Page, text: str) -> None:
    frame = page.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = text
