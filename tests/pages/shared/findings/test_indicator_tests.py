"""The four tests of a question: each passed, failed and unknown, with the reason."""

from datetime import date
from typing import Any

import pytest

from pages.shared.findings import indicator_tests
from pages.shared.findings.indicator_tests import TESTS, Judged
from tests.pages.shared.findings.driver_rows import given, questions, rows


def judged(name: str, test: str, n: int = 60, **column: Any) -> str:
    asked = questions()
    for key, value in column.items():
        asked.loc[asked["indicator_id"] == name, key] = value
    found = indicator_tests.tested(asked, given(rows(n), asked), 5)
    own: Judged = found[name][TESTS.index(test)]
    return own.told


def test_what_goes_with_satisfaction_beyond_chance_is_important() -> None:
    assert judged("reliability", "important").startswith("yes: with satisfaction r = 0.77 (0.6")


def test_what_does_not_is_not() -> None:
    assert judged("tangibles", "important").startswith("no: with satisfaction r = ")


def test_satisfaction_itself_is_what_is_explained() -> None:
    assert judged("glad", "important") == "yes: it is what is to be explained"


@pytest.mark.parametrize(
    ("importance", "count", "said"),
    [
        (7.6, 12, "yes: clients rate it 7.6 of ten, n = 12"),
        (5.0, 5, "yes: clients rate it 5.0 of ten, n = 5"),
        (4.9, 12, "no: clients rate it 4.9 of ten, n = 12"),
        (9.0, 4, "unknown: too few answers (4)"),
    ],
)
def test_with_few_answers_beside_it_clients_say_how_important_it_is(
    importance: float, count: int, said: str
) -> None:
    columns = {"importance": importance, "importance_count": count}
    assert judged("reliability", "important", n=9, **columns) == said


@pytest.mark.parametrize(
    ("declared", "said"),
    [(True, "yes: as declared"), (False, "no: as declared"), (None, "unknown: not declared")],
)
def test_controllable_is_what_was_declared(declared: bool | None, said: str) -> None:
    assert judged("reliability", "controllable", is_controllable=declared) == said


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ({"answer_count": 5}, "yes: 5 answers"),
        ({"answer_count": 4}, "no: too few answers (4)"),
        ({"answer_count": 5, "is_constant": True}, "no: all answers are the same"),
    ],
)
def test_measurable_takes_enough_answers_that_differ(column: dict[str, Any], said: str) -> None:
    assert judged("reliability", "measurable", **column) == said


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (
            {"competitor_count": 2, "scored_on": date(2026, 9, 15)},
            "yes: 2 competitors, 2026-09-15",
        ),
        ({"has_competitor_scores": True}, "no: none scored so far"),
        ({"has_competitor_scores": False}, "no: competitors are not asked"),
        ({"has_competitor_scores": None}, "unknown: not declared, none scored"),
    ],
)
def test_comparable_takes_a_score_of_a_competitor(column: dict[str, Any], said: str) -> None:
    assert judged("reliability", "comparable", **column) == said


def test_the_finding_counts_and_the_table_begins_with_what_passes_most() -> None:
    asked = questions()
    asked.loc[asked["indicator_id"] == "reliability", "competitor_count"] = 1
    asked.loc[asked["indicator_id"] == "reliability", "scored_on"] = date(2026, 9, 15)
    found = indicator_tests.tested(asked, given(rows(60), asked), 5)
    said = indicator_tests.told(found)
    assert said.startswith("1 of 4 questions pass all four tests.")
    assert "Controllable: 2" in said
    table = indicator_tests.table(asked, found, {name: name for name in found})
    assert table["wording"].iloc[0] == "reliability"


def test_questions_that_nobody_answered_are_counted_apart() -> None:
    assert indicator_tests.not_asked(0) is None
    assert indicator_tests.not_asked(3) == "3 more questions were not answered in the period."
