"""A document as a Word file, to be filled in and signed."""

import io
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table as WordTable

from pages.shared.report import word_style
from pages.shared.report.document import (
    Block,
    Document,
    Facts,
    Paragraph,
    Questions,
    Quote,
    Ruled,
    Table,
)
from pages.shared.text import _

PAIRS_A_LINE = 2
FACT_WIDTHS = (0.22, 0.28, 0.22, 0.28)
TALL = Cm(0.95)


def word_bytes(document: Document) -> bytes:
    """The file; page numbers are Word's own fields."""
    word = docx.Document()
    word_style.dress(word, document.language)
    _describe(word, document)
    _head_and_foot(word, document)
    word.add_paragraph(document.title, style="Title")
    word.add_paragraph(document.subtitle, style="Subtitle")
    for number, section in enumerate(document.sections, start=1):
        word.add_paragraph(f"{number}  {section.heading}", style="Heading 1")
        for block in section.blocks:
            _add(block, word)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _describe(word: WordDocument, document: Document) -> None:
    """What the file says of itself; Word takes at most 255 characters."""
    about = word.core_properties
    about.title = f"{document.title} · {document.subtitle}"[:255]
    about.subject, about.comments = document.mark[:255], document.origin[:255]
    about.author, about.language = "", document.language
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)


def _head_and_foot(word: WordDocument, document: Document) -> None:
    page = word.sections[0]
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    head.style = foot.style = word.styles["Normal"]
    word_style.at_both_ends(head, document.title)
    word_style.small(head, document.mark)
    word_style.at_both_ends(foot, document.origin)
    word_style.numbered(foot, _("Page {page} of {pages}"))


def _add(block: Block, word: WordDocument) -> None:
    match block:
        case Paragraph():
            _paragraph(block, word)
        case Quote():
            _quote(block, word)
        case Questions():
            _questions(block, word)
        case Facts():
            _facts(block, word)
        case Table():
            _table(block, word)
        case Ruled():
            _ruled(block, word)


def _paragraph(block: Paragraph, word: WordDocument) -> None:
    word.add_paragraph(block.text)


def _quote(block: Quote, word: WordDocument) -> None:
    for line in block.text.split("\n"):
        word.add_paragraph(line).paragraph_format.left_indent = Cm(0.6)


def _questions(block: Questions, word: WordDocument) -> None:
    for number, question in enumerate(block.texts, start=1):
        word.add_paragraph(f"{number}.  {question}").paragraph_format.left_indent = Cm(0.6)


def _facts(block: Facts, word: WordDocument) -> None:
    lines = -(-len(block.pairs) // PAIRS_A_LINE)
    table = word.add_table(lines, 2 * PAIRS_A_LINE)
    for position, (label, value) in enumerate(block.pairs):
        row, column = divmod(position, PAIRS_A_LINE)
        word_style.write(table.cell(row, 2 * column), label, muted=True)
        word_style.write(table.cell(row, 2 * column + 1), value)
    _finish(word, table, FACT_WIDTHS)


def _table(block: Table, word: WordDocument) -> None:
    table = word.add_table(0, len(block.head))
    for position, cells in enumerate((block.head, *block.rows)):
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            word_style.write(cell, text, bold=position == 0)
        for column in block.right:
            row.cells[column].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if block.is_tall and position:
            row.height, row.height_rule = TALL, WD_ROW_HEIGHT_RULE.AT_LEAST
    word_style.head_on_every_page(table)
    _finish(word, table, block.widths)


def _ruled(block: Ruled, word: WordDocument) -> None:
    label = word.add_paragraph(block.label)
    label.paragraph_format.space_before, label.paragraph_format.keep_with_next = Pt(8), True
    table = word.add_table(block.lines, 1)
    for row in table.rows:
        row.height, row.height_rule = TALL, WD_ROW_HEIGHT_RULE.EXACTLY
    _finish(word, table, (1.0,))


def _finish(word: WordDocument, table: WordTable, widths: tuple[float, ...]) -> None:
    word_style.ruled(table)
    word_style.sized(table, widths)
    after = word.add_paragraph().paragraph_format
    after.space_after, after.line_spacing = Pt(0), Pt(8)
