"""Files hold what was given, as it was given, and nothing that a spreadsheet would run."""

import csv
import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from pages.shared import exports

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"]


def frame(**columns: object) -> pd.DataFrame:
    return pd.DataFrame(columns)


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet(content: bytes, name: str = "Data") -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [tuple(cell.value for cell in row) for row in book[name].iter_rows()]


def test_a_csv_has_a_byte_order_mark_and_keeps_chinese() -> None:
    content = exports.csv_bytes(frame(client_name=["曙光金属"]))
    assert content.startswith(b"\xef\xbb\xbf")
    assert csv_rows(content) == [["client_name"], ["曙光金属"]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_a_spreadsheet_would_run_is_defused_in_csv(text: str) -> None:
    assert csv_rows(exports.csv_bytes(frame(name=[text])))[1] == [f"'{text}"]


def test_a_dangerous_column_name_is_defused_as_well() -> None:
    assert csv_rows(exports.csv_bytes(frame(**{"=cmd": [1]})))[0] == ["'=cmd"]


def test_numbers_stay_numbers_and_nulls_stay_empty() -> None:
    content = exports.csv_bytes(frame(gap=[-0.5, None], count=[3, 4], name=["a", None]))
    assert csv_rows(content)[1:] == [["-0.5", "3", "a"], ["", "4", ""]]


def test_dates_are_iso_text_in_csv() -> None:
    whole, moment = pd.Timestamp("2026-11-15"), pd.Timestamp("2026-11-15 20:00:01")
    content = exports.csv_bytes(frame(day=[whole], at=[moment], on=[date(2026, 11, 1)]))
    assert csv_rows(content)[1] == ["2026-11-15", "2026-11-15 20:00:01", "2026-11-01"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_excel_holds_dangerous_text_as_text(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exports.excel_bytes(frame(name=[text]))))
    assert book["Data"]["A2"].data_type == "s"


def test_excel_makes_no_link() -> None:
    content = exports.excel_bytes(frame(name=["https://example.com"]))
    assert openpyxl.load_workbook(io.BytesIO(content))["Data"]["A2"].hyperlink is None


def test_excel_keeps_numbers_dates_and_gaps() -> None:
    content = exports.excel_bytes(
        frame(n=[3], gap=[-0.5], day=[pd.Timestamp("2026-11-15")], missing=[None], infinite=[1e400])
    )
    assert sheet(content)[1] == (3, -0.5, pd.Timestamp("2026-11-15"), None, "inf")


def test_the_head_of_the_sheet_stays_in_sight() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exports.excel_bytes(frame(n=[1]))))
    assert book["Data"].freeze_panes == "A2"


def test_the_second_sheet_says_what_the_file_is() -> None:
    content = exports.excel_bytes(frame(n=[1]), [("Finding", "All is well"), ("Reader", "Ann")])
    assert sheet(content, "About") == [("Finding", "All is well"), ("Reader", "Ann")]


def test_an_empty_frame_gives_the_head_alone() -> None:
    empty = frame(n=[], name=[])
    assert sheet(exports.excel_bytes(empty)) == [("n", "name")]
    assert csv_rows(exports.csv_bytes(empty)) == [["n", "name"]]


def test_two_columns_may_have_the_same_label() -> None:
    twins = pd.DataFrame([[1, 2]], columns=["Grumbles", "Grumbles"])
    assert sheet(exports.excel_bytes(twins)) == [("Grumbles", "Grumbles"), (1, 2)]


def test_no_row_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "ROWS_PER_SHEET", 10)
    content = exports.excel_bytes(frame(n=list(range(25))))
    values = [row[0] for name in ("Data", "Data 2", "Data 3") for row in sheet(content, name)[1:]]
    assert values == list(range(25))


def test_a_large_frame_is_written_whole() -> None:
    content = exports.excel_bytes(frame(n=list(range(20_001)), name=["曙光"] * 20_001))
    rows = sheet(content)
    assert (len(rows), rows[-1]) == (20_002, (20_000, "曙光"))
