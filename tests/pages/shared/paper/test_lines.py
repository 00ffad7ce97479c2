"""How text is broken into lines for a PDF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared.paper.lines import lines, printable


def widths(text: str) -> float:
    """A Chinese character is twice as wide as a Latin one."""
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("订单丢失 twice", 8, ["订单丢失", "twice"]),
        ("lost 订单丢失了", 9, ["lost 订单", "丢失了"]),
        ("订单丢失。", 8, ["订单丢", "失。"]),
        ("订单（丢失）", 6, ["订单", "（丢", "失）"]),
        ("he said “go”.", 8, ["he said", "“go”."]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("a\n\nb", 9, ["a", "", "b"]),
        ("", 9, [""]),
    ],
)
def test_lines_break_where_both_scripts_want_it(text: str, width: int, broken: list[str]) -> None:
    assert lines(text, width, widths) == broken


@given(st.text(alphabet="ab 订单，。（）“”.\n", max_size=60), st.integers(4, 20))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    broken = lines(text, width, widths)
    assert all(widths(line) <= width for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ab", "ab"),
        ("a\nb", "a\nb"),
        ("a☐", "a[ballot box]"),
        ("a\ufe0f\u3000", "a "),
        ("c", "[U+0063]"),
    ],
)
def test_what_a_font_lacks_is_named(text: str, printed: str) -> None:
    assert printable(text, {ord("a"), ord("b"), ord(" ")}) == printed
