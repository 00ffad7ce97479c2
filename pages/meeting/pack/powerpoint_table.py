"""A native table: thin lines, numbers at the right, tiers in their colours."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.table import _Cell
from pptx.util import Pt

from pages.meeting.pack import said
from pages.meeting.pack.layout import Box, estimated
from pages.meeting.pack.powerpoint_text import (
    MUTED,
    Type,
    boxed,
    describe,
    emu,
    paint,
    paragraphs,
)
from pages.meeting.pack.table_fit import PAD, SIDE, Fitted, fitted
from pages.meeting.slides.model import Cell, Table
from pages.shared.charts.look import LIGHT, ON_TIER, TIER_COLOURS
from pages.shared.text import _

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "No Style, No Grid"
LINE = (
    '<a:lnB {names} w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    '<a:prstDash val="solid"/></a:lnB>'
)


def add(page: Page, table: Table, box: Box, finding: str) -> None:
    """Put the table into its place; type gets smaller until all rows have room."""
    fit = fitted(table, box, estimated)
    size = Box(box.left, box.top, box.width, sum(fit.heights))
    count = len(table.rows) + 1
    frame = page.shapes.add_table(count, len(table.head), *emu(size))
    describe(frame, _("Table"), finding)
    native = frame.table
    _plain(native)
    for column, share in zip(native.columns, table.widths, strict=True):
        column.width = Pt(round(box.width * share, 2))
    for row, height in zip(native.rows, fit.heights, strict=True):
        row.height = Pt(round(height, 2))
    head = tuple(Cell(text) for text in table.head)
    for number, cells in enumerate((head, *table.rows)):
        for place, cell in enumerate(cells):
            look = Type(fit.size, MUTED if number == 0 else LIGHT.ink)
            _write(native.cell(number, place), cell, look, right=place in table.right)
    _say_left_out(page, table, box, fit)


def _plain(native: Any) -> None:
    native.horz_banding, native.first_row = False, True
    properties = native._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = PLAIN


def _write(native: _Cell, cell: Cell, look: Type, *, right: bool) -> None:
    native.margin_left = native.margin_right = Pt(SIDE)
    native.margin_top = native.margin_bottom = Pt(PAD)
    if cell.tier is not None:
        native.fill.solid()
        paint(native.fill.fore_color, TIER_COLOURS[cell.tier])
        look = look._replace(colour=ON_TIER[cell.tier])
    paragraphs(native.text_frame, cell.text, look, right=right)
    properties: Any = native._tc.get_or_add_tcPr()
    line = parse_xml(LINE.format(names=nsdecls("a"), colour=LIGHT.grid.lstrip("#").upper()))
    properties.insert(0, line)


def _say_left_out(page: Page, table: Table, box: Box, fit: Fitted) -> None:
    told = said.left_out(table)
    if told:
        top = box.top + sum(fit.heights) + PAD
        boxed(page, Box(box.left, top, box.width, fit.size * 1.3), told, Type(fit.size, MUTED))
