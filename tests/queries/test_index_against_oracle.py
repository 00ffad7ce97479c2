"""Every question about the satisfaction index equals an independent computation."""

from collections import Counter, defaultdict

import pandas as pd
import pytest
from hypothesis import given

from queries.statistics import index
from tests.queries.asked import Asked, asked, often
from tests.queries.index_oracle import Score, means, satisfaction, weighted


@often
@given(asked)
def test_index_by_month(ask: Asked) -> None:
    months = defaultdict(list)
    for each in satisfaction(ask):
        months[each.day.replace(day=1)].append(each)
    rows = ask("satisfaction/index_by_month")
    assert [row["month"] for row in rows] == sorted(months)
    for row in rows:
        of_month = months[row["month"]]
        assert row["satisfaction_index"] == pytest.approx(weighted(ask, means(of_month)), abs=1e-9)
        assert row["question_count"] == len({score.indicator_id for score in of_month})
        assert row["response_count"] == len({score.response_id for score in of_month})
        assert row["client_count"] == len({score.client_id for score in of_month})


@often
@given(asked)
def test_index_answers(ask: Asked) -> None:
    names = sorted(row["client_id"] for row in ask.oracle.company["clients"])
    groups: defaultdict[tuple[object, int, str], list[Score]] = defaultdict(list)
    for each in satisfaction(ask):
        place = each.day.replace(day=1), names.index(each.client_id) % 2, each.indicator_id
        groups[place].append(each)
    rows = ask("satisfaction/index_answers", client_groups=2)
    responses = {each.response_id for each in satisfaction(ask)}
    assert sum(row["response_count"] for row in rows) == len(responses)
    keys = [(row["month"], row["client_group"], row["indicator_id"]) for row in rows]
    assert keys == sorted(groups)
    for key, row in zip(keys, rows, strict=True):
        found = [score.score100 for score in groups[key]]
        assert row["answer_count"] == len(found)
        assert row["score100"] == pytest.approx(sum(found) / len(found), abs=1e-9)


@often
@given(asked)
def test_the_index_with_its_intervals_is_the_one_of_the_question(ask: Asked) -> None:
    rows = pd.DataFrame(ask("satisfaction/index_answers"))
    if rows.empty or rows.client_group.nunique() < 2:
        return
    questions = pd.DataFrame(ask("satisfaction/index_questions"))
    weights = questions[questions.latent == "satisfaction"].set_index("indicator_id").weight
    found = index.by_month(
        rows, weights, 0, 100, client="client_group", mean="score100", draws=2
    ).by_month
    told = {row["month"]: row for row in ask("satisfaction/index_by_month")}
    assert set(found.index) == set(told)
    for month, row in told.items():
        assert found.value[month] == pytest.approx(row["satisfaction_index"], abs=1e-9)
        assert found.indicator_count[month] == row["question_count"]
        assert found.client_count[month] == row["client_count"]


@often
@given(asked)
def test_index_counts(ask: Asked) -> None:
    (row,) = ask("satisfaction/index_counts")
    assert row["response_count"] == len({each.response_id for each in satisfaction(ask)})
    assert row["client_count"] == len({each.client_id for each in satisfaction(ask)})


@often
@given(asked)
def test_index_questions(ask: Asked) -> None:
    known = {row["indicator_id"]: row for row in ask.oracle.company["indicators"] if row["latent"]}
    rows = ask("satisfaction/index_questions")
    assert {row["indicator_id"] for row in rows} == set(known)
    for row in rows:
        same = known[row["indicator_id"]]
        assert all(row[name] == same[name] for name in ("latent", "scale_low", "scale_high"))
        assert row["weight"] == same["weight"]


@often
@given(asked)
def test_competitor_index(ask: Asked) -> None:
    company, own = ask.oracle.company, satisfaction(ask)
    questions = {row["indicator_id"]: row for row in company["indicators"]}
    latest = {}
    for row in sorted(company["competitor_scores"], key=lambda row: row["scored_on"]):
        if row["scored_on"] <= ask.until and row["indicator_id"] in means(own):
            latest[row["competitor"], row["indicator_id"]] = row
    rows = {row["competitor"]: row for row in ask("satisfaction/competitor_index")}
    assert set(rows) == {competitor for competitor, _question in latest}
    for competitor, row in rows.items():
        theirs = {name: each for (who, name), each in latest.items() if who == competitor}
        scaled = {}
        for name, score in theirs.items():
            low, high = questions[name]["scale_low"], questions[name]["scale_high"]
            scaled[name] = 100 * (score["perceived"] - low) / (high - low)
        ours = {name: value for name, value in means(own).items() if name in theirs}
        assert row["competitor_index"] == pytest.approx(weighted(ask, scaled), abs=1e-9)
        assert row["satisfaction_index"] == pytest.approx(weighted(ask, ours), abs=1e-9)
        assert row["indicator_ids"] == sorted(theirs)
        counts = [each["respondent_count"] for each in theirs.values()]
        assert row["respondent_count"] == (None if None in counts else min(counts))
        answered = Counter(each.indicator_id for each in own)
        assert row["answer_count"] == min(answered[name] for name in theirs)
        assert row["scored_on"] == max(each["scored_on"] for each in theirs.values())
