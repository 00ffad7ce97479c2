"""Numbers of few answers stay hidden, also from a reader who subtracts."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.shared import text
from pages.shared.suppression import HIDDEN, hide_few, in_words

COUNTS = st.lists(st.integers(0, 30), min_size=1, max_size=8)


def groups(*counts: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": [f"group {place}" for place in range(len(counts))],
            "answer_count": list(counts),
            "gap": [float(place) for place in range(len(counts))],
        }
    )


def seen(*counts: int, total_shown: bool = True) -> list[bool]:
    shown = hide_few(groups(*counts), "answer_count", ["gap"], 5, total_shown=total_shown)
    return list(shown.gap.notna())


def test_enough_answers_are_shown() -> None:
    assert seen(5, 9) == [True, True]


def test_one_too_few_hides_the_next_smallest_as_well() -> None:
    assert seen(4, 20, 9) == [False, True, False]


def test_without_a_total_only_the_small_group_is_hidden() -> None:
    assert seen(4, 20, 9, total_shown=False) == [False, True, True]


def test_two_small_groups_that_are_together_too_few_hide_a_third() -> None:
    assert seen(1, 2, 9, 20) == [False, False, False, True]


def test_two_small_groups_that_are_together_enough_hide_no_more() -> None:
    assert seen(3, 4, 9, 20) == [False, False, True, True]


def test_a_group_without_answers_hides_nobody_and_protects_nobody() -> None:
    assert seen(0, 9, 20) == [False, True, True]
    assert seen(0, 4, 9, 20) == [False, False, False, True]


def test_the_reason_stands_beside_the_hidden_number() -> None:
    shown = hide_few(groups(3, 9, 20), "answer_count", ["gap"], 5)
    assert list(shown[HIDDEN][:2]) == [
        "too few answers (3)",
        "hidden to protect a smaller group (9)",
    ]
    assert pd.isna(shown[HIDDEN][2])


def test_the_reason_is_said_in_the_readers_language() -> None:
    text.use("zh-Hans")
    try:
        reason = hide_few(groups(3), "answer_count", ["gap"], 5)[HIDDEN][0]
        assert reason == text._("too few answers ({count})").format(count="3")
    finally:
        text.use("en")


def test_on_paper_the_reason_replaces_the_number() -> None:
    paper = in_words(hide_few(groups(3, 9, 20), "answer_count", ["gap"], 5))
    assert list(paper.gap) == ["too few answers (3)", "hidden to protect a smaller group (9)", 2.0]
    assert HIDDEN not in paper


def test_the_frame_given_is_left_as_it_was() -> None:
    before = groups(1, 9, 20)
    hide_few(before, "answer_count", ["gap"], 5)
    pd.testing.assert_frame_equal(before, groups(1, 9, 20))


def test_an_empty_answer_stays_empty() -> None:
    assert hide_few(groups(), "answer_count", ["gap"], 5).empty


@given(COUNTS, st.integers(2, 10))
@settings(deadline=None, max_examples=200)
def test_no_small_group_is_shown_and_none_comes_back_by_subtraction(
    counts: list[int], minimum_n: int
) -> None:
    shown = hide_few(groups(*counts), "answer_count", ["gap"], minimum_n)
    assert not shown[shown.answer_count < minimum_n].gap.notna().any()
    hidden = shown[shown.gap.isna() & (shown.answer_count > 0)]
    if shown.gap.notna().any() and len(hidden):
        assert len(hidden) > 1
        assert hidden.answer_count.sum() >= minimum_n


@given(COUNTS)
@settings(deadline=None, max_examples=100)
def test_no_more_is_hidden_than_needed(counts: list[int]) -> None:
    shown = hide_few(groups(*counts), "answer_count", ["gap"], 5)
    more = shown[shown.gap.isna() & (shown.answer_count >= 5)]
    few = shown[(shown.answer_count < 5) & (shown.answer_count > 0)]
    assert len(more) <= (1 if len(few) else 0)
