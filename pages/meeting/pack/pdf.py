"""The pack as a PDF: a page for each slide, charts drawn as lines and areas, the font embedded."""

from pages.meeting.pack import layout, pdf_chart, pdf_table, said
from pages.meeting.pack.layout import FINDING, OWN, Box, Place
from pages.meeting.pack.pdf_page import SlidePaper
from pages.meeting.slides.model import Panel, Slide, Table
from pages.shared import access
from pages.shared.charts.plain import Chart
from pages.shared.filters import View
from pages.shared.paper.fonts import font
from pages.shared.safe import document
from pages.shared.text import language

GAP = 12


def pdf_bytes(week: View, slides: tuple[Slide, ...]) -> bytes:
    """The file. Raises `NoFontError` where there is no font to embed."""
    paper = SlidePaper(font(language()))
    _name(paper, week)
    origin = said.origin(week)
    for number, slide in enumerate(slides, start=1):
        paper.add_page()
        paper.start_section(document(slide.title))
        _title(paper, slide)
        _panels(paper, slide)
        _foot(paper, origin, f"{number} / {len(slides)}")
    return bytes(paper.output())


def _name(paper: SlidePaper, week: View) -> None:
    """What the file says of itself, also to a screen reader."""
    paper.set_lang(language())
    paper.set_title(said.title(week))
    paper.set_subject(said.scope(week))
    paper.set_author(document(access.reader().name))
    paper.set_display_mode("fullpage", "single")


def _title(paper: SlidePaper, slide: Slide) -> None:
    box = OWN.title
    height = layout.KICKER * layout.LEADING
    paper.boxed(box._replace(height=height), document(slide.title), layout.KICKER, muted=True)
    room = Box(box.left, box.top + height, box.width, box.height - height)
    paper.fitted(room, document(slide.finding), FINDING, bold=True)


def _panels(paper: SlidePaper, slide: Slide) -> None:
    facts = [said.facts(panel) for panel in slide.panels]
    places = layout.places(OWN.body, slide, facts, paper.width_of)
    for panel, place, told in zip(slide.panels, places, facts, strict=True):
        _panel(paper, panel, place)
        paper.boxed(place.facts, told, layout.FACTS, muted=True)


def _panel(paper: SlidePaper, panel: Panel, place: Place) -> None:
    paper.fitted(place.finding, document(panel.finding), layout.PANEL, bold=True)
    if isinstance(panel.body, Chart) and (told := said.instead(panel.body)):
        paper.boxed(place.body, told, layout.KICKER, muted=True)
    elif isinstance(panel.body, Chart):
        pdf_chart.draw(paper, panel.body, place.body)
    elif isinstance(panel.body, Table):
        pdf_table.draw(paper, panel.body, place.body)


def _foot(paper: SlidePaper, origin: str, number: str) -> None:
    width = paper.width_of(number, layout.FOOT)
    room = OWN.foot.width - width - GAP
    line = paper.broken(origin, room, layout.FOOT)[0]
    paper.put(OWN.foot.left, OWN.foot.top + layout.FOOT, line, layout.FOOT, muted=True)
    place = OWN.foot.right - width
    paper.put(place, OWN.foot.top + layout.FOOT, number, layout.FOOT, muted=True)
