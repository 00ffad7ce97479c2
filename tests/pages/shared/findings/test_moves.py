from datetime import date

import pandas as pd
import pytest

from pages.shared.findings import moves as findings
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE, UNTIL, Frame


def why(moved: Frame, **client: object) -> str:
    return findings.reason(moved(client).to_dict("records")[0], MINIMUM_N)


def test_who_moved_is_told_down_first_and_by_name(moved: Frame) -> None:
    rows = moved(
        {"client_name": "A", "from_tier": "loyal", "to_tier": "left"},
        {"client_name": "B", "from_tier": "loyal", "to_tier": "complaining"},
        {"client_name": "C", "from_tier": "basic", "to_tier": "loyal"},
    )
    said = findings.who_moved(rows, 20, SINCE)
    assert said == "1 client fell: B. 1 client rose: C. 1 client left: A."


def test_many_movers_are_counted_not_named(moved: Frame) -> None:
    said = findings.who_moved(moved(*[{}] * 4), 20, SINCE)
    assert said == "4 clients fell."


def test_nobody_moved_is_said_with_its_day(moved: Frame) -> None:
    assert findings.who_moved(moved(), 20, SINCE) == "No client changed tier since 24 August 2026."


def test_nobody_heard_before_is_no_quiet_period(moved: Frame) -> None:
    assert findings.who_moved(moved(), 0, SINCE) == "There are no earlier answers to compare with."


@pytest.mark.parametrize(
    ("client", "sentence"),
    [
        ({}, "service fell by 0.8"),
        ({"expected_change": 0.9}, "expectations rose by 0.9"),
        ({"perceived_change": 0.2, "expected_change": 0.5}, "expectations rose by 0.5"),
        ({"expected_change": float("nan")}, "service fell by 0.8"),
        ({"perceived_change": 0.0, "expected_change": 0.0}, "no single cause in the answers"),
        ({"answer_count": 4}, "service fell, too few answers (4)"),
        ({"previous_answer_count": 2}, "service fell, too few answers (2)"),
    ],
)
def test_a_fall_is_explained_by_what_weighs_more(
    moved: Frame, client: dict[str, object], sentence: str
) -> None:
    assert why(moved, **client) == sentence


@pytest.mark.parametrize(
    ("perceived", "expected", "sentence"),
    [(0.7, -0.2, "service rose by 0.7"), (0.1, -0.6, "expectations fell by 0.6")],
)
def test_a_rise_is_explained_by_what_weighs_more(
    moved: Frame, perceived: float, expected: float, sentence: str
) -> None:
    rise = {"from_tier": "basic", "to_tier": "loyal"}
    changes = {"perceived_change": perceived, "expected_change": expected}
    assert why(moved, **rise, **changes) == sentence


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("major", "major complaint since 2026-10-03"),
        ("overdue", "complaint overdue since 2026-10-03"),
    ],
)
def test_an_open_complaint_comes_before_the_answers(
    moved: Frame, reason: str, sentence: str
) -> None:
    since = pd.Timestamp(date(2026, 10, 3))
    assert why(moved, deciding_reason=reason, deciding_since=since) == sentence


def test_a_rise_after_a_deciding_complaint_is_its_settlement(moved: Frame) -> None:
    settled = {"previous_deciding_reason": "major", "from_tier": "complaining", "to_tier": "loyal"}
    assert why(moved, **settled) == "complaint settled"


def test_a_client_that_left_has_its_own_reason(moved: Frame) -> None:
    assert why(moved, to_tier="left", left_because="competitor") == "a competitor"
    assert why(moved, to_tier="left") == "–"


def test_table_keeps_the_order_of_the_question(moved: Frame) -> None:
    rows = findings.table(moved({"client_name": "B"}, {"client_name": "A"}), MINIMUM_N)
    assert list(rows.client_name) == ["B", "A"]
    assert list(rows.why) == ["service fell by 0.8"] * 2


def test_table_of_no_moves_is_empty(moved: Frame) -> None:
    assert findings.table(moved(), MINIMUM_N).empty


def test_flow_counts_stays_falls_rises_and_leavers(moves: Frame) -> None:
    rows = moves(
        ("loyal", "loyal", 38), ("loyal", "basic", 9), ("basic", "loyal", 5), ("basic", "left", 2)
    )
    assert findings.flow(rows) == (
        "Of 54 clients heard before, 38 kept their tier, 9 fell, 5 rose, 2 left."
    )


def test_flow_without_anyone_heard_before_has_nothing_to_compare(moves: Frame) -> None:
    assert findings.flow(moves()) == "There are no earlier answers to compare with."


def test_days_complaining_names_who_is_and_who_was_longest() -> None:
    rows = pd.DataFrame(
        {"client_name": ["A", "B"], "day_count": [45, 10], "is_complaining": [False, True]}
    )
    assert findings.days_complaining(rows, SINCE, UNTIL) == (
        "1 client is complaining: B. The longest lasted 45 of the 84 days: A."
    )


def test_no_complaining_days_are_said() -> None:
    rows = pd.DataFrame(columns=["client_name", "day_count", "is_complaining"])
    said = findings.days_complaining(rows, SINCE, UNTIL)
    assert said == "No client was complaining on any day of the period."


def test_worth_of_those_that_fell_or_left_leaves_the_risen_out(moved: Frame) -> None:
    risen = {"from_tier": "basic", "to_tier": "loyal"}
    said = findings.worth_of_fallen(moved({}, {"to_tier": "left"}, risen), "CNY")
    assert said == "Those that fell or left are worth CN¥240,000 a year."


def test_unknown_worth_is_counted_apart(moved: Frame) -> None:
    unknown = {"yearly_worth": float("nan")}
    said = findings.worth_of_fallen(moved({}, unknown), "CNY")
    assert said == "Those that fell or left are worth CN¥120,000 a year, without 1 unknown."
    assert findings.worth_of_fallen(moved(unknown), "CNY") is None


def test_changes_of_too_few_answers_are_hidden_in_files_too(moved: Frame) -> None:
    rows = findings.hidden(moved({}, {"previous_answer_count": 4}), MINIMUM_N)
    assert list(rows.perceived_change.isna()) == [False, True]
    assert rows.hidden[1] == "too few answers (4)"
