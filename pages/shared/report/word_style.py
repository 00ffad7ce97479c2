"""How a Word file looks: fonts for both scripts, thin lines, page numbers that Word counts."""

import string
from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from pages.shared.paper.office import CHINESE, LATIN, LOCALES

INK, MUTED, LINE = RGBColor(0x1B, 0x1F, 0x24), RGBColor(0x66, 0x70, 0x85), "C9CED6"
LINE_WIDTH = Cm(17)
_SIZES = {"Title": 20, "Subtitle": 12, "Heading 1": 12.5, "Normal": 10}


def dress(word: WordDocument, language: str) -> None:
    """A4 with our margins, and the styles that the writer uses."""
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2)
    for name, size in _SIZES.items():
        style = word.styles[name]
        assert isinstance(style, ParagraphStyle)
        _dress(style, size, language)
    heading, normal = word.styles["Heading 1"], word.styles["Normal"]
    assert isinstance(heading, ParagraphStyle)
    assert isinstance(normal, ParagraphStyle)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14), Pt(4)
    normal.paragraph_format.space_after = Pt(4)


def _dress(style: ParagraphStyle, size: float, language: str) -> None:
    """One font for Latin letters and one for Chinese, which Word keeps apart.

    Latin letters stay English in every language: as Chinese, words would be cut anywhere.
    """
    style.font.size, style.font.name = Pt(size), LATIN
    style.font.color.rgb = MUTED if style.name == "Subtitle" else INK
    style.font.bold = style.name in ("Title", "Heading 1")
    style.font.italic = False
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), CHINESE[language])
    for spaced in properties.findall(qn("w:spacing")):
        properties.remove(spaced)
    properties.append(_element("w:lang", val=LOCALES["en"], eastAsia=LOCALES[language]))
    border = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        style.element.get_or_add_pPr().remove(border)


def _element(tag: str, **values: str) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def ruled(table: Table) -> None:
    """Thin horizontal lines and nothing else."""
    borders = _element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    margins = _element("w:tblCellMar")
    for side, width in (("left", "0"), ("right", "200")):
        margins.append(_element(f"w:{side}", w=width, type="dxa"))
    table._tbl.tblPr.extend((borders, margins))


def sized(table: Table, widths: Iterable[float]) -> None:
    """Columns as shares of the line, in every program that opens the file."""
    table.autofit = False
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Emu(int(LINE_WIDTH * share))
        for cell in column.cells:
            cell.width = Emu(int(LINE_WIDTH * share))


def head_on_every_page(table: Table) -> None:
    """The first row stands again above what flows on to the next page; rows stay whole."""
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))


def write(cell: _Cell, text: str, *, muted: bool = False, bold: bool = False) -> None:
    """Text of a cell, in small type."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(2)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(9), bold
    if muted:
        run.font.color.rgb = MUTED


def at_both_ends(paragraph: Paragraph, left: str) -> None:
    """A line of the head or the foot: what stands left; the next run stands at the right."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(LINE_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    small(paragraph, f"{left}\t")


def small(paragraph: Paragraph, text: str) -> None:
    """A run in the type of head and foot."""
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8), MUTED


def numbered(paragraph: Paragraph, phrase: str) -> None:
    """`Page {page} of {pages}` with fields that Word fills in."""
    for text, name, _format, _conversion in string.Formatter().parse(phrase):
        small(paragraph, text)
        if name is not None:
            field = _element("w:fldSimple", instr={"page": "PAGE", "pages": "NUMPAGES"}[name])
            paragraph._p.append(field)
            small(paragraph, "1")
            field.append(paragraph.runs[-1]._r)
