from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt

from data.errors import DataError
from data.importing import workbook
from tests.data.importing.conftest import Bring, Faults, Write

HEADER = ["client_id", "client_name", "segment", "side", "client_since", "order_value"]
ROW = [1001, "客户", "vip", "external", date(2026, 3, 4), 12.5]


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


def modern(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def old(path: Path, **sheets: Sequence[Sequence[Any]]) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for down, row in enumerate(rows):
            for across, cell in enumerate(row):
                sheet.write(down, across, cell, *([day] if isinstance(cell, date) else []))
    book.save(str(path))
    return path


def test_real_dates_and_numbers_become_the_text_of_a_csv_export(
    tmp_path: Path, scratch: Path
) -> None:
    moment = datetime(2026, 3, 4, 9, 30, tzinfo=UTC).replace(tzinfo=None)
    path = modern(tmp_path / "raw.xlsx", raw=[["a", "b", "c", "d"], [1, 2.5, moment, True]])

    texts = workbook.sheets(path, scratch)

    assert texts["raw"].read_text().splitlines()[1] == "1,2.5,2026-03-04 09:30:00,true"


@pytest.mark.parametrize(("make", "ending"), [(modern, "xlsx"), (old, "xls")])
def test_old_and_new_workbooks_are_imported_alike(
    tmp_path: Path, bring: Bring, make: Callable[..., Path], ending: str
) -> None:
    path = tmp_path / f"clients.{ending}"
    make(path, anything=[HEADER, ROW, [], [1002, "b", "gold", "external"]])

    result = bring(path).results[0]

    assert (result.read, result.inserted, result.refused) == (2, 1, 1)


def test_rows_of_a_sheet_are_numbered_as_excel_shows_them(
    tmp_path: Path, bring: Bring, faults: Faults
) -> None:
    path = modern(tmp_path / "clients.xlsx", x=[HEADER, ROW, [], [2, "b", "gold", "external"]])

    bring(path)

    assert [row[:3] for row in faults()] == [(4, "segment", "gold")]


def test_sheets_named_as_tables_are_those_tables(tmp_path: Path, bring: Bring) -> None:
    path = modern(
        tmp_path / "company.xlsx",
        Clients=[HEADER, ROW],
        Notes=[["anything"], ["else"]],
        revenue=[["client_id", "month", "amount"], [1001, date(2026, 1, 1), 5]],
    )

    results = bring(path).results

    assert [(result.table, result.inserted) for result in results] == [
        ("clients", 1),
        ("revenue", 1),
    ]


def test_half_a_workbook_is_refused_in_words(tmp_path: Path, write: Write, scratch: Path) -> None:
    whole = modern(tmp_path / "whole.xlsx", x=[HEADER, ROW]).read_bytes()

    with pytest.raises(DataError, match=r"half\.xlsx is no whole Excel workbook"):
        workbook.sheets(write("half.xlsx", whole[: len(whole) // 2]), scratch)
