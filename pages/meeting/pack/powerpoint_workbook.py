"""The sheet behind a native chart: what opens when somebody edits its data.

Written here and not by the library that makes the chart: that one lets Excel run a name that
begins like a formula.
"""

import io
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from pages.shared.charts.plain import Chart, Numbers
from pages.shared.safe import document
from pages.shared.text import _

SHEET = "Sheet1"  # the name that the chart's references carry
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Column(NamedTuple):
    """A head and its numbers."""

    head: str
    numbers: Numbers


def columns(chart: Chart) -> list[Column]:
    """The series in order, then the lengths of the whiskers of those that have some."""
    found = [Column(series.name, series.values) for series in chart.series]
    for series in chart.series:
        if series.low:
            down, up = (_("{name}, below"), _("{name}, above"))
            found.append(Column(down.format(name=series.name), reach(series.values, series.low)))
            found.append(Column(up.format(name=series.name), reach(series.values, series.high)))
    return found


def whiskers_of(chart: Chart, number: int) -> int:
    """The first of the two columns of a series' whiskers."""
    before = sum(1 for series in chart.series[:number] if series.low)
    return len(chart.series) + 2 * before


def reach(values: Numbers, ends: Numbers) -> Numbers:
    """How far each end is from its value."""
    return tuple(
        None if value is None or end is None else abs(end - value)
        for value, end in zip(values, ends, strict=True)
    )


def reference(column: int, count: int) -> str:
    """Where the numbers of a column stand: `Sheet1!$B$2:$B$13`."""
    first, last = (
        xl_rowcol_to_cell(row, column + 1, row_abs=True, col_abs=True) for row in (1, count)
    )
    return f"{SHEET}!{first}:{last}"


def workbook_bytes(categories: tuple[str, ...], told: list[Column], number_format: str) -> bytes:
    """Categories down the first column, then a column for each series."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {**OPTIONS, "in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        look = book.add_format({"num_format": number_format})
        for row, category in enumerate(categories, start=1):
            sheet.write_string(row, 0, document(category))
        for place, column in enumerate(told, start=1):
            sheet.write_string(0, place, document(column.head))
            for row, number in enumerate(column.numbers, start=1):
                if number is not None:
                    sheet.write_number(row, place, number, look)
    return file.getvalue()
