"""Every question behind the drivers equals an independent computation over the raw rows."""

from collections import defaultdict
from datetime import date
from statistics import fmean

import pytest
from hypothesis import given

from tests.queries import driver_oracle
from tests.queries.asked import IMPORTED_AT, Asked, asked, often

METHODS = ("questionnaire", "depth_interview", "focus_group", "internal_interview", "secondary")


@often
@given(asked)
@pytest.mark.parametrize("outcome", ["satisfaction", "recommend"])
def test_survey_scores(outcome: str, ask: Asked) -> None:
    rows = ask("satisfaction/survey_scores", outcome=outcome)
    expected = driver_oracle.survey_scores(ask, outcome)
    ids = dict(
        ask.con.execute(
            "select response_number, response_id from marts.survey_responses"
        ).fetchall()
    )
    found = {(ids[row["response_number"]], row["indicator_id"], row["perceived"]) for row in rows}
    assert found == expected
    assert len(rows) == len(expected)
    count = len({key for key, *_rest in expected})
    assert all(row["response_count"] == count for row in rows)


@often
@given(asked)
def test_indicators_and_their_tests(ask: Asked) -> None:
    grouped = defaultdict(list)
    for row in driver_oracle.all_answers(ask):
        grouped[row["indicator_id"]].append(row)
    scored = _scored(ask)
    tests = {row["indicator_id"]: row for row in ask("satisfaction/indicator_tests")}
    for row in ask("satisfaction/indicators"):
        own, test = grouped[row["indicator_id"]], tests[row["indicator_id"]]
        scores = [answer["perceived"] for answer in own]
        said = [answer["importance"] for answer in own if answer["importance"] is not None]
        assert row["answer_count"] == test["answer_count"] == len(own)
        assert row["client_count"] == len({answer["client_id"] for answer in own})
        assert row["perceived"] == (pytest.approx(fmean(scores)) if scores else None)
        assert row["importance_count"] == test["importance_count"] == len(said)
        assert row["importance"] == (pytest.approx(fmean(said)) if said else None)
        assert test["is_constant"] == (len(set(scores)) == 1 if scores else None)
        low, high = row["scale_low"], row["scale_high"]
        score10 = 10 * (fmean(said) - low) / (high - low) if said else None
        assert test["importance"] == (pytest.approx(score10) if said else None)
        days = scored[row["indicator_id"]]
        assert test["competitor_count"] == len({competitor for competitor, _day in days})
        assert test["scored_on"] == max((day for _competitor, day in days), default=None)
    assert len(tests) == len(ask.oracle.indicators)


def _scored(ask: Asked) -> dict[str, list[tuple[str, date]]]:
    found = defaultdict(list)
    for row in ask.oracle.company["competitor_scores"]:
        if row["scored_on"] <= min(ask.until, ask.oracle.day(IMPORTED_AT)):
            found[row["indicator_id"]].append((row["competitor"], row["scored_on"]))
    return found


@often
@given(asked)
def test_scores_by_attribute(ask: Asked) -> None:
    expected = driver_oracle.by_attribute(ask)
    rows = ask("satisfaction/scores_by_attribute")
    assert {(row["grouped_by"], row["attribute"]) for row in rows} == set(expected)
    for row in rows:
        own = expected[row.pop("grouped_by"), row.pop("attribute")]
        assert row == pytest.approx(own, abs=1e-9)


@often
@given(asked)
def test_response_rates(ask: Asked) -> None:
    expected = driver_oracle.answered_invitations(ask)
    given_answers = driver_oracle.responses(ask)
    rows = ask("satisfaction/response_rates")
    assert [row["method"] for row in rows] == list(METHODS)
    for row in rows:
        own = [each for each in given_answers if each["method"] == row["method"]]
        sent, answered = expected.get(row["method"], (0, 0))
        assert (row["invitation_count"], row["answered_count"]) == (sent, answered)
        assert row["response_count"] == len(own)
        assert row["named_count"] == sum(each["invited_at"] is not None for each in own)
