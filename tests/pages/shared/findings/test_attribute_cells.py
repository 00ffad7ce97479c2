"""Four groupings of the same answers give none of their hidden cells back."""

import pandas as pd

from pages.shared.findings import attribute_cells
from pages.shared.suppression import HIDDEN
from tests.pages.shared.findings.driver_rows import questions

MINIMUM_N = 5


def scores(*rows: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["grouped_by", "attribute", "answer_count"])
    return frame.assign(perceived=7.0, perceived_spread=1.0)


def shown(rows: pd.DataFrame) -> set[tuple[str, str]]:
    told = attribute_cells.protected(rows, questions(), MINIMUM_N)
    kept = told[told.perceived.notna()]
    assert kept[HIDDEN].isna().all()
    assert told[told.perceived.isna()][HIDDEN].notna().all()
    return set(zip(kept.grouped_by, kept.attribute, strict=True))


def test_enough_answers_are_all_shown() -> None:
    rows = scores(("dimension", "reliability", 9), ("question", "reliability", 9))
    assert len(shown(rows)) == 2


def test_a_small_question_hides_its_dimension_and_a_second_of_both() -> None:
    """One question alone is its dimension; the whole is known from either grouping."""
    rows = scores(
        *((kind, name, n) for kind in ("dimension", "question")
          for name, n in (("reliability", 3), ("assurance", 20), ("tangibles", 30))),
    )  # fmt: skip
    assert shown(rows) == {("dimension", "tangibles"), ("question", "tangibles")}


def test_control_gives_no_dimension_back() -> None:
    """Tangibles are all that is uncontrollable: shown there, the small dimension would be known."""
    rows = scores(
        ("dimension", "reliability", 20),
        ("dimension", "assurance", 30),
        ("dimension", "tangibles", 4),
        ("control", "controllable", 50),
        ("control", "uncontrollable", 4),
        ("question", "reliability", 20),
        ("question", "assurance", 30),
        ("question", "tangibles", 4),
    )
    assert ("control", "controllable") not in shown(rows)
    assert shown(rows) == {("dimension", "assurance"), ("question", "assurance")}


def test_a_grouping_that_leaves_answers_out_adds_up_to_nothing_known() -> None:
    rows = scores(
        ("dimension", "reliability", 3),
        ("dimension", "assurance", 20),
        ("question", "other", 40),
        ("question", "another", 40),
    )
    assert shown(rows) == {
        ("dimension", "assurance"),
        ("question", "other"),
        ("question", "another"),
    }


def test_no_answers_stay_no_rows() -> None:
    assert attribute_cells.protected(scores(), questions(), MINIMUM_N).empty
