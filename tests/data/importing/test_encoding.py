"""Code pages: what is read, and what is refused instead of being read wrongly."""

from pathlib import Path

import pytest

from data.errors import DataError
from data.importing.encoding import as_utf8

TEXT = "client_id,client_name\r\n" + "".join(f"{n},海港物流 {n}\r\n" for n in range(400))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_each_code_page_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "clients.csv"
    file.write_bytes(TEXT.encode(encoding))
    read = as_utf8(file, tmp_path).read_text(encoding="utf-8-sig")
    assert read.replace("\r\n", "\n").split() == TEXT.split()


def test_half_a_file_is_refused_and_not_read_as_another_code_page(tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    whole = TEXT.encode()
    half = whole[: whole.index("港".encode(), len(whole) // 2) + 1]
    file.write_bytes(half)
    with pytest.raises(DataError, match="damaged or cut off near byte"):
        as_utf8(file, tmp_path)


def test_a_wrong_byte_inside_is_refused_too(tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_bytes(TEXT.encode().replace("200,海".encode(), b"200,\xff", 1))
    with pytest.raises(DataError, match="damaged"):
        as_utf8(file, tmp_path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_bytes(b"client_id\n\xff\xff\xff\n")
    with pytest.raises(DataError, match="save it as CSV in UTF-8"):
        as_utf8(file, tmp_path)
