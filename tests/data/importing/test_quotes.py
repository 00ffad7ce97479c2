"""Rows that break the rules of quotes, found again sign by sign."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from data.importing import quotes, spoiled

WIDTH = 2
SIGNS = some.text(alphabet='"",\r\nab', min_size=1, max_size=40)


def row_end(text: str, place: int) -> int | None:
    """Where the row that begins here ends, with its line end; None when it breaks the rules."""
    while True:
        end = cell_end(text, place)
        if end is None:
            return None
        if text[end : end + 1] in ("\r", "\n", ""):
            return line_end(text, end)
        if text[end] != ",":
            return None
        place = end + 1


def cell_end(text: str, place: int) -> int | None:
    if text[place : place + 1] == '"':
        place = text.find('"', place + 1)
        while place >= 0 and text[place + 1 : place + 2] == '"':
            place = text.find('"', place + 2)
        return None if place < 0 else place + 1
    while place < len(text) and text[place] not in ",\r\n":
        place += 1
    return place


def line_end(text: str, place: int) -> int:
    while place < len(text) and text[place] not in "\r\n":
        place += 1
    return min(place + (2 if text[place : place + 2] == "\r\n" else 1), len(text))


def marked(text: str) -> str:
    found, place = [], 0
    while place < len(text):
        end = row_end(text, place)
        if end is None:
            end = line_end(text, place)
            line = text[place:end]
            found.append(spoiled.marker(spoiled.QUOTES, line, ",", WIDTH))
        else:
            found.append(text[place:end])
        place = end
    return "".join(found)


@settings(max_examples=2000)
@given(text=SIGNS)
def test_each_broken_row_is_marked_and_every_other_left_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    path = scratch / "raw.csv"
    path.write_bytes(text.encode())
    copy = quotes.with_broken_rows_marked(path, ",", WIDTH, scratch)
    assert copy.read_bytes().decode() == marked(text)


@pytest.mark.parametrize("count", [999, 1000, 1001, 2500])
def test_long_runs_of_rows_are_whole(tmp_path: Path, count: int) -> None:
    rows = '1,"two ""words"""\n' * count
    text = f'{rows}2,"open\n{rows}'
    path = tmp_path / "raw.csv"
    path.write_text(text, encoding="utf-8")
    copy = quotes.with_broken_rows_marked(path, ",", WIDTH, tmp_path)
    assert copy.read_text(encoding="utf-8") == marked(text)
