"""A table finds the width of its columns by itself; where it would cut a text, it is told."""

import pytest

from pages.shared.panel.widths import READ_FIRST, WIDEST, needed


@pytest.mark.parametrize("cells", [[], [None, None], ["same"] * 12, ["a" * 8, "b" * 9, "c" * 10]])
def test_even_columns_are_left_to_the_table(cells: list[str | None]) -> None:
    assert needed("basis", cells) is None


def test_a_reason_in_place_of_a_few_numbers_is_not_cut() -> None:
    gaps = ["−0.82", "1.18", "0.03", "0.88", "too few answers (0)"]
    assert needed("expectation_gap", gaps) == 19 * 7 + 18


def test_few_texts_among_empty_cells_are_not_cut() -> None:
    assert needed("open_complaint", [None, "complaint overdue", None, None]) is not None


def test_what_comes_after_the_first_rows_counts() -> None:
    assert needed("basis", ["short"] * 10 + ["much longer"]) is not None


def test_chinese_letters_are_twice_as_wide() -> None:
    assert needed("basis", ["a", "a", "a", "abcd"]) == 4 * 7 + 18
    assert needed("basis", ["a", "a", "a", "回答过少"]) == 8 * 7 + 18


def test_one_column_leaves_room_for_the_others() -> None:
    cells = ["short", "short", "a" * 1_000]
    assert needed("what", cells) == WIDEST
    assert needed("need", cells) == READ_FIRST["need"]
