"""The satisfaction index and its months against plain loops over answers."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.statistics import bootstrap, index

WEIGHTS = pd.Series({"a": 1.0, "b": 2.0, "c": 0.5})
LOW, HIGH = pd.Series({"a": 1, "b": 0, "c": 1}), pd.Series({"a": 5, "b": 10, "c": 7})
seeds = st.integers(0, 10_000)


def answers_of(seed: int, count: int = 60, clients: int = 8, months: int = 3) -> pd.DataFrame:
    """Single answers: client, month, indicator, given on its scale. All occur in each month."""
    chance = np.random.default_rng(seed)
    each = [(f"client {m}", m, name) for m in range(months) for name in "abc"]
    more = [
        (
            f"client {chance.integers(clients)}",
            int(chance.integers(months)),
            chance.choice(list("abc")),
        )
        for _ in range(count)
    ]
    rows = pd.DataFrame([*each, *more], columns=["client_id", "month", "indicator_id"])
    low, high = LOW[rows.indicator_id].to_numpy(), HIGH[rows.indicator_id].to_numpy()
    return rows.assign(perceived=chance.integers(low, high + 1).astype(float))


def summed(answers: pd.DataFrame) -> pd.DataFrame:
    """As a question gives them: means and counts per client, month and indicator."""
    grouped = answers.groupby(["client_id", "month", "indicator_id"])["perceived"]
    return grouped.agg(perceived="mean", answer_count="count").reset_index()


def plain(answers: pd.DataFrame, times: dict[str, float], weights: pd.Series = WEIGHTS) -> float:
    """The index answer by answer, those of each client counted so many times; NaN without some."""
    total = 0.0
    for name, weight in weights.to_dict().items():
        own = answers[answers.indicator_id == name]
        low, high = LOW.to_dict()[name], HIGH.to_dict()[name]
        scores = [
            ((given - low) / (high - low), times[client])
            for client, given in zip(own.client_id, own.perceived, strict=True)
        ]
        count = sum(often for _, often in scores)
        if not count:
            return np.nan
        total += weight * sum(score * often for score, often in scores) / count
    return float(100 * total / weights.sum())


def drawn(answers: pd.DataFrame, draws: int) -> list[dict[str, float]]:
    names = sorted(set(answers.client_id))
    counts = bootstrap.of_clusters(len(names), draws, bootstrap.SEED)
    return [dict(zip(names, row, strict=True)) for row in counts]


@settings(max_examples=6, deadline=None)
@given(seeds)
def test_months_the_whole_and_changes_are_those_of_answers_drawn_as_often(seed: int) -> None:
    answers = answers_of(seed)
    found = index.by_month(summed(answers), WEIGHTS, LOW, HIGH, draws=15)
    times = drawn(answers, 15)
    whole = np.array([plain(answers, each) for each in times])
    assert found.whole == pytest.approx(bootstrap.estimate(whole, answers.client_id.nunique()))
    of_months = np.array(
        [[plain(part, each) for _, part in answers.groupby("month")] for each in times]
    )
    expected = bootstrap.table(of_months, pd.Index(range(3)))
    pd.testing.assert_frame_equal(found.by_month[expected.columns], expected, check_names=False)
    change = bootstrap.estimate(of_months[:, 2] - of_months[:, 0], 0)
    assert found.change(0, 2)[:3] == pytest.approx(change[:3])


@settings(max_examples=6, deadline=None)
@given(seeds)
def test_the_index_of_rows_is_that_of_their_answers(seed: int) -> None:
    chance = np.random.default_rng(seed)
    rows = pd.DataFrame({name: chance.integers(LOW[name], HIGH[name] + 1, 30) for name in "cba"})
    rows = rows.mask(chance.random(rows.shape) < 0.3).astype(float)
    rows.iloc[:2] = [[3.0, 3.0, 3.0], [2.0, 2.0, 2.0]]
    clients = [f"client {row % 9}" for row in range(30)]
    long = rows.assign(client_id=clients).melt("client_id", None, "indicator_id", "perceived")
    answers = long.dropna()
    values = np.array([plain(answers, each) for each in drawn(answers, 15)])
    found = index.fixed(rows, WEIGHTS, LOW, HIGH, clusters=clients, draws=15)
    n = int(rows.notna().any(axis=1).sum())
    assert found == pytest.approx(bootstrap.estimate(values, n))


def test_counts_tell_what_a_month_rests_on() -> None:
    answers = answers_of(1)
    found = index.by_month(summed(answers), WEIGHTS, LOW, HIGH).by_month
    for month, part in answers.groupby("month"):
        row = found.loc[month]
        assert row.answer_count == len(part)
        assert row.client_count == part.client_id.nunique()
        assert row.indicator_count == 3


def test_worked_by_hand() -> None:
    rows = pd.DataFrame({"a": [1.0, 5.0], "b": [10.0, 5.0], "c": [7.0, np.nan]})
    found = index.fixed(rows, WEIGHTS, LOW, HIGH)
    assert found.value == pytest.approx(100 * (1 * 0.5 + 2 * 0.75 + 0.5 * 1) / 3.5)
    assert found.n == 2


def test_an_indicator_that_nobody_answered_falls_out() -> None:
    answers = answers_of(2)
    less = answers[(answers.indicator_id != "b") | (answers.month != 1)]
    found = index.by_month(summed(less), WEIGHTS, LOW, HIGH, draws=15)
    assert found.by_month.indicator_count.tolist() == [3, 2, 3]
    month = less[less.month == 1]
    values = np.array([plain(month, each, WEIGHTS[["a", "c"]]) for each in drawn(less, 15)])
    assert tuple(found.by_month.loc[1, ["value", "low", "high"]]) == pytest.approx(
        bootstrap.estimate(values, 0)[:3]
    )
    nobody = index.by_month(summed(answers[answers.indicator_id != "b"]), WEIGHTS, LOW, HIGH)
    without = index.by_month(summed(answers), WEIGHTS[["a", "c"]], LOW, HIGH)
    assert nobody.whole == without.whole


def test_a_change_is_over_the_indicators_of_both_months() -> None:
    answers = answers_of(2)
    less = answers[(answers.indicator_id != "b") | (answers.month != 1)]
    both = answers[answers.indicator_id != "b"]
    found, expected = (
        index.by_month(summed(each), WEIGHTS, LOW, HIGH).change(0, 1) for each in (less, both)
    )
    assert found[:3] == pytest.approx(expected[:3])


def test_a_change_counts_the_clients_of_either_month() -> None:
    answers = pd.DataFrame(
        [("x", 0, "a", 3.0), ("y", 0, "a", 4.0), ("y", 1, "a", 2.0), ("z", 2, "a", 2.0)],
        columns=["client_id", "month", "indicator_id", "perceived"],
    )
    found = index.by_month(summed(answers), WEIGHTS, LOW, HIGH)
    assert found.change(0, 1).n == 2
    assert found.change(0, 2).n == 3
    assert found.whole.n == 3
    assert found.change(0, 1).value == pytest.approx(25 - 62.5)


def test_one_client_alone_tells_nothing_of_how_sure_a_month_is() -> None:
    answers = answers_of(3)
    alone = answers[(answers.month != 1) | (answers.client_id == "client 1")]
    found = index.by_month(summed(alone), WEIGHTS, LOW, HIGH).by_month
    assert found.loc[1, ["low", "high", "standard_error"]].isna().all()
    assert found.loc[[0, 2], ["low", "high", "standard_error"]].notna().all(axis=None)
    assert found["value"].notna().all()


def test_other_indicators_and_other_names_of_columns_do_not_matter() -> None:
    rows = summed(answers_of(4))
    other = rows.assign(indicator_id="recommend", perceived=np.nan, client_id="nobody")
    named = pd.concat([other, rows]).rename(columns={"client_id": "number", "perceived": "score"})
    found = index.by_month(named, WEIGHTS, LOW, HIGH, client="number", mean="score")
    assert found.whole == index.by_month(rows, WEIGHTS, LOW, HIGH).whole


def test_weights_of_any_sum_give_the_same() -> None:
    rows = summed(answers_of(5))
    found = [index.by_month(rows, weights, LOW, HIGH).whole for weights in (WEIGHTS, WEIGHTS * 7)]
    assert found[0] == pytest.approx(found[1])
