"""A document as a PDF: as it is signed, with its font embedded."""

from pages.shared.paper import fonts
from pages.shared.report.document import (
    Block,
    Document,
    Facts,
    Paragraph,
    Questions,
    Quote,
    Ruled,
    Section,
    Table,
)
from pages.shared.report.pdf_page import WIDTH, Cell, Paper

TALL = 9.5  # millimetres: room for handwriting
LABEL, VALUE = 0.22 * WIDTH, 0.28 * WIDTH
INDENT = 6
FEW_LINES = 3  # ruled lines that are room enough
FEW = 5  # rows of a table that is not parted from its heading
ROOM = 32  # millimetres: no heading stands alone at the end of a page


def pdf_bytes(document: Document) -> bytes:
    """The file. Raises `NoFontError` where there is no font to embed."""
    paper = Paper(document, fonts.font(document.language))
    _describe(paper, document)
    paper.written(document.title, 20, bold=True)
    paper.written(document.subtitle, 12, muted=True)
    for number, section in enumerate(document.sections, start=1):
        paper.keep(_room(section))
        paper.at += 6
        paper.written(f"{number}  {section.heading}", 12.5, bold=True)
        paper.at += 1
        for block in section.blocks:
            _add(block, paper)
    return bytes(paper.output())


def _room(section: Section) -> float:
    """What a heading needs below it; signatures stay on one page."""
    (block, *others) = section.blocks
    if others or not isinstance(block, Table) or len(block.rows) > FEW:
        return ROOM
    return ROOM + len(block.rows) * TALL


def _describe(paper: Paper, document: Document) -> None:
    """What the file says of itself, also to a screen reader."""
    paper.set_lang(document.language)
    paper.set_title(f"{document.title} · {document.subtitle}")
    paper.set_subject(document.mark)


def _add(block: Block, paper: Paper) -> None:
    match block:
        case Paragraph():
            _paragraph(block, paper)
        case Quote():
            _quote(block, paper)
        case Questions():
            _questions(block, paper)
        case Facts():
            _facts(block, paper)
        case Table():
            _table(block, paper)
        case Ruled():
            _ruled(block, paper)


def _paragraph(block: Paragraph, paper: Paper) -> None:
    paper.at += 2
    paper.written(block.text, 10)


def _quote(block: Quote, paper: Paper) -> None:
    paper.written(block.text, 10, indent=INDENT)


def _questions(block: Questions, paper: Paper) -> None:
    paper.at += 1
    for number, question in enumerate(block.texts, start=1):
        paper.written(f"{number}.  {question}", 10, indent=INDENT)


def _facts(block: Facts, paper: Paper) -> None:
    paper.rule(paper.at)
    for left in range(0, len(block.pairs), 2):
        pairs = block.pairs[left : left + 2]
        cells = [(Cell(label, LABEL, muted=True), Cell(value, VALUE)) for label, value in pairs]
        paper.row([cell for pair in cells for cell in pair])


def _table(block: Table, paper: Paper) -> None:
    widths = [share * WIDTH for share in block.widths]

    def cells(texts: tuple[str, ...], *, bold: bool = False) -> tuple[Cell, ...]:
        return tuple(
            Cell(text, width, bold=bold, right=column in block.right)
            for column, (text, width) in enumerate(zip(texts, widths, strict=True))
        )

    paper.keep(ROOM)
    paper.at += 2
    paper.row(cells(block.head, bold=True))
    paper.head = cells(block.head, bold=True)
    for texts in block.rows:
        paper.row(cells(texts), at_least=TALL if block.is_tall else 0)
    paper.head = ()


def _ruled(block: Ruled, paper: Paper) -> None:
    """As many lines as there are, but none on a page of its own."""
    enough = min(block.lines, FEW_LINES)
    paper.keep(TALL * (enough + 1))
    paper.at += 3
    paper.written(block.label, 10)
    for line in range(block.lines):
        if line < enough or paper.has_room(TALL):
            paper.row([Cell("", WIDTH)], at_least=TALL)
