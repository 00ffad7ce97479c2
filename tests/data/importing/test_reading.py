from pathlib import Path

import pyarrow as pa
import pytest

from data.errors import DataError
from data.importing import formats
from data.importing.rows import Rows, Spoiled, unique_names
from tests.data.importing.conftest import Write


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def opened(path: Path, scratch: Path) -> Rows:
    return formats.open_file(path, scratch, "Asia/Shanghai")[0].rows


def read(rows: Rows) -> list[tuple[object, ...]]:
    table = pa.concat_tables(rows.batches())
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_reads_the_same(
    write: Write, scratch: Path, encoding: str, separator: str
) -> None:
    lines = [separator.join(row) for row in (("编号", "name"), ("一", "客户"), ("2", "b"))]
    path = write("raw.csv", "\n".join(lines).encode(encoding))

    rows = opened(path, scratch)

    assert rows.header == ("编号", "name")
    assert read(rows) == [(2, "一", "客户"), (3, "2", "b")]


def test_a_question_with_commas_does_not_decide_the_separator(write: Write, scratch: Path) -> None:
    path = write("raw.csv", "id;How, when, where, why?;note", "1;2;a, b, c", "2;3;")

    assert len(opened(path, scratch).header) == 3


def test_quoted_line_ends_stay_in_their_cell_and_count_as_one_row(
    write: Write, scratch: Path
) -> None:
    path = write("raw.csv", 'a,"b\nc"', '1,"two\nlines, ""quoted"""', "3,4")

    assert read(opened(path, scratch)) == [(2, "1", 'two\nlines, "quoted"'), (3, "3", "4")]


def test_blank_rows_are_no_rows_but_keep_the_numbers(write: Write, scratch: Path) -> None:
    path = write("raw.csv", "a,b", "1,2", "", ",", "3,4")

    assert read(opened(path, scratch)) == [(2, "1", "2"), (5, "3", "4")]


def test_rows_that_do_not_fit_the_header_are_set_aside_with_their_number(
    write: Write, scratch: Path
) -> None:
    path = write("raw.csv", "a,b", "1", "2,3", "4,5,6", "7,8")
    rows = opened(path, scratch)

    assert read(rows) == [(3, "2", "3"), (5, "7", "8")]
    assert rows.spoiled == [
        Spoiled(2, "1", "has 1 cells where the header has 2"),
        Spoiled(4, "4,5,6", "has 3 cells where the header has 2"),
    ]


def test_numbers_stay_right_over_many_blocks(
    write: Write, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.importing.csv_rows.BLOCK_BYTES", 64)
    lines = [f"{row},x" if row % 7 else "ragged" for row in range(2, 500)]
    rows = opened(write("raw.csv", "a,b", *lines), scratch)

    assert all(str(number) == cell for number, cell, _ in read(rows))
    assert [spoiled.row for spoiled in rows.spoiled] == list(range(7, 500, 7))


@pytest.mark.parametrize(
    "broken", ['2,"never closed', '2,"said "hello" twice"', '2,"closed" too early']
)
def test_a_quote_that_is_not_closed_swallows_no_other_row(
    write: Write, scratch: Path, broken: str
) -> None:
    path = write("raw.csv", "a,b", '1,"x, y"', broken, '3,"z"', "4,", '5,"fine"')
    rows = opened(path, scratch)

    assert read(rows) == [(2, "1", "x, y"), (4, "3", "z"), (5, "4", None), (6, "5", "fine")]
    assert [(row.row, row.value) for row in rows.spoiled] == [(3, broken.replace('"', "'"))]
    assert "quote" in rows.spoiled[0].expected


def test_a_quote_inside_an_unquoted_cell_is_a_sign_like_any_other(
    write: Write, scratch: Path
) -> None:
    assert read(opened(write("raw.csv", "a,b", '1,19" disk'), scratch)) == [(2, "1", '19" disk')]


def test_repeated_and_empty_names_in_a_header_are_told_apart() -> None:
    header = ["Variant", "id", "variant", "", "row_number", "ID"]

    assert unique_names(header) == (
        *("Variant", "id", "variant_1", "column_4"),
        *("row_number_1", "ID_1"),
    )


def test_json_lines_take_the_keys_of_all_lines_and_count_lines(write: Write, scratch: Path) -> None:
    path = write("raw.jsonl", '{"a": 1}', "", '{"b": "x\\ny", "a": null}', "{half", '{"a": true}')
    rows = opened(path, scratch)

    assert rows.header == ("a", "b")
    assert read(rows) == [(1, "1", None), (3, None, "x\ny"), (5, "true", None)]
    assert rows.spoiled == [Spoiled(4, "{half", "is no JSON object with the columns as its keys")]


def test_a_file_is_read_as_what_it_is_whatever_it_is_called(write: Write, scratch: Path) -> None:
    path = write("table.csv", b"")
    pa.parquet.write_table(pa.table({"a": [1]}), path)

    assert read(opened(path, scratch)) == [(2, "1")]


@pytest.mark.parametrize("ending", ["parquet", "xlsx", "xls"])
def test_text_under_another_ending_is_refused_in_words(
    write: Write, scratch: Path, ending: str
) -> None:
    with pytest.raises(DataError, match=f"named .{ending} but does not begin like such a file"):
        opened(write(f"clients.{ending}", "client_id", "C1"), scratch)


def test_half_a_parquet_file_is_refused_in_words(write: Write, scratch: Path) -> None:
    whole = write("whole.parquet", b"")
    pa.parquet.write_table(pa.table({"a": list(range(1000))}), whole)
    half = write("half.parquet", whole.read_bytes()[:500])

    with pytest.raises(DataError, match=r"half\.parquet is no whole Parquet file"):
        opened(half, scratch)


def test_bytes_that_are_no_text_are_refused_in_words(write: Write, scratch: Path) -> None:
    path = write("noise.csv", b"a,b\n\xff\xfe\xfa,\x80\x81\n")

    with pytest.raises(DataError, match="save it as CSV in UTF-8"):
        opened(path, scratch)


def test_a_file_without_a_header_is_refused_in_words(write: Write, scratch: Path) -> None:
    with pytest.raises(DataError, match="has no header"):
        opened(write("raw.csv", "", "1,2"), scratch)


def test_a_cell_larger_than_a_block_is_refused_in_words(
    write: Write, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.importing.csv_rows.BLOCK_BYTES", 64)

    with pytest.raises(DataError, match="cannot be read as a table of text"):
        read(opened(write("raw.csv", "a,b", "1," + "x" * 500, "2,y"), scratch))
