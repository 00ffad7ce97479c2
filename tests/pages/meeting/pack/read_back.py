"""Packs read back: what stands in the files, with nothing but the libraries that read them."""

import io
from typing import Any, NamedTuple

import openpyxl
import pypdfium2
from pptx import Presentation
from pptx.oxml.ns import qn

Cells = list[list[str]]


class Chart(NamedTuple):
    """A native chart: alt text, categories, and numbers and colours by the name of the series."""

    told: str
    categories: list[str]
    values: list[tuple[str, tuple[float | None, ...]]]
    labels: list[str]
    book: Any
    native: Any


class Page(NamedTuple):
    """A slide: its title, all its text, its charts, its tables, its notes."""

    title: str
    text: str
    charts: list[Chart]
    tables: list[Cells]
    table_told: list[str]
    notes: str


def powerpoint(file: bytes) -> list[Page]:
    """The slides of a file."""
    return [_page(slide) for slide in Presentation(io.BytesIO(file)).slides]


def _page(slide: Any) -> Page:
    shapes = list(slide.shapes)
    return Page(
        title=slide.shapes.title.text_frame.text if slide.shapes.title is not None else "",
        text="\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame),
        charts=[_chart(shape) for shape in shapes if shape.has_chart],
        tables=[_cells(shape.table) for shape in shapes if shape.has_table],
        table_told=[told(shape) for shape in shapes if shape.has_table],
        notes=slide.notes_slide.notes_text_frame.text,
    )


def told(shape: Any) -> str:
    """What is read aloud in place of a shape."""
    (properties,) = shape._element.iter(qn("p:cNvPr"))
    return str(properties.get("descr"))


def _cells(table: Any) -> Cells:
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]


def _chart(shape: Any) -> Chart:
    chart = shape.chart
    series = [one for plot in chart.plots for one in plot.series]
    workbook = io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)
    return Chart(
        told=told(shape),
        categories=list(chart.plots[0].categories),
        values=[(one.name, tuple(one.values)) for one in series],
        labels=[text.text for text in chart._chartSpace.iter(qn("a:t"))],
        book=openpyxl.load_workbook(workbook).active,
        native=chart,
    )


def pdf(file: bytes) -> list[str]:
    """The text of each page, without spaces and breaks of lines."""
    pages = pypdfium2.PdfDocument(file)
    return [squeezed(page.get_textpage().get_text_bounded()) for page in pages]


def squeezed(text: str) -> str:
    """Without any space: lines break anywhere in Chinese."""
    return "".join(text.split())


def excel(file: bytes) -> Any:
    """The workbook."""
    return openpyxl.load_workbook(io.BytesIO(file))
