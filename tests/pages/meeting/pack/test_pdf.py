"""Everything on the slides can be read in the PDF, in every language, its font in the file."""

import ctypes
import io
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest

from pages.meeting.pack import bars, layout
from pages.meeting.pack.frame import Frame
from pages.meeting.pack.pdf_page import rgb
from pages.meeting.slides.model import Panel, Table
from pages.shared import text
from pages.shared.charts.plain import Chart
from tests.pages.meeting.pack.conftest import Pack, Packed
from tests.pages.meeting.pack.read_back import pdf, squeezed

LANGUAGES = pytest.mark.parametrize("language", text.LANGUAGES)


def texts(panel: Panel) -> list[str]:
    """The finding, the cells of a table, the names of a chart that are always written."""
    told = [panel.finding]
    if isinstance(panel.body, Table):
        told += [*panel.body.head, *(cell.text for row in panel.body.rows for cell in row)]
    if isinstance(panel.body, Chart):
        told += [mark.label for mark in panel.body.marks]
        told += [one.name for one in panel.body.series if one.is_limit]
    return told


def said(chart: Chart) -> list[str]:
    """What is said of each number."""
    return [
        squeezed(label)
        for one in chart.series
        for label, value in zip(one.labels, one.values, strict=True)
        if value is not None
    ]


@LANGUAGES
def test_a_page_holds_every_word_of_its_slide(pack: Packed, language: str) -> None:
    made = pack("pdf", language)
    pages = pdf(made.file)
    assert len(pages) == len(made.slides) == 10
    for page, slide in zip(pages, made.slides, strict=True):
        told = [
            slide.title,
            slide.finding,
            *(one for panel in slide.panels for one in texts(panel)),
        ]
        assert [one for one in told if squeezed(one) not in page] == []


@LANGUAGES
def test_the_numbers_of_bars_that_run_to_the_right_are_all_written(
    pack: Packed, language: str
) -> None:
    made = pack("pdf", language)
    for page, slide in zip(pdf(made.file), made.slides, strict=True):
        for panel in slide.panels:
            if isinstance(panel.body, Chart) and panel.body.is_horizontal:
                assert [label for label in said(panel.body) if label not in page] == []


@LANGUAGES
def test_the_file_says_its_language_and_title_and_carries_its_font(
    pack: Packed, language: str
) -> None:
    made = pack("pdf", language)
    assert f"/Lang ({language})".encode() in made.file
    document = pypdfium2.PdfDocument(io.BytesIO(made.file))
    with text.in_language(language):
        assert text._("Weekly meeting") in document.get_metadata_value("Title")
    assert made.file.count(b"/FontFile") == 1
    assert len(list(document.get_toc())) == len(made.slides)


def test_a_page_is_as_wide_as_a_screen(pack: Packed) -> None:
    page = pypdfium2.PdfDocument(io.BytesIO(pack("pdf").file))[0]
    assert page.get_size() == (layout.WIDTH, layout.HEIGHT)


def test_nothing_is_drawn_beyond_the_edges(pack: Packed) -> None:
    for page in pypdfium2.PdfDocument(io.BytesIO(pack("pdf").file)):
        for part in page.get_objects():
            left, bottom, right, top = part.get_bounds()
            assert left >= -1
            assert bottom >= -1
            assert right <= layout.WIDTH + 1
            assert top <= layout.HEIGHT + 1


def test_bars_are_as_long_as_their_numbers(pack: Packed) -> None:
    made: Pack = pack("pdf")
    frame = _frame(made, "value-at-stake")
    drawn = bars.of(frame)
    unit = bars.box(frame, drawn[0]).width / drawn[0].end
    for bar in drawn:
        assert bars.box(frame, bar).width == pytest.approx(bar.end * unit)


def test_weeks_out_of_the_ordinary_are_diamonds_that_no_line_joins(pack: Packed) -> None:
    made: Pack = pack("pdf")
    place = [slide.key for slide in made.slides].index("complaints")
    drawn = made.slides[place].panels[0].body
    assert isinstance(drawn, Chart)
    (unusual,) = (one for one in drawn.series if one.name == "out of the ordinary")
    page = pypdfium2.PdfDocument(io.BytesIO(made.file))[place]
    shapes = [each for each in page.get_objects() if each.type == raw.FPDF_PAGEOBJ_PATH]
    filled = [each for each in shapes if _is_filled(each, unusual.colour)]
    in_key = 1
    assert len(filled) == sum(value is not None for value in unusual.values) + in_key
    assert all(raw.FPDFPath_CountSegments(each) <= 5 for each in filled)  # a circle has curves
    strokes = [each for each in shapes if each not in filled]
    drawn_in = {_colour(raw.FPDFPageObj_GetStrokeColor, each) for each in strokes}
    assert rgb(unusual.colour) not in drawn_in


def _is_filled(shape: Any, colour: str) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    return fill.value > 0 and _colour(raw.FPDFPageObj_GetFillColor, shape) == rgb(colour)


def _colour(asked: Any, shape: Any) -> tuple[int, ...]:
    """Of its fill or of its stroke."""
    parts = [ctypes.c_uint() for _part in range(4)]
    asked(shape, *parts)
    return tuple(part.value for part in parts[:3])


def _frame(made: Pack, key: str) -> Frame:
    (slide,) = (one for one in made.slides if one.key == key)
    body = slide.panels[0].body
    assert isinstance(body, Chart)
    return Frame(body, layout.OWN.body, layout.estimated)
